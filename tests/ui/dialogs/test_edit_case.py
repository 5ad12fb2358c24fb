"""Correcting and closing a case."""

from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.cases.look_at_kept import kept_until
from app.models.case import Case
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_case import CaseEditor
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def case(notebook: Notebook) -> Case:
    """An open case of Inês, begun a month ago."""
    one = builders.kept_student(notebook)
    with notebook.change():
        return notebook.cases.save(builders.case(one.id, opened=date.today() - timedelta(days=30)))


def _editor(workspace: Workspace, behind: QWidget, case: Case, qtbot: QtBot, **how: bool) -> CaseEditor:
    editor = CaseEditor(workspace, behind, case, **how)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_closing_proposes_today_and_asks_for_the_outcome(
    workspace: Workspace, notebook: Notebook, behind: QWidget, case: Case, qtbot: QtBot
) -> None:
    """One choice and one press."""
    editor = _editor(workspace, behind, case, qtbot, closing=True)
    editor._outcome.choose("OUT-RELAIS")
    editor.buttons["save"].click()
    saved = notebook.cases.get(case.id)
    assert (saved.state, saved.closed, saved.outcome) == ("closed", date.today(), "OUT-RELAIS")
    assert (saved.opened, saved.reference) == (case.opened, case.reference)


def test_a_case_may_close_without_an_outcome(
    workspace: Workspace, notebook: Notebook, behind: QWidget, case: Case, qtbot: QtBot
) -> None:
    """The outcome is asked, never demanded."""
    _editor(workspace, behind, case, qtbot, closing=True).buttons["save"].click()
    assert (notebook.cases.get(case.id).state, notebook.cases.get(case.id).outcome) == ("closed", None)


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        ("01/01/2001", "The case cannot end before it was opened."),
        ("31/02/2026", "This day cannot be understood: day, month, year."),
        ("", "This day cannot be understood: day, month, year."),
    ],
)
def test_impossible_days_are_told(
    workspace: Workspace,
    notebook: Notebook,
    behind: QWidget,
    case: Case,
    qtbot: QtBot,
    closed: str,
    told: str,
) -> None:
    """Nothing is written until the days make sense."""
    editor = _editor(workspace, behind, case, qtbot, closing=True)
    editor._closed.setText(closed)
    editor.buttons["save"].click()
    assert editor._banner.accessibleName() == told
    assert notebook.cases.get(case.id).state == "open"


def test_correcting_an_open_case_leaves_it_open(
    workspace: Workspace, notebook: Notebook, behind: QWidget, case: Case, qtbot: QtBot
) -> None:
    """Another day of opening, a rhythm; the end is not touched."""
    editor = _editor(workspace, behind, case, qtbot)
    editor._rhythm.choose("regular")
    editor._opened.setText("02/09/2026")
    editor.buttons["save"].click()
    saved = notebook.cases.get(case.id)
    assert (saved.state, saved.rhythm, saved.opened, saved.closed) == (
        "open",
        "regular",
        date(2026, 9, 2),
        None,
    )


def test_a_closed_case_says_when_it_is_looked_at_again(
    workspace: Workspace, notebook: Notebook, qtbot: QtBot
) -> None:
    """As the service proposes: so many years after the last contact, or after the closing."""
    page = QWidget()
    qtbot.addWidget(page)
    student = builders.kept_student(notebook)
    case = builders.case(student.id, state="closed", opened=date(2026, 1, 5), closed=date(2026, 10, 1))
    with notebook.change():
        notebook.cases.save(case)

    def said() -> str:
        return " ".join(label.text() for label in CaseEditor(workspace, page, case).findChildren(Label))

    assert "from 01/10/2028, 2 years after" in said()
    with notebook.change():
        notebook.interviews.save(builders.interview(student.id))
    assert "from 12/11/2028" in said()
    leap = msgspec.structs.replace(case, student_id="b" * 32)
    day = kept_until(notebook, library=workspace.library, case=leap, closed=date(2028, 2, 29)).until
    assert day == date(2030, 3, 1)
