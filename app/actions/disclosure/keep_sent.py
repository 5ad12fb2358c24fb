"""A paper that leaves: its line in the ledger, its bytes as they are, and the log that binds the two."""

from collections.abc import Iterable
from typing import Literal, cast

import msgspec

from app.actions.agreements.look_at_lapses import hold_back
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.storage.notebook import Notebook

Means = Literal["printed", "saved"]


def keep_sent(notebook: Notebook, *, line: Disclosure, pdf: bytes, inside: Iterable[str] = ()) -> Changes:
    """Write all three or none; bytes that left before are not kept twice.

    `inside` are the records whose words are in it, where there are more than the line names. A file whose
    agreement is over is held back: AgreementOver. What came out of the printer is noted whatever it was.
    """
    if line.means == "saved":
        hold_back(notebook, line)
    with notebook.change() as change:
        paper, mark = notebook.sent_papers.keep(pdf)
        notebook.sent_papers.note_inside(paper, inside)
        notebook.disclosures.add(msgspec.structs.replace(line, paper=paper))
        means, kind, record_id = cast("Means", line.means), line.record_kind, line.record_id or ""
        notebook.audit.add(means, kind=kind, record_id=record_id, detail=mark)
        change.note("disclosure", line.id)
    return change.changes
