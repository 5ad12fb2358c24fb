"""An attachment in the window: shown apart, larger and smaller, binned, saved out, and gone on leaving."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.actions.attachments.add_attachment import add_attachment
from app.models.attachment import Attachment
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.attachment import AttachmentPage
from app.ui.pages.bin import BinPage
from app.ui.workspace import Workspace
from tests import builders, pictures
from tests.ui.asking import press, when_asked


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    """Once the window is closed no process looks at anything any more."""
    yield
    qtbot.waitUntil(lambda: multiprocessing.active_children() == [], timeout=10_000)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The open notebook, on Today."""
    window.go(Destination("today"))
    return window


@pytest.fixture
def case_id(workspace: Workspace) -> str:
    """A case to keep files with."""
    case = builders.case(builders.kept_student(workspace.notebook).id)
    with workspace.notebook.change():
        workspace.notebook.cases.save(case)
    return case.id


def kept(workspace: Workspace, case_id: str, tmp_path: Path, content: bytes) -> Attachment:
    """A file added to the case."""
    (tmp_path / "Jugement.pdf").write_bytes(content)
    return add_attachment(
        workspace.notebook, kind="case", record_id=case_id, path=tmp_path / "Jugement.pdf"
    ).attachment


def shown(qtbot: QtBot, window: MainWindow, attachment: Attachment) -> AttachmentPage:
    """Its page with something on it."""
    window.go(Destination("attachment", record_id=attachment.id))
    page = window.page()
    assert isinstance(page, AttachmentPage)
    qtbot.waitUntil(lambda: not page.picture._canvas.image.isNull(), timeout=30_000)
    return page


