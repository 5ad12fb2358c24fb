"""Below the list of students: one row of buttons, and a menu that needs no mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.ui.destination import Destination
from app.ui.student_list_foot import StudentListFoot
from app.ui.theme.dress import dress
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

COLUMN = 296  # how wide the list is at 100 %


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_it_is_one_row_in_every_language(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, theme: Theme, language: str, scale: float
) -> None:
    """Nothing is wider than the column and nothing stands on a second line."""
    large = Theme("light", scale)
    dress(qapp, large)
    try:
        given = Workspace(
            workspace.notebook, library=workspace.library, personal=workspace.personal,
            locale=Locale(language), theme=large, tasks=workspace.tasks,
        )  # fmt: skip
        foot = StudentListFoot(given)
        qtbot.addWidget(foot)
        foot.resize(large.px(COLUMN), 200)
        foot.show()
        buttons = foot.findChildren(Button)
        assert len({button.geometry().center().y() for button in buttons}) == 1
        assert foot.minimumSizeHint().width() <= large.px(COLUMN)
    finally:
        dress(qapp, theme)


def test_the_keyboard_opens_the_menu_and_chooses(qtbot: QtBot, workspace: Workspace) -> None:
    """Space opens it; down and Enter choose; everything done for several is in it."""
    foot = StudentListFoot(workspace)
    qtbot.addWidget(foot)
    foot.show()
    foot.more.setFocus()
    qtbot.keyClick(foot.more, Qt.Key.Key_Space)
    menu = foot.more.findChild(QMenu)
    assert menu is not None
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Import a list", "Letters", "Forms", "Class council",
    ]  # fmt: skip
    went: list[Destination] = []
    workspace.wanted.connect(went.append)
    for _ in range(4):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [one.screen for one in went] == ["council"]


def test_each_entry_asks_for_its_own(qtbot: QtBot, workspace: Workspace) -> None:
    """A list, letters, forms."""
    foot = StudentListFoot(workspace)
    qtbot.addWidget(foot)
    menu = foot.menu()
    for words, wanted in (
        ("Import a list", foot.import_wanted),
        ("Letters", foot.letters_wanted),
        ("Forms", foot.papers_wanted),
    ):
        with qtbot.waitSignal(wanted):
            next(one for one in menu.actions() if one.text() == words).trigger()
