"""The row of attachments: adding by button and by dropping, what is said, and what is asked."""

import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.attachments.block import AttachmentsBlock
from app.ui.destination import Destination
from app.ui.form_view.parts.short_field import ShortField
from app.ui.main_window import MainWindow
from app.ui.widgets.banner import Banner
from app.ui.widgets.pressable_lines import PressableLines
from app.ui.workspace import Workspace
from tests import builders, pictures
from tests.ui.asking import press, when_asked


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    """Once the window is closed no process looks at anything any more."""
    yield
    qtbot.waitUntil(lambda: multiprocessing.active_children() == [], timeout=10_000)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file in the downloads."""
    path = tmp_path / "Bilan.pdf"
    path.write_bytes(pictures.pdf())
    return path


def block_of(window: MainWindow) -> AttachmentsBlock:
    """The row on the page that is up."""
    return [block for block in window.page().findChildren(AttachmentsBlock) if block.isVisible()][-1]


def lines(window: MainWindow) -> list[str]:
    """What it lists, as it is read aloud."""
    return [
        line.accessibleName() for line in block_of(window).findChildren(PressableLines) if line.isVisible()
    ]


def complaints(window: MainWindow) -> str:
    """What it says was not added."""
    return " ".join(
        banner.accessibleName() for banner in block_of(window).findChildren(Banner) if banner.isVisible()
    )


def idle(qtbot: QtBot, window: MainWindow) -> None:
    """Until nothing is being added."""
    qtbot.waitUntil(lambda: block_of(window).add_button.isEnabled(), timeout=30_000)


def drop(target: QWidget, *paths: Path) -> bool:
    """Files are held over it and let go, the way the window system says so; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle, both = target.rect().center(), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(middle, both, data, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(middle), both, data, left, none)
    let_go.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, let_go)
    assert let_go.dropAction() == Qt.DropAction.CopyAction
    return True


def test_a_file_dropped_on_a_sheet_is_kept_with_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source: Path
) -> None:
    """Anywhere on the sheet; the question about the file outside deletes it only when told to."""
    sheet = builders.finished(workspace.notebook, workspace.library, student_id=_student(workspace))
    window.go(Destination("sheet", kind="interview", record_id=sheet.record.id))
    when_asked(press("keep"))
    assert drop(window.page()._paper, source)
    qtbot.waitUntil(lambda: bool(lines(window)), timeout=30_000)
    idle(qtbot, window)
    (attachment,) = workspace.notebook.attachments.of_records([sheet.record.id])
    assert "Bilan.pdf" in lines(window)[0]
    assert "PDF" in lines(window)[0]
    qtbot.wait(200)
    assert source.exists()
    assert workspace.notebook.attachments.content(attachment) == pictures.pdf()


