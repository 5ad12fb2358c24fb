"""What stands outside the boxes: printed sentences and lines to sign on."""

from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.row import Cell, Row
from app.documents.slab import Ink, Rule, Slab, ink, prose
from app.documents.style import WIDTH
from app.models.form import Question

_SIGNED = 200.0  # the widest a single signature gets
_APART = 18.0
_SHORTEST = 80.0  # a line a hand can sign on
_ROOM = 5.0  # for that hand, between a label and the line below it


def mention(*, question: Question, composition: Composition) -> list[Row]:
    """A small sentence in italics, and what it names where it has a source."""
    style = composition.style
    named = " · ".join(composition.fact(question.source)) if question.source else ""
    text = f"{composition.label(question)} {named}".strip() if named or not question.source else ""
    if not text:
        return []
    slabs = prose(text, room=WIDTH, size=style.small, leading=style.small_leading, hand=Hand.SLANTED)
    return [Row(cells=(Cell(x=0, width=WIDTH, slabs=tuple(slabs)),), frame=False, gap=style.gap)]


def signatures(*, questions: list[Question], composition: Composition) -> list[Row]:
    """Lines to sign on, side by side, each with the name and the role under it where they are known."""
    style = composition.style
    wide = min(WIDTH / len(questions), _SIGNED + _APART)
    room = wide - _APART
    above = any(_above(question, room, composition) for question in questions)  # all alike, in one line
    cells = [
        Cell(
            x=at * wide,
            width=wide,
            slabs=tuple(signature(question=question, room=room, composition=composition, above=above)),
        )
        for at, question in enumerate(questions)
    ]
    return [Row(cells=tuple(cells), frame=False, gap=style.gap + (_ROOM / 2 if above else 0), whole=True)]


def signature(
    *, question: Question, room: float, composition: Composition, above: bool = False
) -> list[Slab]:
    """One label with its line; the label stands above when it would leave too little of it."""
    style = composition.style
    said = _said(question, composition)
    slabs = []
    start = said.end + 6 if said.text else 0.0
    if start and (above or _above(question, room, composition)):
        slabs = prose(said.text, room=room, size=said.size, leading=style.small_leading)
        start = 0.0
    line = Rule(x=start, length=room - start, dotted=False)
    tall = style.pitch * 1.25 if start else style.pitch * 0.85 + _ROOM  # above the line there is the label
    slabs.append(Slab(height=tall, baseline=tall - 5, marks=(line,) if start == 0 else (said, line)))
    who = ", ".join(line for name in _named(question) for line in composition.fact(name))
    return slabs + (
        prose(who, room=room, size=style.small, leading=style.small_leading, x=start) if who else []
    )


def _said(question: Question, composition: Composition) -> Ink:
    return ink(composition.label(question), size=composition.style.small + 0.5)


def _above(question: Question, room: float, composition: Composition) -> bool:
    said = _said(question, composition)
    start = said.end + 6
    return bool(said.text) and (start > room / 2 or room - start < _SHORTEST)


def _named(question: Question) -> list[str]:
    if question.source == "practitioner.name":
        return ["practitioner.name", "practitioner.profession"]
    return [question.source] if question.source else []
