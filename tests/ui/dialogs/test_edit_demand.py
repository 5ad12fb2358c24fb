"""Noting a request or a piece of advice, and saying whom a request was for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.models.request import Request
from app.models.school import School
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.dialogs.choose_student import StudentChooser
from app.ui.dialogs.edit_advice import AdviceEditor, new_advice
from app.ui.dialogs.edit_request import RequestEditor, edit_request, new_request
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


@pytest.fixture
def offered(workspace: Workspace) -> list[Any]:
    """Ways back, as the window is given them."""
    found: list[Any] = []
    workspace.undo_offered.connect(lambda done, undo: found.append((done, undo)))
    return found


@pytest.fixture
def asked(notebook: Notebook) -> Request:
    """One in the notebook, for nobody yet."""
    with notebook.change():
        return notebook.requests.save(builders.request(for_whom="Inês"))


def answering(button: str, choose: Callable[[StudentChooser], None]) -> None:
    """Press a button of the editor, then choose in the question that follows."""

    def first(editor: RequestEditor) -> None:
        when_asked(choose)
        editor.buttons[button].click()

    when_asked(first)


def enter(qtbot: QtBot, typed: str = "") -> Callable[[StudentChooser], None]:
    """Type a name where it is another one, and take the first row."""

    def choose(chooser: StudentChooser) -> None:
        if typed:
            chooser._field.setText(typed)
        qtbot.keyClick(chooser._field, Qt.Key.Key_Return)

    return choose


def said(editor: Any, qtbot: QtBot) -> str:
    """What is said when it cannot be saved."""
    qtbot.addWidget(editor)
    editor.show()
    editor.buttons["save"].click()
    return str(editor._banner.accessibleName())


def test_advice_is_a_topic_a_requester_and_a_few_keys(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """From the first field to Ctrl+Enter without the mouse, in less than twenty keys."""
    struck = 0

    def write(editor: AdviceEditor) -> None:
        nonlocal struck
        for keys in ("not", "prim", "ph", "15"):
            field = editor.focusWidget()
            assert field is not None
            qtbot.keyClicks(field, keys)
            qtbot.keyClick(field, Qt.Key.Key_Tab)
            struck += len(keys) + 1
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    before = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)  # a slow machine is no slow typist
    when_asked(write)
    new_advice(workspace, behind)
    QApplication.setKeyboardInputInterval(before)
    (advice,) = notebook.advice.list()
    assert (advice.topic, advice.origin, advice.mode, advice.minutes) == ("NONFREQ", "DIR_ECOLE", "TEL", 15)
    assert (advice.given_on, advice.school_id) == (workspace.today, builders.SCHOOL_ID)
    assert struck + 1 < 20


def test_what_advice_lacks_is_said(workspace: Workspace, behind: QWidget, qtbot: QtBot) -> None:
    """A topic, who asked, minutes one can read, a day that has been."""
    advice = builders.advice(given_on=workspace.today, topic="", origin="", minutes=None)
    editor = AdviceEditor(workspace, behind, advice, is_new=True)
    assert said(editor, qtbot) == "Choose a topic: advice is counted by it."
    editor._topic.choose("DANGER")
    assert said(editor, qtbot) == "Choose who asked."
    editor._origin.choose("DIR")
    editor._minutes.setText("un moment")
    assert said(editor, qtbot) == "These minutes cannot be understood, e.g. 15 or 1 h 10."
    editor._minutes.setText("1 h 10")
    editor._day.setText("01/01/2150")
    assert said(editor, qtbot) == "This day lies ahead."
    editor._day.setText("")
    assert said(editor, qtbot) == "A day is needed here."


def test_a_students_name_in_the_note_is_pointed_out(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """While it is written; it goes with the name, and nothing is refused."""
    builders.kept_student(notebook)
    editor = AdviceEditor(workspace, behind, builders.advice(given_on=workspace.today), is_new=True)
    assert editor._hint.text() == ""
    editor._note.setPlainText("La mère d’Ines rappelle.")
    assert editor._hint.text() == "", "nothing is compared at each key"
    qtbot.waitUntil(lambda: "Ines: a student of this notebook has this name." in editor._hint.text())
    editor._note.setPlainText("La mère rappelle.")
    qtbot.waitUntil(lambda: editor._hint.text() == "")
    editor._note.setPlainText("Costa")
    said(editor, qtbot)
    assert [one.note for one in notebook.advice.list()] == ["Costa"]


def test_a_request_needs_who_asked_and_days_in_order(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """Nothing else; but what is not followed says why."""
    editor = RequestEditor(workspace, behind, Request(received=workspace.today), is_new=True)
    assert said(editor, qtbot) == "Choose who asked."
    editor._origin.choose("PARENT")
    editor._received.setText("12/10/2026")
    editor._contact.setText("11/10/2026")
    assert said(editor, qtbot) == "The first contact cannot be before the request."
    editor._contact.setText("")
    holder = editor._why.parentWidget()
    assert holder is not None
    assert holder.isHidden()
    editor._outcome.choose("none")
    assert not holder.isHidden()
    assert said(editor, qtbot) == "Say in a few words why it is not followed."
    editor._why.setText("Plus de place avant Noël")
    said(editor, qtbot)
    (kept,) = notebook.requests.list()
    assert (kept.outcome_note, kept.received) == ("Plus de place avant Noël", date(2026, 10, 12))


def test_a_code_this_service_does_not_offer_stays(
    workspace: Workspace, behind: QWidget, asked: Request, qtbot: QtBot
) -> None:
    """An inspector's request opened in a Luxembourg notebook is still an inspector's."""
    foreign = msgspec.structs.replace(asked, origin="IEN", reason="FR-16")
    editor = RequestEditor(workspace, behind, foreign, is_new=False)
    qtbot.addWidget(editor)
    assert editor.written() == foreign


def test_the_school_is_asked_where_there_are_several(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """With one it is known; with two nobody guesses."""
    when_asked(lambda editor: (editor._origin.choose("SELF"), editor.buttons["save"].click()))
    new_request(workspace, behind)
    with notebook.change():
        notebook.schools.save(School(name="École du Pré"))
    when_asked(lambda editor: (editor._origin.choose("SELF"), editor.buttons["save"].click()))
    new_request(workspace, behind)
    assert [one.school_id for one in notebook.requests.list()] == [builders.SCHOOL_ID, None]
    assert [one.handler for one in notebook.requests.list()] == ["Claire Aubrin"] * 2


def test_saying_for_whom_opens_the_case_and_can_be_undone(
    workspace: Workspace,
    notebook: Notebook,
    behind: QWidget,
    asked: Request,
    offered: list[Any],
    qtbot: QtBot,
) -> None:
    """The name that was typed is looked for; the window goes to the student's sheet."""
    student = builders.kept_student(notebook)
    gone: list[Destination] = []
    workspace.wanted.connect(gone.append)
    answering("attach", enter(qtbot))
    edit_request(workspace, behind, asked)
    assert notebook.requests.get(asked.id).student_id == student.id
    assert [case.state for case in notebook.cases.of_student([student.id])] == ["open"]
    assert gone == [Destination("students", record_id=student.id)]
    offered[-1][1]()
    assert notebook.requests.get(asked.id).student_id is None
    assert notebook.cases.of_student([student.id]) == []


