"""What was proposed is remembered until it is answered; the answers come with the receipt."""

from collections.abc import Iterable

import msgspec

from app.actions.proposals.kept import keep_proposals, kept_proposals
from app.exchange.package.lines import Answer, Header, Receipt, RecordLine
from app.exchange.proposal import PROPOSAL, said_of
from app.models.proposed import Proposed
from app.models.record import now
from app.models.stream import Direction
from app.storage.notebook import Notebook


def proposed_in(
    lines: Iterable[RecordLine], *, header: Header, correspondent_id: str, direction: Direction
) -> list[Proposed]:
    """The proposals among the lines of a package."""
    found = [(line, said_of(line)) for line in lines if line.kind == PROPOSAL]
    return [
        Proposed(
            id=line.id, correspondent_id=correspondent_id, package_id=header.package_id, direction=direction,
            about=said.about, record_id=said.record_id, at=header.created_at,
        )
        for line, said in found
    ]  # fmt: skip


def note_answers(notebook: Notebook, *, correspondent_id: str, receipts: Iterable[Receipt]) -> None:
    """What this practitioner answered to what was proposed to them, and to nobody else; inside a change."""
    kept, answered = kept_proposals(notebook), list[Proposed]()
    for receipt in receipts:
        for proposal_id, answer in receipt.answers.items():
            known = kept.get(proposal_id)
            if known is None or (known.direction, known.correspondent_id) != ("out", correspondent_id):
                continue
            if known.answer != answer:
                answered.append(msgspec.structs.replace(known, answer=answer, answered_at=now()))
    if answered:
        keep_proposals(notebook, answered)


def answers_to(notebook: Notebook, *, package_id: str) -> dict[str, Answer]:
    """What was answered here to the proposals of one package."""
    return {
        one.id: one.answer
        for one in kept_proposals(notebook).values()
        if (one.package_id, one.direction) == (package_id, "in") and one.answer
    }
