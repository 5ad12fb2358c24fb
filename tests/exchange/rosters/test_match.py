"""New, known or doubtful: each case a school really produces."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.exchange.rosters import reasons
from app.exchange.rosters.entry import RosterEntry
from app.exchange.rosters.match import match
from app.exchange.rosters.plan import PlannedLine
from app.models.record import now
from app.models.student import Student
from tests.lists import read

SAMPLES = Path(__file__).parents[2] / "samples" / "rosters"
BORN = date(2010, 3, 14)


def line(number: int = 2, **values: Any) -> RosterEntry:
    fields = {"family_name": "Da Costa", "given_name": "Inès", "class_name": "5G2", "birth_date": BORN}
    return RosterEntry(line=number, **{**fields, **values})


def student(**values: Any) -> Student:
    fields = {"family_name": "Da Costa", "given_name": "Inès", "class_name": "5G2", "birth_date": BORN}
    return Student(**{**fields, **values})


def judged(entry: RosterEntry, *students: Student, school_id: str | None = None) -> PlannedLine:
    return match(entries=[entry], students=students, school_id=school_id).lines[0]


def verdicts(entries: list[RosterEntry], students: list[Student]) -> list[str]:
    return [planned.verdict for planned in match(entries=entries, students=students, school_id=None).lines]


def imported(entry: RosterEntry) -> Student:
    """The student a new line becomes."""
    return Student(
        family_name=entry.family_name, given_name=entry.given_name, birth_date=entry.birth_date,
        class_name=entry.class_name, roster_key=entry.key, gender=entry.gender, phone=entry.phone,
        email=entry.email, street=entry.street, postcode=entry.postcode, city=entry.city,
    )  # fmt: skip


def test_nobody_like_that_is_new() -> None:
    """An empty notebook knows nobody."""
    assert judged(line()).verdict == "new"


def test_same_name_and_birth_date_is_known() -> None:
    """And nothing changes."""
    known = student()
    planned = judged(line(), known)
    assert (planned.verdict, planned.student_id, planned.changes) == ("known", known.id, {})


@pytest.mark.parametrize(
    ("family", "given"),
    [("DA COSTA", "INES"), ("da-costa", "Inés"), ("Dacosta", "inès"), ("Da  Costa", "I\u0300nes")],
)
def test_accents_capitals_and_hyphens_make_no_doubt(family: str, given: str) -> None:
    """The same person written by two secretaries is known."""
    given = "Ine\u0300s" if given.startswith("I\u0300") else given
    assert judged(line(family_name=family, given_name=given), student()).verdict == "known"


def test_twins_are_two() -> None:
    """Same family name and birth date, other given names, however alike: each is new, then each is known."""
    roster = read(data=(SAMPLES / "twins.csv").read_bytes(), today=date(2026, 11, 21))
    assert verdicts(roster.entries, []) == ["new", "new", "new"]
    everybody = [imported(entry) for entry in roster.entries]
    assert verdicts(roster.entries, everybody) == ["known", "known", "known"]
    assert verdicts(roster.entries, everybody[:1]) == ["known", "new", "new"]
    assert verdicts(roster.entries, everybody[1:]) == ["new", "known", "known"]


def test_two_people_with_one_name_and_birth_date_are_doubtful() -> None:
    """Which of the two it is, only a person can say; both lines are asked, both people are offered."""
    one, other = student(), student()
    plan = match(entries=[line(2), line(3)], students=[one, other], school_id=None)
    assert [planned.verdict for planned in plan.lines] == ["doubtful", "doubtful"]
    assert plan.lines[0].reason == reasons.SEVERAL
    assert {candidate.student_id for candidate in plan.lines[0].candidates} == {one.id, other.id}


def test_the_school_s_number_tells_two_namesakes_apart() -> None:
    """With their numbers both are known, each as themselves."""
    one, other = student(roster_key="1"), student(roster_key="2")
    plan = match(entries=[line(2, key="2"), line(3, key="1")], students=[one, other], school_id=None)
    assert [planned.student_id for planned in plan.lines] == [other.id, one.id]


def test_a_third_namesake_is_asked_about() -> None:
    """Same name and birthday with another number, on a list whose numbers fit: somebody else, perhaps."""
    plan = match(
        entries=[line(2, key="1"), line(3, key="9")], students=[student(roster_key="1")], school_id=None
    )
    assert [planned.verdict for planned in plan.lines] == ["known", "doubtful"]
    assert plan.lines[1].reason == reasons.OTHER_NUMBER


def test_a_school_that_renumbers_makes_no_doubt() -> None:
    """New numbers for everybody: name and birth date decide, the number follows."""
    planned = judged(line(key="A-7"), student(roster_key="1101"))
    assert (planned.verdict, planned.changes) == ("known", {"roster_key": "A-7"})


def test_same_name_other_birth_date_is_doubtful() -> None:
    """A cousin or a correction: a person decides."""
    planned = judged(line(birth_date=date(2010, 3, 15)), student())
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.OTHER_BIRTH_DATE)


def test_same_name_other_birth_date_other_number_is_new() -> None:
    """Where the list's numbers fit, another number and another birthday are another person."""
    plan = match(
        entries=[line(2, key="1"), line(3, key="2", birth_date=date(2011, 1, 1))],
        students=[student(roster_key="1")],
        school_id=None,
    )
    assert [planned.verdict for planned in plan.lines] == ["known", "new"]


