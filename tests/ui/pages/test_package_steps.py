"""What left and waits: its steps on the page of transfers and on Today, and the page of one package."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import RecordUnknown
from app.models.case import Case
from app.ui.destination import Destination
from app.ui.pages.package import PackagePage
from app.ui.pages.today import TodayPage
from app.ui.pages.transfer import TransferPage
from app.ui.transfer.package_words import local_day
from app.ui.transfer.waiting_choice import WaitingChoice
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import button, handed_over, shown, words


def test_a_package_goes_step_by_step(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Handed over when one says so, which is undone; no longer waited for; written again from there."""
    acquaint(workspace.notebook, unit.notebook)
    handed_over(qtbot, workspace, case, tmp_path / "out")
    (package,) = workspace.notebook.transfers.packages()
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Written, not handed over yet" in words(page)
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        button(page, "It is handed over").click()
    assert "Handed over on" in words(page)
    offered.args[1]()
    assert "Written, not handed over yet" in words(page)
    button(page, "Wait no longer").click()
    assert "no longer waited for" in words(page)
    button(page, "Wait for it again").click()
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "Write it again…").click()
    assert went.args[0] == Destination("handover", record_id=package.correspondent_id, form=package.id)
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "Look…").click()
    assert went.args[0] == Destination("package", record_id=package.id)


def test_what_waits_too_long_stands_on_today(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """After the days that were chosen, with its next step; done, the day is clean again."""
    acquaint(workspace.notebook, unit.notebook)
    handed_over(qtbot, workspace, case, tmp_path / "out")
    (package,) = workspace.notebook.transfers.packages()
    before = local_day(package.at) - timedelta(days=5)
    with workspace.notebook.change():
        workspace.notebook.transfers.states.note_step(package.id, "handed_over_at", f"{before}T12:00:00Z")
    today = TodayPage(workspace)
    shown(qtbot, today)
    assert "Packages without receipt" not in words(today)
    transfers = TransferPage(workspace)
    shown(qtbot, transfers)
    transfers.findChildren(WaitingChoice)[-1].field.choose("5")
    assert "Packages without receipt" in words(today)
    assert "1 package without receipt" in words(today)
    line = next(one for one in today.findChildren(DayLine) if "Package no. 1" in one.accessibleName())
    with qtbot.waitSignal(workspace.wanted) as went:
        line.click()
    assert went.args[0] == Destination("package", record_id=package.id)
    button(today, "I have reminded them").click()
    QApplication.processEvents()
    assert "Packages without receipt" not in words(today)


def test_the_page_of_a_package_says_what_became_of_it(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """Its cases, its moments, what is refused there and why, what stands there in two versions."""
    acquaint(workspace.notebook, unit.notebook)
    handed_over(qtbot, workspace, case, tmp_path / "out")
    (package,) = workspace.notebook.transfers.packages()
    (interview,) = workspace.notebook.interviews.list()
    page = PackagePage(workspace)
    shown(qtbot, page, record_id=package.id)
    assert "Written on" in words(page)
    assert any(case.reference in one.accessibleName() for one in page.findChildren(DayLine))
    with workspace.notebook.change() as change:
        workspace.notebook.transfers.acknowledge(package.id, "2026-11-20T10:00:00Z")
        workspace.notebook.transfers.states.answered(
            package.id, applied=1, conflicts=[case.id], refused={interview.id: "form"}
        )
    workspace.tell(change.changes)
    said = words(page)
    for part in ("1 record taken over", "Two versions there", "Marc Feller decides", "Refused there",
                 "Its form is not known there", "1 refused"):  # fmt: skip
        assert part in said
    with pytest.raises(RecordUnknown):
        page.open(Destination("package", record_id="0" * 32))
