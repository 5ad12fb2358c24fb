"""What could not be saved is said above the page until it is, and a full drive has a way out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import DiskFull, NotebookGone, SavingFailed, SheetIncomplete
from app.models.changes import Changes
from app.ui.strips.failure_strip import FailureStrip
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace

WAIT = 10_000


@pytest.fixture
def strip(workspace: Workspace, qtbot: QtBot) -> Iterator[FailureStrip]:
    """The strip of a window."""
    made = FailureStrip(workspace)
    qtbot.addWidget(made)
    return made


def said(strip: FailureStrip) -> str:
    """Its sentences."""
    banner = strip.findChild(Banner)
    assert banner is not None
    return banner.accessibleName()


def test_nothing_is_said_before_something_happens(strip: FailureStrip) -> None:
    """An empty strip takes no room."""
    assert strip.isHidden()


def test_a_full_drive_offers_the_reserve(strip: FailureStrip, workspace: Workspace, qtbot: QtBot) -> None:
    """One press gives the room back and says what to do next."""
    reserve = workspace.notebook.reserve
    assert reserve.fill()
    strip.tell(DiskFull())
    assert said(strip).startswith(DiskFull().said(workspace.locale))
    assert "4 MB" in said(strip)
    assert not strip.release.isHidden()
    strip.release.click()
    qtbot.waitUntil(lambda: not reserve.held, timeout=WAIT)
    qtbot.waitUntil(lambda: "Now make room" in said(strip), timeout=WAIT)
    assert strip.release.isHidden()
    workspace.kept.emit()
    assert not strip.isHidden(), "what to do next stays"


def test_without_a_reserve_nothing_is_offered(strip: FailureStrip, workspace: Workspace) -> None:
    """A button that could do nothing is not there; nor is it for another failure."""
    strip.tell(DiskFull())
    assert strip.release.isHidden()
    assert said(strip) == DiskFull().said(workspace.locale)
    workspace.notebook.reserve.fill()
    strip.tell(SavingFailed())
    assert strip.release.isHidden()


@pytest.mark.parametrize("failure", [DiskFull(), SavingFailed(), NotebookGone(folder="/media/cle/carnet")])
def test_it_goes_when_saving_works_again(
    strip: FailureStrip, workspace: Workspace, failure: DiskFull | SavingFailed | NotebookGone
) -> None:
    """Once something was saved, nobody reads any more that nothing is; another failure stays."""
    strip.tell(failure)
    assert not strip.isHidden()
    workspace.kept.emit()
    assert strip.isHidden()
    strip.tell(failure)
    workspace.tell(Changes(frozenset({("task", "a" * 32)})))
    assert strip.isHidden()
    strip.tell(SheetIncomplete(question="Date"))
    workspace.kept.emit()
    assert not strip.isHidden()


def test_the_sentence_names_the_folder(strip: FailureStrip, workspace: Workspace) -> None:
    """Who works with two sticks knows which one to put back."""
    strip.tell(NotebookGone(folder=str(Path("/media/cle/carnet"))))
    assert "/media/cle/carnet" in said(strip)
