"""The embedded fonts and what they can write."""

import unicodedata
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app import paths


class Hand(StrEnum):
    """The five fonts by their role; the value is the file and the name in the PDF."""

    PLAIN = "SourceSans3-Regular"
    SLANTED = "SourceSans3-Italic"
    STRONG = "SourceSans3-SemiBold"
    TITLE = "SourceSerif4-SemiBold"
    SPOKEN = "SourceSerif4-Italic"  # the person's own words


_KEPT_SPACES = " \u00a0\u202f"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LIGATURES = range(0xFB00, 0xFB07)
_UNKNOWN = "□◊"


@cache
def _font(hand: Hand) -> TTFont:
    font = TTFont(hand.value, str(paths.resources() / "fonts" / f"{hand.value}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def ready(hand: Hand) -> str:
    """The font's name for reportlab, read from its file on first use and once per process."""
    return str(_font(hand).fontName)


@cache
def _widths(hand: Hand) -> dict[int, float]:
    face = _font(hand).face
    # reportlab writes code points above U+FFFF wrongly into the text layer, so they count as missing.
    return {code: face.charWidths[code] / 1000 for code in face.charToGlyph if 32 <= code <= 0xFFFF}


def width(text: str, hand: Hand, size: float) -> float:
    """How wide a legible text is, in points."""
    return size * sum(map(_widths(hand).__getitem__, map(ord, text)))


def legible(text: str, hand: Hand) -> str:
    """The text as this font can write it, in lines separated by newlines.

    Characters the font lacks become their nearest relative (‑ becomes ‐, ﬁ becomes fi), otherwise a
    visible gap sign; invisible control characters vanish.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return text.translate(_table(hand))


class _Table(dict[int, str]):
    """One character's replacement, worked out when it is first met."""

    def __init__(self, known: dict[int, float]) -> None:
        kept = (code for code in known if unicodedata.category(chr(code))[0] not in "CZ")
        # Ready-made ligatures hide their letters from whoever searches the file.
        super().__init__({code: chr(code) for code in kept if code not in _LIGATURES})
        self.update({ord(char): char for char in _KEPT_SPACES})
        self.update({ord(char): "\n" for char in _BREAKS})
        self._known = known
        self._gap = next(char for char in _UNKNOWN if ord(char) in known)

    def __missing__(self, code: int) -> str:
        self[code] = found = self._relative(chr(code))
        return found

    def _relative(self, char: str) -> str:
        category = unicodedata.category(char)
        if char == "\t" or category == "Zs":
            return " "
        if category in ("Cc", "Cf", "Mn", "Me"):
            return ""  # nothing to see, or a mark without its letter
        if category == "Pd":
            return "\u2010" if char == "\u2011" else "-"
        plain = "".join(
            part for part in unicodedata.normalize("NFKD", char) if unicodedata.category(part) != "Mn"
        )
        if plain != char and all(ord(part) in self._known for part in plain):
            return plain
        return self._gap


@cache
def _table(hand: Hand) -> _Table:
    return _Table(_widths(hand))