def test_not_for_this_student_can_be_undone_too(
    workspace: Workspace, notebook: Notebook, library: Library, behind: QWidget, asked: Request,
    offered: list[Any], qtbot: QtBot,
) -> None:  # fmt: skip
    """The same case comes back, not another one."""
    builders.kept_student(notebook)
    answering("attach", enter(qtbot))
    edit_request(workspace, behind, asked)
    now = notebook.requests.get(asked.id)
    when_asked(press("apart"))
    edit_request(workspace, behind, now)
    assert notebook.requests.get(asked.id).case_id is None
    assert offered[-1][0] == "Request set apart; case 2026-0001, still empty, is in the bin"
    offered[-1][1]()
    assert msgspec.structs.replace(notebook.requests.get(asked.id), revision=now.revision) == now
    assert [case.id for case in notebook.cases.list()] == [now.case_id]


def test_for_a_twin_too(
    workspace: Workspace,
    notebook: Notebook,
    behind: QWidget,
    asked: Request,
    offered: list[Any],
    qtbot: QtBot,
) -> None:
    """Asked for by name, a request of their own; undone it lies in the bin and its empty case with it."""
    builders.kept_student(notebook)
    twin = builders.kept_student(notebook, given_name="Tiago")
    answering("attach", enter(qtbot))
    edit_request(workspace, behind, asked)
    answering("again", enter(qtbot, "tiago"))
    edit_request(workspace, behind, notebook.requests.get(asked.id))
    (other,) = notebook.requests.of_student(twin.id)
    assert other.text == asked.text
    offered[-1][1]()
    assert [one.id for one in notebook.requests.list()] == [asked.id]
    assert notebook.cases.of_student([twin.id]) == []
