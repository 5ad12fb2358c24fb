"""Questions as ruled boxes: number, label, answer; short ones side by side."""

from app.documents.answer import answer
from app.documents.composition import Composition
from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.row import Cell, Row, level
from app.documents.slab import Slab, ink, prose, slab
from app.documents.style import INSET, LABEL, NUMBER, WIDTH, Style
from app.documents.ticks import natural_width
from app.models.form import Question

_LONG = ("long_text", "quotation", "marked_text")
_WANTED = {"date": 68.0, "time": 42.0, "duration": 50.0, "number": 50.0, "money": 62.0}
_USUAL = 120.0


def number_cell(*, number: int | None, style: Style) -> Cell:
    """The shaded cell at the left, with the question's number when it has one."""
    slabs: tuple[Slab, ...] = ()
    if number is not None:
        size = style.small + 1
        x = (NUMBER - width(str(number), Hand.STRONG, size)) / 2
        mark = ink(str(number), x=x, hand=Hand.STRONG, size=size)
        slabs = (slab(mark, size=size, leading=style.small_leading),)
    return Cell(x=0, width=NUMBER, slabs=slabs, again=slabs, shaded=True)


def label_cell(*, text: str, x: float, width: float, goes_on: bool, composition: Composition) -> Cell:
    """A label beside its answer; one that `goes_on` overleaf says so there."""
    again = composition.locale.text("{label} (continued)", label=text) if text and goes_on else ""
    style, room = composition.style, width - INSET
    return Cell(
        x=x, width=width, inset=INSET, slabs=_label(text, room, style), again=_label(again, room, style)
    )


def box(*, questions: list[Question], above: int | None, composition: Composition) -> list[Row]:
    """One question across the page, or several sharing it; no row when there is nothing to print.

    `above` is the point the row above belongs to: what belongs to it too goes on below without a gap.
    """
    rows: list[Row] = []
    for some in _shares(questions, composition):
        rows.append(_shared(some, above, composition))
        above = rows[-1].point
    return rows


def _shared(questions: list[tuple[Question, float]], above: int | None, composition: Composition) -> Row:
    style = composition.style
    number = questions[0][0].number
    joined = number is not None and number == above
    cells = [number_cell(number=None if joined else number, style=style)]
    labels = _label_widths(questions, composition)
    spread = (WIDTH - NUMBER - sum(labels)) / sum(wanted for _, wanted in questions)
    x = NUMBER
    said = [
        answer(question=question, room=wanted * spread - 2 * INSET, composition=composition)
        for question, wanted in questions
    ]
    goes_on = any(len(slabs) > 1 for slabs in said)  # one line is never cut
    for at, (question, wanted) in enumerate(questions):
        label, wide = composition.label(question), labels[at]
        if at and question.number != questions[at - 1][0].number:
            label = f"{question.number} {label}"
        cells.append(label_cell(text=label, x=x, width=wide, goes_on=goes_on, composition=composition))
        x += wide
        cells.append(Cell(x=x, width=wanted * spread, inset=INSET, slabs=tuple(said[at])))
        x += wanted * spread
    long = len(questions) == 1 and questions[0][0].kind in _LONG and not composition.blank
    spare = min(questions[0][0].lines, style.spare) if long else 0
    return Row(
        cells=level(cells),
        pad=style.pad,
        gap=0.0 if joined else style.gap,
        point=questions[-1][0].number,
        joined=joined,
        opening=number_cell(number=number, style=style),
        least=spare * style.leading,
    )


def _shares(questions: list[Question], composition: Composition) -> list[list[tuple[Question, float]]]:
    """Which of those that have something to print stand beside each other, and the width each wants."""
    rows: list[list[tuple[Question, float]]] = []
    left = 0.0
    for question in questions:
        if not _says_something(question, composition):
            continue
        wanted = _wanted(question, composition)
        if not rows or wanted + _label_width(question, 1, composition) > left:
            rows.append([])
            left = WIDTH - NUMBER
        left -= wanted + _label_width(question, len(rows[-1]), composition)
        rows[-1].append((question, wanted))
    return rows


def _says_something(question: Question, composition: Composition) -> bool:
    if question.key not in composition.said:
        slabs = answer(question=question, room=WIDTH, composition=composition)
        composition.said[question.key] = bool(slabs)
    return composition.said[question.key]


def _wanted(question: Question, composition: Composition) -> float:
    wanted = _WANTED.get(question.kind, _USUAL)
    if question.kind in ("one_of", "several_of", "yes_no"):
        wanted = max(wanted, natural_width(asks=question, composition=composition))
    return wanted + 2 * INSET


def _label_widths(questions: list[tuple[Question, float]], composition: Composition) -> list[float]:
    """Two questions get a labels' column each where they can, so that rows stand in line."""
    if len(questions) == 2 and 2 * LABEL + sum(wanted for _, wanted in questions) <= WIDTH - NUMBER:
        return [LABEL, LABEL]
    return [_label_width(question, at, composition) for at, (question, _) in enumerate(questions)]


def _label_width(question: Question, place: int, composition: Composition) -> float:
    """The first label of a row stands in the labels' column; the others take what they need of it."""
    if place == 0:
        return LABEL
    size = composition.style.small
    text = legible(composition.label(question), Hand.STRONG)
    return min(LABEL, width(text.replace("\n", " "), Hand.STRONG, size) + 2 * INSET)


def _label(text: str, room: float, style: Style) -> tuple[Slab, ...]:
    if not text:
        return ()
    size, leading = style.small, style.small_leading
    return tuple(prose(text, room=room, size=size, leading=leading, hand=Hand.STRONG))
