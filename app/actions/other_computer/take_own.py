"""What is written differently when a package comes from one's own other computer."""

from collections.abc import Mapping, Sequence

import msgspec

from app.actions.index.index_demand import index_advice, index_request
from app.actions.index.index_received import index_received, index_received_people, people_of
from app.actions.index.index_sheets import index_sheets
from app.actions.index.index_student import index_student
from app.frameworks.library import Library
from app.models.advice import Advice
from app.models.answer import Answer
from app.models.case import Case
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord, Record
from app.models.request import Request
from app.models.student import Student
from app.storage.notebook import Notebook


class OwnReferences:
    """Both computers number cases alike; the case with the lower identifier keeps the number on both."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._given: dict[str, str] = {}

    def free(self, case: Case, _former: Case | None = None) -> str:
        """The reference as it came, or "2026-0001/2"; where it goes first, the one here takes that."""
        holder = self._notebook.cases.by_reference(case.reference)
        if holder is not None and case.id < holder.id and self._given.get(case.reference) is None:
            other = msgspec.structs.replace(holder, reference=self._next(case.reference, holder.id))
            with self._notebook.history.written_by(self._notebook.author_id):  # also of a case given away
                self._notebook.cases.save(other)
            self._given[other.reference] = other.id
        wanted = (
            case.reference if self._is_free(case.reference, case.id) else self._next(case.reference, case.id)
        )
        self._given[wanted] = case.id
        return wanted

    def _next(self, reference: str, case_id: str) -> str:
        n = 2
        while not self._is_free(f"{reference}/{n}", case_id):
            n += 1
        return f"{reference}/{n}"

    def _is_free(self, reference: str, case_id: str) -> bool:
        holder = self._notebook.cases.by_reference(reference)
        return self._given.get(reference, case_id) == case_id and (holder is None or holder.id == case_id)


def index_own(
    notebook: Notebook,
    *,
    library: Library,
    saved: Sequence[Record],
    former: Mapping[str, Record],
    answers: Mapping[str, list[Answer]],
) -> None:
    """Make all that came found at once, and what now lies in the bin found no more; inside a change.

    `former` is what stood here before, `answers` what the saved sheets say.
    """
    students = {one.id: one for one in saved if isinstance(one, Student)}
    index_received_people(notebook, people_of(saved))
    for student in students.values():
        if student.removed_at or student.joined_into:
            index_student(notebook, student=student)
        before = former.get(student.id)
        if isinstance(before, Student) and before.name != student.name:
            notebook.search.retitle(student_id=student.id, title=student.name)
    sheets = {one.id: one for one in saved if isinstance(one, FormRecord)}
    requests = {one.id: one for one in saved if isinstance(one, Request)}
    moved = [
        other
        for one in students.values()
        if _place(former.get(one.id)) not in (None, _place(one))
        for other in notebook.students.ids_of(one.id)
    ]
    if moved:  # what is written about somebody follows them into the bin and out of it
        for kind in FORM_KINDS:
            sheets |= {one.id: one for one in notebook.sheets(kind).of_student(moved)}
        requests |= {one.id: one for one in notebook.requests.of_students(moved)}
    _index_sheets(notebook, library, list(sheets.values()), answers)
    for request in requests.values():
        index_request(notebook, request=request)
    for advice in saved:
        if isinstance(advice, Advice):
            index_advice(notebook, advice=advice)


def index_decided(
    notebook: Notebook,
    *,
    library: Library,
    saved: Sequence[Record],
    former: Mapping[str, Record],
    answers: Mapping[str, list[Answer]],
) -> None:
    """The same after a decision; where there is no other computer, as after any package."""
    index = index_received if notebook.correspondents.oneself() is None else index_own
    index(notebook, library=library, saved=saved, former=former, answers=answers)


def _place(record: Record | None) -> tuple[bool, str | None] | None:
    """Whether a student lies in the bin, and with whom they were joined."""
    return (bool(record.removed_at), record.joined_into) if isinstance(record, Student) else None


def _index_sheets(
    notebook: Notebook, library: Library, sheets: list[FormRecord], answers: Mapping[str, list[Answer]]
) -> None:
    whose = notebook.students.many(one.student_id for one in sheets if one.student_id)
    roots = notebook.students.many(one.joined_into for one in whose.values() if one.joined_into)
    hidden = {key for key, one in whose.items() if roots.get(one.joined_into or "", one).removed_at}
    shown = []
    for one in sheets:
        if one.removed_at or one.student_id in hidden:
            notebook.search.drop(one.id)
        else:
            shown.append(one)
    said = dict(answers)
    for kind in FORM_KINDS:
        said |= {
            key: found
            for key, found in notebook.sheets(kind).answers_of(one.id for one in shown).items()
            if key not in answers
        }
    if shown:
        index_sheets(notebook, library=library, sheets=shown, answers=said)
