"""What each of two own computers knows of a record: revisions, never clocks."""

from collections.abc import Mapping, Sequence

from app.models.discreet import Discreet
from app.models.received_revision import ReceivedRevision
from app.models.record import Record
from app.storage.notebook import Notebook


class Ways(Discreet, frozen=True, kw_only=True):
    """Of one record: `met` are all revisions this notebook was at or is past, `heads` where it stands."""

    met: frozenset[str]
    heads: frozenset[str]


def ways_of(notebook: Notebook, *, correspondent_id: str, records: Mapping[str, Record]) -> dict[str, Ways]:
    """By record. Two copies of a notebook begin with the same revisions; from then on each names its own."""
    written = notebook.history.ids_of(list(records))
    received = notebook.transfers.received(correspondent_id, records)
    return {
        key: _ways(record, written.get(key, set()), received.get(key, [])) for key, record in records.items()
    }


def _ways(record: Record, written: set[str], received: Sequence[ReceivedRevision]) -> Ways:
    came = [one for one in received if one.local_revision]
    before = {revision for one in came for revision in (one.revision_id, *one.ancestors)}
    heads = {one.revision_id for one in came if one.local_revision == record.revision}
    return Ways(met=frozenset(written | before), heads=frozenset({record.revision, *heads}))


def common_to(notebook: Notebook, *, correspondent_id: str, record_id: str, named: Sequence[str]) -> str:
    """The newest revision here that a line goes on from, "" when there is none."""
    received = notebook.transfers.received(correspondent_id, [record_id]).get(record_id, [])
    known = {*named, *(one.local_revision for one in received if one.revision_id in named)}
    for revision in reversed(notebook.history.of(record_id)):
        if revision.id in known:
            return revision.id
    return ""


def met_elsewhere(notebook: Notebook) -> dict[str, list[str]]:
    """By record, the revisions one's other computer may have handed over to others; empty without one."""
    other = notebook.correspondents.oneself()
    if other is None:
        return {}
    return {
        record_id: [revision for one in came for revision in (*one.ancestors, one.revision_id)]
        for record_id, came in notebook.transfers.received(other.id).items()
    }
