"""Letters that depend on their neighbours: joined, standing on each other, running from right to left."""

from functools import cache
from typing import NamedTuple
from unicodedata import category

import uharfbuzz

from app.documents.directions import LEFT_TO_RIGHT, RIGHT_TO_LEFT, Run, runs, turns
from app.documents.fonts import STEERING, Hand, font, has, is_plain, plain_widths, writes
from app.documents.spare_fonts import Spare

_JOINER = "\u200d"
_HAIR = 0.001
_TONES = range(0x1F3FB, 0x1F400)  # of skin, on the drawing before them


class Stroke(NamedTuple):
    """Signs of one font, one after the other from `x`, or a glyph to be drawn; lengths are parts of the size.

    A hidden sign is read, not seen.
    """

    font: Hand | Spare
    x: float
    y: float
    signs: str
    hidden: bool = False
    drawn: int = -1


class _Glyph(NamedTuple):
    number: int
    left: float
    up: float
    words: str
    leans: bool  # on the letter before it


class Shaped(NamedTuple):
    """A line of text; its strokes are in the order in which it is read."""

    width: float
    strokes: list[Stroke]


def clusters(text: str) -> list[str]:
    """What no line end parts: a letter with the marks on it, a drawing made of several."""
    found: list[str] = []
    for char in text:
        leans = category(char)[0] == "M" or char in STEERING or ord(char) in _TONES
        if found and (leans or found[-1][-1] == _JOINER):
            found[-1] += char
        else:
            found.append(char)
    return found


def shaped(text: str, hand: Hand) -> Shaped:
    """A legible text as it stands on one line."""
    placed: list[tuple[int, list[Stroke]]] = []
    x = 0.0
    for run in runs(text) if turns(text) else [Run(0, len(text), 0)]:
        parts = _in_fonts(text, run, hand)
        for start, letters, name in reversed(parts) if run.level % 2 else parts:
            if name is hand and not run.level % 2 and is_plain(letters, hand):
                strokes, wide = [Stroke(hand, 0.0, 0.0, letters)], _plain(letters, hand)
            else:
                strokes, wide = _glyphs(letters, name, leftward=bool(run.level % 2))
            placed.append((start, [stroke._replace(x=stroke.x + x) for stroke in strokes]))
            x += wide
    placed.sort(key=lambda part: part[0])
    return Shaped(x, [stroke for _, strokes in placed for stroke in strokes])


def _plain(text: str, hand: Hand) -> float:
    return sum(map(plain_widths(hand).__getitem__, map(ord, text)))


def _in_fonts(text: str, run: Run, hand: Hand) -> list[tuple[int, str, Hand | Spare]]:
    """A run's stretches of one font each, with where they begin."""
    parts: list[tuple[int, str, Hand | Spare]] = []
    at = run.start
    for cluster in clusters(text[run.start : run.end]):
        seen = [char for char in cluster if char not in STEERING]
        name = _font_of(seen, hand) if seen else (parts[-1][2] if parts else hand)
        if parts and parts[-1][2] is name:
            parts[-1] = (parts[-1][0], parts[-1][1] + cluster, name)
        else:
            parts.append((at, cluster, name))
        at += len(cluster)
    return parts


def _font_of(seen: list[str], hand: Hand) -> Hand | Spare:
    """One font for a letter and its marks where there is one, else that of the letter."""
    first = writes(ord(seen[0]), hand) or hand
    fonts = (first, Spare.WIDE) if len(seen) > 1 else (first,)
    return next((name for name in fonts if all(ord(char) in has(name) for char in seen)), first)


@cache
def _tool(name: Hand | Spare) -> uharfbuzz.Font:
    return uharfbuzz.Font(font(name).hbFace)


def _glyphs(letters: str, name: Hand | Spare, *, leftward: bool) -> tuple[list[Stroke], float]:
    """What shaping makes of letters of one font, and how wide it is."""
    kept = letters.replace(LEFT_TO_RIGHT, "").replace(RIGHT_TO_LEFT, "")
    if not kept:
        return [], 0.0
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(kept)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftward else "ltr"
    tool, em = _tool(name), font(name).face.unitsPerEm
    uharfbuzz.shape(tool, buffer, {"kern": False})
    glyphs: list[_Glyph] = []
    x = 0
    said = _said(kept, [info.cluster for info in buffer.glyph_infos], leftward=leftward)
    for info, place, words in zip(buffer.glyph_infos, buffer.glyph_positions, said, strict=True):
        marks = words != "" and all(category(char) == "Mn" for char in words)
        left, up = (x + place.x_offset) / em, place.y_offset / em
        glyphs.append(_Glyph(info.codepoint, left, up, words, leans=marks or up != 0))
        x += place.x_advance
    read = glyphs[::-1] if leftward else _with_their_marks(glyphs)
    strokes: list[Stroke] = []
    edge = 0.0  # of the letter before, where the marks on it are read
    for glyph in read:
        words = glyph.words
        if glyph.leans:
            strokes.append(Stroke(name, glyph.left, glyph.up, "", drawn=glyph.number))
        else:
            edge = glyph.left
            whole = words[:1] if leftward else words
            sign = font(name).sign(glyph.number, whole, tool.get_glyph_h_advance)
            strokes.append(Stroke(name, glyph.left, glyph.up, sign))
            words = words[len(whole) :]
        # Readers take what is higher for another line, and turn what one sign of a text running left says.
        for char in words:
            edge -= _HAIR
            letter = tool.get_nominal_glyph(ord(char)) or glyph.number
            sign = font(name).sign(letter, char, tool.get_glyph_h_advance, hidden=True)
            strokes.append(Stroke(name, edge, 0.0, sign, hidden=True))
    return strokes, x / em


def _with_their_marks(glyphs: list[_Glyph]) -> list[_Glyph]:
    """Each letter says the marks on it too."""
    read: list[_Glyph] = []
    base = -1
    for glyph in glyphs:
        if glyph.leans and base >= 0:
            read[base] = read[base]._replace(words=read[base].words + glyph.words)
            glyph = glyph._replace(words="")
        elif not glyph.leans:
            base = len(read)
        read.append(glyph)
    return read


def outline(name: Hand | Spare, glyph: int, pen: object) -> None:
    """Give a pen the outline of a glyph, in the font's own units."""
    _tool(name).draw_glyph_with_pen(glyph, pen)


def _said(letters: str, starts: list[int], *, leftward: bool) -> list[str]:
    """What each glyph stands for: a letter or several, nothing where one letter needs several glyphs."""
    said = [""] * len(starts)
    found: dict[int, list[int]] = {}
    for at, start in enumerate(starts):
        found.setdefault(start, []).append(at)
    begins = sorted(found)
    for begin, end in zip(begins, [*begins[1:], len(letters)], strict=True):
        places = found[begin][::-1] if leftward else found[begin]
        for at, place in enumerate(places):
            last = at == len(places) - 1
            said[place] = letters[begin + at : end if last else min(begin + at + 1, end)]
    return said
