"""What a card on paper shows."""

from app.models.discreet import Discreet


class CardSheet(Discreet, frozen=True, kw_only=True):
    """Whose it is, what two people compare, and the text of the square."""

    name: str
    unit: str
    words: list[str]
    digits: list[str]
    code: str
