"""Text into lines.

reportlab's own helper breaks at no-break spaces, drops empty lines and lets long words stick out;
French typography and pasted addresses need the opposite.
"""

import re

from app.documents.directions import lines_running, turns
from app.documents.fonts import Hand, is_plain, legible
from app.documents.measure import width

_BREAKABLE = "-\u2010/"


def wrapped(text: str, *, hand: Hand, size: float, room: float, indent: float = 0.0) -> list[str]:
    """The lines of a text no wider than `room` points, at least one; the first starts at `indent`."""
    lines: list[str] = []
    for paragraph in legible(text, hand).strip("\n ").split("\n"):
        found = _paragraph(paragraph, hand, size, room, 0.0 if lines else indent)
        lines += lines_running(found, like=paragraph) if turns(paragraph) else found
    return lines


def _paragraph(text: str, hand: Hand, size: float, room: float, indent: float) -> list[str]:
    space = width(" ", hand, size)
    lines: list[str] = []
    line = ""
    used = indent
    for word in re.findall(r"[^ ]+", text):
        wide = width(word, hand, size)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line or (lines == [] and used + wide > room and indent):
            lines.append(line)
            used = 0.0
        if used + wide <= room:
            line, used = word, used + wide
            continue
        *whole, word = _pieces(word, hand, size, room - used)
        lines += whole
        line, used = word, (0.0 if whole else used) + width(word, hand, size)
    return [*lines, line]


def _pieces(word: str, hand: Hand, size: float, room: float) -> list[str]:
    """A word longer than a line, cut where the line ends, or before that after a hyphen or a slash."""
    pieces: list[str] = []
    if not is_plain(word, hand):
        return _parted(word, hand, size, room)
    while True:
        used, end = 0.0, 0
        while end < len(word):
            step = width(word[end], hand, size)
            if end and used + step > room:
                break
            used += step
            end += 1
        if end == len(word):
            return [*pieces, word]
        end = max(word.rfind(sign, 0, end) for sign in _BREAKABLE) + 1 or end
        pieces.append(word[:end])
        word = word[end:]


def _parted(word: str, hand: Hand, size: float, room: float) -> list[str]:
    """A long word of joined letters, marks or drawings: each part as it is, none torn from its mark."""
    from app.documents.shaping import clusters

    parts = clusters(word)
    pieces, at = [], 0
    while at < len(parts):
        end, used = at + 1, width(parts[at], hand, size)
        while end < len(parts) and (used := used + width(parts[end], hand, size)) <= room:
            end += 1  # about as many as fit: joined letters are as wide as they are together
        while end < len(parts) and width("".join(parts[at : end + 1]), hand, size) <= room:
            end += 1
        while end > at + 1 and width("".join(parts[at:end]), hand, size) > room:
            end -= 1
        pieces.append("".join(parts[at:end]))
        at = end
    return pieces
