"""A unit finds its own words: a list and a form changed in the real window, used, and set back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.ui.pages.settings import SettingsPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.workshop import WorkshopPage
from app.ui.pages.workshop_file import WorkshopFilePage
from app.ui.pages.workshop_list import WorkshopListPage
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk
from tests.ui.asking import press, when_asked

LABEL, OWN_LABEL = "Demande, avec les mots de la personne", "Ce que la personne voudrait"


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Iterator[Desk]:
    """The window in French."""
    with open_desk(tmp_path / "carnet", "fr") as opened:
        yield opened


def opened_card(desk: Desk, tab: str, title: str) -> Any:
    """From the settings to the workshop, its tab, its card."""
    settings = desk.go("settings")
    assert isinstance(settings, SettingsPage)
    names = {button.accessibleName(): button for button in settings.findChildren(Button)}
    names["Formulaires, listes, lettres"].click()
    desk.settle()
    shelf = desk.page
    assert isinstance(shelf, WorkshopPage)
    shelf._tabs._choose(tab)
    desk.settle()
    (card,) = [one for one in shelf.findChildren(Card) if one.accessibleName() == title]
    card.click()
    desk.settle()
    return desk.page


def reason_typed(desk: Desk, words: str) -> str:
    """What an interview holds once somebody typed that as its main reason."""
    desk.window.activateWindow()  # a question was asked in a window of its own
    desk.bot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)
    page = desk.go("sheet", form="f1-interview")
    assert isinstance(page, SheetPage)
    assert page._view is not None
    page._view.focus_question("main_reason")
    desk.type(words)
    desk.press("Return")
    desk.press("Tab")
    return "".join(page._view.raw().get("main_reason", {}).get("chosen", []))


def words_of(pdf: bytes) -> str:
    """Everything on the paper, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def test_a_list_is_changed_and_the_interview_asks_so(desk: Desk) -> None:
    """One entry hidden, one renamed, one added; then everything as delivered."""
    assert reason_typed(desk, "perte de motivation") == "LU-01"
    page = opened_card(desk, "lists", "Motifs")
    assert isinstance(page, WorkshopListPage)
    codes = [line.item.code for line in page._lines]
    page.table.selectRow(codes.index("LU-01"))
    page.hide_it.click()
    page.table.selectRow(codes.index("LU-03"))

    def write(words: str) -> Any:
        def answer(dialog: Any) -> None:
            dialog.fields["fr"].setText(words)
            press("save")(dialog)

        return answer

    when_asked(write("pigeonnage"))
    page.rename.click()
    when_asked(write("nostalgie du colombier"))
    page.add.click()
    desk.settle()
    assert desk.banners() == []
    assert reason_typed(desk, "perte de motivation") != "LU-01"
    assert reason_typed(desk, "pigeonnage") == "LU-03"
    own = reason_typed(desk, "nostalgie du col")
    assert own.startswith("U-")
    back = opened_card(desk, "lists", "Motifs")
    back.bar.back.click()
    desk.settle()
    assert reason_typed(desk, "perte de motivation") == "LU-01"
    assert reason_typed(desk, "nostalgie du col") != own


def test_a_form_is_changed_in_an_editor_and_seen_on_screen_and_paper(desk: Desk, tmp_path: Path) -> None:
    """A copy goes out, other words come in: the sheet and its paper say them; then the delivered ones."""
    page = opened_card(desk, "forms", "Fiche d’entretien")
    assert isinstance(page, WorkshopFilePage)
    path = tmp_path / "copie.toml"
    page.bar.save_to(path)
    text = path.read_text("utf-8")
    assert LABEL in text
    path.write_text(text.replace(LABEL, OWN_LABEL), "utf-8")
    page.bar.take_from(path)

    def on_paper(words: str) -> bool:
        desk.settle()
        return bool(page.pdf) and "".join(words.split()) in words_of(page.pdf)

    desk.bot.waitUntil(lambda: on_paper(OWN_LABEL), timeout=PATIENCE)
    assert not on_paper(LABEL)
    sheet = desk.go("sheet", form="f1-interview")
    assert desk.reads(OWN_LABEL)
    assert isinstance(sheet, SheetPage)
    page = opened_card(desk, "forms", "Fiche d’entretien")
    assert desk.reads(OWN_LABEL)
    page.bar.back.click()
    desk.bot.waitUntil(lambda: on_paper(LABEL), timeout=PATIENCE)
    desk.go("sheet", form="f1-interview")
    assert not desk.reads(OWN_LABEL)
    assert desk.notebook.damage() == []
