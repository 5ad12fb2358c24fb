"""The settings: who writes, the window, copies, the phrase, blank forms, the ledger, the program."""

import shutil
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.papers.prepare_paper import prepare_blank_paper
from app.errors import ResourceBroken, WrongPassphrase
from app.i18n import Locale
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.settings import SettingsPage
from app.ui.settings_sections.copies import Copies
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.timeline import Timeline
from app.ui.workspace import Workspace
from tests import builders
from tests.builders import PDF, PHRASE

WAIT = 30_000
OTHER = "cinq tasses bleues au grenier"


def test_own_details_are_written_when_a_field_is_left(qtbot: QtBot, workspace: Workspace) -> None:
    """No save button: leaving the field is enough, and the next paper carries the new words."""
    page = _open(qtbot, workspace, "own")
    name = _field(page, "Name")
    name.setText("Claire Aubrin-Weis")
    name.editingFinished.emit()
    phone = _field(page, "Phone", 1)
    phone.setText("+352 20 99")
    assert page.leave()
    assert workspace.notebook.author.name == "Claire Aubrin-Weis"
    assert workspace.notebook.units.own().phone == "+352 20 99"
    paper = prepare_blank_paper(
        workspace.notebook, library=workspace.library, form_key="f4-referral", locale=Locale("fr"),
        day=builders.TODAY,
    )  # fmt: skip
    assert "+352 20 99" in paper.facts["unit.phone"]
    assert _says(page, "Saved ")


def test_nothing_touched_writes_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    """Looking at one's details is no change."""
    author = workspace.notebook.author
    page = _open(qtbot, workspace, "own")
    assert page.leave()
    assert len(workspace.notebook.history.of(author.id)) == 1


def test_an_emptied_name_stays_what_it_was(qtbot: QtBot, workspace: Workspace) -> None:
    """Nobody becomes nameless by a slip."""
    page = _open(qtbot, workspace, "own")
    _field(page, "Name").clear()
    assert page.leave()
    assert workspace.notebook.author.name == "Claire Aubrin"


def test_schools_come_and_go(qtbot: QtBot, workspace: Workspace) -> None:
    """A school is added by its name; one that is removed lies in the bin and can be brought back."""
    notebook = workspace.notebook
    page = _open(qtbot, workspace, "own")
    assert not _visible(page, "Remove “Lycée du Moulin”")
    _button(page, "Add a school").click()
    field = page.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("Lycée des Tanneurs")
    assert page.leave()
    page.open(Destination("settings"))
    assert [school.name for school in notebook.schools.list()] == ["Lycée des Tanneurs", "Lycée du Moulin"]
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        _button(page, "Remove “Lycée des Tanneurs”").click()
    assert [school.name for school in notebook.schools.list()] == ["Lycée du Moulin"]
    offered.args[1]()
    assert len(notebook.schools.list()) == 2
    assert _button(page, "Remove “Lycée des Tanneurs”")


def test_the_profession_is_chosen_from_the_list(qtbot: QtBot, workspace: Workspace) -> None:
    """The same list as at the first start."""
    page = _open(qtbot, workspace, "own")
    combo = page.findChild(QComboBox)
    combo.setCurrentIndex(combo.findText("social worker"))
    combo.activated.emit(combo.currentIndex())
    assert workspace.notebook.author.profession == "AS_LU"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [("Français", "language", "fr"), ("Dark", "theme", "dark"), ("150 %", "text_size", 150)],
)
def test_looks_are_asked_for_at_once(
    qtbot: QtBot, workspace: Workspace, words: str, field: str, value: object
) -> None:
    """One press on a language, a look or a size is enough, and the cursor comes back to it."""
    workspace.settings = workspace.settings._replace(language="en")
    page = _open(qtbot, workspace, "window")
    with qtbot.waitSignal(workspace.settings_wanted) as wanted:
        next(chip for chip in page.findChildren(Chip) if chip.words() == words).click()
    assert wanted.args == [workspace.settings._replace(**{field: value})]
    assert page.here_again(Destination("settings")) == Destination("settings", kind="window", record_id=field)


