"""A package on the page: told as it comes into view, and gone from the disk with the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.storage.spools import PREFIX
from app.ui.pages.receive import ReceivePage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.workspace import Workspace
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair
from tests.ui.pages.transferring import WAIT, button, shown, words


@pytest.fixture
def unit(pair: Pair, library: Library, locale_en: Locale, theme: Theme) -> Iterator[Workspace]:
    """The unit's notebook as its pages get it."""
    personal = PersonalNotes.open(*pair.unit.personal_file(), pair.unit.vault_id)
    tasks = Tasks()
    yield Workspace(pair.unit, library=library, personal=personal, locale=locale_en, theme=theme, tasks=tasks)
    tasks.give_up()
    tasks.stop()
    personal.close()


def waiting(pair: Pair) -> list[Path]:
    """What lies beside the unit's notebook."""
    return sorted(pair.unit.folder.glob(f"{PREFIX}*"))


def looked_into(qtbot: QtBot, unit: Workspace, pair: Pair) -> ReceivePage:
    """The page with a package of ninety interviews of one student."""
    letter = Letter(pair)
    (student,) = letter.records
    case = letter.case(student)
    sheets = [
        letter.interview(student, case, {"question": "conclusion", "row": 0, "value": f"Fin {n}."})
        for n in range(90)
    ]
    letter.records = [student, case, *sheets]
    page = ReceivePage(unit)
    shown(qtbot, page)
    page.read(letter.put(pair.stick))
    qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
    return page


def test_many_records_are_told_as_they_come_into_view(qtbot: QtBot, unit: Workspace, pair: Pair) -> None:
    """Forty, then forty more; each sheet says whose it is, though the student stands among the first."""
    page = looked_into(qtbot, unit, pair)
    said = words(page)
    assert "92 new records" in said
    assert ("Fin 37." in said, "Fin 38." in said) == (True, False)
    button(page, "Show 52 more").click()
    said = words(page)
    assert ("Fin 77." in said, "Fin 78." in said) == (True, False)
    assert said.count("12/11/2026 · Ysé Colombe") == 78
    button(page, "Show 12 more").click()
    assert words(page).count("· Ysé Colombe") == 91


def test_who_goes_to_another_page_leaves_nothing_behind(qtbot: QtBot, unit: Workspace, pair: Pair) -> None:
    """The file goes with the page; whoever comes back begins anew."""
    page = looked_into(qtbot, unit, pair)
    assert len(waiting(pair)) == 1
    page.hide()
    assert waiting(pair) == []
    assert page.opened is None
    page.show()
    assert "Which file?" in words(page)


def test_what_is_taken_waits_no_longer(qtbot: QtBot, unit: Workspace, pair: Pair) -> None:
    """Also when another page is up meanwhile: what is being taken is taken to its end."""
    page = looked_into(qtbot, unit, pair)
    page.take()
    page.hide()
    qtbot.waitUntil(lambda: pair.unit.interviews.count() == 90, timeout=WAIT)
    qtbot.waitUntil(lambda: "It is in the notebook" in words(page), timeout=WAIT)
    assert waiting(pair) == []
