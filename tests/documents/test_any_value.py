"""Whatever is said, it is printed."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.frameworks.asked import asked
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.form import Column, Question, Values
from tests.documents.papers import packed, paper, shipped_form, streamed
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind, shipped

FORMS = {
    "every_kind": every_kind(),
    "interview": shipped_form("f1-interview").for_framework("lu-sepas"),
    "plan": shipped_form("f3-plan").for_framework("lu-sepas"),
    "referral": shipped_form("f4-referral").for_framework("lu-sepas"),
}
DECISIONS = [{"id": "1", "text": "Téléphoner", "who": "Régente", "due": "2026-11-19", "done": False}]
each = pytest.mark.parametrize("name", FORMS)
_NARROWEST = 40  # points of text in the narrowest column of these forms
slow = settings(max_examples=25, deadline=None)


@each
@slow
@given(data=st.data(), language=st.sampled_from(["fr", "de", "en", "lb", "pt"]))
def test_every_word_said_is_on_the_paper(name: str, data: st.DataObject, language: str) -> None:
    """Each word of each printed answer can be found in the file, as far as a font has its letters.

    A word wider than a column is cut, perhaps at the foot of a page: of those, each letter is found.
    """
    form = FORMS[name]
    values = data.draw(sheets(form))
    values |= {question.key: DECISIONS for question in form.questions if question.kind == "tasks"}
    found = packed(" ".join(streamed(paper(form, values, language))))
    lost = []
    for question in asked(form=form, values=values):
        for part, hand in _parts(question, values, Locale(language)) if question.prints else []:
            for word in _in_one_unit(legible(part, hand)).split():
                pieces = [word] if width(word, hand, 10) < _NARROWEST else list(word)
                lost += [piece for piece in pieces if packed(piece) not in found]
    assert lost == []


@each
@slow
@given(told=st.text(st.characters(), max_size=300), fact=st.text(st.characters(), max_size=300))
def test_no_text_stops_the_printer(name: str, told: str, fact: str) -> None:
    """Control characters, half characters, any script: a file comes out."""
    form = FORMS[name]
    typed = ("text", "long_text", "quotation", "person")
    values = {question.key: told for question in form.questions if question.kind in typed}
    facts = dict.fromkeys((question.source for question in form.questions), fact) | {"unit.name": fact}
    assert paper(form, values, facts=facts, reference=fact, place=fact).startswith(b"%PDF")


def _in_one_unit(words: str) -> str:
    """Without what this reader of files cannot hold in one unit of its text."""
    return "".join(char if ord(char) <= 0xFFFF else " " for char in words)


def _parts(question: Question, values: Values, locale: Locale) -> list[tuple[str, Hand]]:
    """What was said to one question, in the words of the screen and the hand of the paper."""
    value = values.get(question.key) or []
    if question.kind == "marked_text":
        return [(row["text"], Hand.PLAIN) for row in value]
    if question.kind == "tasks":
        return [(row[key], Hand.PLAIN) for row in value for key in ("text", "who")]
    if question.kind == "table":
        return [(_shown(column, row, locale), _hand(column)) for row in value for column in question.columns]
    return [(_shown(question, values, locale), _hand(question))]


def _hand(asks: Question | Column) -> Hand:
    if asks.kind == "quotation":
        return Hand.SPOKEN
    return Hand.SLANTED if isinstance(asks, Column) and asks.under else Hand.PLAIN


def _shown(asks: Question | Column, values: dict[str, Any], locale: Locale) -> str:
    other = values.get(f"{asks.key}:other") or ""
    value = values.get(asks.key)
    return shown(question=asks, value=value, lists=shipped().lists, locale=locale, other=other)
