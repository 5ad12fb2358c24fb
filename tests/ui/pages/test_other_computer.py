"""One's own other computer: said in a few words, brought up to date, and what it never gets."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.actions.other_computer.other_computer import (
    name_other_computer,
    notes_are_elsewhere,
    write_notes_here,
)
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.personal.notes import PersonalNotes
from app.ui.pages.other_computer import OtherComputerPage
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.personal.personal_panel import PersonalPanel
from app.ui.rail_counts import rail_counts
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.workspace import Workspace
from tests.exchange.pair import Made, reopened
from tests.ui.pages.transferring import WAIT, button, shown, words


@pytest.fixture
def laptop(
    workspace: Workspace, case: Case, library: Library, locale_en: Locale, theme: Theme, tmp_path: Path
) -> Iterator[Workspace]:
    """A copy of the notebook, made once it was said that there is another computer."""
    name_other_computer(workspace.notebook, name="my other computer")
    made = Made(workspace.notebook.folder, bytes(workspace.notebook._key.content))
    notebook = reopened(made, tmp_path / "laptop")
    personal, tasks = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id), Tasks()
    yield Workspace(notebook, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks)
    tasks.give_up()
    tasks.stop()
    personal.close()
    notebook.close()


def _written(qtbot: QtBot, workspace: Workspace, folder: Path) -> Path:
    """The file for the other computer, written on its page."""
    folder.mkdir(exist_ok=True)
    page = OtherComputerPage(workspace)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.changed is not None, timeout=WAIT)
    page.write_file(folder)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    (path,) = folder.iterdir()
    return path


def test_it_is_said_once_and_how_to_go_on(qtbot: QtBot, workspace: Workspace, case: Case) -> None:
    """From the page of transfers to the four steps; said, it says what would leave and what stays."""
    transfer = TransferPage(workspace)
    shown(qtbot, transfer)
    with qtbot.waitSignal(workspace.wanted) as went:
        button(transfer, "I have another computer…").click()
    assert went.args[0].screen == "other_computer"
    page = OtherComputerPage(workspace)
    shown(qtbot, page)
    assert "Open an existing notebook" in words(page)
    button(page, "I have another computer").click()
    qtbot.waitUntil(lambda: page.changed is not None, timeout=WAIT)
    assert "1 case" in words(page)
    assert "personal notes, always" in words(page)
    assert "confirmed nothing yet" in words(page)
    assert "2. Make a copy" in words(page)
    assert "Bring my other computer up to date…" in [
        one.words() for one in transfer.findChildren(type(button(page, "Open a file from it…")))
    ]
    assert "Nobody yet." in words(transfer)
    button(page, "I no longer have another computer").click()
    page.open(None)  # type: ignore[arg-type]
    assert "How to begin" in words(page)


def test_it_goes_there_and_comes_back(
    qtbot: QtBot, workspace: Workspace, laptop: Workspace, case: Case, tmp_path: Path
) -> None:
    """Written here, looked at and taken there: no receipt is owed, nobody was told anything."""
    student = workspace.notebook.students.get(case.student_id)
    with workspace.notebook.change():
        workspace.notebook.students.save(msgspec.structs.replace(student, given_name="Beatriz"))
    path = _written(qtbot, workspace, tmp_path / "out")
    received = ReceivePage(laptop)
    shown(qtbot, received)
    received.read(path)
    qtbot.waitUntil(lambda: received.opened is not None, timeout=WAIT)
    assert "Beatriz" in words(received)
    assert laptop.notebook.students.get(case.student_id).given_name == student.given_name
    received.take()
    qtbot.waitUntil(lambda: "It is in the notebook" in words(received), timeout=WAIT)
    assert laptop.notebook.students.get(case.student_id).given_name == "Beatriz"
    assert "Write the receipt" not in words(received)
    assert rail_counts(laptop).get("transfer", 0) == 0
    assert workspace.notebook.disclosures.list() == []


def test_personal_notes_are_said_to_be_elsewhere(
    qtbot: QtBot, workspace: Workspace, laptop: Workspace, case: Case
) -> None:
    """Before the first one is typed; whoever writes here all the same loses nothing."""
    at_desk, away = PersonalPanel(workspace), PersonalPanel(laptop)
    for panel in (at_desk, away):
        qtbot.addWidget(panel)
        panel.stand_beside((case.id, case.student_id))
        panel.show()
        panel.toggle()
    assert not at_desk._elsewhere.isVisible()
    assert away._elsewhere.isVisible()
    away._note.setPlainText("Zitronenfalter")
    assert away.finish()
    kept = laptop.personal.get(case.id)
    assert kept is not None
    assert kept.text == "Zitronenfalter"
    away._elsewhere.here.click()
    assert not away._elsewhere.isVisible()
    assert not notes_are_elsewhere(laptop.notebook)
    write_notes_here(workspace.notebook, here=False)
    assert notes_are_elsewhere(workspace.notebook)