def test_the_source_goes_when_asked_to(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the button, on a student's case, with the other answer."""
    case = builders.case(_student(workspace))
    with workspace.notebook.change():
        workspace.notebook.cases.save(case)
    window.go(Destination("students", record_id=case.student_id))
    monkeypatch.setattr("app.ui.attachments.block.ask_files", lambda *_: [source])
    when_asked(press("delete"))
    block_of(window).add_button.click()
    qtbot.waitUntil(lambda: not source.exists(), timeout=30_000)
    assert len(workspace.notebook.attachments.of_records([case.id])) == 1
    assert "Bilan.pdf" in lines(window)[0]


def test_several_files_each_get_their_answer(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source: Path, tmp_path: Path
) -> None:
    """What can be kept is kept, what cannot is told by name, and the row drawn anew goes on with it."""
    case = builders.case(_student(workspace))
    with workspace.notebook.change():
        workspace.notebook.cases.save(case)
    window.go(Destination("students", record_id=case.student_id))
    empty, program, photo = tmp_path / "vide.png", tmp_path / "a\u202egnp.exe", tmp_path / "photo.jpg"
    empty.write_bytes(b"")
    program.write_bytes(b"MZ" + bytes(100))
    photo.write_bytes(pictures.one_of("jpeg"))
    when_asked(press("keep"), patience=3000)
    block_of(window).add([source, empty, program, photo, source])
    qtbot.waitUntil(lambda: "already" in complaints(window), timeout=60_000)
    idle(qtbot, window)
    assert [attachment.name for attachment in workspace.notebook.attachments.list()] == [
        "Bilan.pdf",
        "photo.jpg",
    ]
    assert len(lines(window)) == 2
    assert "vide.png is empty" in complaints(window)
    assert "a\ufffdgnp.exe is neither" in complaints(window)
    assert "Bilan.pdf is attached here already" in complaints(window)


def test_a_new_sheet_is_saved_first(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source: Path
) -> None:
    """Nothing hangs in the air: what files are kept with is in the notebook."""
    window.go(Destination("sheet", form="f1-interview", student_id=_student(workspace)))
    when_asked(press("keep"))
    block_of(window).add([source])
    qtbot.waitUntil(lambda: bool(workspace.notebook.attachments.list()), timeout=30_000)
    (attachment,) = workspace.notebook.attachments.list()
    assert workspace.notebook.interviews.get(attachment.record_id)
    qtbot.waitUntil(lambda: len(lines(window)) == 1, timeout=5000)


def test_text_fields_leave_files_to_the_sheet(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source
) -> None:
    """The path of a file is never typed into somebody's notes by dropping it."""
    sheet = builders.finished(workspace.notebook, workspace.library, student_id=_student(workspace))
    window.go(Destination("sheet", kind="interview", record_id=sheet.record.id))
    fields = [
        *window.page().findChildren(QPlainTextEdit), *window.page().findChildren(QTextEdit),
        *window.page().findChildren(ShortField),
    ]  # fmt: skip
    assert len({type(field).__mro__[1] for field in fields}) > 1
    for field in fields:
        field = field.viewport() if hasattr(field, "viewport") else field
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(source))])
        data.setText(str(source))
        enter = QDragEnterEvent(
            field.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        field.event(enter)
        assert not enter.isAccepted(), type(field)


def test_words_and_addresses_are_no_files(window: MainWindow, workspace: Workspace) -> None:
    """What is dropped from a web page is not fetched."""
    sheet = builders.finished(workspace.notebook, workspace.library, student_id=_student(workspace))
    window.go(Destination("sheet", kind="interview", record_id=sheet.record.id))
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x.png")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(window.page()._paper, event)
    assert not event.isAccepted()


def test_a_student_s_row_says_with_what_each_is_kept(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, source: Path
) -> None:
    """What is kept with an interview is found on the student's sheet too; pressing shows it."""
    from app.actions.attachments.add_attachment import add_attachment

    sheet = builders.finished(workspace.notebook, workspace.library, student_id=_student(workspace))
    add_attachment(workspace.notebook, kind="interview", record_id=sheet.record.id, path=source)
    window.go(Destination("students", record_id=sheet.record.student_id))
    (line,) = lines(window)
    assert "Interview of 12/11/2026" in line
    block_of(window).findChildren(PressableLines)[0].click()
    assert window.here.screen == "attachment"


def _student(workspace: Workspace) -> str:
    return builders.kept_student(workspace.notebook).id


def test_locking_does_not_wait_for_a_file(qtbot: QtBot, workspace: Workspace, source: Path) -> None:
    """When the window goes away nothing more is written, and nothing of the file is left."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    window = MainWindow(workspace)
    workspace.setParent(window)
    stack.addWidget(window)
    stack.show()
    sheet = builders.finished(workspace.notebook, workspace.library, student_id=_student(workspace))
    window.go(Destination("sheet", kind="interview", record_id=sheet.record.id))
    source.write_bytes(pictures.noise(size=(3000, 2500)))
    block_of(window).add([source])
    cover = QWidget()
    stack.addWidget(cover)
    stack.setCurrentWidget(cover)
    before = time.monotonic()
    workspace.tasks.submit(lambda: None).result()
    assert time.monotonic() - before < 2
    assert workspace.notebook.attachments.list() == []
    assert workspace.notebook.history._engine.row("SELECT count(*) FROM attachment_content") == (0,)
    workspace.setParent(None)
