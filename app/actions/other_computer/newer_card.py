"""Of two states of one card the one that counts, on both computers."""

from app.exchange.incoming import incoming_record
from app.exchange.package.lines import RecordLine, canonical
from app.models.correspondent import Correspondent

_CAUTION = ("unknown", "compared", "changed", "retired")


def newer_card(here: Correspondent, line: RecordLine) -> bool:
    """Whether what came counts: the more careful of the two, and of two alike the same one on both.

    Somebody one no longer exchanges with on one computer is not heard on the other one either.
    """
    came: Correspondent = incoming_record(line)
    return _weight(came) > _weight(here)


def _weight(card: Correspondent) -> tuple[int, str, bytes]:
    said = [card.name, card.unit, card.role, card.card_id, card.sign_key, card.seal_key, card.compared_how]
    compared = card.compared_at.isoformat() if card.compared_at else ""
    return _CAUTION.index(card.state), compared, canonical([*said, card.removed_at])
