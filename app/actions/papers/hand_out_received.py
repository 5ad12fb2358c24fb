"""The list of who has received what leaves: as paper or as a file, with a line of its own."""

from pathlib import Path

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.noted_file import noted_file
from app.actions.papers.prepare_received import RECEIVED
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.storage.notebook import Notebook

_VERSION = 1


def note_received(
    notebook: Notebook, *, student_id: str, pdf: bytes, means: Means, recipient: str, ground: str,
    language: str, circle: str = "",
) -> Changes:  # fmt: skip
    """The line in the ledger and the very bytes."""
    line = Disclosure(
        record_kind="student", record_id=student_id, case_id=None, student_id=student_id,
        what=f"{RECEIVED} v{_VERSION}", means=means, recipient=recipient, ground=ground, language=language,
        author_id=notebook.author_id, circle=circle,
    )  # fmt: skip
    return keep_sent(notebook, line=line, pdf=pdf)


def hand_out_received(
    notebook: Notebook, *, student_id: str, pdf: bytes, path: Path, recipient: str, ground: str,
    language: str, circle: str = "",
) -> Changes:  # fmt: skip
    """The file too, or nothing; FileNotWritten."""
    with noted_file() as write, notebook.change() as change:
        note_received(
            notebook, student_id=student_id, pdf=pdf, means="saved", recipient=recipient, ground=ground,
            language=language, circle=circle,
        )  # fmt: skip
        write(pdf, path)
    return change.changes