def test_a_changed_surname_is_doubtful_by_number() -> None:
    """Same number, given name and birth date under another family name is asked about."""
    planned = judged(line(family_name="Weber", key="1"), student(roster_key="1", class_name="6G1"))
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.OTHER_SURNAME_SAME_NUMBER)


def test_a_changed_surname_is_doubtful_by_class() -> None:
    """Without number, the same given name, birth date and class is enough to ask."""
    known = student()
    planned = judged(line(family_name="Weber"), known)
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.OTHER_SURNAME)
    assert planned.candidates[0].student_id == known.id
    assert judged(line(family_name="Weber", class_name="7G1"), student()).verdict == "new"


def test_somebody_on_the_list_under_their_own_name_has_not_changed_it() -> None:
    """Two children of one class born the same day with one given name: the second is new."""
    assert verdicts([line(2, family_name="Weber"), line(3)], [student()]) == ["new", "known"]


@pytest.mark.parametrize(
    ("on_list", "in_notebook"),
    [(None, BORN), (BORN, None)],
)
def test_a_missing_birth_date_is_doubtful(on_list: date | None, in_notebook: date | None) -> None:
    """A name alone is not a person, whichever side forgot the birthday."""
    planned = judged(line(birth_date=on_list), student(birth_date=in_notebook))
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.NO_BIRTH_DATE)


def test_a_missing_birth_date_with_the_same_number_is_known() -> None:
    """The number stands in for it, and the birthday is filled in."""
    planned = judged(line(key="1"), student(birth_date=None, roster_key="1"))
    assert (planned.verdict, planned.changes) == ("known", {"birth_date": BORN})


def test_no_birth_dates_at_all() -> None:
    """A list and a notebook without birthdays: the same class is known, another class is asked about."""
    assert judged(line(birth_date=None), student(birth_date=None)).verdict == "known"
    planned = judged(line(birth_date=None), student(birth_date=None, class_name="6G1"))
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.OTHER_CLASS)


def test_back_after_a_year() -> None:
    """Someone who was at another school or in last year's class is known and moves to the new one."""
    planned = judged(line(class_name="4G2"), student(class_name="6G2", school_id="old"), school_id="new")
    assert (planned.verdict, planned.changes) == ("known", {"class_name": "4G2", "school_id": "new"})


def test_a_renamed_class_moves_everybody() -> None:
    """5G2 becomes 4G2: all known, each with the new class."""
    people = [student(given_name=name) for name in ("Inès", "Mia", "Tom")]
    entries = [line(n, given_name=p.given_name, class_name="4G2") for n, p in enumerate(people, start=2)]
    plan = match(entries=entries, students=people, school_id=None)
    assert [planned.verdict for planned in plan.lines] == ["known"] * 3
    assert [planned.changes for planned in plan.changed] == [{"class_name": "4G2"}] * 3


@pytest.mark.parametrize("name", ["webuntis.txt", "generic-fr.csv", "generic-de.csv", "utf16.txt"])
def test_the_same_file_twice_changes_nothing(name: str) -> None:
    """All new, then all known without a single change."""
    roster = read(data=(SAMPLES / name).read_bytes(), today=date(2026, 11, 21))
    assert set(verdicts(roster.entries, [])) == {"new"}
    again = match(entries=roster.entries, students=[imported(e) for e in roster.entries], school_id=None)
    assert {planned.verdict for planned in again.lines} == {"known"}
    assert again.changed == []


def test_a_repeated_line_is_known() -> None:
    """The second line of one student points at the first and adds nobody."""
    plan = match(entries=[line(2), line(3, family_name="DA COSTA")], students=[], school_id=None)
    assert [planned.verdict for planned in plan.lines] == ["new", "known"]
    assert (plan.lines[1].repeats, plan.lines[1].student_id) == (2, None)
    known = student(class_name="6G1")
    plan = match(entries=[line(2), line(3)], students=[known], school_id=None)
    assert [planned.student_id for planned in plan.lines] == [known.id, known.id]
    assert len(plan.changed) == 1


def test_namesakes_on_one_list_are_asked_about() -> None:
    """Same name and birthday in two classes, with two numbers, or once without birthday: not silently one."""
    cases = [
        ({"class_name": "5G3"}, reasons.LINE_OTHER_CLASS),
        ({"key": "2"}, reasons.LINE_OTHER_NUMBER),
        ({"birth_date": None}, reasons.LINE_NO_BIRTH_DATE),
    ]
    for values, reason in cases:
        first = line(2, key="1") if "key" in values else line(2)
        plan = match(entries=[first, line(3, **values)], students=[], school_id=None)
        assert [planned.verdict for planned in plan.lines] == ["new", "doubtful"]
        assert plan.lines[1].reason == reason


