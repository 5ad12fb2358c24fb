"""The lines of a package, with what waits for an answer set apart."""

from collections import defaultdict
from collections.abc import Sequence

from app.actions.proposals.look_at_offers import Offer, look_at_offers
from app.exchange.package.lines import RecordLine
from app.exchange.proposal import PROPOSAL, waiting_on
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook


def with_offers(
    notebook: Notebook, *, library: Library, correspondent: Correspondent, lines: Sequence[RecordLine]
) -> tuple[list[RecordLine], list[Offer]]:
    """The records that come in as ever, and the proposals with those that came with them.

    What came with a proposal that was accepted before is a record like all others.
    """
    proposals = [line for line in lines if line.kind == PROPOSAL]
    if not proposals:
        return list(lines), []
    records = [line for line in lines if line.kind != PROPOSAL]
    proposed = {
        str(line.fields.get("record_id")): line.id for line in proposals if line.fields.get("about") == "case"
    }
    on = waiting_on(records, proposed)
    waiting: dict[str, list[RecordLine]] = defaultdict(list)
    for line in records:
        for proposal_id in on.get(line.id, ()):
            waiting[proposal_id].append(line)
    offers = look_at_offers(
        notebook,
        library=library,
        correspondent=correspondent,
        proposals=proposals,
        waiting=waiting,
        cases={line.id for line in records if line.kind == "case"},
    )
    accepted = {one.line.id for one in offers if one.answer == "accepted"}
    free = [line for line in records if not on.get(line.id) or on[line.id] & accepted]
    return free, offers


def lines_of(offers: Sequence[Offer], proposal_ids: set[str]) -> list[RecordLine]:
    """What comes in with these, each record once."""
    return list(
        {line.id: line for one in offers if one.line.id in proposal_ids for line in one.lines}.values()
    )


def refused_with(offers: Sequence[Offer]) -> list[tuple[RecordLine, str]]:
    """The proposals that are refused, what came with them alone, and why."""
    open_still = {line.id for one in offers if not one.reason for line in one.lines}
    refused = {
        line.id: (line, one.reason)
        for one in offers
        if one.reason
        for line in [one.line, *one.lines]
        if line.id not in open_still
    }
    return list(refused.values())
