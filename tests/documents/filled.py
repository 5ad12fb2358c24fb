"""Any form filled by what its questions are: as little as it asks for, or to the brim."""

from typing import Any

from app.frameworks.asked import asked
from app.frameworks.computed import with_computed
from app.frameworks.options import options
from app.models.form import Column, Form, Question, Values
from tests.frameworks.resources import shipped

SURNAME = "Wolffenbüttel-Montecuccoli-Vasconcelos de Albuquerque e Castro"
NAME = f"Zoë-Ji‑woo Ṩạ̈ra {SURNAME} مرح 🙂"
STORY = "Le héron revient chaque matin près du pont ; personne ne sait d’où il vient, ni s’il reste. "
LONGEST, MANY = 30_000, 14
DAYS = {"student.born": "2010-02-28", "case.opened": "2026-09-07", "record.day": "2026-11-12"}
_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwe"


def minimal(form: Form) -> Values:
    """The answers it insists on, each as short as it can be."""
    return {ask.key: _short(ask) for ask in form.questions if ask.required} | {
        ask.key: "2026-11-12" for ask in form.questions if ask.bind == "date"
    }


def to_the_brim(form: Form, *, longest: int = LONGEST, rows: int = MANY) -> Values:
    """Every question answered with more than anybody would; the first account is as long as a novella."""
    values = {ask.key: _long(ask) for ask in form.questions if _long(ask) is not None}
    for ask in form.questions:
        if ask.kind in ("table", "tasks", "documents"):
            values[ask.key] = values[ask.key][:rows]
    story = next((ask.key for ask in form.questions if ask.kind == "long_text" and ask.prints), None)
    if story:
        values[story] = (STORY * (longest // len(STORY) + 1))[:longest]
    # whatever opens most: a question others lean on takes an answer that one of them waits for
    for ask in form.questions:
        leaning = ask.shown_if
        if leaning and leaning.question:
            asked_for = form.question(leaning.question)
            code = leaning.is_any[0]
            values[leaning.question] = [code] if asked_for.kind == "several_of" else code
    shown = {ask.key for ask in asked(form=form, values=values)}
    kept = {key: value for key, value in values.items() if key.removesuffix(":other") in shown}
    return with_computed(form=form, values=kept, days=DAYS)


def _short(asks: Question) -> Any:
    codes = _codes(asks)
    match asks.kind:
        case "one_of" | "yes_no":
            return codes[0]
        case "several_of":
            return codes[:1]
        case "date":
            return "2026-11-12"
        case "number" | "duration":
            return 1
        case "money":
            return "1.00"
        case "time":
            return "10:00"
        case "documents":
            return ["x"]
        case "marked_text":
            return [{"mark": "seen", "text": "x"}]
        case "table":
            return [{asks.columns[0].key: "x"}]
        case _:
            return "x"


def _long(asks: Question | Column) -> Any:
    codes = _codes(asks)
    match asks.kind:
        case "one_of" | "yes_no":
            return codes[-1]
        case "several_of":
            return codes
        case "date":
            return "2026-12-31"
        case "time":
            return "23:59"
        case "duration":
            return 24 * 60
        case "number":
            return 999999 if isinstance(asks, Question) and asks.bind else 123456789.25
        case "money":
            return "-123456789012.99"
        case "person":
            return NAME
        case "text" | "quotation" if isinstance(asks, Column):
            return f"{_WORD} {SURNAME} {STORY}"
        case "text":
            return f"{SURNAME} {_WORD * 3} {STORY}"
        case "long_text" | "quotation":
            return f"{_WORD * 4}\n\n{STORY * 6}"
        case "marked_text":
            marks = ("seen", "said", "reported", "hypothesis")
            return [{"mark": mark, "text": STORY * 4} for mark in marks * 2]
        case "documents":
            return [f"{number} {STORY}" for number in range(12)]
        case "tasks":
            return [
                {"id": str(number), "text": STORY, "who": NAME, "due": "2026-12-31", "done": False}
                for number in range(12)
            ]
        case "partner":
            return "f" * 32
        case "table" if isinstance(asks, Question):
            row = {column.key: _long(column) for column in asks.columns}
            return [row] * MANY
        case _:
            return None


def _codes(asks: Question | Column) -> list[str]:
    if asks.kind == "yes_no":
        return ["yes", "no"]
    return [item.code for item in options(asks=asks, lists=shipped().lists) if item.active]
