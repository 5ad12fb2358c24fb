"""Open a sheet that exists, or a draft of one that was never finished."""

from datetime import date, datetime

from app.actions.service_of import asked_by
from app.actions.sheets.sheet import Sheet
from app.errors import RecordUnknown
from app.frameworks.library import Library
from app.frameworks.sheet import read, unasked
from app.models.form import Form, Values
from app.models.kinds import FORM_KINDS
from app.models.record import FormRecord
from app.storage.notebook import Notebook


def open_sheet(notebook: Notebook, *, library: Library, kind: str, record_id: str) -> Sheet:
    """The whole sheet with its draft; RecordUnknown when there is neither."""
    shelf, draft = notebook.sheets(kind), notebook.drafts.get(record_id)
    record = shelf.find(record_id)
    if record is None and draft is None:
        raise RecordUnknown(reference=record_id[:8])
    if record is None:
        assert draft is not None
        record = FORM_KINDS[kind](
            id=record_id, form=draft.form, form_version=draft.form_version, author_id=notebook.author_id,
            student_id=draft.student_id, case_id=draft.case_id, date=_day_of(draft.at),
            framework=str(draft.content.get("framework", "")),
        )  # fmt: skip
        form = _form(notebook, library, record)
        return Sheet(kind=kind, form=form, record=record, values={}, draft=draft, is_new=True)
    form = _form(notebook, library, record)
    answers = shelf.answers(record_id)
    values = read(form=form, record=record, answers=answers)
    return Sheet(
        kind=kind, form=form, record=record, draft=draft, unasked=unasked(form=form, answers=answers),
        values=values | _decided(notebook, record_id, [q.key for q in form.questions if q.kind == "tasks"]),
    )  # fmt: skip


def _form(notebook: Notebook, library: Library, record: FormRecord) -> Form:
    seen, service = asked_by(notebook, library=library, framework=record.framework)
    return seen.form_for(record.form, service)


def _day_of(at: str) -> date:
    return datetime.fromisoformat(at).astimezone().date()


def _decided(notebook: Notebook, record_id: str, questions: list[str]) -> Values:
    rows = [
        {
            "id": task.id,
            "text": task.text,
            "who": task.who,
            "due": task.due.isoformat() if task.due else None,
            "done": task.done_at is not None,
        }
        for task in notebook.tasks.of_source(record_id)
    ]
    return {key: rows for key in questions[:1] if rows}
