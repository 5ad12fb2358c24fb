"""Sizes on paper, in points: A4 upright, 20 mm margins."""

from typing import Final

import msgspec
from msgspec.structs import astuple, replace
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

PAGE_WIDTH: Final[float] = A4[0]
PAGE_HEIGHT: Final[float] = A4[1]
MARGIN: Final[float] = 20 * mm
WIDTH: Final[float] = PAGE_WIDTH - 2 * MARGIN
FOOTER: Final[float] = 12 * mm  # from the lower edge of the sheet to the footer's last line
HAIRLINE: Final[float] = 0.6
NUMBER: Final[float] = 21.0  # the shaded cell at the left of every box
LABEL: Final[float] = 80.0
_LINES: Final[float] = 3.7  # of a box, by and large
INSET: Final[float] = 7.0  # between a cell's edge and its text


class Style(msgspec.Struct, frozen=True):
    """How generously a paper is set."""

    body: float
    leading: float
    small: float  # labels, sentences, the slip
    small_leading: float
    pad: float  # above and below the text of a box
    gap: float  # between boxes
    pitch: float  # from one dotted line to the next
    spare: float  # lines a long answer is given at least
    ticked: float = 8  # a filled list of more choices than this says what was chosen, without boxes

    def towards(self, other: "Style", share: float) -> "Style":
        """A style between the two: this one at 0, the other at 1."""
        mine, theirs = astuple(self), astuple(other)
        return Style(*(one + (two - one) * share for one, two in zip(mine, theirs, strict=True)))

    def share_of(self, other: "Style") -> float:
        """How high a paper becomes in this style by what it is in the other, nearly: a box of some lines."""
        return self._box / other._box

    @property
    def _box(self) -> float:
        return _LINES * self.leading + 2 * self.pad + self.gap


ROOMY = Style(body=10, leading=13.2, small=8, small_leading=10.4, pad=4.5, gap=5, pitch=20, spare=3)
SNUG = Style(body=9.5, leading=11.8, small=7.5, small_leading=9.4, pad=2.6, gap=3, pitch=18, spare=1)

# One sheet is what fits a folder and a fax, so a paper is set as generously as one sheet allows.
STYLES = (
    *(ROOMY.towards(SNUG, share) for share in (0, 0.25, 0.5, 0.75, 1)),
    replace(SNUG, ticked=4),
)

# A form to fill in by hand closes up further before it takes a second sheet: lines 5.7 mm apart, on which a
# pen still has more room than on squared paper.
_CLOSE = Style(
    body=9.2, leading=10.6, small=7.3, small_leading=8.8, pad=1.5, gap=1.5, pitch=16.3, spare=1, ticked=4
)
BLANK_STYLES = (*STYLES, *(STYLES[-1].towards(_CLOSE, share) for share in (0.5, 1)))
