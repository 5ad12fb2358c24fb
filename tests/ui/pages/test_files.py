"""Files and their documents on the screen, and the slip that goes with them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.dispatch import DispatchPage
from app.ui.pages.files import FilesPage
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import packed, text

HERE = [{"what": "income", "there": "yes"}]


@pytest.fixture(autouse=True)
def three_files(workspace: Workspace) -> None:
    """Three files: one whole, one not, one decided."""
    notebook, library, today = workspace.notebook, workspace.library, date.today()
    for name, values in {
        "Ana": {"pieces": HERE, "deadline": (today + timedelta(days=2)).isoformat()},
        "Bob": {"pieces": [{"what": "benefits"}], "deadline": (today - timedelta(days=3)).isoformat()},
        "Cyd": {"pieces": HERE, "decided_on": today.isoformat(), "deadline": None},
    }.items():
        student = builders.kept_student(notebook, given_name=name)
        builders.finished(notebook, library, form_key="f9-low-income", student_id=student.id, values=values)


def lines(page: FilesPage) -> list[str]:
    """What the lines say."""
    return [line.accessibleName() for line in page.findChildren(DayLine) if line.isVisibleTo(page)]


def test_what_is_missing_and_how_long_there_is(window: MainWindow) -> None:
    """The past deadline first and said; the decided one under its own tab; a line opens its sheet."""
    window.go(Destination("files"))
    page = window.page()
    assert isinstance(page, FilesPage)
    bob, ana = lines(page)
    assert bob.startswith("Bob Da Costa, 5G2, Missing: statement of benefits.")
    assert "deadline passed 3 days ago" in bob
    assert ana.endswith("Every document is here., 2 days left")
    page.tabs._choose("ended")
    (cyd,) = lines(page)
    assert "Decided on" in cyd
    page.findChildren(DayLine)[-1].click()
    assert window.here.screen == "sheet"


def test_whole_files_are_ticked_and_leave_with_the_slip(
    qtbot: QtBot, window: MainWindow, notebook: Notebook, tmp_path: Path
) -> None:
    """Nothing leaves before somebody says to whom; then the slip, a line in the ledger, and “sent today”."""
    window.go(Destination("dispatch"))
    page = window.page()
    assert isinstance(page, DispatchPage)
    assert [row.isChecked() for _, row in page.rows] == [False, True]
    qtbot.waitUntil(lambda: bool(page.pdf))
    assert not page.save.isEnabled()
    page.receiver.show_line(receiver="CePAS", ground="OWN_DATA")
    qtbot.waitUntil(page.save.isEnabled)
    assert packed("CePAS") in packed(text(page.pdf))
    assert packed("Ana") not in packed(text(page.pdf))
    path = tmp_path / "slip.pdf"
    page.save_to(path)
    assert path.read_bytes() == page.pdf
    (line,) = notebook.disclosures.list()
    assert (line.recipient, line.means) == ("CePAS", "saved")
    window.go(Destination("files"))
    files = window.page()
    assert isinstance(files, FilesPage)
    assert next(one for one in lines(files) if "Sent on" in one).startswith("Ana")
    assert window.page().notes_subject() is None


def test_nothing_ticked_draws_nothing(qtbot: QtBot, window: MainWindow) -> None:
    """No empty slip, no way out."""
    window.go(Destination("dispatch"))
    page = window.page()
    assert isinstance(page, DispatchPage)
    qtbot.waitUntil(lambda: bool(page.pdf))
    page.rows[1][1].click()
    page.receiver.show_line(receiver="CePAS", ground="OWN_DATA")
    assert page.pdf == b""
    assert not page.print.isEnabled()


def test_the_slip_knows_where_such_files_go(qtbot: QtBot, window: MainWindow) -> None:
    """It is proposed and no stranger; whoever else is typed is looked at twice."""
    window.go(Destination("dispatch"))
    page = window.page()
    assert isinstance(page, DispatchPage)
    assert (page.receiver.receiver, page.receiver.ground) == ("CePAS", "AGREEMENT")
    qtbot.waitUntil(page.save.isEnabled)
    page.receiver.show_line(receiver="CePAD", ground="AGREEMENT")
    qtbot.waitUntil(page.guard.isVisible)
    assert not page.save.isEnabled()
    page.guard.looked.click()
    qtbot.waitUntil(page.save.isEnabled)
