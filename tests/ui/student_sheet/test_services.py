"""Several services in one notebook: where one is asked for, and where it is said."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.actions.unit_changes.choose_services import choose_services
from app.actions.unit_changes.open_library import open_library
from app.models.case import Case
from app.models.student import Student
from app.ui.destination import Destination
from app.ui.dialogs.edit_case import CaseEditor
from app.ui.pages.sheet import SheetPage
from app.ui.pages.students import StudentsPage
from app.ui.services import services
from app.ui.student_sheet.cases import CasesBlock
from app.ui.widgets.painted_button import PaintedButton
from app.ui.workspace import Workspace
from tests import builders

FRENCH = "SSFE secondary education (France)"


@pytest.fixture
def both(workspace: Workspace) -> Workspace:
    """A SePAS that works for a French school service too."""
    choose_services(workspace.notebook, library=workspace.library, keys=["fr-ssfe"])
    workspace.library = open_library(workspace.notebook, shipped=workspace.library)
    return workspace


@pytest.fixture
def ines(workspace: Workspace) -> Student:
    """A student without a case."""
    return builders.kept_student(workspace.notebook)


def page_of(workspace: Workspace, student: Student, qtbot: QtBot) -> StudentsPage:
    """The student's page on a screen."""
    page = StudentsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    workspace.changed.connect(page.show_changes)
    page.open(Destination("students", record_id=student.id))
    QApplication.processEvents()
    return page


def said(widget: QWidget) -> str:
    """Everything written on it."""
    words = [label.text() for label in widget.findChildren(QLabel)]
    words += [
        f"{one.accessibleName()} {one.accessibleDescription()}" for one in widget.findChildren(PaintedButton)
    ]
    return "\n".join(words)


def open_menu(widget: QWidget) -> dict[str, QMenu]:
    """What the newest menu offers."""
    (menu,) = (one for one in widget.findChildren(QMenu) if one.isVisible())
    return {action.text(): action for action in menu.actions()}  # type: ignore[misc]


def test_with_one_service_nobody_is_asked(workspace: Workspace, ines: Student, qtbot: QtBot) -> None:
    """One press opens the case and begins the interview; the service is not said."""
    page = page_of(workspace, ines, qtbot)
    gone: list[Destination] = []
    workspace.wanted.connect(gone.append)
    page.sheet.head.begin_interview()
    assert gone == [Destination("sheet", form="f1-interview", student_id=ines.id)]
    page.sheet.findChild(QWidget, "case:new").click()  # type: ignore[union-attr]
    assert [case.framework for case in workspace.notebook.cases.list()] == [""]
    QApplication.processEvents()
    assert "SePAS (Luxembourg)" not in said(page.sheet)
    assert services(workspace) == []
    assert not [one for one in page.sheet.head.menu().actions() if one.text().startswith("New for")]


def test_a_case_is_opened_for_a_service_and_may_change_it(
    both: Workspace, ines: Student, qtbot: QtBot
) -> None:
    """Asked once below the button; said in the head and beside the case; corrected in its question."""
    page = page_of(both, ines, qtbot)
    page.sheet.findChild(QWidget, "case:new").click()  # type: ignore[union-attr]
    offered = open_menu(page)
    assert list(offered) == ["SePAS (Luxembourg)", FRENCH]
    offered[FRENCH].trigger()  # type: ignore[attr-defined]
    (case,) = both.notebook.cases.list()
    assert case.framework == "fr-ssfe"
    qtbot.waitUntil(lambda: FRENCH in said(page.sheet.findChild(CasesBlock)))  # type: ignore[arg-type]
    editor = CaseEditor(both, page, case)
    qtbot.addWidget(editor)
    editor.show()
    assert editor._service is not None
    assert editor._service.isVisible()
    editor._service.choose("lu-sepas")
    editor.buttons["save"].click()
    assert both.notebook.cases.get(case.id).framework == "lu-sepas"


def test_correcting_something_else_leaves_the_service_alone(
    both: Workspace, ines: Student, qtbot: QtBot
) -> None:
    """A case that names none still names none."""
    with both.notebook.change():
        case: Case = both.notebook.cases.save(builders.case(ines.id, opened=date.today()))
    behind = QWidget()
    qtbot.addWidget(behind)
    editor = CaseEditor(both, behind, case)
    qtbot.addWidget(editor)
    editor.show()
    editor._rhythm.choose("regular")
    editor.buttons["save"].click()
    saved = both.notebook.cases.get(case.id)
    assert (saved.rhythm, saved.framework) == ("regular", "")


def test_the_first_sheet_asks_and_another_service_is_one_menu_away(
    both: Workspace, ines: Student, qtbot: QtBot
) -> None:
    """Without a case the service is asked; with one Ctrl+E goes straight on, the other one is in the menu."""
    page = page_of(both, ines, qtbot)
    gone: list[Destination] = []
    both.wanted.connect(gone.append)
    page.sheet.head.begin_interview()
    assert gone == []
    open_menu(page)[FRENCH].trigger()  # type: ignore[attr-defined]
    assert gone[-1] == Destination("sheet", form="f1-interview", student_id=ines.id, framework="fr-ssfe")
    with both.notebook.change():
        both.notebook.cases.save(builders.case(ines.id, framework="fr-ssfe"))
    page.open(Destination("students", record_id=ines.id))
    page.sheet.head.begin_interview()
    assert gone[-1] == Destination("sheet", form="f1-interview", student_id=ines.id)
    menu = page.sheet.head.menu()
    (other,) = (one for one in menu.actions() if one.text().startswith("New for"))
    assert other.text() == "New for SePAS (Luxembourg)"
    other.menu().actions()[0].trigger()
    assert gone[-1].framework == "lu-sepas"


def test_an_open_sheet_says_its_service_and_asks_only_its_questions(
    both: Workspace, ines: Student, qtbot: QtBot
) -> None:
    """Quietly, behind the case; a draft of it comes back the same."""
    page = SheetPage(both)
    qtbot.addWidget(page)
    page.show()
    page.open(Destination("sheet", form="f1-interview", student_id=ines.id, framework="fr-ssfe"))
    assert FRENCH in said(page)
    assert page._open is not None
    asked = {question.key for question in page._open.form.questions}
    assert "axis" in asked
    assert "category" not in asked
    page._touch_sheet()
    pending = page.keep()
    assert pending is not None
    pending.result(10)
    again = SheetPage(both)
    qtbot.addWidget(again)
    again.open(Destination("sheet", kind="interview", record_id=page._open.record.id))
    assert again._open is not None
    assert again._open.record.framework == "fr-ssfe"
