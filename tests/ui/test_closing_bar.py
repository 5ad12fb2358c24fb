"""The bottom of a package being prepared, with the largest text and the longest words."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from app.ui.transfer.closing_bar import ClosingBar
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

SENTENCE = (
    "Geben Sie an, auf welcher Grundlage es hinausgeht: Das Weitergaberegister jedes Falls bewahrt es auf."
)


@pytest.mark.parametrize("width", [760, 1240])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_its_sentence_is_never_cut(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, theme: Theme, scale: float, width: int
) -> None:
    """Each line of it has its height, however often it is said again."""
    large = Theme("light", scale)
    dress(qapp, large)
    try:
        given = Workspace(
            workspace.notebook, library=workspace.library, personal=workspace.personal,
            locale=Locale("de"), theme=large, tasks=workspace.tasks,
        )  # fmt: skip
        sheet, bar = Sheet(large), ClosingBar(given, 1)
        qtbot.addWidget(sheet)
        sheet.set_footer(bar)
        sheet.resize(width, 728)
        sheet.show()
        for detail in ("", SENTENCE):
            bar.say("Paket Nr. 1, 1 Fall", detail, ready=False)
            qtbot.waitUntil(lambda: _cut(bar) == [])
    finally:
        dress(qapp, theme)


def _cut(bar: QWidget) -> list[str]:
    return [
        label.text()
        for label in bar.findChildren(Label)
        if label.isVisible() and label.height() < label.heightForWidth(label.width())
    ]
