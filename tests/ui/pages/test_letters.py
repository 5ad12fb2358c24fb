"""The page of many letters: who is left out is told before, and what was made is what was chosen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.students.save_guardian import save_guardian
from app.ui.destination import Destination
from app.ui.pages.letters import LettersPage
from app.ui.workspace import Workspace
from tests import builders
from tests.documents.papers import page_texts, text

NAMES = ("Ana", "Bea", "Cloé", "Dan")


@pytest.fixture
def ids(workspace: Workspace) -> dict[str, str]:
    """Ana's mother reads Portuguese and Bea's German; Cloé's may not be contacted, Dan's has no address."""
    notebook, found = workspace.notebook, {}
    for name in NAMES:
        student = builders.kept_student(notebook, given_name=name, class_name="5G2" if name < "C" else "6G1")
        found[name] = student.id
        changes = {
            "Ana": {}, "Bea": {"languages": ["de"], "given_name": "Karin"}, "Cloé": {"do_not_contact": True},
            "Dan": {"street": "", "postcode": "", "city": ""},
        }[name]  # fmt: skip
        save_guardian(notebook, guardian=builders.guardian(student.id, **changes))
    return found


@pytest.fixture
def page(workspace: Workspace, ids: dict[str, str], qtbot: QtBot) -> LettersPage:
    """All four are ticked."""
    page = LettersPage(workspace)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.open(Destination("letters"))
    page.students.rows.tick(set(ids.values()))
    planned(page, qtbot)
    return page


def planned(page: LettersPage, qtbot: QtBot) -> None:
    """Who gets one is known."""
    qtbot.waitUntil(lambda: page.make.isEnabled(), timeout=5_000)


def make(page: LettersPage, qtbot: QtBot) -> bytes:
    """The file."""
    page.make.click()
    qtbot.waitUntil(lambda: bool(page._pdf), timeout=10_000)
    return page._pdf


def test_who_is_left_out_is_told_with_the_reason(page: LettersPage) -> None:
    """Before anything is made."""
    told = {one.name: one.reason for one in page._plan.left_out}
    assert told == {
        "Da Costa, Cloé": "nobody here may be contacted",
        "Da Costa, Dan (Marta Da Costa)": "no address",
    }
    assert not page.left_out.isHidden()


def test_each_family_reads_its_own_language(page: LettersPage, qtbot: QtBot) -> None:
    """One file, a letter for each, and a line of the ledger for each."""
    first, second = page_texts(make(page, qtbot))
    assert "Convite" in first
    assert "Einladung" in second
    assert [(line.recipient, line.language) for line in page._lines] == [
        ("Marta Da Costa", "pt"), ("Karin Da Costa", "de"),
    ]  # fmt: skip


def test_one_language_for_all(page: LettersPage, qtbot: QtBot) -> None:
    """Where somebody wants it so."""
    page.choices._language.choose("en")
    planned(page, qtbot)
    assert text(make(page, qtbot)).count("Invitation to a meeting") == 2


def test_the_file_and_its_lines(page: LettersPage, qtbot: QtBot, tmp_path: Path, ids: dict[str, str]) -> None:
    """Saved as it is shown; nobody who was left out has a line."""
    pdf = make(page, qtbot)
    page.save_to(tmp_path / "letters.pdf")
    assert (tmp_path / "letters.pdf").read_bytes() == pdf
    lines = page.workspace.notebook.disclosures.list()
    assert {line.student_id for line in lines} == {ids["Ana"], ids["Bea"]}
    assert {(line.circle, line.scope) for line in lines} == {("parents", "proposed")}
    assert "The parents: this letter is written for them." in page._circles.text()
    assert len(lines) == 2


def test_another_choice_takes_the_file_away(page: LettersPage, qtbot: QtBot, ids: dict[str, str]) -> None:
    """Nobody prints what was chosen before."""
    make(page, qtbot)
    page.students.rows.tick({ids["Ana"]})
    assert page._pdf == b""
    assert page.save.isHidden()
    planned(page, qtbot)
    assert len(page_texts(make(page, qtbot))) == 1


def test_making_can_be_stopped(page: LettersPage, qtbot: QtBot) -> None:
    """Nothing is there afterwards, and one can begin again."""
    page.make.click()
    page.progress.cancelled.emit()
    planned(page, qtbot)
    assert page._pdf == b""
    assert len(page_texts(make(page, qtbot))) == 2


def test_students_are_found_by_class_and_by_name(page: LettersPage, ids: dict[str, str]) -> None:
    """Ticked ones stay ticked when others are shown."""
    page.students.rows.tick(set())
    page.students._group.choose("class:5G2")
    page.students.rows.tick_shown(on=True)
    page.students._group.choose("all")
    page.students._field.setText("dan")
    page.students.rows.tick_shown(on=True)
    assert set(page.students.chosen) == {ids["Ana"], ids["Bea"], ids["Dan"]}


def test_those_of_last_time_are_ticked_again(page: LettersPage, qtbot: QtBot, ids: dict[str, str]) -> None:
    """Only their identifiers are remembered."""
    make(page, qtbot)
    page.students.rows.tick(set())
    page.students._again.click()
    assert set(page.students.chosen) == set(ids.values())
    kept = page.workspace.notebook.preferences.get("letters_chosen")
    assert set(kept) == set(ids.values())


def test_labels_for_those_who_get_a_letter(page: LettersPage, tmp_path: Path) -> None:
    """Beginning where the sheet is still whole; each address leaves a line."""
    page.labels.start.choose("24")
    said = page_texts(page.labels.pdf())
    assert ["Marta" in said[0], "Karin" in said[1]] == [True, True]
    page.labels.save_to(tmp_path / "labels.pdf")
    assert {line.what for line in page.workspace.notebook.disclosures.list()} == {"labels v1"}


def test_a_press_anywhere_on_a_row_ticks_it(page: LettersPage, qtbot: QtBot) -> None:
    """Once, not twice; Space does the same."""
    from PySide6.QtCore import QPoint, Qt

    page.show()
    qtbot.waitExposed(page)
    page.students.rows.tick(set())
    table = page.students.table
    place = table.visualRect(page.students.rows.index(0, 0))
    for x in (place.x() + 8, place.x() + 120):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, place.center().y()))
        assert len(page.students.rows.ticked) == (1 if x == place.x() + 8 else 0)
    table.setCurrentIndex(page.students.rows.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(page.students.rows.ticked) == 1
