"""Keep a picture or a PDF with a record."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from app.errors import AttachmentNoRoom, CarnetError, DiskFull
from app.exchange.attachments.type_of import type_of
from app.exchange.attachments.untrusted_file import Source, read_untrusted
from app.exchange.attachments.viewer import AttachmentViewer
from app.models.attachment import Attachment
from app.models.changes import Changes
from app.models.harmless_name import harmless_name
from app.models.record import new_id
from app.storage.notebook import Notebook


class Added(msgspec.Struct, frozen=True):
    """The attachment, the file it was made of, and what changed: nothing when it was there already."""

    attachment: Attachment
    source: Source
    changes: Changes

    def __repr__(self) -> str:
        """Name the attachment, not its file."""
        return f"<Added {self.attachment.id[:8]}>"


def add_attachment(
    notebook: Notebook,
    *,
    kind: str,
    record_id: str,
    path: Path,
    stopped: Callable[[], bool] = lambda: False,
) -> Added:
    """Read the file, have it decoded in a process of its own, and keep it; slow.

    RecordUnknown, FileUnreadable, AttachmentTooLarge, AttachmentEmpty, AttachmentUnknownType,
    AttachmentNoRoom and the errors of AttachmentViewer. The file itself is left as it is. Stopped, and
    nothing is written, soon after `stopped` says that somebody had enough.
    """
    notebook.shelf(kind).get(record_id)
    file = harmless_name(path.name)
    content, source = read_untrusted(path, file=file)
    sha256 = hashlib.sha256(content).hexdigest()
    for attachment in notebook.attachments.of_records([record_id]):
        if attachment.sha256 == sha256:
            return Added(attachment, source, Changes())
    found = type_of(content, file=file)
    AttachmentViewer(untrusted=content, kind=found, file=file, check=True, stopped=stopped).close()
    attachment = Attachment(
        id=new_id(), record_kind=kind, record_id=record_id, name=file, type=found, size=len(content),
        sha256=sha256, author_id=notebook.author_id,
    )  # fmt: skip
    notebook.attachments.forget_abandoned()
    try:
        notebook.attachments.put_aside(attachment.id, content, stopped=stopped)
        with notebook.change() as change:
            attachment = notebook.attachments.save(attachment)
    except BaseException as failure:
        with suppress(CarnetError):  # what is left is taken back the next time something is added
            notebook.attachments.forget(attachment.id)
        if isinstance(failure, DiskFull):
            raise AttachmentNoRoom(file=file) from failure
        raise
    return Added(attachment, source, change.changes)
