"""The lines of a package, with what waits for an answer set apart."""

from collections import defaultdict
from collections.abc import Sequence

from app.actions.proposals.look_at_offers import Offer, look_at_offers
from app.exchange.package.lines import RecordLine
from app.exchange.package.spooled_lines import SpooledLines
from app.exchange.proposal import PROPOSAL, waiting_on
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.storage.notebook import Notebook


def with_offers(
    notebook: Notebook, *, library: Library, correspondent: Correspondent, lines: SpooledLines[RecordLine]
) -> tuple[Sequence[int], list[Offer]]:
    """The places of the records that come in as ever, and the proposals with those that came with them.

    What came with a proposal that was accepted before is a record like all others.
    """
    proposals = {place: line for place in lines.places if (line := lines.at(place)).kind == PROPOSAL}
    if not proposals:
        return lines.places, []
    records = lines.only(place for place in lines.places if place not in proposals)
    proposed = {
        str(line.fields.get("record_id")): line.id
        for line in proposals.values()
        if line.fields.get("about") == "case"
    }
    on = waiting_on(records, proposed)
    waiting: dict[str, list[int]] = defaultdict(list)
    cases = set[str]()
    for place, line in zip(records.places, records, strict=True):
        if line.kind == "case":
            cases.add(line.id)
        for proposal_id in on.get(line.id, ()):
            waiting[proposal_id].append(place)
    offers = look_at_offers(
        notebook,
        library=library,
        correspondent=correspondent,
        proposals=proposals,
        waiting={key: lines.only(places) for key, places in waiting.items()},
        none=lines.only(()),
        cases=cases,
    )
    accepted = {one.line.id for one in offers if one.answer == "accepted"}
    held = {
        place for proposal_id, places in waiting.items() if proposal_id not in accepted for place in places
    }
    held -= {place for proposal_id in accepted for place in waiting.get(proposal_id, ())}
    return [place for place in records.places if place not in held], offers


def places_of(offers: Sequence[Offer], proposal_ids: set[str]) -> Sequence[int]:
    """Where in the package stands what comes in with these, each record once."""
    return list(
        dict.fromkeys(place for one in offers if one.line.id in proposal_ids for place in one.lines.places)
    )


def refused_with(offers: Sequence[Offer]) -> list[tuple[int, str]]:
    """The proposals that are refused, what came with them alone, by place, and why."""
    open_still = {place for one in offers if not one.reason for place in one.lines.places}
    refused = {
        place: one.reason
        for one in offers
        if one.reason
        for place in [one.place, *one.lines.places]
        if place not in open_still
    }
    return list(refused.items())
