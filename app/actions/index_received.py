"""Make everything that came found at once."""

from collections.abc import Mapping, Sequence

from app.actions.index_students import index_students
from app.actions.service_of import asked_by
from app.frameworks.library import Library
from app.frameworks.search_text import search_text
from app.frameworks.sheet import read
from app.models.answer import Answer
from app.models.case import Case
from app.models.form import Form
from app.models.kinds import NAMES
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
    touched = {one.id for one in saved if isinstance(one, Student)}
    touched |= {one.student_id for one in saved if isinstance(one, Case)}
    people = notebook.students.many(touched)
    people |= notebook.students.many(one.joined_into for one in people.values() if one.joined_into)
    found = [one for one in people.values() if not one.removed_at and not one.joined_into]
    if found:
        index_students(notebook, students=found)
    for one in saved:
        before = former.get(one.id)
        if isinstance(one, Student) and isinstance(before, Student) and before.name != one.name:
            notebook.search.retitle(student_id=one.id, title=one.name)
    sheets = [one for one in saved if isinstance(one, FormRecord) and not one.removed_at]
    if sheets:
        _index_sheets(notebook, library, sheets, answers)


def _index_sheets(
    notebook: Notebook, library: Library, sheets: list[FormRecord], answers: Mapping[str, list[Answer]]
) -> None:
    names = notebook.students.many(sheet.student_id for sheet in sheets if sheet.student_id)
    forms: dict[tuple[str, str], Form] = {}
    for asked in {(sheet.form, sheet.framework) for sheet in sheets}:
        seen, service = asked_by(notebook, library=library, framework=asked[1])
        forms[asked] = seen.form_for(asked[0], service)
    writings = []
    for sheet in sheets:
        form = forms[sheet.form, sheet.framework]
        values = read(form=form, record=sheet, answers=answers[sheet.id])
        student = names.get(sheet.student_id or "")
        title = student.name if student else str(getattr(sheet, "unfiled_name", ""))
        body = search_text(form=form, values=values, lists=library.lists)
        kind, day = NAMES[type(sheet)], sheet.date.isoformat()
        writings.append((kind, sheet.id, sheet.student_id, day, title, body))
    notebook.search.put_writings(writings)
