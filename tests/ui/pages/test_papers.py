"""The page of one form for several students: looked at once, then all of them leave."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.models.agreement import Agreement
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.papers import PapersPage
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import page_texts
from tests.ui.asking import press, when_asked


@pytest.fixture
def ids(workspace: Workspace) -> dict[str, str]:
    """Two students; a third has nearly the name of the first."""
    return {
        name: builders.kept_student(workspace.notebook, given_name=name).id for name in ("Ana", "Bea", "Anna")
    }


@pytest.fixture
def page(workspace: Workspace, ids: dict[str, str], qtbot: QtBot) -> PapersPage:
    """The notice for Ana and Bea."""
    page = PapersPage(workspace)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Destination("papers"))
    page.choices.which.choose("f15-notice")
    page.students.rows.tick({ids["Ana"], ids["Bea"]})
    qtbot.waitUntil(page.make.isEnabled)
    return page


def make(page: PapersPage, qtbot: QtBot) -> bytes:
    """The file."""
    page.make.click()
    qtbot.waitUntil(lambda: bool(page._pdf), timeout=10_000)
    return page._pdf


def test_nothing_leaves_before_somebody_has_looked(
    page: PapersPage, qtbot: QtBot, tmp_path: Path, ids: dict[str, str]
) -> None:
    """The names stand in one list, those they may be taken for below; one press counts for all."""
    pdf = make(page, qtbot)
    assert len(page_texts(pdf)) == 2
    assert not page.save.isEnabled()
    said = [words for _, words in page.guard._about()]
    assert "Ana Da Costa · Bea Da Costa" in said[0]
    assert "Anna Da Costa" in said[1]
    page.guard.looked.click()
    assert page.save.isEnabled()
    assert page.print.isEnabled()
    page.save_to(tmp_path / "papers.pdf")
    assert (tmp_path / "papers.pdf").read_bytes() == pdf
    lines = page.workspace.notebook.disclosures.list()
    assert {line.student_id for line in lines} == {ids["Ana"], ids["Bea"]}


def test_for_somebody_else_it_is_looked_at_again(page: PapersPage, qtbot: QtBot) -> None:
    """Another receiver, unknown to the directory: said, and a ground is asked for; the papers stay."""
    make(page, qtbot)
    page.guard.looked.click()
    page.choices.whom.choose("one")
    page.choices.receiver_field.setText("Commission du fonds")
    assert page._pdf
    assert not page.guard.cleared
    assert any("directory" in words for _, words in page.guard._for())
    page.guard.looked.click()
    assert not page.save.isEnabled()
    page.choices.ground_field._field.choose("AGREEMENT")
    assert page.save.isEnabled()


def test_another_choice_takes_the_papers_away(page: PapersPage, qtbot: QtBot, ids: dict[str, str]) -> None:
    """Nobody prints what was chosen before, nor what somebody looked at for others."""
    make(page, qtbot)
    page.guard.looked.click()
    page.students.rows.tick({ids["Ana"]})
    assert page._pdf == b""
    assert page.save.isHidden()
    qtbot.waitUntil(page.make.isEnabled)
    assert not page.guard.cleared


def test_one_by_one_in_a_folder(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    """A file for each, without a name in its name."""
    make(page, qtbot)
    page.guard.looked.click()
    folder = tmp_path / "out"
    folder.mkdir()
    page.save_each_to(folder)
    qtbot.waitUntil(lambda: len(page.workspace.notebook.disclosures.list()) == 2)
    assert sorted(path.name for path in folder.iterdir()) == ["F15-2.pdf", "F15.pdf"]


def test_who_has_no_such_sheet_is_left_out_by_name(page: PapersPage, qtbot: QtBot) -> None:
    """Filled ones there are none of."""
    page.choices.filling.choose("filled")
    qtbot.waitUntil(lambda: len(page._plan.left_out) == 2)
    assert not page.make.isEnabled()
    assert page.guard.left_out.isVisible()


def test_what_no_font_writes_is_told_before_it_leaves(
    page: PapersPage, qtbot: QtBot, ids: dict[str, str], workspace: Workspace
) -> None:
    """A Khmer name among the students."""
    other = builders.kept_student(workspace.notebook, given_name="សខ")
    page.open(Destination("papers"))
    page.students.rows.tick({ids["Ana"], other.id})
    qtbot.waitUntil(lambda: len(page._plan.going) == 2)
    make(page, qtbot)
    assert page._unwritten.isVisible()
    page.students.rows.tick({ids["Ana"]})
    qtbot.waitUntil(lambda: len(page._plan.going) == 1)
    make(page, qtbot)
    assert not page._unwritten.isVisible()


def test_the_list_of_students_leads_here(workspace: Workspace, qtbot: QtBot) -> None:
    """By a button at its foot."""
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.go(Destination("students"))
    window.page().list.papers_wanted.emit()
    assert isinstance(window.page(), PapersPage)
    window.leave_everything()


def test_an_agreement_that_is_over_is_told_of(
    page: PapersPage, qtbot: QtBot, ids: dict[str, str], workspace: Workspace
) -> None:
    """One of them took hers back: whoever prints or saves is asked, for one file and for one each."""
    today = workspace.today
    over = Agreement(
        student_id=ids["Bea"], given_on=today, scope="other", giver="student", withdrawn_on=today
    )
    save_agreement(workspace.notebook, agreement=over)
    page.choices.whom.choose("one")
    page.choices.receiver_field.setText("Commission du fonds")
    page.choices.ground_field._field.choose("AGREEMENT")
    make(page, qtbot)
    page.guard.looked.click()
    for leave in (page.print_wanted, page.save.click, page.save_each.click):
        when_asked(press("stay"))
        leave()
    assert workspace.notebook.disclosures.list() == []
