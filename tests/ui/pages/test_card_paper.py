"""One’s own card on paper, and another one’s read from a picture or pasted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.cards.own_card import own_card
from app.errors import CardOtherCode
from app.exchange import card_text
from app.ui.dialogs.compare_card import CardComparison
from app.ui.dialogs.read_card import CardReading, read_card
from app.ui.pages.card_paper import CardPaperPage
from app.ui.pages.transfer import TransferPage
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace
from tests.ui.asking import press, when_asked
from tests.ui.pages.transferring import WAIT, button, shown

Chosen = Callable[[Path], None]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """Which file the person picks in the system of files."""
    return lambda path: monkeypatch.setattr("app.ui.dialogs.read_card.ask_file", lambda *_: path)


def choose_file(dialog: CardReading) -> None:
    """Press the button above the field."""
    next(one for one in dialog.findChildren(Button) if one.words() == "Choose a file…").click()


def paste(text: str) -> Callable[[CardReading], None]:
    """What a scanner types, and then the verb."""

    def answer(dialog: CardReading) -> None:
        dialog.findChild(TextArea).setPlainText(text)
        dialog.buttons["save"].click()

    return answer


def saved(qtbot: QtBot, workspace: Workspace, path: Path) -> None:
    """One's own card on paper, as the page saves it."""
    page = CardPaperPage(workspace)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=WAIT)
    page.save_to(path)
    assert path.read_bytes() == page.shown()


def test_the_paper_of_one_is_opened_by_the_other(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, tmp_path: Path, chosen: Chosen
) -> None:
    """From the page that writes it to the words that are compared; nobody is kept who differs."""
    saved(qtbot, unit, tmp_path / "card.pdf")
    page = TransferPage(workspace)
    shown(qtbot, page)
    chosen(tmp_path / "card.pdf")
    when_asked(choose_file)
    button(page, "Open a card…").click()
    asked: list[list[str]] = []

    def look(dialog: CardComparison) -> None:
        asked.append([one.text() for one in dialog.findChildren(Label)])
        dialog.buttons["later"].click()

    when_asked(look)
    qtbot.waitUntil(lambda: bool(workspace.notebook.correspondents.list()), timeout=WAIT)
    (known,) = workspace.notebook.correspondents.list()
    assert (known.state, known.sign_key) == ("unknown", own_card(unit.notebook).sign_key)
    assert known.name in asked[0]


def test_the_button_leads_to_the_paper(qtbot: QtBot, workspace: Workspace) -> None:
    """Beside the file, under one's own words."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    with qtbot.waitSignal(workspace.wanted) as went:
        button(page, "My card on paper…").click()
    assert went.args[0].screen == "card_paper"


def test_what_a_scanner_typed_is_opened(qtbot: QtBot, workspace: Workspace, unit: Workspace) -> None:
    """Half of it is refused where it stands, and stays there; the whole of it is compared."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    text = card_text.write(own_card(unit.notebook))

    def half(dialog: CardReading) -> None:
        paste(text[:300])(dialog)
        assert dialog.isVisible()
        banner = dialog.findChild(Banner)
        assert banner.isVisibleTo(dialog)
        assert dialog.written() == text[:300]
        assert dialog.left_open() is not None
        paste("")(dialog)
        assert dialog.isVisible()

    when_asked(half)
    read_card(workspace, page)
    assert workspace.notebook.correspondents.list() == []

    def whole(dialog: CardReading) -> None:
        when_asked(press("later"))
        paste(f"{text[:300]}\n{text[300:]}\r\n")(dialog)

    when_asked(whole)
    read_card(workspace, page)
    (known,) = workspace.notebook.correspondents.list()
    assert known.sign_key == own_card(unit.notebook).sign_key


def test_what_was_pasted_comes_back_after_the_lock(qtbot: QtBot, workspace: Workspace) -> None:
    """As it was typed, in the same question."""
    page = TransferPage(workspace)
    shown(qtbot, page)
    before = CardReading(workspace, page)
    qtbot.addWidget(before)
    assert before.left_open() is None
    before.findChild(TextArea).setPlainText("CARNET-CARD-1:ABC")
    left = before.left_open()
    assert left is not None
    seen: list[str] = []
    when_asked(lambda dialog: seen.append(dialog.written()))
    read_card(workspace, page, left["fields"])
    assert seen == ["CARNET-CARD-1:ABC"]


def test_a_picture_of_something_else_is_told(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, chosen: Chosen
) -> None:
    """On the window, with the name of the file; the page goes on working meanwhile."""
    from app.documents.card_sheet import build
    from app.documents.card_subject import CardSheet

    sheet = CardSheet(name="Marc", unit="", words=["mot"] * 8, digits=["1"] * 8, code="HTTPS://EXAMPLE.ORG")
    (tmp_path / "photo.pdf").write_bytes(build(sheet, workspace.locale))
    page = TransferPage(workspace)
    shown(qtbot, page)
    chosen(tmp_path / "photo.pdf")
    when_asked(choose_file)
    with qtbot.waitSignal(workspace.failed, timeout=WAIT) as told:
        read_card(workspace, page)
    assert isinstance(told.args[0], CardOtherCode)
    assert workspace.notebook.correspondents.list() == []
