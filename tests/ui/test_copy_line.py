"""What Today says of copies: little when all is well, and what to do when it is not."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.copies.keep_copies import keep_copies, name_second_place
from app.storage.copy_record import keep_record, read_record
from app.storage.kept_copies import FOLDER, list_copies
from app.ui.copy_keeper import CopyKeeper
from app.ui.destination import Destination
from app.ui.pages.settings import SettingsPage
from app.ui.pages.today import TodayPage
from app.ui.settings_sections.copies import Copies
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.chip import Chip
from app.ui.workspace import Workspace
from tests import builders

WAIT = 20_000


@pytest.fixture
def keeper(qtbot: QtBot, workspace: Workspace) -> Iterator[CopyKeeper]:
    """The keeper the page hears; it looks when the test says so."""
    workspace.copies = CopyKeeper(workspace.notebook)
    yield workspace.copies
    workspace.copies.stop()


def today(qtbot: QtBot, workspace: Workspace) -> TodayPage:
    """The page, up."""
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.open(Destination("today"))
    page.show()
    return page


def test_without_a_copy_today_says_so_and_then_when_it_was_proved(
    qtbot: QtBot, workspace: Workspace, keeper: CopyKeeper
) -> None:
    """The sentence changes by itself while the page is up."""
    page = today(qtbot, workspace)
    _until(qtbot, page, "No copy of this notebook has been made yet.")
    keeper.look()
    _until(qtbot, page, "Last verified copy: ")
    assert not _says(page, "No copy of this notebook")


def test_a_drive_that_is_missing_is_asked_for(
    qtbot: QtBot, workspace: Workspace, keeper: CopyKeeper, tmp_path: Path
) -> None:
    """Since when, and that nothing else has to be done; no line when it is there or nothing changed."""
    place = name_second_place(workspace.notebook, folder=tmp_path)
    assert place is not None
    keep_copies(workspace.notebook)
    page = today(qtbot, workspace)
    record = read_record(workspace.notebook.folder)
    away_at = "2026-11-12T10:14:00Z"
    keep_record(workspace.notebook.folder, msgspec.structs.replace(record, away_at=away_at))
    place.rename(tmp_path / "away")
    builders.kept_student(workspace.notebook)
    keeper.look()
    _until(qtbot, page, "The drive of the second copies has not been here since 12/11/2026.")
    (tmp_path / "away").rename(place)
    keeper.look()
    qtbot.waitUntil(lambda: not _says(page, "The drive of the second copies"), timeout=WAIT)


def test_a_failure_is_told_with_a_way_to_try_again(
    qtbot: QtBot, workspace: Workspace, keeper: CopyKeeper
) -> None:
    """Pressing it makes the copy, and the sentence goes."""
    beside = workspace.notebook.folder / FOLDER
    beside.write_bytes(b"in the way")
    page = today(qtbot, workspace)
    keeper.look()
    _until(qtbot, page, "could not be written")
    beside.unlink()
    _button(page, "Try again").click()
    _until(qtbot, page, "Last verified copy: ")
    assert not _says(page, "could not be written")


def test_damage_leads_to_a_copy(qtbot: QtBot, workspace: Workspace, keeper: CopyKeeper) -> None:
    """What the weekly check found stands on Today with the way back, and nothing stands there otherwise."""
    keep_copies(workspace.notebook)
    page = today(qtbot, workspace)
    keeper.look_again()
    _until(qtbot, page, "Last verified copy: ")
    assert not _says(page, "Something is damaged")
    folder = workspace.notebook.folder
    found = msgspec.structs.replace(read_record(folder), checked_at="2026-11-20T10:14:00Z", damaged=True)
    keep_record(folder, found)
    keeper.look_again()
    _until(qtbot, page, "Something is damaged in this notebook")
    with qtbot.waitSignal(workspace.restore_wanted):
        _button(page, "Put back a copy…").click()


def test_the_settings_list_copies_and_set_room_and_place(
    qtbot: QtBot, workspace: Workspace, keeper: CopyKeeper, tmp_path: Path
) -> None:
    """Dates, sizes and places; how much room; off and on; a second place and none again."""
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.open(Destination("settings", kind="copy"))
    page.show()
    _button(page, "Make a copy now").click()
    _until(qtbot, page, "1 copy, ")
    _until(qtbot, page, "Today, ")
    _until(qtbot, page, "beside the notebook")
    next(chip for chip in page.findChildren(Chip) if chip.words() == "25 %").click()
    assert workspace.notebook.preferences.get("copies_share") == 25
    page.findChild(CheckRow).click()
    assert workspace.notebook.preferences.get("copies_off") is True
    stick = tmp_path / "stick"
    stick.mkdir()
    page.findChild(Copies)._set_place(stick)
    _until(qtbot, page, "in the second place")
    _until(qtbot, page, "the same drive")
    assert len(list_copies(stick / "carnet-copies")) == 1
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
    _button(page, "No second place").click()
    _until(qtbot, page, "None. A stick or another drive survives this computer.")
    with qtbot.waitSignal(workspace.restore_wanted):
        _button(page, "Put back a copy…").click()


def _says(page: QWidget, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _until(qtbot: QtBot, page: QWidget, words: str) -> None:
    qtbot.waitUntil(lambda: _says(page, words), timeout=WAIT)


def _button(page: QWidget, words: str) -> QAbstractButton:
    return next(
        button for button in page.findChildren(QAbstractButton)
        if button.isVisible() and (button.accessibleName() == words or button.text() == words)
    )  # fmt: skip
