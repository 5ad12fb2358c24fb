"""Where one has been is nobody's business."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.ask_place import ask_file, ask_folder, ask_new_file, forget_places
from tests.architecture.house import APP, python_files

NAME = "Da Costa Inês"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a folder named after somebody, as people make them, and a file in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "liste.csv").write_text("Nom", encoding="utf-8")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
    return tmp_path


def test_no_place_is_remembered(home: Path, qtbot: QtBot) -> None:
    """Choosing a file, a folder, a place for a new file: nothing of it is in any file afterwards."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    _choose(home / NAME / "liste.csv")
    assert ask_file(window, "Which?", "All (*)") == home / NAME / "liste.csv"
    _choose(home / NAME)
    assert ask_folder(window, "Where?") == home / NAME
    _choose(home / NAME / "f1.pdf")
    assert ask_new_file(window, "Where?", "PDF (*.pdf)", name="f1.pdf") == home / NAME / "f1.pdf"
    assert _holding(home, "Costa") == []


def test_leaving_it_is_no_answer(home: Path, qtbot: QtBot) -> None:
    """Escape gives nothing, and leaves nothing either."""
    window = QWidget()
    qtbot.addWidget(window)
    QTimer.singleShot(200, lambda: _dialog().reject())
    assert ask_folder(window, "Where?", at=home / NAME) is None
    assert _holding(home, "Costa") == []


def test_what_qt_keeps_for_other_programs_stays(home: Path) -> None:
    """Only the places go; how somebody else's dialog looks is theirs."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/lastVisited", f"file:///{NAME}")
    kept.setValue("FileDialog/viewMode", "Detail")
    kept.setValue("Other/key", "value")
    kept.sync()
    assert _holding(home, "Costa")
    forget_places()
    assert _holding(home, "Costa") == []
    assert QSettings(QSettings.Scope.UserScope, "QtProject").value("Other/key") == "value"


def test_everybody_asks_here() -> None:
    """No other file of the window opens such a dialog."""
    written = {path.name: path.read_text(encoding="utf-8") for path in python_files(APP)}
    assert [name for name, text in written.items() if "import QFileDialog" in text] == ["ask_place.py"]


def _dialog() -> QFileDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def _choose(path: Path) -> None:
    def choose() -> None:
        dialog = _dialog()
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        dialog.accept()
        if dialog.isVisible():  # it is still reading the folder
            QTimer.singleShot(100, choose)

    QTimer.singleShot(300, choose)


def _holding(home: Path, word: str) -> list[str]:
    files = [path for path in home.rglob("*") if path.is_file() and path.parent.name != NAME]
    return [str(path) for path in files if word.encode() in path.read_bytes()]
