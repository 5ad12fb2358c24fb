"""The page of transfers: one’s own card, and those one exchanges with."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions.cards.open_card import open_card
from app.actions.cards.own_card import own_card
from app.actions.cards.write_card import write_card
from app.ui.destination import Destination
from app.ui.dialogs.compare_card import CardComparison, compare_card, compare_known
from app.ui.pages.transfer import TransferPage
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.asking import press, when_asked
from tests.ui.pages.transferring import button, shown, words


def test_a_new_notebook_shows_its_card_and_says_how_to_begin(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """Eight words and eight groups of digits; the file is written where one says."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Nobody yet." in words(page)
    assert "Claire Aubrin" in words(page)
    card = page.write_card(tmp_path / "card")
    assert card == own_card(workspace.notebook)
    with qtbot.waitSignal(workspace.failed):
        assert page.write_card(tmp_path / "nowhere" / "card") is None


def test_a_card_is_compared_before_anything_leaves(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, tmp_path: Path
) -> None:
    """Kept without comparing it offers no package; compared with how and when it does."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    write_card(unit.notebook, path=tmp_path / "card")
    opened = open_card(workspace.notebook, path=tmp_path / "card")
    when_asked(press("different"))
    compare_card(workspace, page, opened)
    assert workspace.notebook.correspondents.list() == []
    when_asked(press("later"))
    compare_card(workspace, page, opened)
    (panel,) = page.findChildren(CorrespondentPanel)
    assert "Not compared yet" in words(page)
    assert all(one.words() != "Prepare a package" for one in panel.findChildren(Button))

    def say_same(dialog: CardComparison) -> None:
        dialog.buttons["same"].click()
        assert dialog.isVisible()  # nobody said how
        dialog._how.choose("phone")
        dialog.buttons["same"].click()

    (known,) = workspace.notebook.correspondents.list()
    when_asked(say_same)
    compare_known(workspace, page, known)
    (known,) = workspace.notebook.correspondents.list()
    assert (known.state, known.compared_how, known.compared_at) == ("compared", "phone", workspace.today)
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "Prepare a package").click()
    assert went.args[0] == Destination("handover", record_id=known.id)


def test_another_card_under_a_known_name_blocks(qtbot: QtBot, workspace: Workspace, unit: Workspace) -> None:
    """The page says so and offers no package; retired, nothing is offered at all."""
    known, _ = acquaint(workspace.notebook, unit.notebook)
    with workspace.notebook.change():
        workspace.notebook.correspondents.save(msgspec.structs.replace(known, state="changed"))
    page = TransferPage(workspace)
    shown(qtbot, page)
    assert "Another card came under this name." in words(page)
    with qtbot.waitSignal(workspace.undo_offered) as offered:
        button(page, "No longer exchange").click()
    assert "No longer used." in words(page)
    panel = next(one for one in page.findChildren(CorrespondentPanel) if one.isVisibleTo(page))
    assert [one for one in panel.findChildren(Button) if one.isVisibleTo(panel)] == []
    offered.args[1]()
    assert "Another card came under this name." in words(page)


def test_a_warning_about_a_card_stays_while_something_else_is_said(
    qtbot: QtBot, workspace: Workspace, unit: Workspace
) -> None:
    """Who forgot to say how the words were compared still reads that this is not the card they know."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = CardComparison(workspace, window, own_card(unit.notebook), changed=True)
    dialog._take("same")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))
    assert "Say how and when the words were compared." in said
    assert "This is not the card you know." in said
