"""Letters leave: as paper or as a file, one line in the ledger for each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from app.actions.noted_file import noted_file
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class OutgoingLetter(Discreet, kw_only=True, frozen=True):
    """What the ledger says of one letter; `what` is its key and version, e.g. "l1-invitation v1"."""

    what: str
    student_id: str
    case_id: str | None
    recipient: str
    language: str


def record_letters(
    notebook: Notebook, *, letters: Sequence[OutgoingLetter], means: Literal["printed", "saved"], ground: str
) -> Changes:
    """A line for each letter, all or none; `ground` is a code of list `disclosure-grounds`."""
    with notebook.change() as change:
        for letter in letters:
            line = Disclosure(
                record_kind="letter", record_id=None, case_id=letter.case_id, student_id=letter.student_id,
                what=letter.what, means=means, recipient=letter.recipient, ground=ground,
                language=letter.language, author_id=notebook.author_id,
            )  # fmt: skip
            notebook.disclosures.add(line)
            notebook.audit.add(
                means, kind="student", record_id=letter.student_id, detail=letter.what.split(" ")[0]
            )
            change.note("disclosure", line.id)
    return change.changes


def hand_out_letters(
    notebook: Notebook, *, letters: Sequence[OutgoingLetter], pdf: bytes, path: Path, ground: str
) -> Changes:
    """The file and a line for each letter in it, or neither."""
    with noted_file() as write, notebook.change():
        changes = record_letters(notebook, letters=letters, means="saved", ground=ground)
        write(pdf, path)
    return changes
