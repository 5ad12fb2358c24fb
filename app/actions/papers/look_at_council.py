"""What may be said of a whole class in a meeting: the lines with an agreement, student by student."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.frameworks.library import Library
from app.frameworks.said_rows import printed_rows, said_rows
from app.frameworks.sheet import read
from app.models.discreet import Discreet
from app.models.form import Form, Question
from app.models.paper import Paper
from app.models.school_year import first_day
from app.models.student import Student
from app.storage.notebook import Notebook


class CouncilSheet(Discreet, kw_only=True, frozen=True):
    """One student's contribution; `kept` counts the lines that nobody agreed to."""

    record: Paper
    question: Question
    student: Student
    lines: tuple[str, ...]
    kept: int


def speaks(form: Form) -> Question | None:
    """The lines of a form that may be said with an agreement, or None."""
    return next((one for one in form.questions if one.rows_if is not None), None)


def meetings(notebook: Notebook, *, library: Library, today: date) -> dict[str, list[date]]:
    """The days of such contributions in this school year by class, the newest first."""
    found: dict[str, set[date]] = {}
    for record, student in _this_year(notebook, library, today):
        found.setdefault(student.class_name, set()).add(record.date)
    return {name: sorted(found[name], reverse=True) for name in sorted(found)}


def look_at_council(
    notebook: Notebook, *, library: Library, class_name: str, day: date, today: date
) -> list[CouncilSheet]:
    """The contributions to one meeting of a class, in the order of names; each student’s newest sheet."""
    some = [
        (record, student)
        for record, student in _this_year(notebook, library, today)
        if student.class_name == class_name and record.date == day
    ]
    answers = notebook.papers.answers_of(record.id for record, _ in some)
    by_student: dict[str, CouncilSheet] = {}
    for record, student in some:
        form = library.form_of(record.form, record.framework or notebook.framework)
        question = speaks(form)
        if question is None:
            continue
        rows = read(form=form, record=record, answers=answers.get(record.id, [])).get(question.key)
        agreed = _words(question, printed_rows(question, rows))
        by_student[student.id] = CouncilSheet(
            record=record, question=question, student=student, lines=agreed,
            kept=len(_words(question, said_rows(question, rows))) - len(agreed),
        )  # fmt: skip
    return sorted(by_student.values(), key=lambda one: one.student.listed_name.casefold())


def _words(question: Question, rows: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    said = (" ".join(str(row.get(question.columns[0].key) or "").split()) for row in rows)
    return tuple(words for words in said if words)


def _this_year(notebook: Notebook, library: Library, today: date) -> list[tuple[Paper, Student]]:
    records = [
        record
        for record in notebook.papers.on_forms(key for key, form in library.forms.items() if speaks(form))
        if record.student_id and record.date >= first_day(today)
    ]
    students = notebook.students.many(record.student_id or "" for record in records)
    students |= notebook.students.many(one.joined_into for one in students.values() if one.joined_into)
    found = []
    for record in records:
        student = students.get(record.student_id or "")
        student = students.get(student.joined_into or "", student) if student else None
        if student is not None and not student.removed_at:
            found.append((record, student))
    return found
