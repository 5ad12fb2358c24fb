"""How wide words are."""

from app.documents.fonts import Hand, plain_widths


def width(text: str, hand: Hand, size: float) -> float:
    """How wide a legible text is, in points."""
    try:
        return size * sum(map(plain_widths(hand).__getitem__, map(ord, text)))
    except KeyError:
        from app.documents.shaping import shaped  # costs memory, and most papers need none of it

        return size * shaped(text, hand).width
