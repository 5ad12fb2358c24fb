"""The booklet page: made by itself, stopped on demand, and out only with a line in the ledger."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.case import Case
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.booklet import BookletPage
from app.ui.paper.pdf_pages import page_count
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import text


@pytest.fixture
def case(workspace: Workspace) -> Case:
    """Inês with two interviews."""
    notebook = workspace.notebook
    student = builders.kept_student(notebook)
    for said in ("Le bus.", "La cour."):
        builders.finished(
            notebook, workspace.library, student_id=student.id,
            values={"demand": said, "facts": [{"mark": "hypothesis", "text": "En ligne aussi."}]},
        )  # fmt: skip
    (case,) = notebook.cases.list()
    return case


def opened(window: MainWindow, case: Case) -> BookletPage:
    """Its page, the booklet under way."""
    window.go(Destination("booklet", record_id=case.id))
    page = window.page()
    assert isinstance(page, BookletPage)
    return page


def test_the_case_leads_to_it(qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case) -> None:
    """The button beside the case; the booklet is there without anything being asked."""
    window.go(Destination("students", record_id=case.student_id))
    sheet = window.page().findChild(StudentSheet)
    sheet.findChild(Button, f"case-booklet:{case.id}").click()
    page = window.page()
    assert isinstance(page, BookletPage)
    qtbot.waitUntil(lambda: page.made is not None)
    assert page_count(page.made.pdf) == 3
    assert not page.picture._picture._image.isNull()
    assert workspace.notebook.disclosures.list() == []


def test_what_is_ticked_is_what_is_in_it(qtbot: QtBot, window: MainWindow, case: Case) -> None:
    """Another tick makes it anew; hypotheses are in it only by choice."""
    page = opened(window, case)
    qtbot.waitUntil(lambda: page.made is not None)
    assert "En ligne aussi" not in text(page.made.pdf)
    page.choices._hypotheses.click()
    assert page.made is None
    qtbot.waitUntil(lambda: page.made is not None)
    assert "En ligne aussi" in text(page.made.pdf)
    page.choices._kinds["interview"].click()
    qtbot.waitUntil(lambda: page.made is not None)
    assert page_count(page.made.pdf) == 1


def test_stopped_nothing_stays_and_nothing_can_leave(qtbot: QtBot, window: MainWindow, case: Case) -> None:
    """Cancel while it is made, then make it after all."""
    page = opened(window, case)
    page.fields.show_line(receiver="Inês Da Costa", ground="AGREEMENT")
    page.progress.cancelled.emit()
    qtbot.wait(400)
    assert page.made is None
    assert not page.save.isEnabled()
    page._again.click()
    qtbot.waitUntil(lambda: page.made is not None)
    assert page.save.isEnabled()


def test_it_leaves_with_a_line(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case, tmp_path: Path
) -> None:
    """To whom and on what ground first; a stranger has to be looked at."""
    page = opened(window, case)
    qtbot.waitUntil(lambda: page.made is not None)
    assert not page.save.isEnabled()
    page.fields.show_line(receiver="Inspection", ground="AGREEMENT")
    assert not page.save.isEnabled()
    page.guard.looked.click()
    qtbot.waitUntil(page.save.isEnabled)
    page.save_to(tmp_path / "livret.pdf")
    assert (tmp_path / "livret.pdf").read_bytes() == page.made.pdf
    (line,) = workspace.notebook.disclosures.list()
    assert (line.record_kind, line.recipient, line.ground) == ("case", "Inspection", "AGREEMENT")
    assert (line.circle, line.scope) == ("partner", "proposed")
    window.go(Destination("sent", record_id=line.id))
    assert window.page()._title.text() == "Case booklet"


def test_whole_sheets_are_proposed_to_the_service_alone(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case
) -> None:
    """A colleague is proposed all of it, the family nothing until it is ticked; what a hand ticked stays."""
    page = opened(window, case)
    qtbot.waitUntil(lambda: page.made is not None)
    page.fields.show_line(receiver="Dossier papier", ground="OWN_FILE")
    assert page.choices.choices.kinds == {"interview"}
    assert page.choices.scope(page.circle.proposal) == "proposed"
    page.fields.show_line(receiver="Les parents", ground="OWN_DATA")
    assert (page.choices.choices.kinds, page.choices.choices.own_words) == (frozenset(), False)
    assert "right of access" in page.circle.said.text()
    page.choices._kinds["interview"].click()
    page.fields.show_line(receiver="Claire Aubrin", ground="OWN_FILE")
    page.fields.show_line(receiver="Inês Da Costa", ground="OWN_DATA")
    assert page.choices.choices.kinds == {"interview"}
    assert page.choices.scope(page.circle.proposal) == "wider"
    qtbot.waitUntil(lambda: page.made is not None)
    assert page._leaving()["scope"] == "wider"


def test_a_case_that_is_not_there_leaves_nothing_of_the_one_before(
    qtbot: QtBot, window: MainWindow, case: Case
) -> None:
    """Said on the window; no page, no name and no way out of the former case stays."""
    page = opened(window, case)
    qtbot.waitUntil(lambda: page.made is not None)
    window.go(Destination("booklet", record_id="0" * 32))
    assert page._subtitle.text() == ""
    assert page.made is None
    assert page._again.isHidden()
    assert not page.save.isEnabled()
    page.print_wanted()


def test_what_no_font_writes_is_told_before_it_leaves(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, case: Case
) -> None:
    """Khmer words in one sheet, beside the pages; gone with the sheet."""
    values = {"demand": "« សខ »"}
    builders.finished(workspace.notebook, workspace.library, student_id=case.student_id, values=values)
    page = opened(window, case)
    assert not page._unwritten.isVisible()
    qtbot.waitUntil(lambda: page.made is not None)
    assert page.made.signs == ["ស", "ខ"]
    assert page._unwritten.isVisible()
    page.choices._kinds["interview"].click()
    assert not page._unwritten.isVisible()
    qtbot.waitUntil(lambda: page.made is not None)
    assert not page._unwritten.isVisible()
