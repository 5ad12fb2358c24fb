"""Which questions stand on a sheet."""

import pytest

from app.frameworks.asked import asked, columns_asked
from app.models.form import Condition, Form, Question, Section
from tests.frameworks.resources import every_kind, shipped


@pytest.mark.parametrize(
    ("informed", "asks"), [("before", False), ("not_asked", True), ("not_interest", True), (None, False)]
)
def test_a_reason_is_asked_where_parents_are_not_informed(informed: str | None, asks: bool) -> None:
    """The reason appears only for those who decided not to inform the parents."""
    form = shipped().forms["f1-interview"]
    keys = {question.key for question in asked(form=form, values={"parents_informed": informed})}
    assert ("parents_reason" in keys) is asks


def test_blank_paper_asks_everything() -> None:
    """By hand one may need any of the lines."""
    assert asked(form=every_kind(), values=None) == every_kind().questions


def test_what_leans_on_a_hidden_question_is_hidden_too() -> None:
    """A question left from an earlier choice never keeps another one open, whatever their order."""
    form = _chain("c", "b", "a")
    assert _keys(form, {"a": "yes", "b": "yes"}) == ["c", "b", "a"]
    assert _keys(form, {"a": "no", "b": "yes"}) == ["a"]
    assert _keys(form, {"b": "yes"}) == ["a"]


def test_one_of_several_answers_is_enough() -> None:
    """A condition on a question with several answers holds when one of them is named."""
    form = _chain("b", "a")
    assert _keys(form, {"a": ["maybe", "yes"]}) == ["b", "a"]
    assert _keys(form, {"a": ["maybe"]}) == ["a"]


def test_a_fact_hides_only_once_it_is_known() -> None:
    """Parents have a line to sign on unless the student is of age; paper to be filled has every line."""
    form = every_kind()
    for facts, there in (
        ({"student.is_adult": "no"}, True),
        ({"student.is_adult": "yes"}, False),
        ({}, True),
    ):
        keys = {question.key for question in asked(form=form, values={}, facts=facts)}
        assert ("a_parent_signature" in keys) is there
    assert asked(form=form, values=None, facts={"student.is_adult": "yes"}) == form.questions


def test_columns_follow_their_fact() -> None:
    """The parents of an adult are not asked whether they agree."""
    question = every_kind().question("a_ranking")
    for facts, there in (
        ({"student.is_adult": "no"}, True),
        ({"student.is_adult": "yes"}, False),
        (None, True),
    ):
        keys = [column.key for column in columns_asked(question=question, facts=facts)]
        assert keys == ["choice", "where", "words", "until", *(["parents"] if there else [])]


def _chain(*keys: str) -> Form:
    """Each question is asked when the one after it says yes."""
    questions = [
        Question(key=key, kind="yes_no", shown_if=after and Condition(question=after, is_any=["yes"]))
        for key, after in zip(keys, (*keys[1:], None), strict=True)
    ]
    sections = [Section(key="all", label={}, questions=questions)]
    return Form(version=1, record="paper", title={}, sections=sections)


def _keys(form: Form, values: dict[str, object]) -> list[str]:
    return [question.key for question in asked(form=form, values=values)]
