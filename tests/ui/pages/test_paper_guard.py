"""The paper page before something leaves: one recap, and one press only where something is doubtful."""

import pytest
from pytestqt.qtbot import QtBot

from app.actions.save_partner import save_partner
from app.actions.sheets.sheet import Sheet
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.paper import PaperPage
from app.ui.workspace import Workspace
from tests import builders


@pytest.fixture
def sheet(workspace: Workspace) -> Sheet:
    """A referral of Inês to Les Tilleuls, ready to leave."""
    partner = builders.partner()
    save_partner(workspace.notebook, partner=partner)
    student = builders.kept_student(workspace.notebook)
    return builders.finished(
        workspace.notebook, workspace.library, form_key="f4-referral", student_id=student.id,
        values={"partner": partner.id, "reason": "Un lieu d’écoute."},
    )  # fmt: skip


def opened(qtbot: QtBot, window: MainWindow, sheet: Sheet) -> PaperPage:
    """Its paper, drawn, with a ground."""
    window.go(Destination("paper", kind="referral", record_id=sheet.record.id))
    page = window.page()
    assert isinstance(page, PaperPage)
    qtbot.waitUntil(lambda: bool(page._pdf))
    assert page._choices is not None
    page._choices._ground.choose("AGREEMENT")
    return page


def test_nothing_doubtful_nothing_asked(qtbot: QtBot, window: MainWindow, sheet: Sheet) -> None:
    """The partner of the sheet, one student of that name: a recap, and the buttons are ready."""
    page = opened(qtbot, window, sheet)
    assert not page._guard.isVisible()
    assert page.print.isEnabled()
    recap = page._ledger.text()
    for words in ("1 page", "about Inês Da Costa", "for Centre de consultation Les Tilleuls · Tom Welter"):
        assert words in recap


def test_a_twin_asks_for_one_press(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, sheet: Sheet
) -> None:
    """Nothing leaves, not by the keyboard either, before somebody said that they looked."""
    builders.kept_student(workspace.notebook, given_name="Rui")
    page = opened(qtbot, window, sheet)
    assert page._guard.isVisible()
    assert "Rui Da Costa" in page._guard.banner.accessibleName()
    assert not page.print.isEnabled()
    assert not page.save.isEnabled()
    page.print_wanted()
    assert workspace.notebook.disclosures.list() == []
    page._guard.looked.click()
    assert page.print.isEnabled()
    assert page.save.isEnabled()


def test_another_receiver_asks_again(qtbot: QtBot, window: MainWindow, sheet: Sheet) -> None:
    """What was confirmed for one stranger does not count for the next; the partner needs no press."""
    page = opened(qtbot, window, sheet)
    known = page._choices.receiver
    page._choices._receiver.setText("Cabinet Inconnu")
    assert not page.print.isEnabled()
    qtbot.waitUntil(page._guard.isVisible)
    assert "not in the directory" in page._guard.banner.accessibleName()
    page._guard.looked.click()
    assert page.print.isEnabled()
    page._choices._receiver.setText(known)
    assert page.print.isEnabled()
    page._choices._receiver.setText("Cabinet Encore Inconnu")
    assert not page.print.isEnabled()
