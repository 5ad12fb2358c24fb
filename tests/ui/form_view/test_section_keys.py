"""Over a sheet in larger steps than Tab."""

from PySide6.QtCore import Qt

from app.ui.form_view.section_strip import SectionStrip
from tests.ui.form_view.sheet import Desk, question

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_past_the_rest_of_a_table_and_of_a_section(desk: Desk) -> None:
    """Out of the fourteen domains to the question after them; from a short field to the next section."""
    view = desk.view("n07-life-situation")
    strip = SectionStrip(desk.theme, desk.locale, view)
    view.focus_question("told_by")
    for key in ("household_kind", "domains", "first"):
        desk.press(Qt.Key.Key_PageDown, ALT)
        assert desk.here in question(view, key).fields(), key
    desk.press(Qt.Key.Key_PageDown, ALT)
    assert desk.here in question(view, "first").fields(), "there is nothing after the last section"
    for key in ("domains", "household_kind", "date", "date"):
        desk.press(Qt.Key.Key_PageUp, ALT)
        assert desk.here in question(view, key).fields(), key
    strip.deleteLater()


def test_out_of_a_table_to_the_question_below_it(desk: Desk) -> None:
    """In the same section, where there is one."""
    view = desk.view("f9-low-income")
    strip = SectionStrip(desk.theme, desk.locale, view)
    view.focus_question("incomes")
    desk.press(Qt.Key.Key_PageDown, ALT)
    assert desk.here in question(view, "charges").fields()
    desk.press(Qt.Key.Key_PageDown, ALT)
    assert desk.here in question(view, "persons").fields()
    strip.deleteLater()


def test_down_the_column_of_a_table(desk: Desk) -> None:
    """Ctrl+Down and Ctrl+Up stay in the column and stop at either end."""
    view = desk.view("f9-low-income")
    view.set_values({"pieces": [{"what": "income"}, {"what": "residence"}]})
    rows = question(view, "pieces").stack.rows  # type: ignore[attr-defined]
    rows[0].fields()[1].setFocus()
    for number in (1, 2, 2):
        desk.press(Qt.Key.Key_Down, CTRL)
        assert desk.here is rows[number].fields()[1]
    for number in (1, 0, 0):
        desk.press(Qt.Key.Key_Up, CTRL)
        assert desk.here is rows[number].fields()[1]
