"""The sheet: labels against the margin line, contents right of it."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.sheet_rows import SheetRows
from app.ui.widgets.text_field import TextField
from tests.ui.widgets import said


def _shown(qtbot: QtBot, sheet: Sheet, width: int = 1100) -> None:
    qtbot.addWidget(sheet)
    sheet.resize(width, 700)
    with qtbot.waitExposed(sheet):
        sheet.show()


def _left(widget: QWidget, sheet: Sheet) -> int:
    return widget.mapTo(sheet, QPoint(0, 0)).x()


def test_labels_end_at_the_line_and_contents_begin_after_it(qtbot: QtBot, theme: Theme) -> None:
    """The line is the grid: labels left of it, contents 24 pixels right of it, footer too."""
    sheet, field = Sheet(theme, margin=120), TextField(theme)
    label = sheet.add_row("Téléphone", field)
    button = Button(theme, "Terminer", kind="primary")
    sheet.set_footer(button, label="Bilan")
    _shown(qtbot, sheet)
    assert sheet.line_x == 120
    assert label is not None
    assert _left(label, sheet) + label.width() == 120
    assert _left(field, sheet) == _left(button, sheet) == 120 + 1 + 24
    assert _left(field, sheet) + field.width() == 1100 - 24


def test_a_label_names_its_field(qtbot: QtBot, theme: Theme) -> None:
    """The words in the margin are the field's accessible name."""
    sheet, field = Sheet(theme), TextField(theme)
    sheet.add_row("Téléphone", field)
    _shown(qtbot, sheet)
    assert said.name(field) == "Téléphone"
    assert QAccessible.queryAccessibleInterface(field).role() == QAccessible.Role.EditableText


def test_narrow_sheets_put_labels_above(qtbot: QtBot, look: Theme) -> None:
    """Where there is no room for a margin, the label stands above its field and the line at the edge."""
    sheet, field = Sheet(look), TextField(look)
    label = sheet.add_row("Téléphone", field)
    _shown(qtbot, sheet, look.px(500))
    assert label is not None
    assert sheet.narrow
    assert sheet.line_x == look.px(12)
    assert _left(label, sheet) == _left(field, sheet)
    below = label.mapTo(sheet, QPoint(0, label.height())).y()
    assert below <= field.mapTo(sheet, QPoint(0, 0)).y()


def test_long_text_wraps_whole(qtbot: QtBot, look: Theme) -> None:
    """A long sentence gets all the lines it needs, and the sheet scrolls."""
    sheet = Sheet(look)
    words = Label(look, "Deux retards cette semaine, ne participe plus en français. " * 20, wrap=True)
    sheet.add_row("Faits", words)
    _shown(qtbot, sheet, 800)
    assert words.height() >= words.heightForWidth(words.width())
    assert words.width() <= sheet.width()


def test_the_scroll_bar_takes_no_room_from_the_text(qtbot: QtBot, theme: Theme) -> None:
    """When the sheet begins to scroll, nothing on it moves sideways."""
    sheet, field = Sheet(theme), TextField(theme)
    sheet.add_row("Téléphone", field)
    _shown(qtbot, sheet)
    width = field.width()
    tall = QWidget()
    tall.setMinimumHeight(2000)
    sheet.add_row("", tall)
    qtbot.waitUntil(lambda: sheet._scroll.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: field.width() == width)


def test_a_form_inside_follows_the_line(qtbot: QtBot, theme: Theme) -> None:
    """Rows made elsewhere and added whole stand on the same line, also when it moves."""
    sheet, form, field = Sheet(theme, margin=88), SheetRows(theme), TextField(theme)
    form.add_row("Motif", field)
    sheet.add_wide(form, gap=0)
    _shown(qtbot, sheet)
    assert _left(field, sheet) == 88 + 1 + 24
    sheet.resize(500, 700)
    qtbot.waitUntil(lambda: _left(field, sheet) == 12 + 1 + 24)


def test_rows_can_be_taken_away(qtbot: QtBot, theme: Theme) -> None:
    """An emptied sheet shows only what comes next."""
    sheet = Sheet(theme)
    sheet.add_row("Motif", TextField(theme))
    sheet.clear()
    sheet.add_row("Nom", TextField(theme))
    _shown(qtbot, sheet)
    assert [label.text() for label in sheet.rows.findChildren(Label) if label.isVisible()] == ["Nom"]


def test_the_line_runs_from_top_to_bottom(qtbot: QtBot, look: Theme) -> None:
    """The margin line is drawn on the whole sheet in the margin's colour."""
    sheet = Sheet(look)
    _shown(qtbot, sheet, look.px(900))
    image = sheet.grab().toImage()
    column = {image.pixelColor(sheet.line_x, y).name() for y in range(image.height())}
    assert column == {look.color("margin").name()}


def test_a_very_long_name_goes_on_below(qtbot: QtBot, theme: Theme) -> None:
    """Whose sheet it is never widens the window; a name of usual length keeps its one line."""
    sheet = Sheet(theme)
    sheet.header.add_above(Label(theme, "enregistré le 12/11/2026 10:05 · révision 3"))
    sheet.header.set_who("Maximilien " + "Vandenbroucke de la Tour " * 5, "5G2 · 15 ans · dossier 2026-0002")
    _shown(qtbot, sheet, 800)
    assert sheet.minimumSizeHint().width() < 800
    who, facts = sheet.header.findChildren(Label)[:2]
    assert who.height() >= 2 * theme.metrics("strong").height()
    assert facts.geometry().right() < 800
    sheet.header.set_who("Marie-Françoise Vandenbroucke", "5G2")
    qtbot.waitUntil(lambda: who.height() < 2 * theme.metrics("strong").height())
