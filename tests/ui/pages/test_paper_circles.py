"""The paper page proposes what the receiver's circle may have; a person decides, and the ledger knows."""

from pathlib import Path

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
def page(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> PaperPage:
    """The paper of an interview with a conclusion, which may be handed on, and words, which may not."""
    save_partner(workspace.notebook, partner=builders.partner())
    student = builders.kept_student(workspace.notebook)
    sheet: Sheet = builders.finished(
        workspace.notebook, workspace.library, student_id=student.id,
        values={"demand": "Changer de classe.", "conclusion": "Voir la direction."},
    )  # fmt: skip
    window.go(Destination("paper", kind="interview", record_id=sheet.record.id))
    found = window.page()
    assert isinstance(found, PaperPage)
    qtbot.waitUntil(lambda: bool(found._pdf))
    return found


def ticked(page: PaperPage) -> set[str]:
    """What is on the paper."""
    return {key for key, row in page._choices._kept.items() if row.isChecked()}


def test_the_default_follows_the_receiver(page: PaperPage) -> None:
    """Everything for the file, what may travel for a partner, nothing for the family until it is chosen."""
    choices = page._choices
    everything = ticked(page)
    assert {"demand", "conclusion"} <= everything
    assert choices._circle.said.isHidden()
    choices._receiver.setText("Centre de consultation Les Tilleuls")
    assert (choices.circle, ticked(page)) == ("partner", {"conclusion"})
    said = choices._circle.said.text()
    assert "only what may be handed on" in said
    assert "professional secrecy (art. 458" in said
    choices._receiver.setText("Les parents")
    assert (choices.circle, ticked(page)) == ("parents", set())
    choices._receiver.setText("Dossier papier")
    assert (choices.circle, ticked(page)) == ("service", everything)
    assert choices.scope == "proposed"


def test_what_a_hand_decided_stays(qtbot: QtBot, page: PaperPage) -> None:
    """Wider is said before it leaves; another receiver does not take the decision back."""
    choices = page._choices
    choices._receiver.setText("Centre de consultation Les Tilleuls")
    choices._kept["demand"].click()
    assert choices.scope == "wider"
    assert "More than proposed" in choices._circle.odd.text()
    choices._receiver.setText("Les parents")
    assert ticked(page) == {"demand"}
    choices._kept["demand"].click()
    assert (choices.scope, choices._circle.odd.isHidden()) == ("proposed", True)


def test_a_circle_chosen_by_hand_holds_until_another_is_recognised(page: PaperPage) -> None:
    """A stranger whose place is known better than any list: the nurse of the next school."""
    choices = page._choices
    choices._receiver.setText("Mme Schmit")
    assert choices.circle == "partner"
    choices._circle.field.choose("service")
    choices._circle.field.activated.emit(choices._circle.field.currentIndex())
    assert "demand" in ticked(page)
    choices._receiver.setText("Mme Schmit-Weber")
    assert choices.circle == "service"
    choices._receiver.setText("Les parents")
    assert choices.circle == "parents"


def test_nothing_leaves_as_what_it_was_before(qtbot: QtBot, page: PaperPage) -> None:
    """While the paper is made anew for another receiver the old bytes cannot be saved as if they were it."""
    choices = page._choices
    choices._receiver.setText("Dossier papier")
    choices._ground.choose("OWN_FILE")
    qtbot.waitUntil(page.save.isEnabled)
    choices._receiver.setText("Les parents")
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.save.isEnabled)


def test_the_ledger_notes_circle_and_scope(
    qtbot: QtBot, page: PaperPage, workspace: Workspace, tmp_path: Path
) -> None:
    """What left, for which circle, and that it was more than proposed."""
    choices = page._choices
    choices._receiver.setText("Les parents")
    choices._ground.choose("OWN_DATA")
    choices._kept["conclusion"].click()
    qtbot.waitUntil(page.save.isEnabled)
    workspace.tell(page.hand_out(tmp_path / "paper.pdf"))
    (line,) = workspace.notebook.disclosures.list()
    assert (line.recipient, line.circle, line.scope) == ("Les parents", "parents", "wider")
