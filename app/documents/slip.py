"""The slip to tear off and send back: no boxes, room for a pen."""

from msgspec.structs import replace

from app.documents.answer import answer
from app.documents.closing import signature
from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.row import Cell, Row, level
from app.documents.slab import Slab, dotted, ink, moved, prose, slab
from app.documents.style import WIDTH
from app.documents.ticks import natural_width
from app.models.form import Question

_ABOVE = 24.0  # between the last line of the paper and the slip
_APART = 14.0
_LEAST = 100.0


def slip(*, title: str, questions: list[Question], composition: Composition) -> list[Row]:
    """Its rows below the line to tear along, all on one page; narrow questions share a line."""
    rows = [_row(_heading(title, composition), gap=0)]
    while questions:
        end = next((at for at, question in enumerate(questions) if question.wide), len(questions) - 1) + 1
        rows += _lines(questions[:end], composition)
        questions = questions[end:]
    rows = [replace(row, held=True, whole=True) for row in rows]
    return [replace(rows[0], cut=True, gap=_ABOVE), *rows[1:-1], replace(rows[-1], held=False)]


def _heading(title: str, composition: Composition) -> list[Cell]:
    """What it is, and at the right the code by which the paper it was torn from is found."""
    style, code = composition.style, composition.subject.code
    said = composition.locale.text("Code {code}", code=code) if code else ""
    mark = ink(said, hand=Hand.STRONG, size=style.body)
    room = WIDTH - (mark.end + _APART if code else 0)
    heading = prose(title, room=room, size=style.body, leading=style.leading + 2, hand=Hand.STRONG)
    cells = [Cell(x=0, width=room, slabs=tuple(heading), tag="H2")]
    if code:
        one = slab(mark, size=style.body, leading=style.leading + 2)
        cells.append(Cell(x=WIDTH - mark.end, width=mark.end, slabs=(one,)))
    return cells


def _row(cells: list[Cell], gap: float) -> Row:
    return Row(cells=level(cells), frame=False, gap=gap)


def _lines(questions: list[Question], composition: Composition) -> list[Row]:
    """One line, or more when the questions need it."""
    shares: list[list[tuple[Question, float]]] = []
    left = 0.0
    for question in questions:
        wanted = min(_wanted(question, composition), WIDTH)
        if not shares or wanted > left:
            shares.append([])
            left = WIDTH
        shares[-1].append((question, wanted))
        left -= wanted
    rows = []
    for some in shares:
        cells, x = [], 0.0
        for question, wide in zip((question for question, _ in some), _widths(some), strict=True):
            room = wide - (_APART if x + wide < WIDTH - 1 else 0)
            cells.append(Cell(x=x, width=wide, slabs=tuple(_item(question, room, composition))))
            x += wide
        rows.append(_row(cells, composition.style.gap / 2))
    return rows


def _widths(some: list[tuple[Question, float]]) -> list[float]:
    """Equal where that is enough for each, so that lines stand under each other; else as they want it."""
    wanted = [width for _, width in some]
    equal = WIDTH / len(some)
    return [equal if max(wanted) <= equal else width * WIDTH / sum(wanted) for width in wanted]


def _wanted(question: Question, composition: Composition) -> float:
    label = ink(composition.label(question), size=composition.style.small + 0.5).end
    return label + max(_LEAST, natural_width(asks=question, composition=composition)) + _APART


def _item(question: Question, room: float, composition: Composition) -> list[Slab]:
    style = composition.style
    text = composition.label(question)
    if question.kind == "mention":
        return prose(text, room=room, size=style.small, leading=style.small_leading, hand=Hand.SLANTED)
    if question.kind == "signature":
        return signature(question=question, room=room, composition=composition)
    label = ink(text, size=style.small + 0.5)
    above = label.end > room / 2
    start = 0.0 if above or not label.text else label.end + 5
    slabs = answer(question=question, room=room - start, composition=composition)
    slabs = slabs or dotted(question.lines, room=room - start, style=style)
    if above:
        return prose(text, room=room, size=label.size, leading=style.small_leading + 1) + slabs
    first, *more = (moved(piece, start) for piece in slabs)
    return [replace(first, marks=(label, *first.marks)), *more]
