"""Paragraphs and their marks."""

from PySide6.QtCore import QMimeData, Qt

from app.ui.form_view.kinds.marked_text import MarkedText
from app.ui.form_view.parts.mark_legend import MarkLegend
from app.ui.form_view.parts.marked_area import MarkedArea
from app.ui.widgets.painted_button import PaintedButton
from tests.ui.form_view.sheet import Desk, question

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def area(desk: Desk) -> MarkedArea:
    """An open area with the cursor in it."""
    view = desk.view()
    view.focus_question("some_marked_text")
    widget = question(view, "some_marked_text")
    assert isinstance(widget, MarkedText)
    return widget.area


def said(place: MarkedArea) -> list[tuple[str, str]]:
    """Marks and texts."""
    return [(row["mark"], row["text"]) for row in place.paragraphs()]


def test_a_new_paragraph_keeps_the_mark_until_another_is_set(desk: Desk) -> None:
    """Enter goes on with the same mark; Alt and a letter change it; the words stay plain."""
    place = area(desk)
    desk.type("comes alone")
    desk.press(Qt.Key.Key_Return)
    desk.type("they laugh")
    desk.press(Qt.Key.Key_D, ALT)
    desk.press(Qt.Key.Key_Return)
    desk.type("late twice")
    desk.press(Qt.Key.Key_R, ALT)
    assert said(place) == [("seen", "comes alone"), ("said", "they laugh"), ("reported", "late twice")]


def test_undo_gives_words_and_marks_back(desk: Desk) -> None:
    """A mark is undone like a word, and a paragraph that comes back has its own."""
    place = area(desk)
    place.set_paragraphs([{"mark": "seen", "text": "one"}, {"mark": "hypothesis", "text": "two"}])
    desk.press(Qt.Key.Key_H, ALT)
    assert said(place)[0] == ("hypothesis", "one")
    desk.press(Qt.Key.Key_Z, CTRL)
    assert said(place)[0] == ("seen", "one")
    place.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert len(said(place)) == 1
    desk.press(Qt.Key.Key_Z, CTRL)
    assert said(place) == [("seen", "one"), ("hypothesis", "two")]


def test_a_selection_is_marked_whole(desk: Desk) -> None:
    """Every paragraph the selection touches gets the mark, no other."""
    place = area(desk)
    place.set_paragraphs([{"mark": "seen", "text": text} for text in ("one", "two", "three")])
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_S, ALT)
    desk.press(Qt.Key.Key_D, ALT)
    assert [mark for mark, _ in said(place)] == ["said", "said", "seen"]


def test_pasted_text_comes_in_plain_with_the_mark_of_its_place(desk: Desk) -> None:
    """Colours and tables of other programs stay outside."""
    place = area(desk)
    desk.press(Qt.Key.Key_R, ALT)
    pasted = QMimeData()
    pasted.setHtml("<b>first</b><p>second</p>")
    pasted.setText("first\nsecond")
    place.insertFromMimeData(pasted)
    assert said(place) == [("reported", "first"), ("reported", "second")]
    assert "font-weight" not in place.toHtml().split("<body", 1)[1].replace("font-weight:400", "")


def test_the_hand_sets_marks_too(desk: Desk) -> None:
    """The words beside the heading are buttons that leave the focus in the text."""
    place = area(desk)
    view = place.window()
    legend = view.findChildren(MarkLegend)[0]
    buttons = legend.findChildren(PaintedButton)
    assert [button.words() for button in buttons] == ["seen", "said", "reported", "hypothesis"]
    desk.bot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert said(place) == [("reported", "")]
    assert desk.here is place


def test_readers_hear_the_mark(desk: Desk) -> None:
    """The mark of the paragraph with the cursor is told with the text."""
    place = area(desk)
    desk.press(Qt.Key.Key_D, ALT)
    assert place.accessibleDescription() == "said"
