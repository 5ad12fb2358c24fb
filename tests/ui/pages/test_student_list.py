"""The list of the students: who comes first, how one is found, what a narrow window shows."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.students.save_guardian import save_guardian
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.student_list import ALL, FOLLOWED
from tests import builders
from tests.ui.asking import when_asked
from tests.ui.pages.students_desk import Desk


def test_an_empty_notebook_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    """Import, add, or begin without a list: three ways, and the first has the keyboard."""
    page = desk.open()
    page.focus_first()
    assert "No student for now" in "\n".join(label.text() for label in page.findChildren(QLabel))
    desk.button("Import a list").click()
    desk.button("Quick contact").click()
    assert [(gone.screen, gone.form) for gone in desk.gone] == [("roster", ""), ("sheet", "f1-interview")]
    assert page.notes_subject() is None


def test_the_first_student_can_be_written_without_a_list(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """Add a student, one name, Ctrl+Enter: their sheet lies open."""
    desk.open()

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "Weydert")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_asked(answer)
    desk.button("Add a student").click()
    assert [student.family_name for student in notebook.students.list()] == ["Weydert"]
    assert "Weydert" in desk.words()
    assert desk.names() == ["Weydert"]


def test_followed_students_come_first_and_everybody_is_one_press_away(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """A class list of hundreds does not bury the ones one works with."""
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme")
    page = desk.open()
    assert (page.list.tabs.current(), desk.names()) == (FOLLOWED, ["Da Costa, Inês"])
    page.list.tabs._choose(ALL)
    assert desk.names() == ["Da Costa, Inês", "Hoffmann, Jérôme"]


def test_with_nobody_followed_everybody_is_shown(desk: Desk, notebook: Notebook) -> None:
    """The day after the class list was imported the list is not empty."""
    builders.kept_student(notebook)
    page = desk.open()
    assert (page.list.tabs.current(), desk.names()) == (ALL, ["Da Costa, Inês"])


def test_a_row_says_name_class_and_news(desk: Desk, ines: Student) -> None:
    """One sentence for the eye and for a reader."""
    page = desk.open()
    row = page.list.model.rows()[0]
    assert row.said == "Da Costa, Inês, 5G2, seen today"


def test_typing_finds_by_name_class_and_case_without_accents(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Whoever is typed is found, followed or not, and an empty field brings the list back."""
    builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme", class_name="2G1")
    page = desk.open()
    reference = notebook.cases.of_student([ines.id])[0].reference
    for typed, found in (
        ("ines", "Da Costa, Inês"),
        (reference, "Da Costa, Inês"),
        ("jero", "Hoffmann, Jérôme"),
    ):
        page.list.field.setText(typed)
        assert desk.names() == [found]
    page.list.field.setText("nobody at all")
    assert desk.names() == []
    page.list.field.clear()
    assert "Da Costa, Inês" in desk.names()


def test_the_keyboard_alone_finds_and_opens(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Letters on the list go into the field, Down goes to the rows, resting on one opens it."""
    builders.kept_student(notebook, family_name="Dahm", given_name="Noé")
    page = desk.open()
    page.list.tabs._choose(ALL)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_D)
    assert page.list.field.text() == "d"
    qtbot.keyClicks(page.list.field, "a")
    qtbot.keyClick(page.list.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.notes_subject() == (ines.id, ines.id))
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Noé Dahm" in desk.words())


def test_enter_in_the_field_opens_the_first(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """Two letters and Enter."""
    page = desk.open()
    qtbot.keyClicks(page.list.field, "in")
    qtbot.keyClick(page.list.field, Qt.Key.Key_Return)
    assert page.notes_subject() == (ines.id, ines.id)


def test_five_thousand_students_are_read_page_by_page(desk: Desk, notebook: Notebook, qtbot: QtBot) -> None:
    """Opening reads one page; somebody far down is read up to, and shown as chosen."""
    many = [
        Student(family_name=f"Nom{n:04d}", given_name="Ada", class_name=f"{n % 7 + 1}G{n % 4 + 1}")
        for n in range(5000)
    ]
    with notebook.change():
        notebook.students.save_many(many)
    page = desk.open()
    assert len(desk.names()) == 100
    page.list.rows.scrollToBottom()
    qtbot.waitUntil(lambda: len(desk.names()) > 100)
    desk.open(many[3210].id)
    assert page.list.rows.currentIndex().row() == 3210
    assert desk.names()[3210] == "Nom3210, Ada"


def test_a_change_keeps_the_place_in_the_list(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Correcting somebody does not throw the list back to its beginning."""
    with notebook.change():
        notebook.students.save_many(
            [Student(family_name=f"Nom{n:03d}", given_name="Ada") for n in range(400)]
        )
    page = desk.open()
    page.list.tabs._choose(ALL)
    page.list.rows.scrollToBottom()
    QApplication.processEvents()
    before = (len(desk.names()), page.list.rows.verticalScrollBar().value())
    desk.workspace.act(save_guardian, guardian=builders.guardian(ines.id, given_name="Rui"))
    assert (len(desk.names()), page.list.rows.verticalScrollBar().value()) == before


def test_a_narrow_window_shows_one_thing_at_a_time(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """List, then sheet with a way back, never both squeezed together."""
    desk.page.resize(900, 700)
    page = desk.open()
    assert page.list.isVisibleTo(page)
    assert not page.sheet.isVisibleTo(page)
    desk.open(ines.id)
    assert page.sheet.isVisibleTo(page)
    assert not page.list.isVisibleTo(page)
    desk.button("Students").click()
    assert page.list.isVisibleTo(page)
    assert page.notes_subject() is None
