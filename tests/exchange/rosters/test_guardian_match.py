"""Whose guardians are taken, and who is known already."""

from typing import Any

import pytest

from app.exchange.rosters import reasons
from app.exchange.rosters.guardian_entry import GuardianEntry
from app.exchange.rosters.guardian_match import match_guardians
from app.exchange.rosters.guardian_plan import PlannedGuardian
from app.models.guardian import Guardian
from tests.builders import guardian

INES, TOM = "a" * 32, "b" * 32
FOLLOWED = {INES: ["9Z:1"], TOM: []}


def entry(**values: Any) -> GuardianEntry:
    fields = {
        "line": 1, "student_key": "9Z:1", "person_key": "77", "relation": "mother",
        "family_name": "DA COSTA", "given_name": "Marta", "phone": "+33 6 39 98 01 01",
    }  # fmt: skip
    return GuardianEntry(**fields | values)


def judged(entry: GuardianEntry, *known: Guardian) -> PlannedGuardian:
    return match_guardians(entries=[entry], followed=FOLLOWED, known={INES: known}).lines[0]


def test_only_followed_students_have_guardians() -> None:
    """Everybody else of the file is a number in a sentence, and who has no number yet is said."""
    others = [entry(line=n, student_key=f"9Z:{n}", person_key=str(n)) for n in range(2, 40)]
    plan = match_guardians(entries=[entry(), *others, others[0]], followed=FOLLOWED, known={})
    assert [(line.student_id, line.verdict) for line in plan.lines] == [(INES, "new")]
    assert (plan.followed, plan.found, plan.unnumbered, plan.left) == (2, 1, 1, 38)


def test_a_number_of_another_school_is_another_student() -> None:
    """SIECLE's numbers begin again in every school: nobody gets a stranger's mother."""
    plan = match_guardians(entries=[entry(student_key="8Y:1")], followed=FOLLOWED, known={})
    assert (plan.lines, plan.left) == ([], 1)


@pytest.mark.parametrize(
    "known",
    [
        {"family_name": "Da Costa", "given_name": "Márta"},
        {"family_name": "", "given_name": "Marta"},
        {"family_name": "Da Costa", "given_name": ""},
        {"family_name": "Weber", "given_name": "Marta", "phone": "0639980101"},
    ],
    ids=["accents", "given name alone", "family name and relation", "same phone"],
)
def test_who_is_known_is_not_added(known: dict[str, str]) -> None:
    """By the name, by half of it, or by a changed name and the same phone."""
    assert judged(entry(), guardian(INES, **known)).verdict == "known"


@pytest.mark.parametrize(
    "known",
    [
        {"family_name": "Da Costa", "given_name": "Paulo", "phone": "+33 6 39 98 01 01"},
        {"family_name": "Da Costa", "given_name": "", "relation": "father"},
        {"family_name": "Weber", "given_name": "Marta", "phone": ""},
        {"family_name": "", "given_name": "", "phone": "+33 6 39 98 01 01"},
    ],
    ids=["shared phone", "the other parent", "a namesake", "a bare phone"],
)
def test_another_person_is_added(known: dict[str, str]) -> None:
    """Two parents share a family name and often a phone."""
    assert judged(entry(), guardian(INES, **known)).verdict == "new"


def test_what_is_empty_is_filled_and_nothing_else() -> None:
    """The practitioner's phone and address stay; the missing e-mail comes."""
    home = {"street": "8, rue des Prés", "postcode": "", "city": ""}
    before = guardian(INES, phone="600", email="", **home)
    told = entry(email="marta@example.org", street="9, quai", postcode="4111", city="Esch")
    assert judged(told, before).changes == {"email": "marta@example.org"}
    assert judged(entry(), guardian(INES)).changes == {}


def test_who_was_put_in_the_bin_stays_there() -> None:
    """A list does not bring back whom the practitioner has put away."""
    line = judged(entry(), guardian(INES, removed_at="2026-11-01T08:00:00Z", email=""))
    assert (line.verdict, line.changes) == ("known", {})


def test_the_same_person_twice_is_once() -> None:
    """By the file's number, or by the same name under two numbers."""
    again = [entry(line=2), entry(line=3, person_key="78", given_name="MARTA")]
    assert len(match_guardians(entries=[entry(), *again], followed=FOLLOWED, known={}).lines) == 1


def test_a_guardian_without_a_name_is_a_line_left_out() -> None:
    """With its number and its reason; those of others are nobody's business."""
    broken = [entry(problem=reasons.NO_NAME), entry(line=2, student_key="9Z:2", problem=reasons.NO_NAME)]
    plan = match_guardians(entries=broken, followed=FOLLOWED, known={})
    assert [(line.line, line.reason) for line in plan.rejected] == [(1, reasons.NO_NAME)]