def test_one_number_for_two_people_is_asked_about() -> None:
    """A number used twice on one list is somebody's mistake."""
    plan = match(
        entries=[line(2, key="1"), line(3, key="1", family_name="Weber")], students=[], school_id=None
    )
    assert plan.lines[1].reason == reasons.LINE_SAME_NUMBER


def test_umlauts_written_out_are_doubtful() -> None:
    """Mueller with Müller's birthday is asked about; with the number too, it is known and stays Müller."""
    known = student(family_name="Müller", roster_key="1")
    planned = judged(line(family_name="Mueller"), known)
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.SPELLING)
    planned = judged(line(family_name="Mueller", key="1"), known)
    assert (planned.verdict, planned.changes) == ("known", {})


def test_a_missing_particle_or_second_name_is_doubtful() -> None:
    """Costa for da Costa, Inès Maria for Inès, with the same birthday."""
    assert judged(line(family_name="Costa"), student()).reason == reasons.SPELLING
    assert judged(line(given_name="Inès Maria"), student()).reason == reasons.SPELLING


def test_swapped_names_are_doubtful() -> None:
    """Family name and given name in the wrong columns are noticed."""
    planned = judged(line(family_name="Inès", given_name="Da Costa"), student())
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.SWAPPED)


def test_the_name_in_use_is_a_name() -> None:
    """A student filed under the name in use is known under both names."""
    known = student(family_name="Ferreira", used_name="Da Costa")
    assert judged(line(), known).student_id == known.id
    assert judged(line(family_name="Ferreira"), known).student_id == known.id


def test_somebody_in_the_bin_is_asked_about() -> None:
    """A binned student is neither doubled nor taken out of the bin unasked; one who is there goes before."""
    binned = student(removed_at=now())
    planned = judged(line(), binned)
    assert (planned.verdict, planned.reason) == ("doubtful", reasons.IN_BIN)
    assert planned.candidates[0].student_id == binned.id
    assert judged(line(), binned, student(id="there")).student_id == "there"


def test_a_joined_sheet_leads_to_the_one_that_goes_on() -> None:
    """The list's spelling may be that of the sheet that was joined; nobody is doubled."""
    kept = student(family_name="Weber")
    joined = student(joined_into=kept.id)
    planned = judged(line(), kept, joined)
    assert (planned.verdict, planned.student_id, planned.changes) == ("known", kept.id, {})


def test_sheets_joined_in_a_circle_are_left_out() -> None:
    """Damage of that kind must not hang the import."""
    one = student(id="one", joined_into="two")
    assert judged(line(), one, student(id="two", joined_into="one")).verdict == "new"


def test_a_number_given_to_somebody_else_means_nothing() -> None:
    """Another name, another birthday, the same number: somebody new."""
    other = student(family_name="Weber", given_name="Tom", birth_date=date(2005, 1, 1), roster_key="1")
    assert judged(line(key="1"), other).verdict == "new"


def test_numbers_of_two_schools_are_not_compared() -> None:
    """Each school counts for itself."""
    known = student(family_name="Weber", roster_key="1", school_id="a", class_name="")
    assert judged(line(key="1"), known, school_id="a").verdict == "doubtful"
    assert judged(line(key="1"), known, school_id="b").verdict == "new"


def test_a_doubtful_line_of_somebody_known_is_known() -> None:
    """An adult of the second-chance school is asked about once, not every month."""
    adult = line(birth_date=date(1979, 1, 1), doubt=reasons.BORN_LONG_AGO)
    assert judged(adult).verdict == "doubtful"
    assert judged(adult, student(birth_date=date(1979, 1, 1))).verdict == "known"


def test_the_order_of_the_notebook_does_not_matter() -> None:
    """The same list and the same people give the same verdicts."""
    people = [student(), student(given_name="Mia"), student(family_name="Costa", roster_key="1")]
    entries = [line(2, key="1"), line(3, given_name="Mia"), line(4, family_name="Weber")]
    forward = match(entries=entries, students=people, school_id=None)
    backward = match(entries=entries, students=people[::-1], school_id=None)
    assert [(p.verdict, p.reason, p.student_id) for p in forward.lines] == [
        (p.verdict, p.reason, p.student_id) for p in backward.lines
    ]


def test_a_large_school_takes_less_than_a_second() -> None:
    """2,000 lines against 5,000 students."""
    people = [
        student(
            family_name=f"Name{n % 700}", given_name=f"Vor{n % 130}", birth_date=date(2008, 1, 1 + n % 28)
        )
        for n in range(5000)
    ]
    entries = [
        line(
            n + 2, family_name=person.family_name, given_name=person.given_name, birth_date=person.birth_date
        )
        for n, person in enumerate(people[:2000])
    ]
    start = time.process_time()
    match(entries=entries, students=people, school_id=None)
    assert time.process_time() - start < 1


def test_a_plan_does_not_show_its_words() -> None:
    """No name reaches a log through repr, not even as JSON-like text of the struct."""
    plan = match(entries=[line()], students=[student(class_name="6G1")], school_id=None)
    shown = (
        repr(plan) + str(plan.lines) + f"{plan.lines[0]}" + repr(msgspec.structs.replace(plan, school_id="x"))
    )
    assert "Costa" not in shown
    assert "5G2" not in shown
