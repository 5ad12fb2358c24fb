"""The violet panel: folded by default, and nothing shows through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import Label
from app.ui.widgets.personal_panel import PersonalPanel
from tests.ui.widgets import said


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What it stands beside: alone it would be as wide as a window must be."""
    page = QWidget()
    qtbot.addWidget(page)
    return page


def _panel(page: QWidget, theme: Theme) -> PersonalPanel:
    page.resize(900, 700)
    panel = PersonalPanel(
        theme,
        title="Notes personnelles",
        promise="Ne quitte jamais ce carnet",
        open_name="Ouvrir les notes personnelles",
        close_name="Fermer les notes personnelles",
        parent=page,
    )
    panel.body.addWidget(Label(theme, "Tire sur ses manches"))
    panel.resize(panel.width(), 700)
    page.show()
    return panel


def test_it_begins_folded(qtbot: QtBot, page: QWidget, look: Theme) -> None:
    """Closed it is a strip of 24 pixels where no word can be read."""
    panel = _panel(page, look)
    assert panel.width() == look.px(24)
    assert not any(label.isVisible() for label in panel.findChildren(Label))


def test_opening_is_asked_for(qtbot: QtBot, page: QWidget, theme: Theme) -> None:
    """The strip asks to open and the × to close; the page decides."""
    panel = _panel(page, theme)
    unfold, fold = sorted(panel.findChildren(IconButton), key=lambda button: said.name(button), reverse=True)
    with qtbot.waitSignal(panel.open_wanted) as asked:
        qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    assert not panel.is_open()
    panel.set_open(True)
    assert panel.width() == theme.px(320)
    assert all(label.isVisible() for label in panel.findChildren(Label))
    with qtbot.waitSignal(panel.open_wanted) as asked:
        qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert asked.args == [False]


def test_it_is_violet_and_sewn(qtbot: QtBot, page: QWidget, look: Theme) -> None:
    """Open or folded, the ground is the personal one and a dashed seam runs along its left edge."""
    panel = _panel(page, look)
    for opened, x in ((True, look.px(7)), (False, look.px(4) - 1)):
        panel.set_open(opened)
        panel.resize(panel.width(), 700)
        image = panel.grab().toImage()
        seam = [image.pixelColor(x, y).name() for y in range(look.px(20), 600)]
        thread, ground = look.color("persline").name(), look.color("perswash").name()
        assert thread in seam
        assert ground in seam
