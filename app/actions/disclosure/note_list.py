"""A paper about several sheets leaves: one line in the ledger for each, its bytes kept once."""

from collections.abc import Iterable
from pathlib import Path

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.noted_file import noted_file
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.paper import Paper
from app.storage.notebook import Notebook

_VERSION = 1


def note_list(
    notebook: Notebook, *, records: Iterable[Paper], what: str, pdf: bytes, means: Means, recipient: str,
    ground: str, language: str,
) -> Changes:  # fmt: skip
    """All of it or nothing; `what` is the key of the paper, `ground` a code of list `disclosure-grounds`."""
    with notebook.change() as change:
        for record in records:
            line = Disclosure(
                record_kind="paper", record_id=record.id, case_id=record.case_id,
                student_id=record.student_id, what=f"{what} v{_VERSION}", means=means, recipient=recipient,
                ground=ground, language=language, author_id=notebook.author_id,
            )  # fmt: skip
            keep_sent(notebook, line=line, pdf=pdf)
    return change.changes


def hand_out_list(
    notebook: Notebook, *, records: Iterable[Paper], what: str, pdf: bytes, path: Path, recipient: str,
    ground: str, language: str,
) -> Changes:  # fmt: skip
    """The file too, or nothing; FileNotWritten."""
    with noted_file() as write, notebook.change() as change:
        note_list(
            notebook, records=records, what=what, pdf=pdf, means="saved", recipient=recipient, ground=ground,
            language=language,
        )  # fmt: skip
        write(pdf, path)
    return change.changes
