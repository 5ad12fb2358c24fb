"""A paper as it left, in the window: the very page, from the ledger and the chronology, and out again."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.disclosure.note_printed import note_printed
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.sheet import Sheet
from app.documents import form_pdf
from app.i18n import Locale
from app.models.disclosure import Disclosure
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.sent import SentPage
from app.ui.pages.sheet import SheetPage
from app.ui.widgets.timeline import Timeline
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The open notebook, on Today."""
    window.go(Destination("today"))
    return window


@pytest.fixture
def sheet(workspace: Workspace) -> Sheet:
    """A referral that left for Les Tilleuls, in French."""
    notebook, library = workspace.notebook, workspace.library
    student = builders.kept_student(notebook)
    said = {"reason": "Un lieu d’écoute hors de l’école."}
    sheet = builders.finished(notebook, library, form_key="f4-referral", student_id=student.id, values=said)
    locale = Locale("fr")
    subject = prepare_paper(notebook, library=library, sheet=sheet, locale=locale, today=builders.TODAY)
    note_printed(
        notebook, sheet=sheet, pdf=form_pdf.build(subject, locale), recipient="Les Tilleuls",
        ground="AGREEMENT", language="fr", today=builders.TODAY,
    )  # fmt: skip
    return sheet


def newest(workspace: Workspace) -> Disclosure:
    """The line written last."""
    return workspace.notebook.disclosures.list()[0]


def opened(window: MainWindow, workspace: Workspace) -> SentPage:
    """The page of the newest line."""
    window.go(Destination("sent", record_id=newest(workspace).id))
    page = window.page()
    assert isinstance(page, SentPage)
    return page


def test_the_ledger_and_the_chronology_lead_to_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, sheet: Sheet
) -> None:
    """A press on a line of either shows the paper itself, not the sheet as it is now."""
    ways = [
        Destination("settings", kind="ledger"),
        Destination("students", record_id=sheet.record.student_id),
    ]
    for way in ways:
        window.go(way)
        (timeline,) = [
            one
            for one in window.page().findChildren(Timeline)
            if any("printed" in (one.model().data(one.model().index(row, 0)) or "")
                   for row in range(one.model().rowCount()))
        ]  # fmt: skip
        entry = next(row for row in timeline.model().rows() if "printed" in row.title)
        timeline.chosen.emit(entry)
        page = window.page()
        assert isinstance(page, SentPage)
        assert page._when.text().endswith(", for Les Tilleuls")
        assert not page.picture._picture._image.isNull()


def test_a_change_of_the_sheet_does_not_reach_it(
    window: MainWindow, workspace: Workspace, sheet: Sheet
) -> None:
    """What left stays what left; the sheet as it is now is one press away."""
    before = opened(window, workspace)._sent.pdf
    finish_sheet(
        workspace.notebook, library=workspace.library, sheet=sheet,
        values=sheet.values | {"reason": "Tout autre chose."}, today=builders.TODAY,
    )  # fmt: skip
    page = opened(window, workspace)
    assert page._sent.pdf == before
    page._open_sheet.click()
    assert isinstance(window.page(), SheetPage)


def test_it_is_saved_again_by_choice(
    window: MainWindow, workspace: Workspace, sheet: Sheet, tmp_path: Path
) -> None:
    """To the one named now, byte for byte, with one more line; without a name nothing can leave."""
    page = opened(window, workspace)
    page.fields.show_line(receiver="  ", ground="AGREEMENT")
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()
    page.fields.show_line(receiver="Mme Weber", ground="AGREEMENT")
    page.save_to(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == page._sent.pdf
    assert [(line.means, line.recipient) for line in workspace.notebook.disclosures.list()] == [
        ("saved", "Mme Weber"), ("printed", "Les Tilleuls"),
    ]  # fmt: skip
    assert opened(window, workspace)._again.text().startswith("The same paper left 1 more time")


def test_what_is_not_kept_says_so(window: MainWindow, workspace: Workspace, sheet: Sheet) -> None:
    """A paper whose bytes were harmed is never shown as what left, and cannot leave."""
    workspace.notebook._engine.run("UPDATE sent_paper SET packed = x'00'")
    page = opened(window, workspace)
    assert page._sent is None
    assert not page.save.isEnabled()
    assert "not kept as it left" in window._failures.accessibleName() + " ".join(
        label.text() for label in window._failures.findChildren(type(page._title))
    )
