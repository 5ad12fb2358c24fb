"""Qt's own words in the window's language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QFileSystemModel, QLabel
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.words.qt_words import QtWords


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


@pytest.mark.parametrize(
    ("language", "first_of_march"), [("fr", "dimanche 1 mars 2026"), ("de", "Sonntag, 1. März 2026")]
)
def test_dates_and_numbers_follow(words: QtWords, language: str, first_of_march: str) -> None:
    """What Qt writes by itself follows the window's language."""
    words.speak(language)
    assert QLocale().toString(QDate(2026, 3, 1), QLocale.FormatType.LongFormat) == first_of_march


@pytest.mark.parametrize(("language", "search"), [("fr", "Ctrl+K"), ("en", "Ctrl+K"), ("de", "Strg+K")])
def test_keys_are_named_as_on_the_keyboard(
    qtbot: QtBot, words: QtWords, theme: Theme, language: str, search: str
) -> None:
    """A German keyboard has no Ctrl; keys that came with their translation stay as they are."""
    words.speak(language)
    button = Button(theme, "Überall suchen", hint="Ctrl+K")
    qtbot.addWidget(button)
    assert button.accessibleDescription() == search
    button.set_hint("Strg+Eingabe")
    assert button.accessibleDescription() == "Strg+Eingabe"


@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_file_dialog_has_no_english_word_left(qtbot: QtBot, words: QtWords, language: str) -> None:
    """Qt's catalogue is older than some access keys: "&Look in:" is found under "Look in:"."""
    words.speak(language)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert not labels & {"Look in:", "File name:", "Files of type:", "Directory:"}


@pytest.mark.parametrize(("language", "folder"), [("fr", "Dossier"), ("de", "Verzeichnis")])
def test_folders_are_called_so(
    qtbot: QtBot, words: QtWords, tmp_path: Path, language: str, folder: str
) -> None:
    """The column of kinds is in the window's language too."""
    words.speak(language)
    (tmp_path / "listes").mkdir()
    model = QFileSystemModel()
    with qtbot.waitSignal(model.directoryLoaded):
        model.setRootPath(str(tmp_path))
    assert model.type(model.index(str(tmp_path / "listes"))) == folder
