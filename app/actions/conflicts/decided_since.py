"""Decisions that somebody has not heard of."""

from collections.abc import Mapping, Sequence

from app.models.sent_revision import SentRevision
from app.storage.notebook import Notebook


def decided_since(
    notebook: Notebook, *, correspondent_id: str, sent: Mapping[str, Sequence[SentRevision]]
) -> set[str]:
    """Records that stood in two versions with this correspondent and were decided since they last left.

    Also when the decision says what had been sent before: it ends the conflict on the other side.
    """
    settled = notebook.transfers.conflicts(settled=True)
    records = {one.record_id for one in settled if one.correspondent_id == correspondent_id}
    return {record_id for record_id in records & sent.keys() if _is_decided(notebook, record_id, sent)}


def _is_decided(notebook: Notebook, record_id: str, sent: Mapping[str, Sequence[SentRevision]]) -> bool:
    last = sent[record_id][-1].revision_id
    since = False
    decided = False
    for revision in notebook.history.of(record_id):
        decided = decided or (since and len(revision.parents) > 1)
        since = since or revision.id == last
    return decided
