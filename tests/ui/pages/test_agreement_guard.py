"""A paper on an agreement that is over: the reason, what left already, and the ways on."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.actions.agreements.save_agreement import save_agreement
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.save_partner import save_partner
from app.actions.sheets.sheet import Sheet
from app.models.agreement import Agreement
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.paper import PaperPage
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace
from tests import builders
from tests.pictures import pdf
from tests.ui.asking import press, when_asked


@pytest.fixture
def sheet(workspace: Workspace) -> Sheet:
    """A referral of Inês to Les Tilleuls, sent once on her agreement, which she took back since."""
    notebook, partner = workspace.notebook, builders.partner()
    save_partner(notebook, partner=partner)
    student = builders.kept_student(notebook)
    sheet = builders.finished(
        notebook, workspace.library, form_key="f4-referral", student_id=student.id,
        values={"partner": partner.id, "reason": "Un lieu d’écoute."},
    )  # fmt: skip
    record_disclosure(
        notebook, sheet=sheet, pdf=pdf(), means="printed", recipient=partner.service, ground="AGREEMENT",
        language="fr",
    )  # fmt: skip
    over = Agreement(
        student_id=student.id, given_on=workspace.today - timedelta(days=9), scope="partner", giver="student",
        partner_id=partner.id, withdrawn_on=workspace.today,
    )  # fmt: skip
    save_agreement(notebook, agreement=over)
    return sheet


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, sheet: Sheet) -> PaperPage:
    """Its paper, on the ground of the agreement."""
    window.go(Destination("paper", kind="referral", record_id=sheet.record.id))
    page = window.page()
    assert isinstance(page, PaperPage)
    qtbot.waitUntil(lambda: bool(page._pdf))
    assert page._choices is not None
    page._choices._ground.choose("AGREEMENT")
    return page


def test_the_reason_is_said_and_what_left_is_listed(page: PaperPage, workspace: Workspace) -> None:
    """Who agreed to what, when it was taken back, and the paper that left on it; not sending is one press."""
    heard: list[str] = []

    def listen(dialog: Any) -> None:
        (banner,) = dialog.findChildren(Banner)
        heard.append(banner.accessibleName())
        heard.extend(label.text() for label in dialog.findChildren(QLabel))
        assert not dialog.buttons["go"].isEnabled()
        dialog.buttons["stay"].click()

    when_asked(listen)
    page.print_wanted()  # asked before any printer is
    reason = heard[0]
    for words in (
        "Inês Da Costa",
        "exchanges with a partner",
        "Tilleuls",
        "given by the student",
        "taken back on",
    ):
        assert words in reason
    assert any("Referral" in words and "Centre de consultation Les Tilleuls" in words for words in heard[1:])
    assert len(workspace.notebook.disclosures.list()) == 1
    assert page._choices is not None
    assert page._choices.ground == "AGREEMENT"


def test_another_ground_is_chosen_and_noted(page: PaperPage, workspace: Workspace, tmp_path: Path) -> None:
    """It leaves, and the ledger says on what ground."""

    def choose(dialog: Any) -> None:
        dialog.grounds.choose("PROTECTION")
        assert dialog.grounds.findData("AGREEMENT") < 0
        dialog.buttons["go"].click()

    when_asked(choose)
    assert page.may_leave()
    page.hand_out(tmp_path / "out.pdf")
    assert [line.ground for line in workspace.notebook.disclosures.list()] == ["PROTECTION", "AGREEMENT"]


def test_given_again_nothing_is_asked(
    page: PaperPage, workspace: Workspace, sheet: Sheet, tmp_path: Path
) -> None:
    """A new agreement to the same service, and the paper leaves as before."""
    assert sheet.record.student_id is not None
    partner_id = getattr(sheet.record, "partner_id", None)
    again = Agreement(
        student_id=sheet.record.student_id, given_on=workspace.today, scope="partner", giver="student",
        partner_id=partner_id,
    )  # fmt: skip
    save_agreement(workspace.notebook, agreement=again)
    assert page.may_leave()
    page.hand_out(tmp_path / "out.pdf")
    assert [line.ground for line in workspace.notebook.disclosures.list()] == ["AGREEMENT"] * 2


def test_a_file_is_asked_about_too(page: PaperPage, workspace: Workspace) -> None:
    """Before any place is chosen; left with Escape nothing is sent either."""
    when_asked(press("stay"))
    page._choose_file()
    when_asked(lambda dialog: dialog.reject())
    page._choose_file()
    assert len(workspace.notebook.disclosures.list()) == 1
