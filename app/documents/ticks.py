"""Choices as boxes to tick."""

from math import ceil

from app.documents.composition import Composition
from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.slab import Ink, Rule, Slab, glue, ink, prose, slab
from app.frameworks.options import options
from app.frameworks.show import YES_NO
from app.models.form import Column, Question
from app.models.value_list import Item

MOST = 8  # more choices than this are written out, or left to be written
_BOX = 13.0  # from a box to its words
_APART = 12.0
_COMFORTABLE = 240.0
_EMPTY, _TICKED = "☐", "☑"
_Entry = tuple[str, bool]  # a label and whether it is ticked


def choices(*, asks: Question | Column, chosen: list[str], composition: Composition) -> list[Item]:
    """What can be ticked on this paper: what is in use in this service, and whatever was chosen."""
    code = composition.locale.code
    if asks.kind == "yes_no":  # nobody ticks "not known" with a pen
        said = {key: words for key, words in YES_NO.items() if key != "unknown" or key in chosen}
        return [Item(code=key, label={code: composition.locale.text(words)}) for key, words in said.items()]
    listed = options(asks=asks, lists=composition.subject.lists)
    here = ("", composition.subject.framework.country)
    usable = [item for item in listed if item.code in chosen or (item.active and item.profile in here)]
    known = {item.code for item in usable}
    return usable + [Item(code=key, label={code: key}) for key in dict.fromkeys(chosen) if key not in known]


def ticks(
    *, items: list[Item], chosen: list[str], other: str, room: float, composition: Composition
) -> list[Slab]:
    """The boxes, in columns where they fit; what "other" means, or the place to write it, comes last."""
    style = composition.style
    said = {
        item.code for item in items if item.other and (composition.blank or (other and item.code in chosen))
    }
    entries: list[_Entry] = [(_label(item, composition), item.code in chosen) for item in items]
    slabs: list[Slab] = []
    for line in _lines(
        [entry for entry, item in zip(entries, items, strict=True) if item.code not in said], room, style.body
    ):
        if _width(line[0][1], style.body) > room:
            slabs += _written(line[0][1], room, composition)
        else:
            marks = [mark for x, entry in line for mark in _marks(x, entry, style.body)]
            slabs.append(slab(*marks, size=style.body, leading=style.leading + 1))
    for (label, ticked), item in zip(entries, items, strict=True):
        if item.code in said and other:
            text = composition.locale.text("{mark}: {text}", mark=label, text=other)
            slabs += _written((text, ticked), room, composition)
        elif item.code in said:
            slabs.append(_to_write((label, ticked), room, composition))
    return slabs


def natural_width(*, asks: Question | Column, composition: Composition) -> float:
    """How wide the boxes stand comfortably, 0 when there are none to draw."""
    items = choices(asks=asks, chosen=[], composition=composition)
    if not 0 < len(items) <= MOST:
        return 0.0
    size = composition.style.body
    widths = [_width((_label(item, composition), False), size) for item in items]
    return min(sum(widths) + _APART * len(widths), max(*widths, _COMFORTABLE))


def _label(item: Item, composition: Composition) -> str:
    """On one line, whatever a file of a unit's own holds."""
    return legible(composition.locale.words(item.label), Hand.PLAIN).replace("\n", " ")


def _width(entry: _Entry, size: float) -> float:
    return _BOX + width(entry[0], Hand.PLAIN, size)


def _lines(entries: list[_Entry], room: float, size: float) -> list[list[tuple[float, _Entry]]]:
    """Which entries share a line, and where each starts."""
    if not entries:
        return []
    flowing = _flowing(entries, room, size)
    widest = max(_width(entry, size) for entry in entries) + _APART
    columns = min(4, max(1, int((room + _APART) / widest)), len(entries))
    lines = ceil(len(entries) / columns)
    if lines > len(flowing):
        return flowing
    per_line = ceil(len(entries) / lines)
    step = (room + _APART) / max(columns, 3 if widest * 3 <= room + _APART else 1)
    return [
        [(at * step, entry) for at, entry in enumerate(entries[start : start + per_line])]
        for start in range(0, len(entries), per_line)
    ]


def _flowing(entries: list[_Entry], room: float, size: float) -> list[list[tuple[float, _Entry]]]:
    """One after the other, as many on a line as fit."""
    lines: list[list[tuple[float, _Entry]]] = []
    x = 0.0
    for entry in entries:
        wide = _width(entry, size)
        if not lines or x + wide > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += wide + _APART
    return lines


def _marks(x: float, entry: _Entry, size: float) -> tuple[Ink, Ink]:
    label, ticked = entry
    box = ink(_TICKED if ticked else _EMPTY, x=x, size=size + 1)
    return box, ink(label, x=x + _BOX, size=size)


def _written(entry: _Entry, room: float, composition: Composition) -> list[Slab]:
    """A label longer than its line."""
    style = composition.style
    label, ticked = entry
    lines = prose(label, room=room, size=style.body, leading=style.leading, x=_BOX)
    box, _ = _marks(0, ("", ticked), style.body)
    first = slab(box, *lines[0].marks, size=style.body, leading=style.leading + 1)
    return [*glue([first]), *lines[1:]] if len(lines) > 1 else [first]


def _to_write(entry: _Entry, room: float, composition: Composition) -> Slab:
    style = composition.style
    box, label = _marks(0, entry, style.body)
    start = label.end + 4
    return Slab(
        height=style.pitch,
        baseline=style.pitch - 4,
        marks=(box, label, Rule(x=start, length=max(room - start, 20))),
    )
