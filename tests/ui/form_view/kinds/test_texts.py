"""Texts, dates, times and names as they are typed."""

import re

from PySide6.QtCore import QMimeData, Qt

from app.ui.form_view.kinds.long_text import LongText
from app.ui.form_view.kinds.typed import Typed
from tests.ui.form_view.sheet import Desk, question


def test_leaving_a_field_writes_out_what_was_understood(desk_fr: Desk) -> None:
    """A day, a time, a duration and a sum stand in full once left; the value is the same."""
    view = desk_fr.view()
    view.focus_question("a_date")
    for typed in ("27/11", "14h", "70"):
        desk_fr.type(typed)
        desk_fr.press(Qt.Key.Key_Tab)
    raw = view.raw()
    assert (raw["a_date"], raw["a_time"]) == ("27/11/2026", "14:00")
    assert raw["a_duration"] == "1\u202fh\u202f10"
    assert view.values() == {"a_date": "2026-11-27", "a_time": "14:00", "a_duration": 70}


def test_what_is_not_understood_is_said_under_it_and_stays(desk: Desk) -> None:
    """Leaving says so in words; typing again takes the words away."""
    view = desk.view()
    widget = question(view, "a_date")
    view.focus_question("a_date")
    desk.type("32/13")
    desk.press(Qt.Key.Key_Tab)
    assert view.raw() == {"a_date": "32/13"}
    assert widget.accessibleDescription() == "This is not a date."
    view.focus_question("a_date")
    desk.type("x")
    assert widget.accessibleDescription() == ""


def test_names_are_proposed_and_any_may_be_typed(desk: Desk) -> None:
    """A row taken writes the name out; another name is as good."""
    view = desk.view()
    view.focus_question("a_person")
    desk.type("san")
    desk.press(Qt.Key.Key_Return)
    assert view.values() == {"a_person": "Sandra Moreira"}
    desk.type(" (aunt)")
    assert view.values() == {"a_person": "Sandra Moreira (aunt)"}


def test_f7_writes_the_time(desk: Desk) -> None:
    """In long texts, quotations and marked paragraphs alike."""
    view = desk.view()
    for key in ("a_long_text", "a_quotation", "some_marked_text"):
        view.focus_question(key)
        desk.press(Qt.Key.Key_F7)
        view.insert_time()
        value = view.values()[key]
        text = value[0]["text"] if isinstance(value, list) else value
        assert re.fullmatch(r"(\d\d:\d\d — ){2}", text)


def test_tab_leaves_long_texts(desk: Desk) -> None:
    """Tab goes on to the next question and writes nothing."""
    view = desk.view()
    view.focus_question("a_long_text")
    desk.type("one")
    desk.press(Qt.Key.Key_Tab)
    assert desk.here is question(view, "a_quotation").tab_stops()[0]
    assert view.values() == {"a_long_text": "one"}


def test_long_texts_grow_and_take_only_words(desk: Desk) -> None:
    """A text area is as high as its text; what is pasted has no colours."""
    view = desk.view()
    widget = question(view, "a_long_text")
    assert isinstance(widget, LongText)
    before = widget.area.height()
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold\n" * 12)
    widget.area.insertFromMimeData(pasted)
    desk.settle()
    assert widget.area.height() > before * 3
    assert widget.area.verticalScrollBar().maximum() == 0
    assert view.values()["a_long_text"] == "bold\n" * 12


def test_french_spaces_survive(desk_fr: Desk) -> None:
    """Non-breaking spaces are part of the language and stay as they are."""
    view = desk_fr.view()
    text = "« Oui »\u00a0: n°\u00a05\u202f!"
    view.set_values({"a_long_text": text, "a_quotation": text, "a_text": text})
    assert view.values() == {"a_long_text": text, "a_quotation": text, "a_text": text}


def test_undo_is_the_fields_own(desk: Desk) -> None:
    """Ctrl+Z in a field gives back what was typed there."""
    view = desk.view()
    widget = question(view, "a_text")
    assert isinstance(widget, Typed)
    view.focus_question("a_text")
    desk.type("room")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.values() == {}


def test_a_short_field_holds_one_line(desk: Desk) -> None:
    """Several lines pasted into one become one, when it is read and when it is left."""
    view = desk.view()
    widget = question(view, "a_text")
    widget.fields()[0].setText("Bureau\x0bB12\r\nAnnexe\x07")
    assert widget.value() == "Bureau B12 Annexe"
    view.focus_question("a_text")
    desk.press(Qt.Key.Key_Tab)
    assert view.raw()["a_text"] == "Bureau B12 Annexe"
