"""How far what left for others has got: what the other computer knows and what is known here, together."""

from collections.abc import Iterable

from app.actions.cases.settle_given import settle_given
from app.exchange.package.lines import RecordLine
from app.exchange.whereabouts import Said, SaidGiven, SaidLeft, agreed_given, agreed_left, read_whereabouts
from app.models.correspondent import Correspondent
from app.models.handover import Handover
from app.models.package import Package
from app.models.received_revision import ReceivedRevision
from app.models.sent_revision import SentRevision
from app.storage.notebook import Notebook


def take_whereabouts(
    notebook: Notebook, *, correspondent_id: str, package_id: str, lines: Iterable[RecordLine]
) -> dict[str, str]:
    """In whatever order they come and however often; those that were refused, each with its code.

    Inside a change, after the records: of a case that is not here nothing is kept.
    """
    refused, cases = dict[str, str](), set[str]()
    received: list[ReceivedRevision] = []
    for line in lines:
        said = read_whereabouts(line)
        code = "values" if said is None else _take(notebook, said)
        if code:
            refused[line.id] = code
            continue
        if isinstance(said, SaidGiven):
            cases.add(said.case_id)
        received.append(
            ReceivedRevision(
                correspondent_id=correspondent_id, record_id=line.id, revision_id=line.revision,
                projection=0, projection_hash=line.hash, local_revision=line.revision,
                package_id=package_id, ancestors=[],
            )
        )  # fmt: skip
    notebook.transfers.add_received(received, keep_former=True)
    settle_given(notebook, case_ids=cases)
    return refused


def _take(notebook: Notebook, said: Said) -> str:
    """The code of a refusal, "" when it was taken."""
    whom = notebook.correspondents.by_key(said.sign_key) or notebook.correspondents.by_card(said.card_id)
    if whom is None or whom.is_oneself:
        return "alone"
    if isinstance(said, SaidGiven):
        return _take_given(notebook, said, whom)
    if isinstance(said, SaidLeft):
        return _take_left(notebook, said, whom)
    known = {
        (one.record_id, one.revision_id)
        for one in notebook.transfers.whereabouts.held_by([said.package_id]).get(said.package_id, [])
    }
    notebook.transfers.add_sent(
        [
            SentRevision(
                correspondent_id=whom.id, record_id=record_id, revision_id=revision_id,
                projection_hash=digest, package_id=said.package_id,
            )
            for record_id, revision_id, digest in said.revisions
            if (record_id, revision_id) not in known
        ]
    )  # fmt: skip
    return ""


def _take_given(notebook: Notebook, said: SaidGiven, whom: Correspondent) -> str:
    if notebook.cases.find(said.case_id) is None:
        return "alone"
    handovers = notebook.transfers.handovers
    new = Handover(
        case_id=said.case_id, correspondent_id=whom.id, package_id=said.package_id, direction=said.direction,
        turn=said.turn, at=said.at, acknowledged_at=said.acknowledged_at, ended_at=said.ended_at,
        ended_how=said.ended_how, why=said.why, steps=said.steps,
    )  # fmt: skip
    known = handovers.find(new)
    if known is None:
        handovers.add(new)
    elif (agreed := agreed_given(known, said)) != known:
        handovers.agree(agreed)
    return ""


def _take_left(notebook: Notebook, said: SaidLeft, whom: Correspondent) -> str:
    transfers = notebook.transfers
    known = transfers.package(said.package_id)
    if known is None:
        transfers.add_package(
            Package(
                id=said.package_id, correspondent_id=whom.id, direction="out", kind="records",
                stream_id=said.stream_id, sequence=said.sequence, hash=said.hash, previous=said.previous,
                at=said.at, counts=said.counts, case_ids=said.case_ids, handed_over_at=said.handed_over_at,
                reminded_at=said.reminded_at, dropped_at=said.dropped_at,
                acknowledged_at=said.acknowledged_at, applied=said.applied, conflicts=said.conflicts,
                refused=said.refused, steps=said.steps,
            )
        )  # fmt: skip
        return ""
    other = notebook.correspondents.find(known.correspondent_id)
    if known.direction != "out" or known.kind != "records" or (other is not None and other.is_oneself):
        return "taken"
    if (agreed := agreed_left(known, said)) != known:
        transfers.whereabouts.agree(agreed)
    return ""
