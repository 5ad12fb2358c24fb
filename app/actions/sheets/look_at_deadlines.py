"""Dates of files that come near: until when one is to be handed in, until when what it gave lasts."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.frameworks.library import Library
from app.models.discreet import Discreet
from app.models.form import Form, Question
from app.models.paper import Paper
from app.models.student import Student
from app.storage.notebook import Notebook

_DATED = ("deadline", "renewal")
_DONE = ("sent", "decided")
_LATE = timedelta(days=30)  # after that it is no news


class Deadline(Discreet, frozen=True, kw_only=True):
    """`what` is the question the day was written under."""

    record: Paper
    form: Form
    student: Student
    what: Question
    day: date


def look_at_deadlines(notebook: Notebook, *, library: Library, day: date) -> list[Deadline]:
    """Those whose forms ask to be spoken of by now, the soonest first.

    A file that was sent or decided has met its deadline; what lasts until a day needs nothing more once a
    later sheet on that form is there. Of a case that was given the colleague is asked.
    """
    asking = {key: dated for key, form in library.forms.items() if (dated := _dated(form))}
    records = notebook.papers.on_forms(asking) if asking else []
    if not records:
        return []
    answers = notebook.papers.answers_of(record.id for record in records)
    given = notebook.transfers.handovers.given()
    students = notebook.students.many(record.student_id for record in records if record.student_id)
    students |= notebook.students.many(one.joined_into for one in students.values() if one.joined_into)
    last: dict[tuple[str, str], Paper] = {}
    for record in records:  # oldest first
        last[record.form, record.student_id or ""] = record
    found = []
    for record in records:
        student = students.get(record.student_id or "")
        student = students.get(student.joined_into or "", student) if student else None
        if student is None or student.removed_at or record.case_id in given:
            continue
        said = {answer.question: answer.value for answer in answers.get(record.id, [])}
        renewed = last[record.form, record.student_id or ""].id != record.id
        form = library.forms[record.form]
        for what in asking[record.form]:
            when = _day(said, what.key)
            if when is None or not when - timedelta(days=what.ahead) <= day <= when + _LATE:
                continue
            if renewed if what.role == "renewal" else _met(form, said):
                continue
            found.append(Deadline(record=record, form=form, student=student, what=what, day=when))
    return sorted(found, key=lambda one: (one.day, one.student.listed_name))


def _dated(form: Form) -> list[Question]:
    return (
        [one for one in form.questions if one.role in _DATED and one.ahead] if form.record == "paper" else []
    )


def _met(form: Form, said: Mapping[str, object]) -> bool:
    return any(one.role in _DONE and said.get(one.key) for one in form.questions)


def _day(said: Mapping[str, object], key: str) -> date | None:
    try:
        return date.fromisoformat(str(said.get(key) or ""))
    except ValueError:
        return None
