"""What a plan takes from the notebook: who signs, which version it replaces, initials on paper."""

from datetime import date
from typing import Any

import pytest

from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.file_sheet import file_sheet
from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests.builders import TODAY, guardian, kept_student
from tests.plans import kept_plan

FATHER = {"given_name": "Paulo", "relation": "father", "position": 1}
ELSEWHERE = {"street": "1, rue Neuve", "city": "Esch-la-Neuve"}


def signing(
    notebook: Notebook, library: Library, *others: dict[str, Any], born: date | None
) -> dict[str, str]:
    """The facts about signatures of a student whose mother and these others are noted."""
    student = kept_student(notebook, birth_date=born)
    save_guardian(notebook, guardian=guardian(student.id))
    for other in others:
        save_guardian(notebook, guardian=guardian(student.id, **other))
    facts = gather_facts(
        notebook, library=library, student_id=student.id, case_id=None, partner_id=None,
        author_id=notebook.author_id, locale=Locale("fr"), day=TODAY,
    )  # fmt: skip
    return {key: fact for key, fact in facts.items() if key.startswith(("guardians.", "student.is"))}


def test_parents_in_two_homes_both_sign(notebook: Notebook, library: Library) -> None:
    """Two who decide together from two homes have a line each, with their names."""
    assert signing(notebook, library, FATHER | ELSEWHERE, born=date(2011, 3, 4)) == {
        "student.is_adult": "no",
        "guardians.apart": "yes",
        "guardians.first": "Marta Da Costa",
        "guardians.second": "Paulo Da Costa",
    }


def test_parents_in_one_home_either_signs(notebook: Notebook, library: Library) -> None:
    """Together, one line without a name: whoever comes signs."""
    assert signing(notebook, library, FATHER, born=date(2011, 3, 4)) == {
        "student.is_adult": "no", "guardians.apart": "no",
    }  # fmt: skip


def test_who_is_alone_is_named(notebook: Notebook, library: Library) -> None:
    """With one guardian it is clear who signs."""
    assert signing(notebook, library, born=None)["guardians.first"] == "Marta Da Costa"


@pytest.mark.parametrize("born", [date(2008, 11, 12), date(2000, 1, 1)])
def test_nobody_signs_for_an_adult(notebook: Notebook, library: Library, born: date) -> None:
    """From the 18th birthday on the parents are asked nothing, wherever they live."""
    assert signing(notebook, library, FATHER | ELSEWHERE, born=born) == {
        "student.is_adult": "yes", "guardians.apart": "no",
    }  # fmt: skip


def test_a_version_says_what_it_replaces(notebook: Notebook, library: Library) -> None:
    """On its paper, in the language of the paper; a first version says nothing."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    made = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    second = open_sheet(notebook, library=library, kind="plan", record_id=made.id)
    papers = [
        prepare_paper(notebook, library=library, sheet=sheet, locale=Locale("en")).facts
        for sheet in (first, second)
    ]
    assert [facts.get("record.replaces") for facts in papers] == [None, "version 1 of 12/11/2026"]


def test_initials_leave_no_name(notebook: Notebook, library: Library) -> None:
    """With initials neither the name nor the day of birth is on the paper."""
    sheet = kept_plan(notebook, library, student_id=kept_student(notebook).id)
    whole = prepare_paper(notebook, library=library, sheet=sheet, locale=Locale("fr")).facts
    short = prepare_paper(notebook, library=library, sheet=sheet, locale=Locale("fr"), as_initials=True).facts
    assert whole["student.name"] == "Inês Da Costa"
    assert short["student.name"] == "I. D. C."
    assert "student.birth" not in short
    assert "Da Costa" not in short["student.name"]


def test_versions_stay_together(notebook: Notebook, library: Library) -> None:
    """A plan filed to another student takes every version along, and each is found there."""
    wrong, right = kept_student(notebook), kept_student(notebook, given_name="Léa", roster_key="2")
    first = kept_plan(notebook, library, student_id=wrong.id)
    second = new_version(notebook, library=library, record_id=first.record.id, today=TODAY).plan
    file_sheet(notebook, library=library, kind="plan", record_id=second.id, student_id=right.id, today=TODAY)
    assert notebook.plans.of_student([wrong.id]) == []
    plans = notebook.plans.of_student([right.id])
    assert {plan.id for plan in plans} == {first.record.id, second.id}
    assert len({plan.case_id for plan in plans}) == 1
    assert {hit.student_id for hit in notebook.search.writings("menuisier")} == {right.id}
