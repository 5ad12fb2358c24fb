"""A case booklet leaves: its line in the ledger, its bytes as they left, whose words are in it."""

from collections.abc import Sequence
from pathlib import Path

from app.actions.disclosure.keep_sent import Means, keep_sent
from app.actions.disclosure.name_disclosed import BOOKLET
from app.actions.disclosure.noted_file import noted_file
from app.models.case import Case
from app.models.changes import Changes
from app.models.disclosure import Disclosure, Scope
from app.storage.notebook import Notebook

_VERSION = 1


def note_booklet(
    notebook: Notebook, *, case: Case, pdf: bytes, inside: Sequence[str], means: Means, recipient: str,
    ground: str, language: str, cover: str = BOOKLET, circle: str = "", scope: Scope = "",
) -> Changes:  # fmt: skip
    """All of it or nothing; `inside` are the sheets it shows, so that it goes when one of them is erased.

    `cover` says which of the papers made of a whole case it is.
    """
    line = Disclosure(
        record_kind="case", record_id=case.id, case_id=case.id, student_id=case.student_id,
        what=f"{cover} v{_VERSION}", means=means, recipient=recipient, ground=ground, language=language,
        author_id=notebook.author_id, circle=circle, scope=scope,
    )  # fmt: skip
    return keep_sent(notebook, line=line, pdf=pdf, inside=inside)


def hand_out_booklet(
    notebook: Notebook, *, case: Case, pdf: bytes, inside: Sequence[str], path: Path, recipient: str,
    ground: str, language: str, cover: str = BOOKLET, circle: str = "", scope: Scope = "",
) -> Changes:  # fmt: skip
    """The file too, or nothing; FileNotWritten."""
    with noted_file() as write, notebook.change() as change:
        note_booklet(
            notebook, case=case, pdf=pdf, inside=inside, means="saved", recipient=recipient, ground=ground,
            language=language, cover=cover, circle=circle, scope=scope,
        )  # fmt: skip
        write(pdf, path)
    return change.changes
