"""What the list of a class for its meeting is made of."""

from app.models.discreet import Discreet


class CouncilSubject(Discreet, kw_only=True, frozen=True):
    """Everything in the paper's language; `lines` are a name and what may be said of whoever bears it."""

    title: str
    about: str
    unit: str
    mention: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
