"""A form on the screen: order, conditions, cursor, names, room."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from app.frameworks.validate import Problem
from app.ui.form_view.form_view import FormView
from app.ui.form_view.parts.wrapping_field import WrappingField
from app.ui.form_view.section_strip import SectionStrip
from app.ui.widgets.painted_button import PaintedButton
from tests.ui.form_view.sheet import Desk, question

FORMS = ["f1-interview", "f4-referral", ""]


def owner(view: FormView, place: QWidget) -> str:
    """The key of the question a field belongs to."""
    for section in view.sections:
        for widget in section.widgets:
            if widget is place or widget.isAncestorOf(place):
                return widget.question.key
    return ""


@pytest.mark.parametrize("form", FORMS)
def test_tab_follows_the_order_of_the_form(desk: Desk, form: str) -> None:
    """From the first field to the last, Tab meets every question in the order of paper, and each once."""
    view = desk.view(form)
    wanted = [
        widget.question.key
        for section in view.sections
        for widget in section.widgets
        if widget.isVisibleTo(view) and widget.tab_stops()
    ]
    view.focus_first()
    met = [owner(view, desk.here)]
    while len(met) < 400:
        desk.press(Qt.Key.Key_Tab)
        key = owner(view, desk.here)
        if not key or key == wanted[0]:
            break
        if key != met[-1]:
            met.append(key)
    assert met == wanted


def test_tab_order_follows_rows_added_later(desk: Desk) -> None:
    """A line added in the middle of the form does not become the last stop."""
    view = desk.view("f1-interview")
    view.focus_question("steps")
    desk.type("one")
    desk.press(Qt.Key.Key_Return)
    for _ in range(3):
        desk.press(Qt.Key.Key_Tab)
    assert owner(view, desk.here) == "next_date"


def test_conditions_show_and_hide_at_once(desk: Desk) -> None:
    """A question appears with the answer it hangs on, keeps its words while hidden, and is not said then."""
    view = desk.view()
    reason = question(view, "a_reason")
    assert not reason.isVisibleTo(view)
    view.set_values({"a_yes_no": "no", "a_reason": "ill"})
    assert reason.isVisibleTo(view)
    view.focus_question("a_yes_no")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Space)
    assert not reason.isVisibleTo(view)
    assert view.values() == {"a_yes_no": "yes"}
    assert view.raw()["a_reason"] == "ill"
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    assert view.values() == {"a_yes_no": "no", "a_reason": "ill"}


def test_paper_only_questions_are_not_shown(desk: Desk) -> None:
    """Signatures and what is marked so have no place on the screen."""
    view = desk.view()
    shown = {widget.question.key for section in view.sections for widget in section.widgets}
    assert not shown & {"a_signature", "slip_seen", "a_mention"}
    assert {section.key for section in view.sections} == {"short", "choices", "long"}


@pytest.mark.parametrize("form", FORMS)
def test_every_field_has_a_name(desk: Desk, form: str) -> None:
    """Whatever takes the focus tells its label or its words to assistive technology."""
    view = desk.view(form)
    view.set_values({"services": ["OTHER"], "some_documents": ["one"], "partner": "p1"})
    labels = {widget.label for section in view.sections for widget in section.widgets}
    for place in view.findChildren(QWidget):
        if not place.focusPolicy() & Qt.FocusPolicy.TabFocus or not place.isVisibleTo(view):
            continue
        spoken = QAccessible.queryAccessibleInterface(place).text(QAccessible.Text.Name)
        assert spoken.strip(), f"{type(place).__name__} of {owner(view, place)}"
        if isinstance(place, QPlainTextEdit | QTextEdit) and not isinstance(place, WrappingField):
            assert spoken in labels
        if isinstance(place, PaintedButton):
            assert spoken == place.accessibleName()


def test_labels_point_at_their_fields(desk: Desk) -> None:
    """The first field of a question carries the visible label."""
    view = desk.view("f1-interview")
    for section in view.sections:
        for key, box in section.boxes.items():
            stops = box.widget.fields()
            line = stops and isinstance(stops[0], QLineEdit) and key != "steps"
            if line:
                assert stops[0].accessibleName() == box.widget.label


def test_the_cursor_comes_back_to_its_letter(desk: Desk) -> None:
    """Question, field and letter survive a draft, in any kind of text."""
    view = desk.view()
    draft = {
        "a_text": "Bureau B12",
        "a_long_text": "one\ntwo",
        "some_marked_text": [{"mark": "said", "text": "three"}],
        "some_documents": ["four", "five"],
    }
    view.set_raw(draft)
    places = [
        {"question": "a_text", "field": 0, "at": 6},
        {"question": "a_long_text", "field": 0, "at": 5},
        {"question": "some_marked_text", "field": 0, "at": 2},
        {"question": "some_documents", "field": 1, "at": 3},
    ]
    for cursor in places:
        view.set_cursor(cursor)
        assert view.cursor() == cursor
    view.set_cursor({"question": "of another version", "field": 9, "at": 9})
    assert view.cursor()["question"] == "a_date"


def test_typing_is_news_once_a_key(desk: Desk) -> None:
    """Every key of a person is told, so that a draft can follow."""
    view = desk.view()
    heard: list[int] = []
    view.changed.connect(lambda: heard.append(1))
    view.focus_question("a_text")
    desk.type("abc")
    assert len(heard) == 3


def test_problems_stand_under_their_questions(desk: Desk) -> None:
    """What is missing is said where it is missing, and goes when somebody types there."""
    view = desk.view()
    view.show_problems([Problem(question="a_text", reason="This is still missing.")])
    widget = question(view, "a_text")
    assert widget.accessibleDescription() == "This is still missing."
    view.focus_question("a_text")
    desk.type("x")
    assert widget.accessibleDescription() == ""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [464, 700, 1100])
def test_nothing_is_cut(desk: Desk, form: str, width: int) -> None:
    """At every width all that is shown lies inside the sheet, and every line has the height it needs."""
    view = desk.view(form, width=width)
    view.set_values(
        {
            "facts": [{"mark": "seen", "text": "long " * 60}],
            "main_reason": "LU-05",
            "partner": "p1",
            "a_table": [{"what": "x"}],
        }
    )
    desk.settle()
    scroll = view.parentWidget()
    while scroll is not None and not isinstance(scroll, QScrollArea):
        scroll = scroll.parentWidget()
    assert scroll is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    for place in view.findChildren(QWidget):
        if not place.isVisibleTo(view) or place.parentWidget() is None:
            continue
        corner = place.mapTo(view, place.rect().topRight())
        assert corner.x() < view.width(), f"{type(place).__name__} of {owner(view, place)}"
        if place.hasHeightForWidth() and place.layout() is not None:
            assert place.height() >= place.heightForWidth(place.width()), type(place).__name__


def test_where_one_types_stays_in_sight(desk: Desk) -> None:
    """The sheet follows the cursor down a long form."""
    view = desk.view("f1-interview")
    desk.settle()
    view.focus_question("conclusion")
    desk.settle()
    assert desk.sheet is not None
    corner = desk.here.mapTo(desk.sheet, desk.here.rect().bottomLeft())
    assert 0 < corner.y() < desk.sheet.height()


def test_a_form_is_built_quickly(desk: Desk) -> None:
    """Opening a sheet is not waited for, not even of the longest form."""
    first = desk.view("f1-interview")  # fonts and icons are read once
    fastest = 1.0
    for _ in range(5):
        start = time.perf_counter()
        desk.view("f1-interview", shown=False)
        fastest = min(fastest, time.perf_counter() - start)
    assert first.sections
    assert fastest < 0.3


def test_the_strip_knows_where_one_is_and_what_was_said(desk: Desk) -> None:
    """A press leads to a section; its dot is filled soon after something is said there."""
    view = desk.view("f1-interview")
    strip = SectionStrip(desk.theme, desk.locale, view)
    desk.bot.addWidget(strip)
    strip.show()
    steps = strip.findChildren(PaintedButton)
    assert [step.words() for step in steps] == [section.label for section in view.sections]
    conclusion = steps[-1]
    assert conclusion.accessibleDescription() == "nothing noted yet"
    desk.bot.mouseClick(conclusion, Qt.MouseButton.LeftButton)
    assert owner(view, desk.here) == "conclusion"
    desk.type("x")
    desk.bot.waitUntil(lambda: conclusion.accessibleDescription() == "something noted")


@pytest.mark.parametrize("key", ["a_sum", "a_time"])
def test_what_an_earlier_form_wrote_in_words_is_shown_as_it_is(desk: Desk, key: str) -> None:
    """An attribute asked in words before, as an amount now: the words stand there, to be put right."""
    view = desk.view(shown=False)
    view.set_values({key: "Bureau B12"})
    assert view.raw()[key] == "Bureau B12"
