"""Choosing a student from a question."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.storage.notebook import Notebook
from app.ui.dialogs.choose_student import choose_student
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.asking import press, when_asked


def test_two_letters_and_enter(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """The first who fits is taken."""
    one = builders.kept_student(notebook)

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "in")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(answer)
    assert choose_student(workspace, behind, title="Whose?") == one.id


def test_the_arrows_walk_to_another(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """Down twice and Enter takes the second."""
    builders.kept_student(notebook, family_name="Kremer", given_name="Léa")
    leo = builders.kept_student(notebook, family_name="Kremer", given_name="Léo")

    def answer(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "kremer")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(answer)
    assert choose_student(workspace, behind, title="Whose?") == leo.id


def test_those_left_out_are_not_offered(workspace: Workspace, notebook: Notebook, behind: QWidget) -> None:
    """A sheet is not filed to whom it belongs already."""
    one = builders.kept_student(notebook)
    rows: list[Any] = []

    def answer(dialog: Any) -> None:
        rows.extend(dialog._model.rows())
        dialog.buttons["leave"].click()

    when_asked(answer)
    left = choose_student(
        workspace, behind, title="Whose?", typed="da costa", without=frozenset([one.id]), may_add=False
    )
    assert (left, rows) == ("", [])


def test_somebody_new_is_written_down_on_the_way(
    workspace: Workspace, notebook: Notebook, behind: QWidget, qtbot: QtBot
) -> None:
    """The last row leads to a new sheet with the name typed, and its student is the answer."""

    def choose(dialog: Any) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "Maria Luna")
        when_asked(press("save"))
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_asked(choose)
    chosen = choose_student(workspace, behind, title="Whose?")
    saved = notebook.students.get(chosen)
    assert (saved.given_name, saved.family_name) == ("Maria", "Luna")
