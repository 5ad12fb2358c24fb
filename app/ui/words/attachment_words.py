"""What is said of an attachment."""

from datetime import datetime
from typing import Any

from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.ui.workspace import Workspace

NAMES = {"jpeg": "JPEG", "pdf": "PDF", "png": "PNG", "webp": "WebP"}
ENDINGS = {"jpeg": "jpg", "pdf": "pdf", "png": "png", "webp": "webp"}
_UNITS = 1000


def attachment_words(workspace: Workspace, attachment: Attachment) -> list[str]:
    """Its kind, its size, and since when it is here."""
    day = datetime.fromisoformat(attachment.added_at).astimezone().date()
    return [
        NAMES[attachment.type], size_words(workspace, attachment.size),
        workspace.text("added on {day}", day=workspace.locale.date(day)),
    ]  # fmt: skip


def owner_words(workspace: Workspace, attachment: Attachment) -> list[str]:
    """Whose it is and with which case or sheet it is kept."""
    notebook, locale = workspace.notebook, workspace.locale
    record: Any = notebook.shelf(attachment.record_kind).find(attachment.record_id)
    student = notebook.students.find(getattr(record, "student_id", None))
    words = [student.name if student else str(getattr(record, "unfiled_name", ""))]
    if attachment.record_kind in FORM_KINDS and record is not None:
        form = workspace.library.forms.get(record.form)
        title = locale.words(form.short_title or form.title) if form else record.form
        words.append(workspace.text("{form} of {day}", form=title, day=locale.date(record.date)))
    elif attachment.record_kind == "case" and record is not None:
        words.append(workspace.text("case {reference}", reference=record.reference))
    return [word for word in words if word]


def size_words(workspace: Workspace, size: int) -> str:
    """A size as people say it."""
    thousands = max(1, round(size / _UNITS))
    if thousands < _UNITS:
        return workspace.text("{n} kB", n=thousands)
    return workspace.text("{n} MB", n=round(thousands / _UNITS))


def file_name(workspace: Workspace, attachment: Attachment) -> str:
    """A neutral name: the case and the attachment, never the person and never the name it came with."""
    owner = workspace.notebook.shelf(attachment.record_kind).find(attachment.record_id)
    case_id = attachment.record_id if attachment.record_kind == "case" else getattr(owner, "case_id", None)
    case = workspace.notebook.cases.find(case_id)
    parts = [case.reference if case else "carnet", attachment.id[:8]]
    return f"{'-'.join(parts)}.{ENDINGS[attachment.type]}"
