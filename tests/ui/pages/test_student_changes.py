"""What is changed on a student’s sheet, and its way back: binned, filed, joined, one case after another."""

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.actions.students.join_students import join_students
from app.models.student import Student
from app.storage.notebook import Notebook
from app.ui.widgets.painted_button import PaintedButton
from tests import builders
from tests.ui.asking import press, when_asked
from tests.ui.pages.students_desk import Desk


def test_joined_sheets_say_so_and_can_be_separated(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """The joined sheet leads to the one that goes on, and one press separates them."""
    other = builders.kept_student(notebook, family_name="Da Costa-Reis")
    join_students(notebook, kept_id=ines.id, other_id=other.id)
    page = desk.open(other.id)
    assert page.notes_subject() == (ines.id, ines.id)
    assert "Joined with the sheet of Inês Da Costa-Reis." in desk.words()
    desk.button("Separate").click()
    assert notebook.students.get(other.id).joined_into is None
    assert "Joined with the sheet" not in desk.words()


def test_binning_asks_and_can_be_undone(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Into the bin after one question, and back with one press."""
    page = desk.open(ines.id)
    when_asked(press("bin"))
    page.sheet.head.bin_wanted.emit()
    assert notebook.students.get(ines.id).removed_at is not None
    assert desk.names() == []
    done, undo = desk.undo[-1]
    assert done == "Put in the bin: Inês Da Costa"
    undo()
    assert notebook.students.get(ines.id).removed_at is None
    assert desk.names() == ["Da Costa, Inês"]


def test_the_safe_answer_keeps(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Escape puts nobody in the bin."""
    page = desk.open(ines.id)
    when_asked(lambda dialog: dialog.reject())
    page.sheet.head.bin_wanted.emit()
    assert notebook.students.get(ines.id).removed_at is None


def test_a_sheet_is_filed_to_somebody_else_and_back(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Sheet, tasks and the personal note beside it go along; undoing brings all back."""
    jerome = builders.kept_student(notebook, family_name="Hoffmann", given_name="Jérôme")
    page = desk.open(ines.id)
    interview = notebook.interviews.of_student([ines.id])[0]
    desk.workspace.personal.save(subject_id=interview.id, student_id=ines.id, text="aside")

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "jero")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(answer)
    assert page.sheet.chronology is not None
    page.sheet.chronology.refile_wanted.emit("interview", interview.id)
    assert notebook.interviews.get(interview.id).student_id == jerome.id
    assert [task.student_id for task in notebook.tasks.of_source(interview.id)] == [jerome.id]
    assert len(desk.workspace.personal.of_student([jerome.id])) == 1
    desk.undo[-1][1]()
    assert notebook.interviews.get(interview.id).student_id == ines.id
    assert desk.workspace.personal.of_student([jerome.id]) == []


def test_the_menu_of_an_entry_opens_with_the_keyboard_too(desk: Desk, ines: Student, qtbot: QtBot) -> None:
    """Open, file elsewhere, bin; a case has no sheet to file."""
    page = desk.open(ines.id)
    assert page.sheet.chronology is not None
    timeline = page.sheet.chronology.timeline
    for row in range(timeline.model().rowCount()):
        timeline.setCurrentIndex(timeline.model().index(row, 0))
        kind = timeline.model()._rows[row].key.split(":")[0]  # type: ignore[attr-defined]
        timeline.customContextMenuRequested.emit(QPoint(-5, -5))
        menu = timeline.findChildren(QMenu)[-1]
        words = [action.text() for action in menu.actions() if action.text()]
        assert words == (
            ["Open"] if kind == "case" else ["Open", "File to another student…", "Put in the bin"]
        )
        menu.close()


def test_a_binned_sheet_leaves_the_chronology_and_comes_back(
    desk: Desk, notebook: Notebook, ines: Student
) -> None:
    """The entry goes at once; undoing brings it back to its place."""
    page = desk.open(ines.id)
    interview = notebook.interviews.of_student([ines.id])[0]
    assert page.sheet.chronology is not None
    page.sheet.chronology.bin_wanted.emit("interview", interview.id)
    assert notebook.interviews.of_student([ines.id]) == []
    assert page.sheet.chronology.timeline.model().rowCount() == 2
    desk.undo[-1][1]()
    assert page.sheet.chronology.timeline.model().rowCount() == 3


def test_joining_shows_both_sides_and_can_be_undone(
    desk: Desk, notebook: Notebook, ines: Student, qtbot: QtBot
) -> None:
    """Choose the other sheet by typing, see both, join; undoing separates."""
    other = builders.kept_student(notebook, family_name="Da Costa-Reis", phone="")
    page = desk.open(ines.id)

    def join(dialog: Any) -> None:
        shown = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert "Da Costa, Inês" in shown
        assert "Da Costa-Reis, Inês" in shown
        dialog.buttons["join"].click()

    def choose(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "Reis")
        when_asked(join)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(choose)
    page.sheet.head.join_wanted.emit()
    assert notebook.students.get(other.id).joined_into == ines.id
    desk.undo[-1][1]()
    assert notebook.students.get(other.id).joined_into is None


def test_cases_follow_each_other(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """Close with an outcome, open a new one; both stand there, the open one first."""
    desk.open(ines.id)

    def close(dialog: Any) -> None:
        dialog._outcome.choose("OUT-APAIS")
        dialog.buttons["save"].click()

    when_asked(close)
    desk.button("Close the case").click()
    first = notebook.cases.of_student([ines.id])[0]
    assert (first.state, first.outcome, first.closed) == ("closed", "OUT-APAIS", date.today())
    desk.button("Open a case").click()
    assert sorted(case.state for case in notebook.cases.of_student([ines.id])) == ["closed", "open"]
    assert not _has_visible(desk, "Open again")


def test_a_closed_case_can_be_opened_again(desk: Desk, notebook: Notebook, ines: Student) -> None:
    """And closed as it was, by undoing."""
    desk.open(ines.id)
    when_asked(press("save"))
    desk.button("Close the case").click()
    desk.button("Open again").click()
    assert notebook.cases.of_student([ines.id])[0].state == "open"
    desk.undo[-1][1]()
    assert notebook.cases.of_student([ines.id])[0].state == "closed"


def _has_visible(desk: Desk, words: str) -> bool:
    return any(
        one.words() == words and one.isVisibleTo(desk.page) for one in desk.page.findChildren(PaintedButton)
    )
