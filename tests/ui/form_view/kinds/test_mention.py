"""A sentence of the form that is said on the screen."""

from app.ui.widgets.label import Label
from tests.ui.form_view.sheet import Desk


def test_a_sentence_is_said_once(desk: Desk) -> None:
    """What is said of the child's interest stands there without a label that repeats it."""
    view = desk.view("f6-report")
    view.set_values({"parents_informed": "not_interest"})
    said = [label.text() for label in view.findChildren(Label) if label.isVisibleTo(view)]
    assert len([text for text in said if "unless it is against" in text]) == 1


def test_a_sentence_can_wait_for_an_answer(desk: Desk) -> None:
    """What is said of the child's interest appears with the answer it belongs to."""
    view = desk.view("f6-report")
    parts = [one for section in view.sections for one in section.widgets]
    (sentence,) = [one for one in parts if one.question.key == "parents_sentence"]
    for answer, there in (("before", False), ("not_interest", True)):
        view.set_values({"parents_informed": answer})
        assert sentence.isVisibleTo(view) is there
