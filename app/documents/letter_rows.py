"""A letter as rows: head, window, subject, paragraphs, signature, slip to tear off."""

from msgspec.structs import replace

from app.documents.address import fitted
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.furniture import head_row
from app.documents.letter_subject import LetterSubject
from app.documents.row import Cell, Row
from app.documents.slab import Ink, Rule, Slab, prose
from app.documents.style import MARGIN, WIDTH
from app.documents.window import OPENINGS
from app.frameworks.letters import TO_WRITE, filled

_TO_SIGN = 30.0
_ABOVE_SLIP = 24.0
_APART = 6.0
_SHORTEST = 90.0  # a line a hand can write on


def letter_rows(subject: LetterSubject, composition: Composition) -> list[Row]:
    """The whole letter in order."""
    style = composition.style
    rows = [head_row(composition, square=False)]
    rows = _in_window(rows[0], subject, composition) if subject.letter.addressed else rows
    rows.append(_subject(subject, composition))
    for at, paragraph in enumerate(_paragraphs(filled(subject.text, values=subject.values))):
        slabs = _lines(paragraph, style.body, style.leading, composition)
        rows.append(_plain(slabs, gap=style.leading * 0.65 if at else style.gap))
    rows.append(_signature(subject, composition))
    rows[-2] = replace(rows[-2], held=True)  # nobody signs an empty page
    words = composition.locale.words(subject.letter.slip)
    return rows + (_slip(filled(words, values=subject.values), composition) if words else [])


def _in_window(head: Row, subject: LetterSubject, composition: Composition) -> list[Row]:
    """The head as high as it must be for the address to come up in the window."""
    opening = OPENINGS[subject.window]
    above = [composition.locale.words(subject.letter.envelope)] if subject.address else []
    slabs = fitted(subject.address, room=opening.width, height=opening.height, above=above)
    cell = Cell(x=opening.left - MARGIN, width=opening.width, slabs=tuple(slabs))
    return [
        replace(head, least=opening.top - MARGIN),
        Row(cells=(cell,), frame=False, least=opening.height, held=True, whole=True),
    ]


def _subject(subject: LetterSubject, composition: Composition) -> Row:
    style, locale = composition.style, composition.locale
    words = filled(locale.words(subject.letter.subject), values=subject.values)
    slabs = prose(words, room=WIDTH, size=style.body + 1, leading=style.leading + 2, hand=Hand.STRONG)
    return _plain(slabs, gap=style.leading * 1.4, held=True, tag="H1")


def _signature(subject: LetterSubject, composition: Composition) -> Row:
    """Room for a hand, and whose it is, on the right."""
    style, start = composition.style, WIDTH / 2
    room = WIDTH - start
    facts = ["practitioner.name", *([] if subject.neutral else ["practitioner.profession"])]
    slabs = [Slab(height=_TO_SIGN, baseline=_TO_SIGN)]
    for at, name in enumerate(facts):
        for line in composition.fact(name):
            size = style.body if at == 0 else style.small + 0.5
            slabs += prose(line, room=room, size=size, leading=size * 1.3)
    return Row(cells=(Cell(x=start, width=room, slabs=tuple(slabs)),), frame=False, whole=True)


def _slip(words: str, composition: Composition) -> list[Row]:
    """All of it on one page, its first line in bold."""
    style = composition.style
    title, *lines = words.split("\n")
    heading = prose(title, room=WIDTH, size=style.body, leading=style.leading + 2, hand=Hand.STRONG)
    rows = [_plain(heading, gap=_ABOVE_SLIP, held=True, cut=True, tag="H2")]
    for line in lines:
        rows.append(_plain(_line(line, style.body - 0.5, style.pitch, composition), held=True))
    rows = [replace(row, whole=True) for row in rows]
    return [*rows[:-1], replace(rows[-1], held=False)]


def _plain(
    slabs: list[Slab], *, gap: float = 0.0, held: bool = False, cut: bool = False, tag: str = "P"
) -> Row:
    cell = Cell(x=0, width=WIDTH, slabs=tuple(slabs), tag=tag)
    return Row(cells=(cell,), frame=False, gap=gap, held=held, cut=cut)


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if part.strip()]


def _lines(text: str, size: float, leading: float, composition: Composition) -> list[Slab]:
    return [piece for line in text.split("\n") for piece in _line(line, size, leading, composition)]


def _line(text: str, size: float, leading: float, composition: Composition) -> list[Slab]:
    """One line of the data, perhaps with a line to write on at its end."""
    if not text.rstrip().endswith(TO_WRITE):
        return prose(text, room=WIDTH, size=size, leading=leading)
    words = text.rstrip().removesuffix(TO_WRITE).rstrip()
    slabs = prose(words, room=WIDTH, size=size, leading=leading) if words else []
    if slabs:
        *before, last = slabs
        start = max(mark.end for mark in last.marks if isinstance(mark, Ink)) + _APART
        if WIDTH - start >= _SHORTEST:
            return [*before, replace(last, marks=(*last.marks, Rule(x=start, length=WIDTH - start)))]
    pitch = composition.style.pitch
    return [*slabs, Slab(height=pitch, baseline=pitch - 4, marks=(Rule(x=0.0, length=WIDTH),))]
