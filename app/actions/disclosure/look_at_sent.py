"""Look at a paper as it left."""

from app.models.disclosure import Disclosure
from app.models.discreet import Discreet
from app.storage.notebook import Notebook


class Sent(Discreet, frozen=True, kw_only=True):
    """The line of the ledger and the very bytes that left; `again` are the other lines of the same bytes."""

    line: Disclosure
    pdf: bytes
    again: list[Disclosure]


def look_at_sent(notebook: Notebook, *, disclosure_id: str) -> Sent:
    """RecordUnknown when there is no such line, PaperLost when its bytes are not there as they left."""
    line = notebook.disclosures.get(disclosure_id)
    others = notebook.disclosures.of_paper(line.paper)
    return Sent(
        line=line,
        pdf=notebook.sent_papers.content(line.paper),
        again=[other for other in others if other.id != line.id],
    )
