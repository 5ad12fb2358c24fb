"""Look at an attachment inside the notebook."""

from app.exchange.attachments.viewer import AttachmentViewer
from app.storage.notebook import Notebook


def look_at_attachment(notebook: Notebook, *, attachment_id: str) -> AttachmentViewer:
    """Its pages, decoded in a process of its own: close it afterwards. RecordUnknown, AttachmentLost."""
    attachment = notebook.attachments.get(attachment_id)
    return AttachmentViewer(
        untrusted=notebook.attachments.content(attachment), kind=attachment.type, file=attachment.name
    )
