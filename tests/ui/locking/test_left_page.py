"""What was written on a page comes back with it."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.actions.left_open import PAGE_LEFT_OPEN, forget_left_open
from app.ui.application import Application
from app.ui.destination import Destination
from app.ui.fields.typed_fields import typed_in
from app.ui.main_window import MainWindow
from app.ui.pages.letters import LettersPage
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from tests.ui.locking.hands import WAIT, open_with_phrase, press_lock

RECEIVER = "Office national de l’enfance"


def _where(main: MainWindow, screen: str) -> Destination:
    notebook = main.workspace.notebook
    ids = {
        "booklet": notebook.cases.list()[0].id, "received_paper": notebook.students.list()[0].id,
        "paper": notebook.interviews.list()[0].id,
    }  # fmt: skip
    kind = {"paper": "interview", "council": "5G2"}.get(screen, "")
    return Destination(screen, kind=kind, record_id=ids.get(screen, ""))  # type: ignore[arg-type]


@pytest.mark.parametrize("screen", ["paper", "booklet", "received_paper", "papers", "council"])
def test_to_whom_and_what_stays(carnet: Application, qtbot: QtBot, screen: str) -> None:
    """A receiver half typed, a ground, a line nobody wanted on the paper: all of it, and nothing else."""
    main = carnet.main
    assert main is not None
    main.go(_where(main, screen))
    page = main.page()
    assert page is not None
    parts = page.written_on()
    proposed = [typed_in(part) for part in parts]
    receiver = next(
        field for part in parts for field in part.findChildren(QLineEdit)
        if field.accessibleName() == "To whom"
    )  # fmt: skip
    receiver.setText(RECEIVER)
    grounds = [
        field for part in parts for field in part.findChildren(ComboField)
        if field.accessibleName() == "On what ground"
    ]  # fmt: skip
    for ground in grounds:
        ground.setCurrentIndex(ground.count() - 1)
    for tick in [tick for part in parts for tick in part.findChildren(CheckRow)][:2]:
        tick.setChecked(not tick.isChecked())
    written = [typed_in(part) for part in parts]
    assert written != proposed
    press_lock()
    qtbot.waitUntil(lambda: carnet.locking._closing is None, timeout=WAIT)
    main = open_with_phrase(qtbot, carnet)
    preferences = main.workspace.notebook.preferences
    qtbot.waitUntil(lambda: preferences.get(PAGE_LEFT_OPEN) is None, timeout=WAIT)
    page = main.page()
    assert page is not None
    assert [typed_in(part) for part in page.written_on()] == written
    main.go(Destination("today"))
    main.go(_where(main, screen))
    page = main.page()
    assert page is not None
    assert RECEIVER not in str([typed_in(part) for part in page.written_on()]) or screen in {
        "papers",
        "council",
    }


def test_a_letter_to_several_and_whom_it_goes_to(carnet: Application, qtbot: QtBot) -> None:
    """Who is ticked, which letter, what it was told: there again, and not once more after that."""
    main = carnet.main
    assert main is not None
    main.go(Destination("letters"))
    page = main.page()
    assert isinstance(page, LettersPage)
    page.students.tick([main.workspace.notebook.students.list()[0].id])
    which = page.choices.findChild(ComboField)
    assert which is not None
    which.setCurrentIndex(which.count() - 1)
    for field in page.choices.findChildren(QPlainTextEdit):
        field.setPlainText("Vendredi devant la loge.")
    written = (page.students.chosen, page.written())
    assert written[0]
    assert "Vendredi" in str(written[1])
    press_lock()
    qtbot.waitUntil(lambda: carnet.locking._closing is None, timeout=WAIT)
    main = open_with_phrase(qtbot, carnet)
    page = main.page()
    assert isinstance(page, LettersPage)
    assert (page.students.chosen, page.written()) == written
    main.go(Destination("today"))
    main.go(Destination("letters"))
    page = main.page()
    assert isinstance(page, LettersPage)
    assert "Vendredi" not in str(page.written())


def test_it_goes_with_whoever_is_erased(carnet: Application, qtbot: QtBot) -> None:
    """A name typed on a page is in no place that erasing does not reach."""
    assert carnet.main is not None
    notebook = carnet.main.workspace.notebook
    notebook.preferences.set(PAGE_LEFT_OPEN, {"here": [], "fields": [[RECEIVER]]})
    with notebook.change():
        forget_left_open(notebook)
    assert notebook.preferences.get(PAGE_LEFT_OPEN) is None
