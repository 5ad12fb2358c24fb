"""Closed cases whose time is over: proposed, never erased by themselves."""

from datetime import date

import pytest

from app.actions.cases.look_at_kept import kept_until, look_at_kept
from app.frameworks.library import Library
from app.models.case import Case
from app.models.handover import Handover
from app.storage.notebook import Notebook
from tests import builders

CLOSED = date(2023, 6, 30)


def kept(notebook: Notebook, reference: str, *, form: str = "", **student: object) -> Case:
    """A case closed in June 2023."""
    one = builders.kept_student(notebook, **student)
    case = builders.case(one.id, reference, state="closed", opened=date(2023, 1, 9), closed=CLOSED)
    with notebook.change():
        notebook.cases.save(case)
        if form:
            notebook.referrals.save(
                builders.referral(one.id, form=form, case_id=case.id, date=date(2023, 2, 1))
            )
    return case


@pytest.mark.parametrize(("today", "over"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
def test_two_years_after_the_last_contact(
    notebook: Notebook, library: Library, today: date, over: bool
) -> None:
    """To the day; an open case is never on the list."""
    case = kept(notebook, "2023-0001")
    with notebook.change():
        notebook.cases.save(builders.case(case.student_id, "2023-0002", opened=date(2023, 1, 1)))
    found = look_at_kept(notebook, library=library, today=today)
    assert [(one.case.reference, one.until) for one in found] == (
        [("2023-0001", date(2025, 6, 30))] if over else []
    )
    assert notebook.cases.find(case.id) is not None


def test_a_protection_file_waits_for_coming_of_age(notebook: Notebook, library: Library) -> None:
    """Three years after the eighteenth birthday; without a birthday nobody says when."""
    young = kept(notebook, "2023-0001", form="f6-report", birth_date=date(2010, 3, 4))
    nobody = kept(notebook, "2023-0002", form="f6-report", given_name="Rui", birth_date=None)
    assert look_at_kept(notebook, library=library, today=date(2031, 3, 4)) == []
    (found,) = look_at_kept(notebook, library=library, today=date(2031, 3, 5))
    assert (found.case.id, found.protected, found.until) == (young.id, True, date(2031, 3, 4))
    open_ended = kept_until(notebook, library=library, case=nobody, closed=CLOSED)
    assert (open_ended.protected, open_ended.until) == (True, None)


def test_a_later_interview_begins_it_anew(notebook: Notebook, library: Library) -> None:
    """Seen again after the closing: from then on; those over for longest stand first."""
    later = kept(notebook, "2023-0001")
    kept(notebook, "2023-0002", given_name="Rui")
    with notebook.change():
        notebook.interviews.save(builders.interview(later.student_id, date=date(2024, 2, 29)))
    found = look_at_kept(notebook, library=library, today=date(2027, 1, 1))
    assert [(one.case.reference, one.until) for one in found] == [
        ("2023-0002", date(2025, 6, 30)), ("2023-0001", date(2026, 3, 1)),
    ]  # fmt: skip


def test_a_case_given_for_good_waits_from_the_day_the_colleague_had_it(
    notebook: Notebook, library: Library
) -> None:
    """It was never closed here, and nobody will close it any more."""
    student = builders.kept_student(notebook)
    case = builders.case(student.id, "2023-0001", opened=date(2022, 9, 1))
    colleague = builders.correspondent()
    given = Handover(
        case_id=case.id, correspondent_id=colleague.id, package_id="b" * 32, direction="out", turn=1,
        at="2023-06-01T10:00:00Z", acknowledged_at="2023-06-30T10:00:00Z",
    )  # fmt: skip
    with notebook.change():
        notebook.cases.save(case)
        notebook.correspondents.save(colleague)
        notebook.transfers.handovers.add(given)
    assert look_at_kept(notebook, library=library, today=date(2025, 6, 30)) == []
    (found,) = look_at_kept(notebook, library=library, today=date(2025, 7, 1))
    assert (found.case.id, found.until) == (case.id, date(2025, 6, 30))
    with notebook.change():
        notebook.transfers.handovers.end(given, "taken_back")
    assert look_at_kept(notebook, library=library, today=date(2030, 7, 1)) == []
