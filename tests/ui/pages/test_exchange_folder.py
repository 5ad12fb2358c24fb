"""A package that comes through the exchange folder, from the page of the day to the preview."""

from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.models.case import Case
from app.ui.destination import Destination
from app.ui.keepers.exchange_watch import ExchangeWatch
from app.ui.pages.receive import ReceivePage
from app.ui.pages.today import TodayPage
from app.ui.pages.transfer import TransferPage
from app.ui.transfer.folder_panel import FolderPanel
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import WAIT, button, handed_over, shown, words


def test_it_is_offered_and_opens_its_preview(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Named, filled by the other side, told on both pages, opened with one press."""
    acquaint(workspace.notebook, unit.notebook)
    acquaint(unit.notebook, workspace.notebook)
    transfer, today = TransferPage(unit), TodayPage(unit)
    shown(qtbot, transfer)
    shown(qtbot, today)
    folder = tmp_path / "shared"
    folder.mkdir()
    panel = transfer.findChild(FolderPanel)
    assert panel is not None
    watch = ExchangeWatch(unit, today)
    panel.name(folder)
    assert str(folder) in words(transfer)
    file = handed_over(qtbot, workspace, case, folder)

    def offered() -> list[DayLine]:
        watch.look()
        return [line for line in today.findChildren(DayLine) if "Claire Aubrin" in line.accessibleName()]

    qtbot.waitUntil(lambda: bool(offered()), timeout=WAIT)
    with qtbot.waitSignal(unit.wanted) as went:
        offered()[0].click()
    assert went.args[0] == Destination("receive", kind="folder", record_id=file.name)
    page = ReceivePage(unit)
    shown(qtbot, page)
    page.open(went.args[0])
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    page.take()
    qtbot.waitUntil(lambda: "It is in the notebook" in words(page), timeout=WAIT)
    qtbot.waitUntil(lambda: not offered(), timeout=WAIT)


def test_the_folder_of_the_notebook_is_refused(qtbot: QtBot, workspace: Workspace) -> None:
    """Told on the window; nothing is named."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    panel = page.findChild(FolderPanel)
    assert panel is not None
    with qtbot.waitSignal(workspace.failed):
        panel.name(workspace.notebook.folder)
    assert button(page, "Name a folder…")


def test_an_answer_after_the_window_went_tells_nobody(qtbot: QtBot, workspace: Workspace) -> None:
    """The look was under way when the window was closed: nothing is touched that is gone."""
    held, began = Event(), Event()

    def hold() -> None:
        began.set()
        held.wait(WAIT / 1000)

    workspace.tasks.submit(hold)
    qtbot.waitUntil(began.is_set, timeout=WAIT)
    watch = ExchangeWatch(workspace)
    watch.look()
    delete(watch)
    held.set()
    workspace.tasks.submit(lambda: None).result()
    with qtbot.captureExceptions() as caught:
        QApplication.processEvents()
    assert caught == []


def test_a_folder_named_during_a_look_is_looked_into(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """The look under way found none, and its answer is not told yet: the next one follows at once."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    panel = page.findChild(FolderPanel)
    assert panel is not None
    watch = ExchangeWatch(workspace)
    watch._timer.stop()  # its first look is this one
    watch.look()
    workspace.tasks.submit(lambda: None).result()
    (tmp_path / "shared").mkdir()
    panel.name(tmp_path / "shared")
    qtbot.waitUntil(lambda: workspace.newest_look.is_there, timeout=WAIT)
