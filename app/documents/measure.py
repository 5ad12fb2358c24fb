"""How wide words are."""

from app.documents.fonts import Hand, plain_widths

_MOST = 4096  # words remembered of a hand: a batch repeats its own, a long narrative must not fill the memory
_known: dict[Hand, dict[str, float]] = {hand: {} for hand in Hand}


def width(text: str, hand: Hand, size: float) -> float:
    """How wide a legible text is, in points."""
    known = _known[hand]
    found = known.get(text)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        known[text] = found = _measured(text, hand)
    return size * found


def forget() -> None:
    """A file is done: what it said is remembered no longer than that."""
    for known in _known.values():
        known.clear()


def _measured(text: str, hand: Hand) -> float:
    try:
        return sum(map(plain_widths(hand).__getitem__, map(ord, text)))
    except KeyError:
        from app.documents.shaping import shaped  # costs memory, and most papers need none of it

        return shaped(text, hand).width
