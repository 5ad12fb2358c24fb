"""A paper that left leaves again, byte for byte."""

from pathlib import Path

import msgspec

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.noted_file import noted_file
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.record import new_id, now
from app.storage.notebook import Notebook


def save_again(notebook: Notebook, *, disclosure_id: str, path: Path, recipient: str, ground: str) -> Changes:
    """Write the file and a new line in the ledger, or neither; FileNotWritten, PaperLost."""
    line, pdf = _again(notebook, disclosure_id, "saved", recipient, ground)
    with noted_file() as write, notebook.change() as change:
        keep_sent(notebook, line=line, pdf=pdf)
        write(pdf, path)
    return change.changes


def note_printed_again(notebook: Notebook, *, disclosure_id: str, recipient: str, ground: str) -> Changes:
    """A new line in the ledger: it was printed once more. PaperLost."""
    line, pdf = _again(notebook, disclosure_id, "printed", recipient, ground)
    return keep_sent(notebook, line=line, pdf=pdf)


def _again(
    notebook: Notebook, disclosure_id: str, means: Means, recipient: str, ground: str
) -> tuple[Disclosure, bytes]:
    before = notebook.disclosures.get(disclosure_id)
    line = msgspec.structs.replace(
        before, id=new_id(), at=now(), means=means, recipient=recipient, ground=ground,
        author_id=notebook.author_id, circle="", scope="",
    )  # fmt: skip
    return line, notebook.sent_papers.content(before.paper)
