"""Put an attachment where the person wants it; the ledger says so."""

import os
from contextlib import suppress
from pathlib import Path

from app import whole_file
from app.actions.agreements.look_at_lapses import hold_back
from app.errors import FileNotWritten, NameTaken
from app.models.changes import Changes
from app.models.disclosure import Disclosure, Scope
from app.storage.notebook import Notebook


def save_attachment(
    notebook: Notebook, *, attachment_id: str, path: Path, recipient: str, ground: str, language: str,
    replace: bool = False, circle: str = "", scope: Scope = "",
) -> Changes:  # fmt: skip
    """Write the very bytes that were added and a line in the ledger; both or none.

    `ground` is a code of list `disclosure-grounds`, `circle` one of list `share-circles`; `scope` says
    whether it was more than the service proposes for that circle. NameTaken when something lies there and
    nobody agreed to `replace` it, FileNotWritten, AttachmentLost, AgreementOver.
    """
    attachment = notebook.attachments.get(attachment_id)
    owner = notebook.shelf(attachment.record_kind).find(attachment.record_id)
    case_id = attachment.record_id if attachment.record_kind == "case" else getattr(owner, "case_id", None)
    line = Disclosure(
        record_kind="attachment", record_id=attachment.id, case_id=case_id,
        student_id=getattr(owner, "student_id", None), what=f"attachment {attachment.type}", means="saved",
        recipient=recipient, ground=ground, language=language, author_id=notebook.author_id,
        circle=circle, scope=scope,
    )  # fmt: skip
    hold_back(notebook, line, is_picture=attachment.type != "pdf")
    _write(path, notebook.attachments.content(attachment), replace=replace)
    try:
        with notebook.change() as change:
            notebook.disclosures.add(line)
            change.note("disclosure", line.id)
    except BaseException:
        with suppress(OSError):  # nothing leaves without its line
            path.unlink()
        raise
    return change.changes


def _write(path: Path, content: bytes, *, replace: bool) -> None:
    """The file whole or not at all."""
    try:
        if not replace:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # the name is ours now
        try:
            whole_file.write(path=path, content=content)
        except OSError:
            if not replace:
                path.unlink()
            raise
    except FileExistsError as error:
        raise NameTaken from error
    except OSError as error:
        raise FileNotWritten from error
