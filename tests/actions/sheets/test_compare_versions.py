"""Two versions side by side."""

from app.actions.sheets.compare_versions import compare_versions
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import TODAY, kept_student
from tests.plans import CARPENTER, STAY, kept_plan


def go_on(notebook: Notebook, library: Library, record_id: str, **values: object) -> str:
    """Another version with these answers."""
    made = new_version(notebook, library=library, record_id=record_id, today=TODAY)
    sheet = open_sheet(notebook, library=library, kind="plan", record_id=made.plan.id)
    finish_sheet(notebook, library=library, sheet=sheet, values=sheet.values | values, today=TODAY)
    return made.plan.id


def test_a_version_is_compared_with_the_one_before(notebook: Notebook, library: Library) -> None:
    """What changed since the last version, or since any other that is chosen."""
    first = kept_plan(notebook, library, student_id=kept_student(notebook).id).record.id
    second = go_on(notebook, library, first, wishes="Travailler le bois.")
    third = go_on(notebook, library, second, alternatives=[CARPENTER, STAY])
    beside_second = compare_versions(notebook, library=library, record_id=third)
    assert beside_second is not None
    assert [one.question for one in beside_second.differences] == ["alternatives"]
    assert [plan.version for plan in beside_second.earlier] == [2, 1]
    beside_first = compare_versions(notebook, library=library, record_id=third, with_id=first)
    assert beside_first is not None
    assert beside_first.before.record.id == first
    assert [one.question for one in beside_first.differences] == ["wishes", "alternatives"]


def test_a_first_version_has_nothing_beside_it(notebook: Notebook, library: Library) -> None:
    """There is nothing to compare where there is but one."""
    first = kept_plan(notebook, library, student_id=None).record.id
    assert compare_versions(notebook, library=library, record_id=first) is None


def test_an_unknown_version_is_as_good_as_none(notebook: Notebook, library: Library) -> None:
    """Asked for a version that is not among the earlier ones, the one before it is taken."""
    first = kept_plan(notebook, library, student_id=None).record.id
    second = go_on(notebook, library, first, wishes="Autre")
    found = compare_versions(notebook, library=library, record_id=second, with_id="f" * 32)
    assert found is not None
    assert found.before.record.id == first
