"""What erasing for ever would take, and which copies stay elsewhere."""

from collections.abc import Sequence

from app.actions.copies.copy_notebook import LAST_COPY
from app.errors import RecordUnknown
from app.models.discreet import Discreet
from app.models.doomed import Doomed
from app.models.kinds import KINDS
from app.storage.copy_record import read_record
from app.storage.notebook import Notebook


class Erasing(Discreet, frozen=True, kw_only=True):
    """`sent_to` are those who hold a package with it, `came_from` those who sent it.

    `papers` were printed or saved as files; `last_copy` is when a copy was last asked for, `has_kept` whether
    there are copies kept automatically.
    """

    gone: Doomed
    counts: dict[str, int]
    sent_to: list[str]
    came_from: list[str]
    papers: int
    last_copy: str | None
    has_kept: bool


def look_at_erasing(
    notebook: Notebook, *, kind: str, record_id: str, together_with: Sequence[str] = ()
) -> Erasing:
    """Everything that would go, counted, with others of its kind; nothing is written.

    RecordUnknown, StillNamed.
    """
    if kind not in KINDS:
        raise RecordUnknown(reference=record_id[:8])
    notebook.shelf(kind).get(record_id)
    gone = notebook.erasures.look(kind=kind, record_ids=[record_id, *together_with])
    counts = {each: len(ids) for each, ids in gone.ids.items()}
    if gone.drafts:
        counts["draft"] = len(gone.drafts)
    if gone.papers:
        counts["sent_paper"] = len(gone.papers)
    sent, came, everything = [], [], gone.every_id
    for one in notebook.correspondents.list():
        if notebook.transfers.sent(one.id, everything):
            sent.append(one.name)
        if notebook.transfers.received(one.id, everything):
            came.append(one.name)
    among = set(everything)
    papers = [
        line
        for line in notebook.disclosures.list()
        if line.means in ("printed", "saved") and line.record_id in among
    ]
    return Erasing(
        gone=gone,
        counts=counts,
        sent_to=sent,
        came_from=came,
        papers=len(papers),
        last_copy=notebook.preferences.get(LAST_COPY),
        has_kept=bool(read_record(notebook.folder).verified_at),
    )
