"""A notebook with invented people."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.actions.demonstration.make_demonstration import make_demonstration
from app.actions.look_at_today import look_at_today
from app.actions.sheets.open_sheet import open_sheet
from app.errors import FolderNotEmpty
from app.frameworks.validate import problems
from app.i18n import Locale
from app.models.kinds import FORM_KINDS, KINDS
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests.builders import PHRASE

DAY = date(2026, 11, 12)


def demonstration(folder, library, **wishes):
    """One at the lowest cost."""
    return make_demonstration(
        folder, library=library, locale=Locale("fr"), passphrase=PHRASE, cost=FLOOR, **{"today": DAY} | wishes
    )


@pytest.fixture(scope="module", params=["lu-sepas", "fr-ssfe"])
def made(request, tmp_path_factory, library):
    """One for each service, made once; the tests only read."""
    notebook = demonstration(tmp_path_factory.mktemp("demo") / "n", library, framework=request.param)
    yield notebook
    notebook.close()


def test_it_is_marked_and_whole(made):
    """It says of itself that its people are invented, and passes every check."""
    assert made.is_demonstration
    assert made.students.count() == 37
    assert made.damage() == []


def test_the_day_is_alive(made, library):
    """Drafts, an unfiled note, late tasks, referrals without answer, appointments today and soon."""
    day = look_at_today(made, library=library, day=DAY)
    assert len(day.drafts) == 1
    assert len(day.unfiled) == 1
    assert len(day.unanswered) >= 2
    assert len(day.noted) >= 3
    assert {one.next_date for one in day.appointments} >= {DAY, DAY + timedelta(days=1)}
    assert any(task.due and task.due < DAY for task in day.tasks)
    assert day.count < 60, "a day one can still look at"


def test_every_sheet_is_what_a_person_could_have_written(made, library):
    """Each opens, says something, passes the form's own rules, and uses codes of the lists only."""
    lists = library.lists_for(made.framework)
    for kind in FORM_KINDS:
        for record in made.sheets(kind).list():
            sheet = open_sheet(made, library=library, kind=kind, record_id=record.id)
            moment = "printing" if kind == "referral" else "closing" if record.student_id else "typing"
            assert problems(form=sheet.form, values=sheet.values, moment=moment, lists=lists) == []
            for question in sheet.form.questions:
                said = sheet.values.get(question.key)
                if question.list and said:
                    codes = said if isinstance(said, list) else [said]
                    assert all(lists[question.list].item(code) for code in codes), question.key


def test_referrals_stand_everywhere(made):
    """In every state one meets, some without answer, and one not sent yet."""
    states = {one.status for one in made.referrals.list()}
    assert states == {"sent", "answered", "appointment", "proposed", "no_news"}
    assert all(one.partner_id for one in made.referrals.list())


def test_cases_begin_and_end(made, library):
    """Some are closed, after they were opened and with an outcome; no reference is given twice."""
    cases = made.cases.list()
    closed = [case for case in cases if case.state == "closed"]
    assert closed
    outcomes = library.lists_for(made.framework)["n10b-outcomes"]
    assert all(case.closed >= case.opened and outcomes.item(case.outcome) for case in closed)
    assert len({case.reference for case in cases}) == len(cases)


def test_the_past_is_past(made):
    """Nothing is noted after the day, nor on a weekend before it; years before are in the enrolments."""
    days = [one.date for one in made.interviews.list()]
    assert max(days) == DAY
    assert all(day.weekday() < 5 for day in days if day < DAY)
    assert {one.school_year for one in made.enrolments.list()} == {"2025-2026", "2026-2027"}


def test_partners_are_of_kinds_the_service_has(made, library):
    """Ten entries, each of a kind of the list, with the secrecy the list gives it."""
    partners = made.partners.list()
    assert len(partners) == 10
    kinds = library.lists_for(made.framework)["n09-partner-types"]
    assert all(kinds.item(one.type).secrecy == one.secrecy for one in partners)


def test_everything_is_found(made):
    """People by name, writings by their words: the index is the real one."""
    assert made.search.people("moreira")
    assert made.search.writings("renvoyer") == []
    assert made.search.writings("regente") or made.search.writings("appui")


def portrait(notebook):
    """What stands in a notebook, without identifiers and moments."""
    hidden = {
        "id",
        "revision",
        "created_at",
        "author_id",
        "student_id",
        "case_id",
        "partner_id",
        "replaces_id",
        "person_id",
        "sibling_id",
        "source_id",
        "school_id",
    }
    return {
        kind: sorted(
            str([getattr(one, name) for name in one.__struct_fields__ if name not in hidden])
            for one in notebook.shelf(kind).list()
        )
        for kind in KINDS
    }


def test_the_same_seed_makes_the_same_people(tmp_path, library):
    """Twice the same, and another seed another school."""
    notebooks = [
        demonstration(tmp_path / str(number), library, students=12, seed=seed)
        for number, seed in enumerate((7, 7, 8))
    ]
    first, second, third = map(portrait, notebooks)
    assert first == second
    assert first["student"] != third["student"]
    for notebook in notebooks:
        notebook.close()


@pytest.mark.parametrize("students", [1, 2, 5])
def test_a_handful_is_enough(tmp_path, library, students):
    """Even with one student there is an interview, a referral and a day."""
    notebook = demonstration(tmp_path / "n", library, students=students, years=1)
    assert notebook.students.count() == students
    assert notebook.interviews.count() > 1
    assert notebook.referrals.count() == students
    assert notebook.damage() == []
    notebook.close()


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 8, 3), date(2027, 1, 2), date(2026, 11, 22)])
def test_it_can_be_made_on_any_day(tmp_path, library, day):
    """On a leap day, in summer, after the new year, on a Sunday."""
    notebook = demonstration(tmp_path / "n", library, students=8, today=day)
    assert look_at_today(notebook, library=library, day=day).count > 0
    assert notebook.damage() == []
    notebook.close()


def test_forty_students_are_made_while_one_waits(tmp_path, library):
    """In less than five seconds of work, whatever else the computer does meanwhile."""
    began = time.process_time()
    demonstration(tmp_path / "n", library, students=40).close()
    assert time.process_time() - began < 5


def test_a_demonstration_never_mixes_with_a_notebook(folder: Path, library):
    """A folder that holds something is refused, and the notebook in it opens as before."""
    with pytest.raises(FolderNotEmpty):
        demonstration(folder, library)
    Notebook.open(folder, passphrase=PHRASE).close()
