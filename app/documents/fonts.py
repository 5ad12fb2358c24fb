"""The embedded fonts and what they can write."""

import struct
import unicodedata
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from app import paths
from app.documents.glyph_font import GlyphFont
from app.documents.spare_fonts import Spare, homes
from app.errors import FontMissing


class Hand(StrEnum):
    """The five fonts by their role; the value is the file and the name in the PDF."""

    PLAIN = "SourceSans3-Regular"
    SLANTED = "SourceSans3-Italic"
    STRONG = "SourceSans3-SemiBold"
    TITLE = "SourceSerif4-SemiBold"
    SPOKEN = "SourceSerif4-Italic"  # the person's own words


_SISTERS = {Hand.TITLE: Hand.STRONG, Hand.SPOKEN: Hand.SLANTED}  # who has the signs a serif lacks
STEERING = "\u200c\u200d\u200e\u200f"  # not seen: what joins, what parts, which way a text runs
_KEPT_SPACES = " \u00a0\u202f"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LIGATURES = range(0xFB00, 0xFB07)
_VARIANTS = range(0xFE00, 0xFE10)  # asks for another look of the same character
_UNKNOWN = "□◊"


@cache
def font(name: Hand | Spare) -> GlyphFont:
    """Read from its file on first use, and once per process; FontMissing."""
    file = paths.resources() / "fonts" / f"{name.value}.ttf"
    try:
        read = GlyphFont(name.value, str(file), latin=isinstance(name, Hand))
    except (OSError, TTFError, struct.error, LookupError, ValueError) as error:
        raise FontMissing(file=file.name) from error
    pdfmetrics.registerFont(read)
    return read


def ready(name: Hand | Spare) -> str:
    """The font's name for reportlab."""
    return str(font(name).fontName)


@cache
def has(name: Hand | Spare) -> frozenset[int]:
    """The characters a font draws: where one that helps out is gone, they are gaps and told as such."""
    try:
        known = font(name).face.charToGlyph
    except FontMissing:
        if isinstance(name, Hand):
            raise
        return frozenset()
    return frozenset(code for code in known if 32 <= code < 0xF0000)


@cache
def plain_widths(hand: Hand) -> dict[int, float]:
    """What this hand writes letter after letter. Marks that stand on a letter are no part of it.

    reportlab writes code points above U+FFFF wrongly into the text layer, so they are none either.
    """
    widths = font(hand).face.charWidths
    return {
        code: widths[code] / 1000
        for code in has(hand)
        if code <= 0xFFFF and unicodedata.category(chr(code)) not in ("Mn", "Me")
    }


def is_plain(text: str, hand: Hand) -> bool:
    """Whether this hand writes a legible text letter after letter, without any help."""
    return text.isascii() or plain_widths(hand).keys() >= set(map(ord, text))


def writes(code: int, hand: Hand) -> Hand | Spare | None:
    """The font a character is drawn with where this hand writes: its own, or the one that helps out."""
    sister = _SISTERS.get(hand, hand)
    names: tuple[Hand | Spare, ...] = (hand, sister, *homes(code))
    return next((name for name in names if code in has(name)), None)


def legible(text: str, hand: Hand) -> str:
    """The text as this hand and those that help it can write it, in lines separated by newlines.

    Characters none of them has become their nearest relative (‑ becomes ‐, ﬁ becomes fi), otherwise a
    visible gap sign; invisible control characters vanish.
    """
    if text.isascii() and text.isprintable():
        return text  # every hand writes those
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return text.translate(_table(hand))


def lost(text: str) -> list[str]:
    """The characters of a text that come out as a gap, each once, in their order."""
    table = _table(Hand.PLAIN)
    text = unicodedata.normalize("NFC", text)
    return [char for char in dict.fromkeys(text) if table[ord(char)] == table.gap != char]


class _Table(dict[int, str]):
    """One character's replacement, worked out when it is first met."""

    def __init__(self, hand: Hand) -> None:
        known = plain_widths(hand)
        kept = (code for code in known if unicodedata.category(chr(code))[0] not in "CZ")
        # Ready-made ligatures hide their letters from whoever searches the file.
        super().__init__({code: chr(code) for code in kept if code not in _LIGATURES})
        self.update({ord(char): char for char in (*_KEPT_SPACES, *STEERING)})
        self.update({ord(char): "\n" for char in _BREAKS})
        self._hand = hand
        self.gap = next(char for char in _UNKNOWN if ord(char) in known)

    def __missing__(self, code: int) -> str:
        self[code] = found = self._relative(chr(code))
        return found

    def _relative(self, char: str) -> str:
        category = unicodedata.category(char)
        if char == "\t" or category == "Zs":
            return " "
        if category in ("Cc", "Cf") or ord(char) in _VARIANTS:
            return ""  # nothing to see
        if category == "Pd":
            return "\u2010" if char == "\u2011" else "-"
        if category[0] in "LM" and ord(char) not in _LIGATURES and self._written(char):
            return char
        if category in ("Mn", "Me"):
            return ""  # a mark no font has, on a letter that is written
        parts = [part for part in unicodedata.normalize("NFKD", char) if unicodedata.category(part) != "Mn"]
        if parts != [char] and parts and all(map(self._written, parts)):
            return "".join(parts)
        return char if self._written(char) else self.gap

    def _written(self, char: str) -> bool:
        return writes(ord(char), self._hand) is not None


@cache
def _table(hand: Hand) -> _Table:
    return _Table(hand)
