"""What is said of an attachment."""

from datetime import datetime
from typing import Any

from app.actions.attachments.tell_file import TYPES, size_said
from app.models.attachment import Attachment
from app.models.kinds import FORM_KINDS
from app.ui.workspace import Workspace

ENDINGS = {"jpeg": "jpg", "pdf": "pdf", "png": "png", "webp": "webp"}


def attachment_words(workspace: Workspace, attachment: Attachment, sender: str = "") -> list[str]:
    """Its kind, its size, since when there is one, and who sent it where somebody did."""
    day = datetime.fromisoformat(attachment.added_at).astimezone().date()
    return [
        TYPES[attachment.type], size_said(attachment.size, workspace.locale),
        workspace.text("added on {day}", day=workspace.locale.date(day)),
        *([workspace.text("came from {name}", name=sender)] if sender else []),
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


def file_name(workspace: Workspace, attachment: Attachment) -> str:
    """A neutral name: the case and the attachment, never the person and never the name it came with."""
    owner = workspace.notebook.shelf(attachment.record_kind).find(attachment.record_id)
    case_id = attachment.record_id if attachment.record_kind == "case" else getattr(owner, "case_id", None)
    case = workspace.notebook.cases.find(case_id)
    parts = [case.reference if case else "carnet", attachment.id[:8]]
    return f"{'-'.join(parts)}.{ENDINGS[attachment.type]}"
