"""An everyday case for each letter that ships: what is typed for it, and which service it goes to."""

from collections.abc import Mapping
from typing import NamedTuple


class LetterCase(NamedTuple):
    """What it asks and the notebook does not know, by key; `to` and `ground` where it goes to a service."""

    said: Mapping[str, str]
    to: str = ""
    ground: str = ""


LETTERS = {
    "l1-invitation": LetterCase({"day": "19/11/2026", "time": "14:30"}),
    "l2-attendance": LetterCase({}),  # right after the interview, whose day and hours are known
    "l3-meeting": LetterCase({}),
    "l4-no-answer": LetterCase({"day": "18/11/2026"}),
    "l5-consent": LetterCase(
        {
            "recipient": "Centre de consultation Les Tilleuls", "what": "que Inês vient au service",
            "day": "26/11/2026",
        }
    ),
    "l6-partner": LetterCase({"documents": "fiche de liaison"}, "centre de consultation", "accord"),
}  # fmt: skip
