"""The chronology on the margin line."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.timeline import Timeline, TimelineEntry
from tests.ui.widgets import said

SHORT = TimelineEntry("1", "ven. 20/11", "15:10", "phone", "Appel", "6 minutes", "Deux retards.")
LONG = TimelineEntry(
    "2",
    "jeu. 12/11",
    "11:30",
    "chat-circle-text",
    "Entretien",
    "",
    "« Je veux juste qu’on me laisse. » " * 12,
    True,
)


def _sheet(qtbot: QtBot, theme: Theme, width: int) -> tuple[Sheet, Timeline]:
    model = PagedModel[TimelineEntry](said=lambda entry: entry.said)
    model.show_rows([SHORT, LONG])
    sheet = Sheet(theme)
    line = Timeline(theme, model=model, name="Chronologie")
    model.setParent(line)
    sheet.add_wide(line, gap=0)
    qtbot.addWidget(sheet)
    sheet.resize(width, 700)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet, line


def test_entries_are_as_high_as_their_words(qtbot: QtBot, look: Theme) -> None:
    """A long sentence wraps, the view shows all of it, and narrower means higher."""
    sheet, line = _sheet(qtbot, look, look.px(1000))
    wide = line.height()
    assert line.visualRect(line.model().index(1, 0)).bottom() <= line.viewport().height()
    sheet.resize(look.px(560), 700)
    qtbot.waitUntil(lambda: line.height() > wide)


def test_icons_stand_on_the_line(qtbot: QtBot, theme: Theme) -> None:
    """The icon interrupts the margin line of the sheet and is centred on it."""
    sheet, line = _sheet(qtbot, theme, 1000)
    image = line.grab().toImage()
    paper = theme.color("paper").lightness()
    marked = [
        x
        for x in range(sheet.line_x - 16, sheet.line_x + 17)
        if any(image.pixelColor(x, y).lightness() < paper - 80 for y in range(7, 32))
    ]
    assert abs((min(marked) + max(marked)) / 2 - sheet.line_x) <= 1.5


def test_readers_hear_the_whole_entry(qtbot: QtBot, theme: Theme) -> None:
    """Date, time, title, facts and words are one sentence."""
    _, line = _sheet(qtbot, theme, 1000)
    assert said.row_name(line, 0) == "ven. 20/11, 15:10, Appel, 6 minutes, Deux retards."


def test_narrow_sheets_tell_the_date_beside_the_title(qtbot: QtBot, theme: Theme) -> None:
    """Where the margin is gone the date is still drawn."""
    sheet, line = _sheet(qtbot, theme, 500)
    assert sheet.narrow
    dated = line.grab().toImage()
    model = line.model()
    assert isinstance(model, PagedModel)
    model.show_rows([SHORT._replace(day="", time=""), LONG])
    assert line.grab().toImage() != dated


def test_enter_opens_an_entry(qtbot: QtBot, theme: Theme) -> None:
    """The keyboard reaches each entry and opens it."""
    _, line = _sheet(qtbot, theme, 1000)
    line.select(0)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == [LONG]
