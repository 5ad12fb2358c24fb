"""The page of one letter: who gets it, what it says, and that what is seen is what leaves."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.letters.begin_letter import LEFT_OPEN
from app.actions.students.look_at_student import look_at_student
from app.actions.students.save_guardian import save_guardian
from app.errors import FileNotWritten
from app.models.agreement import Agreement
from app.ui.destination import Destination
from app.ui.pages.letter import LetterPage
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.check_row import CheckRow
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import text
from tests.ui.asking import press, when_asked

ELSEWHERE = {"street": "2, Grand-Rue", "postcode": "L-9996", "city": "Wiltz-Haut"}


@pytest.fixture
def student_id(workspace: Workspace) -> str:
    """Inês, whose parents live apart and whose uncle is not to be contacted."""
    notebook = workspace.notebook
    student = builders.kept_student(notebook)
    for changes in (
        {},
        {"given_name": "Paul", "relation": "father", "languages": ["fr"]} | ELSEWHERE,
        {"given_name": "Rui", "relation": "relative", "do_not_contact": True},
    ):
        save_guardian(notebook, guardian=builders.guardian(student.id, **changes))
    return student.id


@pytest.fixture
def page(workspace: Workspace, student_id: str, qtbot: QtBot) -> LetterPage:
    """A letter about her, made."""
    page = LetterPage(workspace)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.open(Destination("letter", student_id=student_id))
    made(page, qtbot)
    return page


def made(page: LetterPage, qtbot: QtBot) -> str:
    """What the paper says once it is made."""
    qtbot.waitUntil(lambda: bool(page._pdf), timeout=10_000)
    return text(page._pdf)


def rows(page: LetterPage) -> dict[str, CheckRow]:
    """Whom one can choose, by name."""
    assert page._addressees is not None
    return {one.name: row for row, one in page._addressees._rows}


def test_parents_apart_get_a_letter_each_in_the_family_s_language(page: LetterPage, qtbot: QtBot) -> None:
    """Both are ticked; nobody can tick the one who is barred."""
    said = made(page, qtbot)
    assert said.count("Convite para uma reunião") == 2
    assert "rue des Prés" in said
    assert "Grand-Rue" in said
    assert "Rui Da Costa" not in rows(page)
    assert "Rui" not in said


def test_what_is_shown_is_what_is_saved_and_noted(page: LetterPage, tmp_path: Path, qtbot: QtBot) -> None:
    """The same bytes, and a line for each parent."""
    shown = page._pdf
    page.save_to(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == shown
    lines = page.workspace.notebook.disclosures.list()
    assert {line.recipient for line in lines} == {"Marta Da Costa", "Paul Da Costa"}
    assert {(line.ground, line.means, line.what) for line in lines} == {
        ("OWN_DATA", "saved", "l1-invitation v1")
    }


def test_a_disk_that_refuses_is_told(page: LetterPage, tmp_path: Path, qtbot: QtBot) -> None:
    """No file, no line, and the person reads why."""
    with qtbot.waitSignal(page.workspace.failed) as told:
        page.save_to(tmp_path / "nowhere" / "letter.pdf")
    assert isinstance(told.args[0], FileNotWritten)
    assert page.workspace.notebook.disclosures.list() == []


def test_a_letter_chosen_in_the_menu_asks_at_once(
    page: LetterPage, workspace: Workspace, student_id: str, qtbot: QtBot
) -> None:
    """More, Write a letter, its name: the cursor is in what it asks first, or where a service is chosen."""
    sheet = StudentSheet(workspace, page)
    file = look_at_student(workspace.notebook, student_id=student_id, day=workspace.today)
    sheet.head.show_file(file, in_bin=False)
    menu = sheet.head.menu()
    (under,) = [one.menu() for one in menu.actions() if one.text() == "Write a letter"]
    assert isinstance(under, QMenu)
    named = {action.text(): action for action in under.actions()}
    assert list(named) == [
        workspace.locale.words(one.title) for one in workspace.library.letters_for("lu-sepas")
    ]
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    workspace.wanted.connect(lambda there: (page.open(there), page.focus_first()))
    assert page._choices is not None
    named["Request for consent"].trigger()
    assert page._choices.letter.key == "l5-consent"
    assert page.focusWidget() is page._choices._asked._widgets["recipient"].tab_stops()[0]  # type: ignore[union-attr]
    named["Cover letter"].trigger()
    assert page._addressees is not None
    assert page.focusWidget() is page._addressees._partner
    named["Request for a meeting"].trigger()
    assert page.focusWidget() is page._choices._which, "nothing is asked"


def test_what_is_asked_first_is_seen_whole(
    page: LetterPage, workspace: Workspace, student_id: str, qtbot: QtBot
) -> None:
    """What a pen must fill is said below it, and does not hide the field one is in."""
    page.resize(1150, 620)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(Destination("letter", student_id=student_id, form="l1-invitation"))
    page.focus_first()
    made(page, qtbot)
    here = page.focusWidget()
    assert here is page._choices._asked._widgets["day"].tab_stops()[0]  # type: ignore[union-attr]
    assert page._missing.isVisible()
    qtbot.waitUntil(lambda: here.visibleRegion().boundingRect() == here.rect(), timeout=5_000)


def test_nobody_ticked_nothing_leaves(page: LetterPage, qtbot: QtBot) -> None:
    """The buttons wait for somebody to write to."""
    for row in rows(page).values():
        row.setChecked(False)
    qtbot.wait(50)
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()
    rows(page)["Inês Da Costa"].setChecked(True)
    assert "Bom dia Inês Da Costa" in made(page, qtbot)
    assert page.save.isEnabled()


def test_what_a_pen_must_fill_is_named(page: LetterPage, qtbot: QtBot) -> None:
    """The day is missing until it is typed."""
    assert not page._missing.isHidden()
    assert page._choices is not None
    asked = page._choices._asked
    assert asked is not None
    asked._widgets["day"].set_value("2026-11-19")
    asked._widgets["time"].set_value("14:30")
    with qtbot.waitSignal(page._choices.changed):
        asked._widgets["time"].changed.emit()
    assert "19 de novembro de 2026" in made(page, qtbot)
    assert page._missing.isHidden()


def test_words_can_be_changed_for_once(page: LetterPage, qtbot: QtBot) -> None:
    """What cannot be filled in is told, and nothing leaves with it."""
    page._text._begin()
    page._text._area.setPlainText("Olá {student.name}, até {amanha}.")
    qtbot.waitUntil(lambda: not page._wrong.isHidden(), timeout=5_000)
    assert not page.save.isEnabled()
    page._text._area.setPlainText("Olá {student.name}, até amanhã.")
    qtbot.waitUntil(lambda: page.save.isEnabled(), timeout=5_000)
    assert "Olá Inês Da Costa, até amanhã." in made(page, qtbot)
    page._text._give_up()
    assert "Exma. Senhora" in made(page, qtbot)


def test_a_letter_to_a_service_asks_which_and_why(page: LetterPage, qtbot: QtBot) -> None:
    """Without a service and a ground nothing leaves."""
    with page.workspace.notebook.change():
        partner = page.workspace.notebook.partners.save(builders.partner())
    assert page._choices is not None
    page._choices._which.choose("l6-partner")
    assert page._addressees is not None
    assert page._addressees._partner is not None
    assert not page.save.isEnabled()
    page._addressees._partner.choose(partner.id)
    assert "Tilleulbourg" in made(page, qtbot)
    assert not page.save.isEnabled()
    page._ground._field.choose("AGREEMENT")
    assert page.save.isEnabled()


def test_a_letter_to_a_partner_rests_on_an_agreement_that_holds(
    page: LetterPage, qtbot: QtBot, student_id: str
) -> None:
    """Taken back, it is told before anything is printed; a letter to the family asks nothing."""
    workspace, partner = page.workspace, builders.partner()
    over = Agreement(
        student_id=student_id, given_on=workspace.today, scope="partner", giver="student",
        withdrawn_on=workspace.today,
    )  # fmt: skip
    with workspace.notebook.change():
        workspace.notebook.partners.save(partner)
        workspace.notebook.agreements.save(over)
    assert page.may_leave()
    page._choices._which.choose("l6-partner")  # type: ignore[union-attr]
    page._addressees._partner.choose(partner.id)  # type: ignore[union-attr]
    made(page, qtbot)
    page._ground._field.choose("AGREEMENT")
    when_asked(press("stay"))
    page.print_wanted()
    assert workspace.notebook.disclosures.list() == []


def test_the_lock_loses_nothing(
    page: LetterPage, workspace: Workspace, qtbot: QtBot, student_id: str
) -> None:
    """What was written is in the notebook, comes back with the page, and is nowhere afterwards."""
    page._text._begin()
    page._text._area.setPlainText("Só isto.")
    rows(page)["Paul Da Costa"].setChecked(False)
    writing = page.keep()
    assert writing is not None
    writing.result(timeout=5)
    again = LetterPage(workspace)
    qtbot.addWidget(again)
    again.open(Destination("letter", student_id=student_id))
    said = made(again, qtbot)
    assert said.count("Só isto.") == 1
    assert "Grand-Rue" not in said
    assert workspace.notebook.preferences.get(LEFT_OPEN) is None


def test_erasing_takes_a_letter_left_open_along(
    page: LetterPage, workspace: Workspace, student_id: str
) -> None:
    """Whoever was erased is in no letter that waits."""
    writing = page.keep()
    assert writing is not None
    writing.result(timeout=5)
    erase_for_ever(workspace.notebook, kind="student", record_id=student_id)
    assert workspace.notebook.preferences.get(LEFT_OPEN) is None


def test_the_family_is_told_of_by_name_and_noted(page: LetterPage, tmp_path: Path) -> None:
    """Written for the parents: recognised, one sentence with its ground, and the ledger says so."""
    circle = page._circle
    assert circle is not None
    assert (circle.field.isHidden(), circle.field.chosen()) == (False, "parents")
    assert "The parents: this letter is written for them. Ground: the person’s right" in circle.said.text()
    assert circle.odd.isHidden()
    page.save_to(tmp_path / "letter.pdf")
    lines = page.workspace.notebook.disclosures.list()
    assert {(line.circle, line.scope) for line in lines} == {("parents", "proposed")}
    rows(page)["Inês Da Costa"].setChecked(True)
    assert [line.split(":")[0] for line in circle.said.text().splitlines()] == ["The parents", "The student"]
    assert circle.field.isHidden()  # each stands in their own


def test_a_guardian_who_stands_for_a_service_is_corrected(
    page: LetterPage, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    """A home's educator is no parent: a hand says so, the lock keeps it, and the ledger tells what left."""
    circle = page._circle
    assert circle is not None
    rows(page)["Paul Da Costa"].setChecked(False)
    circle.field.choose("service")
    circle.field.activated.emit(circle.field.currentIndex())
    assert "The same service: a letter may go to them" in circle.said.text()
    page._choices.changed.emit()  # type: ignore[union-attr]
    assert circle.field.chosen() == "service"  # made again for the same
    writing = page.keep()
    assert writing is not None
    writing.result(timeout=5)
    again = LetterPage(workspace)
    qtbot.addWidget(again)
    again.open(Destination("letter", student_id=page._student_id))
    made(again, qtbot)
    again.save_to(tmp_path / "letter.pdf")
    (line,) = workspace.notebook.disclosures.list()
    assert (line.circle, line.scope) == ("service", "proposed")
    rows(again)["Paul Da Costa"].setChecked(True)
    assert again._circle is not None
    assert again._circle.field.chosen() == "parents"  # to others: recognised anew


def test_the_circle_of_a_service_is_recognised_and_corrected(
    page: LetterPage, qtbot: QtBot, tmp_path: Path
) -> None:
    """By the type the directory gives it; a hand that knows better is believed, and the ledger says more."""
    notebook = page.workspace.notebook
    with notebook.change():
        partner = notebook.partners.save(builders.partner())
    page._choices._which.choose("l6-partner")  # type: ignore[union-attr]
    page._addressees._partner.choose(partner.id)  # type: ignore[union-attr]
    made(page, qtbot)
    circle = page._circle
    assert circle is not None
    assert (circle.field.isHidden(), circle.field.chosen()) == (False, "partner")
    assert "written for them" in circle.said.text()
    circle.field.choose("head")
    circle.field.activated.emit(circle.field.currentIndex())
    assert "The head: this letter is written for others" in circle.said.text()
    assert "More than proposed" in circle.odd.text()
    page._ground._field.choose("AGREEMENT")
    page.save_to(tmp_path / "letter.pdf")
    (line,) = notebook.disclosures.list()
    assert (line.circle, line.scope) == ("head", "wider")
