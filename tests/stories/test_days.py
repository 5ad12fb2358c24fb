"""Real days of the job in the real window: three at the door, a deadline, an absence and a return."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.ui.form_view.kinds.table import Table
from app.ui.pages.dispatch import DispatchPage
from app.ui.pages.files import FilesPage
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.today import TodayPage
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.day_line import DayLine
from tests import builders
from tests.documents.papers import packed, text
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk

OWN_WORDS = "Ils disent que je sens le poisson."
THOUGHT = "Penser au stage de voile."


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Iterator[Desk]:
    """The window in French."""
    with open_desk(tmp_path / "carnet", "fr") as opened:
        yield opened


def sheet_of(desk: Desk) -> SheetPage:
    """The sheet that lies open."""
    page = desk.page
    assert isinstance(page, SheetPage)
    return page


def at(desk: Desk, question: str) -> None:
    """The cursor in that question."""
    view = sheet_of(desk)._view
    assert view is not None
    view.focus_question(question)
    desk.settle()


def says(desk: Desk, question: str, words: str, *, taken: bool = False) -> None:
    """Type there; with `taken` take what is proposed."""
    at(desk, question)
    desk.type(words)
    if taken:
        desk.press("Return")


def row(desk: Desk, table: str, *cells: str) -> None:
    """Type the next line of a table, from its first column on."""
    view = sheet_of(desk)._view
    assert view is not None
    (found,) = [one for one in view.tables() if one.question.key == table]
    found.stack.rows[-1].fields()[0].setFocus()
    for cell in cells:
        desk.type(cell)
        desk.press("Tab")


def lines(page: QWidget) -> list[str]:
    """What the lines of a list say."""
    return [line.accessibleName() for line in page.findChildren(DayLine) if line.isVisible()]


def drawn(desk: Desk) -> bytes:
    """The paper as it is shown."""
    page = desk.page
    assert isinstance(page, PaperPage)
    desk.bot.waitUntil(lambda: bool(page._pdf), timeout=PATIENCE)
    return page._pdf


def test_three_at_the_door_at_break(desk: Desk) -> None:
    """A name in three letters, a reason in three, their own words, a thought apart, a task for tomorrow."""
    for name in ("Marius", "Martha"):
        builders.kept_student(desk.notebook, family_name="Feltz", given_name=name)
    desk.press("Ctrl+N")
    desk.type("Mari")
    desk.press("Return")
    says(desk, "origin", "élève", taken=True)
    says(desk, "mode", "perm", taken=True)
    says(desk, "main_reason", "mob", taken=True)
    says(desk, "demand", OWN_WORDS)
    desk.press("F8")
    desk.type(THOUGHT)
    desk.press("F8")
    at(desk, "steps")
    desk.type("Voir le régent, demain")
    desk.press("Tab")
    desk.press("Ctrl+Return")
    desk.press("Ctrl+N")
    desk.type("Marth")
    desk.press("Return")
    says(desk, "main_reason", "mob", taken=True)
    desk.press("Ctrl+Return")
    desk.press("Ctrl+N")
    desk.type("quelqu’un de 7e")
    says(desk, "main_reason", "mob", taken=True)
    desk.press("Ctrl+Return")
    assert desk.notebook.drafts.list() == []
    kept = [one for one in desk.notebook.interviews.list() if one.date == date.today()]
    names = {one.student_id: one for one in kept}
    marius = next(one for one in desk.notebook.students.list() if one.given_name == "Marius")
    assert len(kept) == 3
    first = names[marius.id]
    assert (first.origin, first.mode, first.main_reason) == ("SELF", "PERM", "LU-03")
    said = {answer.question: answer.value for answer in desk.notebook.interviews.answers(first.id)}
    assert OWN_WORDS in (said.get("demand"), getattr(first, "demand", None))
    note = desk.personal.get(first.id)
    assert note is not None
    assert note.text == THOUGHT
    (task,) = desk.notebook.tasks.open()
    assert task.due == date.today() + timedelta(days=1)
    today = desk.go("today")
    assert isinstance(today, TodayPage)
    assert any("quelqu’un de 7e" in line for line in lines(today)), "waits to be filed"
    assert [one for one in today.findChildren(CheckRow) if "Voir le régent" in one.accessibleName()]


def test_two_days_before_the_deadline(desk: Desk, tmp_path: Path) -> None:
    """What is missing in each, the budget counted from what was typed, one slip of numbers for them all."""
    ana = builders.kept_student(desk.notebook, given_name="Ana", family_name="Ferreira Lopes")
    soon = date.today() + timedelta(days=2)
    desk.go("sheet", form="f9-low-income", student_id=ana.id)
    at(desk, "deadline")
    desk.press("Ctrl+A")
    desk.type(f"{soon:%d/%m/%Y}")
    row(desk, "incomes", "salaires", "Rosa", "1 180,50")
    row(desk, "incomes", "prestations familiales", "Rosa", "271,66")
    row(desk, "charges", "loyer, charges", "appartement", "612")
    says(desk, "persons", "3")
    desk.press("Ctrl+S")
    assert desk.banners() == []
    (paper,) = [one for one in desk.notebook.papers.list() if one.form == "f9-low-income"]
    said = {answer.question: answer.value for answer in desk.notebook.papers.answers(paper.id)}
    assert (said["left"], said["left_each"]) == ("840.16", "280.05")
    page = desk.go("files")
    assert isinstance(page, FilesPage)
    today = desk.go("today")
    assert [one for one in lines(today) if "Ana" in one and "À remettre avant le" in one]
    page = desk.go("files")
    (line,) = [one for one in lines(page) if "Ana" in one]
    assert "attestation d’allocations" in line
    assert "2 jours restants" in line
    desk.go("sheet", kind="paper", record_id=paper.id)
    (table,) = [one for one in sheet_of(desk)._view.tables() if one.question.key == "pieces"]  # type: ignore[union-attr]
    tick_all(desk, table)
    desk.press("Ctrl+Return")
    slip = desk.go("dispatch")
    assert isinstance(slip, DispatchPage)
    assert [one.isChecked() for _, one in slip.rows] == [True]
    assert (slip.receiver.receiver, slip.receiver.ground) == ("CePAS", "AGREEMENT"), "as its form says"
    desk.bot.waitUntil(slip.save.isEnabled, timeout=PATIENCE)
    path = tmp_path / "bordereau.pdf"
    slip.save_to(path)
    on_it = packed(text(path.read_bytes()))
    case = desk.notebook.cases.get(paper.case_id)
    assert packed(case.reference) in on_it
    assert packed("Ferreira") not in on_it
    page = desk.go("files")
    assert [one for one in lines(page) if "Envoyé le" in one]


def tick_all(desk: Desk, table: Table) -> None:
    """Every paper it asks for has come."""
    for one in list(table.stack.rows)[:-1]:
        one.fields()[1].setFocus()
        desk.type("oui")
        desk.press("Tab")


def test_absences_and_a_return_after_an_exclusion(desk: Desk) -> None:
    """Half-days of the month, what is behind them, a summary to be signed; then the days without a school."""
    student = desk.notebook.students.list()[0]
    desk.go("sheet", form="f10b-absence", student_id=student.id)
    row(desk, "months", "septembre", "1", "4")
    row(desk, "months", "octobre", "0", "11")
    says(desk, "family_view", "Le bus ne passe plus.")
    says(desk, "factors", "transport", taken=True)
    desk.type("garde")
    desk.press("Return")
    row(desk, "measures", "Demander la carte de transport", "service")
    row(desk, "measures", "Aide de la CAF pour la garde", "famille")
    desk.press("Ctrl+P")
    said = packed(text(drawn(desk)))
    for measure in ("Demander la carte de transport", "Aide de la CAF pour la garde"):
        assert packed(measure) in said
    assert packed("16") in said
    (paper,) = [one for one in desk.notebook.papers.list() if one.form == "f10b-absence"]
    kept = {answer.question: answer.value for answer in desk.notebook.papers.answers(paper.id)}
    assert kept["all"] == 16
    assert len(kept["factors"]) == 2
    desk.go("sheet", form="exclusion", student_id=student.id)
    out = date.today() - timedelta(days=9)
    at(desk, "out_since")
    desk.type(f"{out:%d/%m/%Y}")
    says(desk, "new_school", "Lycée des Cèdres")
    at(desk, "after")
    desk.type("Appeler le nouveau lycée, demain")
    desk.press("Tab")
    desk.press("Ctrl+Return")
    (excluded,) = [one for one in desk.notebook.papers.list() if one.form == "exclusion"]
    told = {answer.question: answer.value for answer in desk.notebook.papers.answers(excluded.id)}
    assert (told["days_so_far"], told["new_school"]) == (9, "Lycée des Cèdres")
    assert [task.text for task in desk.notebook.tasks.open()] == ["Appeler le nouveau lycée"]
