"""Letters leave: as paper or as a file, one line in the ledger for each."""

from collections.abc import Sequence
from pathlib import Path

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.noted_file import noted_file
from app.models.changes import Changes
from app.models.disclosure import Disclosure, Scope
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class OutgoingLetter(Discreet, kw_only=True, frozen=True):
    """What the ledger says of one letter; `what` is its key and version, e.g. "l1-invitation v1".

    `circle` is a code of list `share-circles`, `scope` measured by what the service proposes for it.
    """

    what: str
    student_id: str
    case_id: str | None
    recipient: str
    language: str
    circle: str = ""
    scope: Scope = ""


def record_letters(
    notebook: Notebook, *, letters: Sequence[OutgoingLetter], pdf: bytes, means: Means, ground: str
) -> Changes:
    """A line for each letter and the file they are in, kept once as it left; all or none.

    `ground` is a code of list `disclosure-grounds`.
    """
    with notebook.change() as change:
        for letter in letters:
            line = Disclosure(
                record_kind="letter", record_id=None, case_id=letter.case_id, student_id=letter.student_id,
                what=letter.what, means=means, recipient=letter.recipient, ground=ground,
                language=letter.language, author_id=notebook.author_id, circle=letter.circle,
                scope=letter.scope,
            )  # fmt: skip
            keep_sent(notebook, line=line, pdf=pdf)
    return change.changes


def hand_out_letters(
    notebook: Notebook, *, letters: Sequence[OutgoingLetter], pdf: bytes, path: Path, ground: str
) -> Changes:
    """The file and a line for each letter in it, or neither."""
    with noted_file() as write, notebook.change():
        changes = record_letters(notebook, letters=letters, pdf=pdf, means="saved", ground=ground)
        write(pdf, path)
    return changes
