"""Writing and correcting a student: one name is enough, nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_student import StudentEditor
from app.ui.dialogs.known_already import KnownAlready
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from tests import builders

Write = Callable[..., StudentEditor]


@pytest.fixture
def write(qtbot: QtBot, workspace: Workspace) -> Iterator[Write]:
    """Opens the dialog over a window."""
    behind = QWidget()
    behind.resize(1200, 800)
    qtbot.addWidget(behind)
    behind.show()

    def opened(student: Student | None = None, *, typed: str = "") -> StudentEditor:
        editor = StudentEditor(workspace, behind, student, typed=typed)
        qtbot.addWidget(editor)
        editor.show()
        return editor

    return opened


def _type(editor: StudentEditor, **lines: str) -> None:
    for key, text in lines.items():
        editor._lines[key].setText(text)


def _save(editor: StudentEditor) -> None:
    editor.buttons["save"].click()


def _told(editor: StudentEditor) -> str:
    return editor._banner.accessibleName() if editor._banner.isVisibleTo(editor) else ""


def test_one_name_is_enough(write: Write, notebook: Notebook) -> None:
    """A given name alone makes a sheet; everything else may come later."""
    editor = write()
    _type(editor, given_name="  Luca ")
    _save(editor)
    saved = notebook.students.get(editor.student_id)
    assert (saved.given_name, saved.family_name, saved.birth_date) == ("Luca", "", None)


def test_without_any_name_nothing_is_saved(write: Write, notebook: Notebook) -> None:
    """It says what is missing and stays open with the cursor there."""
    editor = write()
    _type(editor, class_name="5G2")
    _save(editor)
    assert _told(editor) == "One name is needed; the rest can wait."
    assert notebook.students.count() == 0
    assert editor.isVisible()


def test_ctrl_enter_saves_everything_written(write: Write, notebook: Notebook, qtbot: QtBot) -> None:
    """Every field of the dialog arrives on the sheet."""
    editor = write(typed="Moreira, Lina")
    _type(
        editor, used_name="Sousa", class_name="5G2", phone="691 000 142", email="lina@example.org",
        street="8, rue des Prés", postcode="9998", city="Esch-la-Neuve",
    )  # fmt: skip
    editor._birth.setText("14.3.2012")
    editor._gender.choose("f")
    editor._languages.set_codes(["pt", "wolof"])
    editor._no_message.setChecked(True)
    qtbot.waitUntil(editor.isActiveWindow)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    saved = notebook.students.get(editor.student_id)
    assert (saved.family_name, saved.given_name, saved.used_name) == ("Moreira", "Lina", "Sousa")
    assert (saved.birth_date, saved.gender, saved.languages) == (date(2012, 3, 14), "f", ["pt", "wolof"])
    assert (saved.phone, saved.phone_no_message, saved.email) == ("691 000 142", True, "lina@example.org")
    assert (saved.street, saved.postcode, saved.city) == ("8, rue des Prés", "9998", "Esch-la-Neuve")
    assert (saved.class_name, saved.school_id) == ("5G2", builders.SCHOOL_ID)
    assert [one.class_name for one in notebook.enrolments.of_student(saved.id)] == ["5G2"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Inès Da Costa", ("Da Costa", "Inès")),
        ("Da Costa,  Inès", ("Da Costa", "Inès")),
        ("Inès", ("", "Inès")),
        ("", ("", "")),
    ],
)
def test_a_name_begun_elsewhere_is_there(write: Write, typed: str, names: tuple[str, str]) -> None:
    """What was typed in a name field is not typed twice."""
    written = write(typed=typed).written()
    assert (written.family_name, written.given_name) == names


@pytest.mark.parametrize(
    ("birth", "told"),
    [
        ("31/02/2012", "This birth date cannot be understood: day, month, year."),
        ("soon", "This birth date cannot be understood: day, month, year."),
        (f"{date.today() + timedelta(days=400):%d/%m/%Y}", "This birth date lies ahead."),
    ],
)
def test_an_impossible_birth_date_is_told_before_saving(
    write: Write, notebook: Notebook, birth: str, told: str
) -> None:
    """It stays as typed, and nothing is written."""
    editor = write()
    _type(editor, family_name="Weydert")
    editor._birth.setText(birth)
    _save(editor)
    assert _told(editor) == told
    assert editor._birth.text() == birth
    assert notebook.students.count() == 0


def test_correcting_keeps_what_the_dialog_does_not_show(write: Write, notebook: Notebook) -> None:
    """Numbers of the school software and the day of arrival survive a corrected name."""
    one = builders.kept_student(notebook, roster_key="4711", arrival_date=date(2024, 9, 1))
    editor = write(one)
    _type(editor, family_name="Da Costa-Reis")
    _save(editor)
    saved = notebook.students.get(one.id)
    assert (saved.family_name, saved.roster_key, saved.arrival_date) == (
        "Da Costa-Reis",
        "4711",
        date(2024, 9, 1),
    )
    assert [line.id for line in notebook.students.lines([one.id])] == [one.id]


def test_a_namesake_is_named_while_one_types(write: Write, notebook: Notebook) -> None:
    """Same name without accents, in either order: the sheet there is, is offered with class and birth."""
    one = builders.kept_student(notebook)
    editor = write()
    _type(editor, given_name="Da Costa", family_name="INES")
    known = editor.findChild(KnownAlready)
    assert known is not None
    assert known.isVisibleTo(editor)
    same = known.findChildren(Button)[0]
    assert same.accessibleDescription() == "Da Costa, Inês · 5G2 · born on 04/03/2011"
    same.click()
    assert (editor.student_id, notebook.students.count()) == (one.id, 1)
    assert not editor.isVisible()


def test_two_of_one_name_are_possible(write: Write, notebook: Notebook) -> None:
    """The warning warns; it forbids nothing."""
    builders.kept_student(notebook)
    editor = write(typed="Inês Da Costa")
    _save(editor)
    assert notebook.students.count() == 2


def test_correcting_somebody_does_not_warn_of_themselves(write: Write, notebook: Notebook) -> None:
    """One's own name is no namesake."""
    editor = write(builders.kept_student(notebook))
    known = editor.findChild(KnownAlready)
    assert known is not None
    assert not known.isVisibleTo(editor)


def test_escape_leaves_at_once_what_nobody_touched(write: Write, qtbot: QtBot) -> None:
    """Looking changes nothing and asks nothing."""
    editor = write(typed="Inês")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_escape_asks_once_before_it_loses_something(write: Write, notebook: Notebook, qtbot: QtBot) -> None:
    """The first Escape says so, the second leaves; nothing is saved behind anybody's back."""
    editor = write(builders.kept_student(notebook))
    _type(editor, class_name="4G1")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert _told(editor) == "What you wrote here is not saved. Escape once more leaves it."
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert notebook.students.list()[0].class_name == "5G2"


def test_no_name_stands_in_the_window_title(write: Write, notebook: Notebook) -> None:
    """The title bar and the task switcher say nothing about anybody."""
    editor = write(builders.kept_student(notebook))
    assert "Costa" not in editor.windowTitle()
    assert "Costa" not in editor.accessibleName()


def test_every_field_has_its_label_as_name(write: Write) -> None:
    """A reader hears what each field asks for."""
    editor = write()
    names = {field.accessibleName() for field in editor._lines.values()}
    assert names == {
        "Family name", "Given name", "Name in use", "Class", "Phone", "E-mail", "Street and number",
        "Postcode", "Town",
    }  # fmt: skip
