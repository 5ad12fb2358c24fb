"""Cards both computers wrote apart."""

from collections.abc import Mapping, Sequence

from app.actions.other_computer.known_there import ways_of
from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine
from app.models.correspondent import Correspondent
from app.models.record import Record
from app.storage.notebook import Notebook


def cards_apart(
    notebook: Notebook, *, correspondent_id: str, lines: Sequence[RecordLine], here: Mapping[str, Record]
) -> dict[str, str]:
    """Theirs by record, where neither goes on from the other; `here` is what stood before.

    What counts of the two is decided here, so the other computer has yet to hear of it: no revision of ours
    is noted as one it has.
    """
    cards = {key: one for key, one in here.items() if isinstance(one, Correspondent)}
    ways = ways_of(notebook, correspondent_id=correspondent_id, records=cards)
    return {
        line.id: line.revision
        for line in lines
        if line.id in cards
        and line.revision not in ways[line.id].heads
        and not ways[line.id].heads & set(line.ancestors)
        and incoming_record(line, cards[line.id]) != cards[line.id]
    }
