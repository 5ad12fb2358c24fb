"""What protects somebody stands above every sheet and before anything is printed."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.actions.students.save_caution import save_caution
from app.actions.students.save_guardian import save_guardian
from app.frameworks.library import Library
from app.models.agreement import Agreement
from app.models.caution import Caution
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.strips.cautions_banner import CautionsBanner
from app.ui.workspace import Workspace
from tests import builders

PROTECTING = "Do not contact Rui Da Costa. Adresse secrète"


@pytest.fixture(params=["f1-interview", "f4-referral", "f3-plan"])
def sheet(request: pytest.FixtureRequest, notebook: Notebook, library: Library) -> Destination:
    """A sheet of each form about a student with a barred father and something to mind."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    father = builders.guardian(student.id, given_name="Rui", relation="father", do_not_contact=True)
    save_guardian(notebook, guardian=father)
    save_caution(notebook, caution=Caution(student_id=student.id, text="Adresse secrète"))
    over = Caution(student_id=student.id, text="Ancienne décision", until=date(2020, 1, 1))
    save_caution(notebook, caution=over)
    made = builders.finished(notebook, library, form_key=request.param, student_id=student.id)
    return Destination("sheet", kind=made.kind, record_id=made.record.id)


def banner(page: QWidget) -> str:
    """What is said; "" where the banner is not there."""
    seen = [one for one in page.findChildren(CautionsBanner) if one.isVisibleTo(page)]
    return " ".join(one.accessibleName() for one in seen)


@pytest.mark.parametrize("kind", [SheetPage, PaperPage])
def test_every_sheet_and_every_paper_says_it(
    workspace: Workspace, qtbot: QtBot, sheet: Destination, kind: type[SheetPage] | type[PaperPage]
) -> None:
    """Interview, referral, plan: on the screen and before printing. What is over is not repeated."""
    page = kind(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    page.open(sheet)
    assert banner(page) == PROTECTING


def test_a_warning_noted_meanwhile_appears(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """The open sheet follows; a sheet of nobody yet says nothing."""
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.show()
    workspace.changed.connect(page.show_changes)
    student = builders.kept_student(notebook)
    made = builders.finished(notebook, library, student_id=student.id)
    page.open(Destination("sheet", kind="interview", record_id=made.record.id))
    assert banner(page) == ""
    workspace.act(save_caution, caution=Caution(student_id=student.id, text="Adresse secrète"))
    assert banner(page) == "Adresse secrète"
    page.open(Destination("sheet", form="f1-interview"))
    assert banner(page) == ""


def test_a_paper_says_that_the_age_is_not_known(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """Nothing is assumed: before it leaves, who prints is told what is missing. A blank paper is nobody's."""
    page = PaperPage(workspace)
    qtbot.addWidget(page)
    page.show()
    made = builders.finished(
        notebook, library, student_id=builders.kept_student(notebook, birth_date=None).id
    )
    page.open(Destination("paper", kind="interview", record_id=made.record.id))
    assert banner(page) == "Birth date not noted: whether the student is of age is not known."
    page.open(Destination("paper", form="f1-interview"))
    assert banner(page) == ""


def test_an_adult_without_agreement_is_said_and_with_it_not(
    workspace: Workspace, qtbot: QtBot, notebook: Notebook, library: Library
) -> None:
    """Above the sheet, until it is noted."""
    student = builders.kept_student(notebook, birth_date=date(2000, 3, 4))
    save_guardian(notebook, guardian=builders.guardian(student.id))
    made = builders.finished(notebook, library, student_id=student.id)
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.show()
    workspace.changed.connect(page.show_changes)
    page.open(Destination("sheet", kind="interview", record_id=made.record.id))
    assert "ask for the student’s agreement" in banner(page)
    workspace.act(save_agreement, agreement=Agreement(student_id=student.id, given_on=workspace.today))
    assert banner(page) == ""
