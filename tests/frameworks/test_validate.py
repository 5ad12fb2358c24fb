"""What a sheet still lacks, and when that matters."""

from typing import Any

import pytest

from app.frameworks.validate import MISSING, SAY_WHAT, Moment, problems
from app.models.form import Values
from tests.frameworks.resources import every_kind, shipped


def keys(form_key: str, values: Values, moment: Moment) -> list[tuple[str, str]]:
    """The questions with a problem and the reasons, lists known."""
    form = shipped().forms[form_key]
    return [
        (problem.question, problem.reason)
        for problem in problems(form=form, values=values, moment=moment, lists=shipped().lists)
    ]


def test_nothing_is_missing_while_typing() -> None:
    """Nobody is told what is missing before they have finished."""
    assert keys("f1-interview", {}, "typing") == []


def test_an_interview_ends_with_a_day_and_a_reason() -> None:
    """At the end few things are wanted: when, and why. Parents' information is never one of them."""
    assert keys("f1-interview", {}, "closing") == [("date", MISSING), ("main_reason", MISSING)]


def test_a_referral_is_printed_with_a_receiver_and_a_reason() -> None:
    """A referral without a receiver or a reason can be kept and not sent."""
    values = {"date": "2026-11-23"}
    assert keys("f4-referral", values, "closing") == []
    assert keys("f4-referral", values, "printing") == [("partner", MISSING), ("reason", MISSING)]


def test_other_says_what() -> None:
    """Choosing "other" asks for a word, at the end and not while choosing."""
    values: Values = {"date": "2026-11-23", "main_reason": "OTHER", "present": ["student", "other"]}
    assert keys("f1-interview", values, "typing") == []
    assert keys("f1-interview", values, "closing") == [("present", SAY_WHAT), ("main_reason", SAY_WHAT)]
    values |= {"main_reason:other": "vol", "present:other": "la voisine"}
    assert keys("f1-interview", values, "closing") == []


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("a_date", "2026-02-30", "This is not a date."),
        ("a_time", "9:5", "This is not a time of day."),
        ("a_duration", -1, "This is not a number of minutes."),
        ("a_duration", True, "This is not a number of minutes."),
        ("a_number", float("nan"), "This is not a number."),
        ("a_sum", "1.234", "This is not an amount."),
        ("some_documents", "one", "This cannot be read."),
        ("some_tasks", [{"text": "call", "due": "soon"}], "This cannot be read."),
        ("a_table", [{"mark": "five"}], "This cannot be read."),
    ],
)
@pytest.mark.parametrize("moment", ["typing", "closing", "printing"])
def test_what_cannot_be_read_is_said_at_once(key: str, value: Any, reason: str, moment: Moment) -> None:
    """A day that does not exist is pointed out at every moment."""
    values = {"a_text": "x", key: value}
    found = problems(form=every_kind(), values=values, moment=moment)
    assert [(problem.question, problem.reason) for problem in found] == [(key, reason)]


def test_blank_is_missing() -> None:
    """Spaces are no answer."""
    found = problems(form=every_kind(), values={"a_text": "  "}, moment="printing")
    assert [problem.question for problem in found] == ["a_text"]


def test_hidden_questions_are_not_wanted() -> None:
    """What is not asked cannot be wrong."""
    values = {"a_text": "x", "a_yes_no": "yes", "a_reason": 5}
    assert problems(form=every_kind(), values=values, moment="printing") == []
