"""Sheets of one person that were joined on both computers, each without knowing of the other."""

import msgspec

from app.actions.index.index_student import index_student
from app.models.student import Student
from app.storage.notebook import Notebook


def mend_joins(notebook: Notebook) -> None:
    """Everybody is joined with a sheet that stands on its own, the same one on both; inside a change.

    Joined with each other, or with one that was joined further, they would be found nowhere.
    """
    sheets = {one.id: one for one in [*notebook.students.list(), *notebook.students.list(removed=True)]}
    joined = {one.id: one.joined_into for one in sheets.values() if one.joined_into}
    mended: list[Student] = []
    for student_id, former in joined.items():
        root = _root(student_id, joined)
        if root not in (former, student_id):
            mended.append(msgspec.structs.replace(sheets[student_id], joined_into=root))
        elif root == student_id:
            mended.append(msgspec.structs.replace(sheets[student_id], joined_into=None))
    for student in mended:
        index_student(notebook, student=notebook.students.save(student))
    for root in {one.joined_into or one.id for one in mended}:
        index_student(notebook, student=notebook.students.get(root))


def _root(student_id: str, joined: dict[str, str]) -> str:
    """The one at the end; of those joined in a ring the one with the lowest identifier."""
    passed = [student_id]
    while (following := joined.get(passed[-1])) is not None:
        if following in passed:
            return min(passed[passed.index(following) :])
        passed.append(following)
    return passed[-1]
