"""Cases nobody put away."""

from collections.abc import Iterable

from app.models.case import Case
from app.storage.notebook import Notebook


def present_cases(notebook: Notebook, *, case_ids: Iterable[str]) -> dict[str, Case]:
    """Those of these cases that are in no bin, neither themselves nor with their student."""
    cases = {one.id: one for one in notebook.cases.many(case_ids).values() if not one.removed_at}
    students = notebook.students.many(case.student_id for case in cases.values())
    students |= notebook.students.many(one.joined_into for one in students.values() if one.joined_into)
    away = {one.id for one in students.values() if one.removed_at}
    away |= {one.id for one in students.values() if one.joined_into in away}
    return {one.id: one for one in cases.values() if one.student_id not in away}
