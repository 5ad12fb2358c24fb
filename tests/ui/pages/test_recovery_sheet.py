"""The recovery sheet in the settings: asked for with the phrase, shown, proved, forgotten."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.keys.keep_recovery_sheet import recovery_sheet_made
from app.actions.keys.recover_notebook import try_recovery_code
from app.errors import NoRecoverySheet, WrongPassphrase
from app.i18n import Locale
from app.ui.destination import Destination
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today import TodayPage
from app.ui.widgets.code_groups import CodeGroups
from app.ui.workspace import Workspace
from tests.builders import PHRASE

WAIT = 30_000


def test_the_sheet_counts_once_two_groups_are_typed_again(qtbot: QtBot, workspace: Workspace) -> None:
    """Phrase, code, two groups: then the typed code opens the notebook."""
    page = _open(qtbot, workspace)
    groups = _begin(qtbot, page)
    _button(page, "I have it on paper").click()
    assert page.findChild(CodeGroups) is None  # from the paper, not from the screen
    fields = _fields(page)
    assert len(fields) == 2
    for field in fields:
        field.setText(groups[int(field.accessibleName().split()[-1]) - 1].lower())
    _button(page, "Check and count from now on").click()
    qtbot.waitUntil(lambda: recovery_sheet_made(workspace.notebook) is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: _says(page, "From now on this sheet opens the notebook"), timeout=WAIT)
    try_recovery_code(folder=workspace.notebook.folder, typed=" ".join(groups))
    assert _says(page, "Only this sheet counts.")


def test_a_wrong_group_is_named_and_nothing_counts(qtbot: QtBot, workspace: Workspace) -> None:
    """Copied wrongly, the sheet is not taken; the code can be looked at again."""
    page = _open(qtbot, workspace)
    groups = _begin(qtbot, page)
    _button(page, "I have it on paper").click()
    first = _fields(page)[0]
    number = int(first.accessibleName().split()[-1])
    first.setText(groups[number - 1][::-1] if groups[number - 1] != groups[number - 1][::-1] else "00000")
    _button(page, "Check and count from now on").click()
    assert _says(page, f"Group {number} is not as on the sheet.")
    assert page.focusWidget() is first
    assert recovery_sheet_made(workspace.notebook) is None
    _button(page, "Show the code again").click()
    assert page.findChild(CodeGroups) is not None


def test_a_wrong_phrase_makes_no_sheet(qtbot: QtBot, workspace: Workspace) -> None:
    """Whoever passes by an open notebook does not print themselves a key."""
    page = _open(qtbot, workspace)
    _fields(page)[0].setText("une autre phrase")
    _button(page, "Make the sheet").click()
    qtbot.waitUntil(lambda: _says(page, WrongPassphrase().said(Locale("en"))), timeout=WAIT)
    assert page.findChild(CodeGroups) is None


@pytest.mark.parametrize("way", ["leave", "lock", "give up"])
def test_a_code_that_was_not_proved_is_forgotten(qtbot: QtBot, workspace: Workspace, way: str) -> None:
    """Another page, the lock, second thoughts: the code is gone from the screen and opens nothing."""
    page = _open(qtbot, workspace)
    groups = _begin(qtbot, page)
    if way == "give up":
        _button(page, "Give up this sheet").click()
    else:
        page.leave() if way == "leave" else page.keep()
        page.open(Destination("settings", kind="recovery"))
    assert page.findChild(CodeGroups) is None
    shown = " ".join(f"{getattr(each, 'text', str)()}" for each in page.findChildren(QWidget))
    assert not any(group in shown for group in groups)
    with pytest.raises(NoRecoverySheet):
        try_recovery_code(folder=workspace.notebook.folder, typed=" ".join(groups))


def test_today_leads_to_the_sheet(qtbot: QtBot, workspace: Workspace) -> None:
    """One quiet line on the day's page as long as there is none."""
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("today"))
    with qtbot.waitSignal(workspace.wanted) as wanted:
        _button(page, "Make the sheet…").click()
    assert wanted.args == [Destination("settings", kind="recovery")]


def test_the_code_is_read_aloud_sign_by_sign(qtbot: QtBot, workspace: Workspace) -> None:
    """Who does not see it hears every group with its number."""
    page = _open(qtbot, workspace)
    groups = _begin(qtbot, page)
    code = page.findChild(CodeGroups)
    assert code.accessibleName() == "Recovery code"
    assert f"3: {' '.join(groups[2])}" in code.accessibleDescription()


def test_no_file_is_made_by_looking(qtbot: QtBot, workspace: Workspace) -> None:
    """The sheet exists in memory until somebody prints or saves it."""
    folder = workspace.notebook.folder
    before = {path.name for path in folder.iterdir()} | {path.name for path in Path.home().glob("carnet-*")}
    page = _open(qtbot, workspace)
    _begin(qtbot, page)
    assert {path.name for path in folder.iterdir()} | {
        path.name for path in Path.home().glob("carnet-*")
    } == before


def _open(qtbot: QtBot, workspace: Workspace) -> SettingsPage:
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.open(Destination("settings", kind="recovery"))
    page.show()
    return page


def _begin(qtbot: QtBot, page: SettingsPage) -> list[str]:
    _fields(page)[0].setText(PHRASE)
    _button(page, "Make the sheet").click()
    qtbot.waitUntil(lambda: page.findChild(CodeGroups) is not None, timeout=WAIT)
    return list(page.findChild(CodeGroups)._groups)


def _fields(page: QWidget) -> list[QLineEdit]:
    return [field for field in page.findChildren(QLineEdit) if field.isVisibleTo(page)]


def _button(page: QWidget, words: str) -> QAbstractButton:
    return next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == words and each.isVisibleTo(page)
    )


def _says(page: QWidget, words: str) -> bool:
    return any(
        words in (getattr(widget, "text", str)() or "") or words in widget.accessibleName()
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
    )
