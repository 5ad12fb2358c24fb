"""Qt's own words in the window's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QFileSystemModel, QLabel
from pytestqt.qtbot import QtBot

from app.ui.qt_words import QtWords


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    """Qt's words, English again afterwards."""
    words = QtWords(qapp)
    yield words
    words.speak("en")


@pytest.mark.parametrize(
    ("language", "cancel"), [("fr", "Annuler"), ("de", "Abbrechen"), ("lb", "Abbrechen"), ("en", "Cancel")]
)
def test_qt_speaks_the_language_too(qtbot: QtBot, words: QtWords, language: str, cancel: str) -> None:
    """A file dialog in a French window is French; Luxembourgish falls back to German."""
    words.speak("fr")
    words.speak(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == cancel


def test_dates_and_numbers_follow(words: QtWords) -> None:
    """What Qt writes by itself follows the window's language."""
    words.speak("fr")
    assert QLocale().language() == QLocale.Language.French


def test_a_file_dialog_has_no_english_word_left(qtbot: QtBot, words: QtWords) -> None:
    """Qt's catalogue is older than some access keys: "&Look in:" is found under "Look in:"."""
    words.speak("fr")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert not labels & {"Look in:", "File name:", "Files of type:", "Directory:"}


def test_folders_are_called_so(qtbot: QtBot, words: QtWords, tmp_path: Path) -> None:
    """The column of kinds is French too."""
    words.speak("fr")
    (tmp_path / "listes").mkdir()
    model = QFileSystemModel()
    with qtbot.waitSignal(model.directoryLoaded):
        model.setRootPath(str(tmp_path))
    assert model.type(model.index(str(tmp_path / "listes"))) == "Dossier"
