"""Values in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.kinds import ELSEWHERE
from app.frameworks.show import option_label, shown
from app.i18n import Locale
from tests.frameworks.answers import said
from tests.frameworks.resources import every_kind, shipped

EN, DE = Locale("en"), Locale("de")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("a_text", "Bureau B12", "Bureau B12"),
        ("a_long_text", "a\nb", "a\nb"),
        ("a_quotation", "Je veux partir.", "Je veux partir."),
        ("a_date", "2026-11-23", "23/11/2026"),
        ("a_time", "10:02", "10:02"),
        ("a_duration", 12, "12 min"),
        ("a_number", 2.5, "2.5"),
        ("a_number", 0, "0"),
        ("a_sum", "12.50", "12.50\u00a0€"),
        ("a_sum", "Bureau B12", "Bureau B12"),  # an attribute an earlier form asked in words
        ("a_person", "Mme Weber", "Mme Weber"),
        ("a_partner", "3f", ""),
        ("a_choice", "closed", "closed"),
        ("some_choices", ["student", "mother"], "student · mother"),
        ("a_yes_no", "unknown", "not known"),
        (
            "some_marked_text",
            [{"mark": "seen", "text": "A."}, {"mark": "said", "text": "B."}],
            "seen: A.\nsaid: B.",
        ),
        ("some_documents", ["bulletin", "", "lettre"], "bulletin\nlettre"),
        (
            "a_table",
            [{"what": "bus", "cost": "3.20", "mode": "TEL"}, {"day": "2026-11-24", "done": "no"}],
            "bus · 3.20\u00a0€ · phone\n24/11/2026 · no",
        ),
        (
            "some_tasks",
            [
                {"id": "1", "text": "appeler", "who": "moi", "due": "2026-11-27", "done": False},
                {"text": "voir"},
            ],
            "appeler · moi · 27/11/2026\nvoir",
        ),
        ("a_fact", None, ""),
        ("a_text", "   ", ""),
    ],
)
def test_a_value_in_words(key: str, value: Any, words: str) -> None:
    """Each kind of answer can be read out."""
    question = every_kind().question(key)
    assert shown(question=question, value=value, lists=shipped().lists, locale=EN) == words


def test_words_follow_the_reader() -> None:
    """Labels, dates and amounts are written as the reader's language does."""
    form, lists = every_kind(), shipped().lists
    assert shown(question=form.question("some_choices"), value=["mother"], lists=lists, locale=DE) == "Mutter"
    assert shown(question=form.question("a_sum"), value="12.50", lists=lists, locale=DE) == "12,50\u00a0€"
    assert shown(question=form.question("a_date"), value="2026-11-23", lists=lists, locale=DE) == "23.11.2026"


def test_other_is_said_in_its_own_words() -> None:
    """What the other is stands behind it, and behind nothing else."""
    question = every_kind().question("some_choices")
    words = shown(
        question=question, value=["mother", "other"], lists=shipped().lists, locale=EN, other="the neighbour"
    )
    assert words == "mother · other: the neighbour"


def test_a_code_no_list_knows_is_not_lost() -> None:
    """Where a list lost a value, its code is shown rather than nothing."""
    question = every_kind().question("some_choices")
    assert option_label(question=question, code="gone", lists={}, locale=EN) == "gone"


@given(data=st.data())
def test_whatever_was_said_can_be_shown(data: st.DataObject) -> None:
    """No answer is too odd for words."""
    asks = [ask for ask in every_kind().questions if ask.kind not in (*ELSEWHERE, "partner")]
    question = data.draw(st.sampled_from(asks))
    value = data.draw(said(question))
    assert shown(question=question, value=value, lists=shipped().lists, locale=EN).strip()
