"""Tables: hairlines, ticks, rows that grow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.table_delegate import INK


def _table(qtbot: QtBot, theme: Theme) -> tuple[DataTable, QStandardItemModel]:
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["Quoi", "Résultat"])
    for words, result in (("Stage de découverte", "convention à signer"), ("S’inscrire " * 30, "")):
        first, second = QStandardItem(words), QStandardItem(result)
        first.setCheckable(True)
        second.setData("warn", INK)
        model.appendRow([first, second])
    table = DataTable(theme, model=model, name="Étapes")
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(theme.px(700), theme.px(400))
    with qtbot.waitExposed(table):
        table.show()
    return table, model


def test_rows_grow_with_their_words(qtbot: QtBot, look: Theme) -> None:
    """A short row is 40 high, a long one as high as it needs."""
    table, _ = _table(qtbot, look)
    assert table.rowHeight(0) == look.px(40)
    assert table.rowHeight(1) > look.px(60)


def test_space_ticks_and_enter_chooses(qtbot: QtBot, theme: Theme) -> None:
    """From any column Space turns the row's box and Enter opens the row."""
    table, model = _table(qtbot, theme)
    table.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.item(0, 0).checkState() == Qt.CheckState.Checked
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [0]


def test_a_press_on_the_box_ticks(qtbot: QtBot, theme: Theme) -> None:
    """The mouse ticks where the box is drawn."""
    table, model = _table(qtbot, theme)
    box = table.visualRect(model.index(0, 0)).topLeft()
    box.setX(box.x() + theme.px(11))
    box.setY(box.y() + table.rowHeight(0) // 2)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert model.item(0, 0).checkState() == Qt.CheckState.Checked


def test_a_cell_has_its_ink(qtbot: QtBot, look: Theme) -> None:
    """A warning in a cell is written in the warning's ink."""
    table, model = _table(qtbot, look)
    image = table.viewport().grab(table.visualRect(model.index(0, 1))).toImage()
    ink = look.color("warn").rgb()
    assert any(image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height()))