def test_a_copy_says_where_and_when(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    """The copy opens with the same phrase, and one on the same drive is called what it is."""
    page = _open(qtbot, workspace, "copy")
    assert _says(page, "None has been made yet.")
    section = page.findChild(Copies)
    target = tmp_path / "stick"
    target.mkdir()
    section.copy_to(target)
    qtbot.waitUntil(lambda: _says(page, "read back whole"), timeout=WAIT)
    (copy,) = target.iterdir()
    assert _says(page, str(copy))
    assert _says(page, "the same drive")
    Notebook.open(copy, passphrase=PHRASE).close()


def test_leaving_while_a_copy_is_made_harms_nothing(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """The copy goes on beside and is told the next time."""
    page = _open(qtbot, workspace, "copy")
    page.findChild(Copies).copy_to(tmp_path)
    page._tabs.chosen.emit("program")
    qtbot.waitUntil(lambda: workspace.notebook.preferences.get("last_copy_at") is not None, timeout=WAIT)
    page._tabs.chosen.emit("copy")
    assert _says(page, "read back whole")


def test_the_phrase_is_changed(qtbot: QtBot, workspace: Workspace) -> None:
    """The present phrase and twice a good new one; a wrong present one is told and changes nothing."""
    page = _open(qtbot, workspace, "phrase")
    _type_phrases(page, "une autre phrase", OTHER)
    _button(page, "Change the phrase").click()
    qtbot.waitUntil(lambda: _says(page, WrongPassphrase().said(workspace.locale)), timeout=WAIT)
    _type_phrases(page, PHRASE, OTHER)
    _button(page, "Change the phrase").click()
    qtbot.waitUntil(lambda: _says(page, "opens with the new phrase"), timeout=WAIT)
    assert [field.text() for field in page.findChildren(QLineEdit)] == ["", "", ""]
    folder = workspace.notebook.folder
    with pytest.raises(WrongPassphrase):
        Notebook.open(_copied(folder), passphrase=PHRASE)
    Notebook.open(_copied(folder, "b"), passphrase=OTHER).close()


def test_a_weak_new_phrase_is_refused(qtbot: QtBot, workspace: Workspace) -> None:
    """One's own name is no phrase, here as at the first start."""
    page = _open(qtbot, workspace, "phrase")
    _type_phrases(page, PHRASE, "Claire Aubrin Claire")
    _button(page, "Change the phrase").click()
    assert _says(page, "This phrase is too easy to find.")


def test_every_form_prints_blank_from_here(qtbot: QtBot, workspace: Workspace) -> None:
    """One card a form of the service; pressing it shows its paper."""
    page = _open(qtbot, workspace, "forms")
    cards = page.findChildren(Card)
    forms = workspace.library.forms_for(workspace.notebook.framework)
    assert len(cards) == len(forms)
    with qtbot.waitSignal(workspace.wanted) as wanted:
        cards[1].click()
    assert wanted.args == [Destination("paper", form=forms[1].key)]


def test_the_ledger_tells_when_what_whom_and_why(qtbot: QtBot, workspace: Workspace) -> None:
    """Each paper that left has its line, newest first; the line opens the paper as it left."""
    notebook = workspace.notebook
    page = _open(qtbot, workspace, "ledger")
    assert _says(page, "Nothing has left this notebook")
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, workspace.library, student_id=student.id)
    workspace.act(
        record_disclosure, sheet=sheet, pdf=PDF, means="printed", recipient="Centre Les Tilleuls",
        ground="AGREEMENT", language="fr",
    )  # fmt: skip
    model = page.findChild(Timeline).model()
    said = model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    for words in ("printed", "Da Costa, Inês", "Centre Les Tilleuls", "agreement of the person"):
        assert words in said
    with qtbot.waitSignal(workspace.wanted) as wanted:
        page.findChild(Timeline).clicked.emit(model.index(0, 0))
    (line,) = notebook.disclosures.list()
    assert wanted.args == [Destination("sent", record_id=line.id)]


def test_a_long_ledger_opens_page_by_page(qtbot: QtBot, workspace: Workspace) -> None:
    """Years of lines do not keep the page from opening."""
    sheet = builders.finished(workspace.notebook, workspace.library)
    for _ in range(103):
        record_disclosure(
            workspace.notebook,
            sheet=sheet,
            pdf=PDF,
            means="saved",
            recipient="X",
            ground="OWN_FILE",
            language="fr",
        )
    page = _open(qtbot, workspace, "ledger")
    model = page.findChild(Timeline).model()
    assert model.rowCount() == 100
    _button(page, "Older ones").click()
    assert model.rowCount() == 103
    assert not _visible(page, "Older ones")


def test_broken_resource_files_are_named(qtbot: QtBot, workspace: Workspace) -> None:
    """A form somebody spoiled is told with its place; version and licence stand beside."""
    problem = ResourceBroken(file="forms/f9.toml", place="line {line}", reason="not TOML", line=3)
    workspace.library = msgspec.structs.replace(workspace.library, problems=[problem])
    page = _open(qtbot, workspace, "program")
    assert _says(page, "forms/f9.toml")
    assert _says(page, "EUPL")


@pytest.mark.parametrize("part", ["own", "window", "copy", "phrase", "forms", "ledger", "program"])
def test_every_control_has_a_name(qtbot: QtBot, workspace: Workspace, part: str) -> None:
    """A reader hears what every field and button is for."""
    page = _open(qtbot, workspace, part)
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def _open(qtbot: QtBot, workspace: Workspace, part: str) -> SettingsPage:
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    workspace.changed.connect(page.show_changes)
    page.resize(1182, 768)
    page.show()
    qtbot.waitExposed(page)
    page.open(Destination("settings", kind=part))
    page.focus_first()
    return page


def _field(page: QWidget, name: str, which: int = 0) -> QLineEdit:
    found = [
        field
        for field in page.findChildren(QLineEdit)
        if QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name) == name
    ]
    return found[which]


def _visible(page: QWidget, words: str) -> list[QAbstractButton]:
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if button.accessibleName() == words and button.isVisibleTo(page)
    ]


def _button(page: QWidget, words: str) -> QAbstractButton:
    return _visible(page, words)[0]


def _says(page: QWidget, words: str) -> bool:
    return any(
        words in (getattr(widget, "text", str)() or "") or words in widget.accessibleName()
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
    )


def _type_phrases(page: QWidget, present: str, new: str) -> None:
    for field, phrase in zip(page.findChildren(QLineEdit), (present, new, new), strict=True):
        field.setText(phrase)


def _copied(folder: Path, name: str = "a") -> Path:
    return Path(shutil.copytree(folder, folder.parent / name, ignore=shutil.ignore_patterns("*lock*")))
