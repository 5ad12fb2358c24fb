"""Where an address stands so that the window of an envelope shows it, and where the sheet is folded.

Measured from the sheet's upper left corner. A folded sheet slips about in its envelope: what is named
here is seen wherever it lies. Left: DIN lang and C6/5 with the window at the left (DIN 5008, form B, folded
at 105 mm). Right: French 110 × 220 envelopes with the window at the right (folded in three).
"""

from typing import Final, NamedTuple

from reportlab.lib.units import mm

from app.models.framework import Window


class Opening(NamedTuple):
    """The part of the sheet that is seen whatever happens, and the folds below the upper edge."""

    left: float
    top: float
    width: float
    height: float
    folds: tuple[float, ...]


OPENINGS: Final[dict[Window, Opening]] = {
    "left": Opening(25 * mm, 51 * mm, 75 * mm, 38 * mm, (105 * mm, 210 * mm)),
    "right": Opening(105 * mm, 55 * mm, 84 * mm, 24 * mm, (99 * mm, 198 * mm)),
}
