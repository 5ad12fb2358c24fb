"""One question's answer as slabs: written out, ticked, or lines to write on."""

from app.documents.composition import Composition
from app.documents.fonts import Hand
from app.documents.quotes import quoted
from app.documents.slab import Slab, dotted, ink, prose, slab
from app.documents.ticks import MOST, choices, ticks
from app.frameworks.marks import MARKS
from app.frameworks.show import shown
from app.models.form import Question

_PARTNER = ("partner.service", "partner.person", "partner.address", "partner.phone")
_MARK = 56.0


def answer(*, question: Question, room: float, composition: Composition) -> list[Slab]:
    """The slabs of one answer, `room` points wide; none where nothing was said on filled paper."""
    match question.kind:
        case "one_of" | "several_of" | "yes_no":
            return _coded(question, room, composition)
        case "fact":
            return _facts([question.source], room, composition) or _to_write(question, room, composition)
        case "partner":
            return _facts(_partner(composition), room, composition) or _to_write(question, room, composition)
        case "quotation":
            return _quotation(question, room, composition)
        case "marked_text":
            return _paragraphs(question, room, composition)
        case "mention":
            return _prose(composition.locale.words(question.text), room, composition)
        case "documents":
            return _listed(question, room, composition)
        case _:
            text = words(question=question, composition=composition)
            return _prose(text, room, composition) if text else _to_write(question, room, composition)


def words(*, question: Question, composition: Composition) -> str:
    """The answer in words, as the screen says it."""
    return shown(
        question=question,
        value=composition.value(question),
        lists=composition.subject.lists,
        locale=composition.locale,
        other=composition.other(question),
    )


def _prose(text: str, room: float, composition: Composition, hand: Hand = Hand.PLAIN) -> list[Slab]:
    style = composition.style
    return prose(text, room=room, size=style.body, leading=style.leading, hand=hand)


def _to_write(question: Question, room: float, composition: Composition) -> list[Slab]:
    return dotted(question.lines, room=room, style=composition.style) if composition.blank else []


def _coded(question: Question, room: float, composition: Composition) -> list[Slab]:
    value = composition.value(question) or []
    chosen = [value] if isinstance(value, str) else list(value)
    items = choices(asks=question, chosen=chosen, composition=composition)
    if 0 < len(items) <= (composition.style.ticked if chosen else MOST):
        other = composition.other(question)
        return ticks(items=items, chosen=chosen, other=other, room=room, composition=composition)
    text = words(question=question, composition=composition)
    return _prose(text, room, composition) if text else _to_write(question, room, composition)


def _facts(names: list[str], room: float, composition: Composition) -> list[Slab]:
    lines = [line for name in names for line in composition.fact(name)]
    return [piece for line in lines for piece in _prose(line, room, composition)]


def _partner(composition: Composition) -> list[str]:
    """Whom it goes to, without what the form says elsewhere."""
    elsewhere = {question.source for question in composition.form.questions if question.kind == "fact"}
    return [name for name in _PARTNER if name not in elsewhere]


def _quotation(question: Question, room: float, composition: Composition) -> list[Slab]:
    text = words(question=question, composition=composition).strip()
    if not text:
        return _to_write(question, room, composition)
    return _prose(quoted(text, language=composition.locale.code), room, composition, Hand.SPOKEN)


def _paragraphs(question: Question, room: float, composition: Composition) -> list[Slab]:
    """Each paragraph beside its mark; on blank paper, lines for each mark."""
    style = composition.style
    slabs: list[Slab] = []
    if composition.blank:
        each = max(1, question.lines // len(MARKS))
        lines = dotted(each * len(MARKS), room=room, style=style, x=_MARK)
        said = [(mark, lines[at * each : (at + 1) * each]) for at, mark in enumerate(MARKS)]
    else:
        said = [
            (row["mark"], prose(row["text"], room=room, size=style.body, leading=style.leading, x=_MARK))
            for row in composition.value(question) or []
            if row["text"].strip()
        ]
    for mark, lines in said:
        word = ink(composition.locale.text(MARKS[mark]), hand=Hand.STRONG, size=style.small + 0.5)
        first = Slab(height=lines[0].height, baseline=lines[0].baseline, marks=(word, *lines[0].marks))
        slabs += [first, *lines[1:]]
    return slabs


def _listed(question: Question, room: float, composition: Composition) -> list[Slab]:
    style = composition.style
    dash = ink("–", size=style.body)
    slabs: list[Slab] = []
    for line in words(question=question, composition=composition).split("\n"):
        lines = prose(line, room=room, size=style.body, leading=style.leading, x=10) if line else []
        slabs += (
            [slab(dash, *lines[0].marks, size=style.body, leading=style.leading), *lines[1:]] if lines else []
        )
    return slabs or _to_write(question, room, composition)
