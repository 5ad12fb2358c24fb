"""What a sheet must still say: named when it is closed or printed, and a press away."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import AnswersMissing, CarnetError, SheetIncomplete
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.form_view.form_view import FormView
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders
from tests.ui.form_view.sheet import question


@pytest.fixture
def failures(workspace: Workspace) -> list[CarnetError]:
    """What the window is asked to tell."""
    told: list[CarnetError] = []
    workspace.failed.connect(told.append)
    return told


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> SheetPage:
    """An empty page on a screen."""
    page = SheetPage(workspace)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def view(page: SheetPage) -> FormView:
    """Its form."""
    found = page._view
    assert found is not None
    return found


def has_cursor(page: SheetPage, key: str) -> bool:
    """Whether one types in this question."""
    place = QApplication.focusWidget()
    return place is not None and question(view(page), key).isAncestorOf(place)


def test_closing_names_what_is_missing_and_goes_there(
    page: SheetPage, notebook: Notebook, failures: list[CarnetError]
) -> None:
    """Nothing is said while one types; the end says which question, and everything is saved already."""
    student = builders.kept_student(notebook)
    page.open(Destination("sheet", form="f1-interview", student_id=student.id))
    question(view(page), "place").set_raw("Bureau B12")
    page._touch_sheet()
    assert failures == []
    page._end()
    assert [type(failure) for failure in failures] == [AnswersMissing]
    assert failures[0].values == {"names": "Main reason"}
    assert has_cursor(page, "main_reason")
    assert [record.place for record in notebook.interviews.list()] == ["Bureau B12"]


def test_what_cannot_be_read_gets_the_cursor(
    page: SheetPage, notebook: Notebook, failures: list[CarnetError]
) -> None:
    """Saving says which question it is and goes there; the draft holds what was typed."""
    student = builders.kept_student(notebook)
    page.open(Destination("sheet", form="f1-interview", student_id=student.id))
    question(view(page), "next_date").set_raw("bientôt")
    page._touch_sheet()
    assert not page._save()
    assert [type(failure) for failure in failures] == [SheetIncomplete]
    assert has_cursor(page, "next_date")


def test_printing_names_what_is_missing_and_goes_there(
    workspace: Workspace, notebook: Notebook, library: Library, qtbot: QtBot, page: SheetPage
) -> None:
    """Nothing can be printed; a press leads to the question on the sheet."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, student_id=student.id, values={"main_reason": ""})
    paper = PaperPage(workspace)
    qtbot.addWidget(paper)
    paper.open(Destination("paper", kind="interview", record_id=sheet.record.id))
    assert "Main reason" in paper._missing.accessibleName()
    wanted: list[Destination] = []
    workspace.wanted.connect(wanted.append)
    paper._to_missing.click()
    assert wanted == [
        Destination("sheet", kind="interview", record_id=sheet.record.id, question="main_reason")
    ]
    page.open(wanted[0])
    page.focus_first()
    assert has_cursor(page, "main_reason")


def test_marks_are_chosen_before_a_paper_leaves(
    workspace: Workspace, notebook: Notebook, library: Library, qtbot: QtBot
) -> None:
    """A tick for each mark that was used; what is unticked is among what stays."""
    facts = [{"mark": "seen", "text": "Elle pleure."}, {"mark": "hypothesis", "text": "Un conflit ?"}]
    sheet = builders.finished(
        notebook, library, student_id=builders.kept_student(notebook).id, values={"facts": facts}
    )
    paper = PaperPage(workspace)
    qtbot.addWidget(paper)
    paper.open(Destination("paper", kind="interview", record_id=sheet.record.id))
    choices = paper._choices
    assert choices is not None
    assert list(choices._marks) == ["seen", "hypothesis"]
    choices._marks["hypothesis"].setChecked(False)
    assert choices.marks_out == {"hypothesis"}
    assert [
        label.text() for label in paper._lists.findChildren(Label) if label.text().startswith("marked")
    ] == ["marked “hypothesis”"]
    qtbot.waitUntil(lambda: bool(paper._pdf), timeout=20_000)
    workspace.tasks.submit(lambda: None).result()  # nothing is made any more when the notebook closes


@pytest.mark.parametrize(("kind", "stops"), [("CNI", True), ("CI", True), ("CCJF", False)])
def test_the_inclusion_boards_want_it_in_writing(
    workspace: Workspace, notebook: Notebook, library: Library, qtbot: QtBot, page: SheetPage, kind: str,
    stops: bool,
) -> None:  # fmt: skip
    """A referral to them is not printed before the day of the written agreement is noted; others ask none."""
    student, partner = builders.kept_student(notebook), builders.partner(type=kind)
    with notebook.change():
        notebook.partners.save(partner)
    sheet = builders.finished(
        notebook, library, form_key="f4-referral", student_id=student.id,
        values={"partner": partner.id, "reason": "Bilan demandé."},
    )  # fmt: skip
    paper = PaperPage(workspace)
    qtbot.addWidget(paper)
    there = Destination("paper", kind="referral", record_id=sheet.record.id)
    paper.open(there)
    assert paper._incomplete is stops
    page.open(Destination("sheet", kind="referral", record_id=sheet.record.id, question="written_consent"))
    page.focus_first()
    assert question(view(page), "written_consent").isVisibleTo(page) is stops
    if stops:
        assert "Written agreement of" in paper._missing.accessibleName()
        assert has_cursor(page, "written_consent")
        question(view(page), "written_consent").set_raw("12/11/2026")
        page._touch_sheet()
        assert page._save()
        paper.open(there)
        assert not paper._incomplete
    workspace.tasks.submit(lambda: None).result()
