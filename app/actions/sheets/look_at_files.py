"""Files that are brought together paper by paper: what is missing in each, until when, what was sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.frameworks.kinds import TEXTS
from app.frameworks.library import Library
from app.frameworks.sheet import read
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.discreet import Discreet
from app.models.form import Form, Question, Role, Values
from app.models.paper import Paper
from app.models.student import Student
from app.models.value_list import ValueList
from app.storage.notebook import Notebook

Lists = Mapping[str, ValueList]


class GatheredFile(Discreet, kw_only=True, frozen=True):
    """One file; `missing` are papers in words, `expected` counts those there should be.

    `busy` says that somebody has begun to change it and not finished.
    """

    record: Paper
    form: Form
    student: Student | None
    reference: str
    missing: tuple[str, ...]
    expected: int
    deadline: date | None = None
    sent: date | None = None
    decided: date | None = None
    busy: bool = False

    @property
    def complete(self) -> bool:
        """Whether papers are expected and all of them are here."""
        return self.expected > 0 and not self.missing

    def days_left(self, today: date) -> int | None:
        """Until the deadline, less than nothing after it; None where there is none or it was met."""
        return None if self.deadline is None or self.sent or self.decided else (self.deadline - today).days


def gathers(form: Form) -> bool:
    """Whether a form is such a file."""
    return form.record == "paper" and any(question.here_if for question in form.questions)


def look_at_files(notebook: Notebook, *, library: Library, locale: Locale) -> list[GatheredFile]:
    """Every such file, the nearest deadline first, those without one last; what lies in the bin is not."""
    records = notebook.papers.on_forms(key for key, form in library.forms.items() if gathers(form))
    answers = notebook.papers.answers_of(record.id for record in records)
    students = notebook.students.many(one.student_id for one in records if one.student_id)
    students |= notebook.students.many(one.joined_into for one in students.values() if one.joined_into)
    cases = notebook.cases.many(one.case_id for one in records if one.case_id)
    drafts = {draft.record_id for draft in notebook.drafts.list()}
    lists = library.lists_for(notebook.framework)
    found = []
    for record in records:
        student = students.get(record.student_id or "")
        student = students.get(student.joined_into or "", student) if student else None
        if student is not None and student.removed_at:
            continue
        form = library.form_of(record.form, record.framework or notebook.framework)
        values = read(form=form, record=record, answers=answers.get(record.id, []))
        tables = [(one, values.get(one.key) or []) for one in form.questions if one.here_if]
        days, case = _days(form, values), cases.get(record.case_id or "")
        found.append(
            GatheredFile(
                record=record, form=form, student=student, reference=case.reference if case else "",
                missing=tuple(words for one, rows in tables for words in _missing(one, rows, lists, locale)),
                expected=sum(len(rows) for _, rows in tables), busy=record.id in drafts,
                deadline=days.get("deadline"), sent=days.get("sent"), decided=days.get("decided"),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (one.deadline is None, one.deadline or date.max, one.record.date))


def _days(form: Form, values: Values) -> dict[Role, date]:
    """What its dates say to whoever lists it."""
    return {
        question.role: date.fromisoformat(values[question.key])
        for question in form.questions
        if question.role and values.get(question.key)
    }


def _missing(
    question: Question, rows: Sequence[Mapping[str, Any]], lists: Lists, locale: Locale
) -> list[str]:
    """The rows that are not here yet, in words, with what was noted beside them."""
    here, named = question.here_if, question.columns[0]
    noted = [column.key for column in question.columns[1:] if column.kind in TEXTS]
    said = []
    for row in rows:
        if here is None or row.get(here.column) in here.is_any:
            continue
        beside = " ".join(str(row.get(key) or "") for key in noted).strip()
        words = shown(question=named, value=row.get(named.key), lists=lists, locale=locale) or beside
        said.append(
            locale.text("{what} ({note})", what=words, note=beside) if beside != words and beside else words
        )
    return [words for words in said if words]