def test_pages_are_turned_with_the_keyboard(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """PgDn and PgUp; where one is is said, also to whoever hears it."""
    page = shown(qtbot, window, kept(workspace, case_id, tmp_path, pictures.pdf(pages=3)))
    assert page.picture.hasFocus()
    assert page.picture.accessibleName() == "Jugement.pdf"
    assert page.picture.accessibleDescription() == "page 1 of 3"
    qtbot.keyClick(page.picture, Qt.Key.Key_PageUp)
    qtbot.keyClick(page.picture, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.picture.accessibleDescription() == "page 2 of 3", timeout=10_000)
    qtbot.keyClick(page.picture, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: page.picture.accessibleDescription() == "page 1 of 3", timeout=10_000)


def test_larger_is_sharper_and_the_whole_fits(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """Plus asks for a finer picture, 0 shows everything without scrolling."""
    page = shown(qtbot, window, kept(workspace, case_id, tmp_path, pictures.pdf()))
    qtbot.waitUntil(lambda: page.picture._canvas.image.width() == page.picture.wanted(), timeout=10_000)
    before = page.picture.wanted()
    for _ in range(3):
        qtbot.keyClick(page.picture, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: page.picture._canvas.image.width() == 2 * before, timeout=10_000)
    qtbot.keyClick(page.picture, Qt.Key.Key_0)
    assert page.picture.verticalScrollBar().maximum() == 0
    assert page.picture.horizontalScrollBar().maximum() == 0


def test_a_small_picture_is_not_blown_up_to_begin_with(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """A stamp is shown as a stamp; asking for more enlarges it, and the asking ends."""
    page = shown(qtbot, window, kept(workspace, case_id, tmp_path, pictures.one_of("png")))
    assert page.picture.wanted() == 60
    for _ in range(6):
        qtbot.keyClick(page.picture, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not page._is_asking and not page._soon.isActive(), timeout=10_000)
    qtbot.wait(300)
    assert not page._is_asking
    assert page.picture.wanted() > 300


def test_leaving_ends_the_process_and_leaves_no_picture(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """Another page, or the lock: what was decoded is gone at once."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    for go_away in (lambda: window.go(Destination("today")), window.keep_everything):
        page = shown(qtbot, window, attachment)
        assert len(multiprocessing.active_children()) == 1
        go_away()
        assert multiprocessing.active_children() == []
        assert page.picture._canvas.image.isNull()


def test_leaving_before_it_is_open_leaves_nothing_behind(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """The process that was being started is stopped when it is there."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    window.go(Destination("attachment", record_id=attachment.id))
    window.go(Destination("today"))
    workspace.tasks.submit(lambda: None).result()
    qtbot.waitUntil(lambda: multiprocessing.active_children() == [], timeout=10_000)


def test_the_bin_and_the_way_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """Put away, it is in the bin by its name and whose it is; undo puts it back."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    page = shown(qtbot, window, attachment)
    page._bin.click()
    assert workspace.notebook.attachments.of_records([case_id]) == []
    bin_page = BinPage(workspace)
    qtbot.addWidget(bin_page)
    bin_page.open(Destination("bin"))
    (line,) = bin_page._lines
    assert "Jugement.pdf" in line.accessibleName()
    assert "Da Costa" in line.accessibleName()
    window._undo._take_back()
    assert [one.id for one in workspace.notebook.attachments.of_records([case_id])] == [attachment.id]


def test_it_is_saved_out_only_when_all_is_said(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """To whom and on what ground first, a neutral name proposed, what lies there replaced only if agreed."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    page = shown(qtbot, window, attachment)
    target, proposed = tmp_path / "out.pdf", []

    def choose(*_: object, name: str, confirms: bool) -> Path:
        assert not confirms, "it is asked in our own words"
        proposed.append(name)
        return target

    monkeypatch.setattr("app.ui.dialogs.save_attachment.ask_new_file", choose)

    def say_all(dialog) -> None:
        dialog.buttons["save"].click()
        assert dialog.isVisible(), "nothing leaves without a word"
        dialog._receiver.setText("ONE")
        dialog._ground.choose("AGREEMENT")
        dialog.buttons["save"].click()

    when_asked(say_all)
    page._save.click()
    assert target.read_bytes() == pictures.pdf()
    assert proposed == [f"2026-0001-{attachment.id[:8]}.pdf"]
    assert [line.recipient for line in workspace.notebook.disclosures.list()] == ["ONE"]
    target.write_bytes(b"somebody's")
    when_asked(lambda dialog: (say_all(dialog), when_asked(press("leave"))))
    page._save.click()
    assert target.read_bytes() == b"somebody's"
    assert len(workspace.notebook.disclosures.list()) == 1


def test_the_circle_it_goes_to_is_told_and_noted(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A whole file is the service's and more than is proposed for anybody else; a hand may correct whom."""
    page = shown(qtbot, window, kept(workspace, case_id, tmp_path, pictures.pdf()))
    places = iter((tmp_path / "one.pdf", tmp_path / "two.pdf", tmp_path / "three.pdf"))
    monkeypatch.setattr("app.ui.dialogs.save_attachment.ask_new_file", lambda *_, **__: next(places))

    def send(receiver: str, ground: str, *, by_hand: str = "", said: str) -> None:
        def answer(dialog) -> None:
            dialog._receiver.setText(receiver)
            dialog._ground.choose(ground)
            if by_hand:
                dialog._circle.field.choose(by_hand)
                dialog._circle.field.activated.emit(dialog._circle.field.currentIndex())
            assert said in dialog._circle.said.text()
            assert dialog._circle.odd.isVisible() is ("no file" in said)
            dialog.buttons["save"].click()

        when_asked(answer)
        page._save.click()

    send("Les parents", "OWN_DATA", said="The parents: no file is proposed")
    send("Dossier papier", "OWN_FILE", said="The same service: this file is part of what they receive")
    send("Mme Schmit", "OWN_FILE", by_hand="health", said="no file is proposed, only what somebody chooses")
    lines = workspace.notebook.disclosures.list()
    assert sorted((line.recipient, line.circle, line.scope) for line in lines) == [
        ("Dossier papier", "service", "proposed"),
        ("Les parents", "parents", "wider"),
        ("Mme Schmit", "health", "wider"),
    ]


def test_what_is_damaged_is_said_where_the_picture_would_be(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """One sentence and its next step, no picture."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    workspace.notebook.history._engine.run("DELETE FROM attachment_content")
    window.go(Destination("attachment", record_id=attachment.id))
    page = window.page()
    assert isinstance(page, AttachmentPage)
    qtbot.waitUntil(lambda: "damaged in the notebook" in page._said.text(), timeout=10_000)
    assert page.picture._canvas.image.isNull()


def test_a_very_long_name_does_not_widen_the_window(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case_id: str, tmp_path: Path
) -> None:
    """A name without a space, as long as names are shown, on the page and in the row."""
    attachment = kept(workspace, case_id, tmp_path, pictures.pdf())
    with workspace.notebook.change():
        workspace.notebook.attachments.save(msgspec.structs.replace(attachment, name="W" * 120))
    shown(qtbot, window, attachment)
    assert window.minimumSizeHint().width() <= 1366
    window.go(Destination("students", record_id=workspace.notebook.students.list()[0].id))
    assert window.minimumSizeHint().width() <= 1366
