"""Make everything that came found at once."""

from collections.abc import Iterable, Mapping, Sequence

from app.actions.index.index_sheets import index_sheets
from app.actions.index.index_students import index_students
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.case import Case
from app.models.record import FormRecord, Record
from app.models.student import Student
from app.storage.notebook import Notebook


def index_received(
    notebook: Notebook,
    *,
    library: Library,
    saved: Sequence[Record],
    former: Mapping[str, Record],
    answers: Mapping[str, list[Answer]],
) -> None:
    """Put students and sheets into the search, set-based; inside a change.

    `former` is what stood here before, `answers` what the saved sheets say. Who lies in the bin or was
    joined into another is not found under their own name.
    """
    index_received_people(notebook, people_of(saved))
    index_received_sheets(notebook, library=library, saved=saved, former=former, answers=answers)


def people_of(saved: Sequence[Record]) -> set[str]:
    """The students whose entry these records change."""
    touched = {one.id for one in saved if isinstance(one, Student)}
    return touched | {one.student_id for one in saved if isinstance(one, Case)}


def index_received_people(notebook: Notebook, touched: Iterable[str]) -> None:
    """The students alone, all that came at once: their index is put together anew each time."""
    people = notebook.students.many(touched)
    people |= notebook.students.many(one.joined_into for one in people.values() if one.joined_into)
    found = [one for one in people.values() if not one.removed_at and not one.joined_into]
    if found:
        index_students(notebook, students=found)


def index_received_sheets(
    notebook: Notebook,
    *,
    library: Library,
    saved: Sequence[Record],
    former: Mapping[str, Record],
    answers: Mapping[str, list[Answer]],
) -> None:
    """The sheets, under the name their student has now."""
    for one in saved:
        before = former.get(one.id)
        if isinstance(one, Student) and isinstance(before, Student) and before.name != one.name:
            notebook.search.retitle(student_id=one.id, title=one.name)
    sheets = [one for one in saved if isinstance(one, FormRecord) and not one.removed_at]
    if sheets:
        index_sheets(notebook, library=library, sheets=sheets, answers=answers)
