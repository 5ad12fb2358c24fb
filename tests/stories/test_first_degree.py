"""June in a primary school of the French network: CM2 students relayed to the colleague of the collège."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.save_enrolment import save_enrolment
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.enrolment import Enrolment
from app.models.school_year import school_year
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from app.ui.pages.paper import PaperPage
from app.ui.pages.sheet import SheetPage
from app.ui.theme.theme import Theme
from tests import builders
from tests.builders import PHRASE
from tests.documents.papers import packed, text
from tests.exchange.pair import Pair
from tests.stories.desk import PATIENCE, Desk

NAMES = ("Ana", "Bob", "Cyd")
NOTE = "Le père passe trop souvent."
COLLEGE = "Service social du collège du Moulin"


def notebook_of(folder: Path, framework: str, name: str) -> Notebook:
    """A new notebook of the French service."""
    return Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", cost=FLOOR,
        unit=Unit(name=f"Service social {name}", framework=framework, city="Aix"),
        practitioner=builders.practitioner(name=name, profession="ASS"),
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, library: Library, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """The window of a service of the first degree: three students of CM2, the collège in the directory."""
    notebook = notebook_of(tmp_path / "carnet", "fr-ssfe-1d", "Claire Aubrin")
    for name in NAMES:
        student = builders.kept_student(notebook, given_name=name, class_name="CM2", school_id=None)
        year = Enrolment(student_id=student.id, school_year=school_year(date.today()), level="350")
        save_enrolment(notebook, enrolment=year, today=date.today())
    with notebook.change():
        notebook.partners.save(builders.partner(service=COLLEGE, person="Mme Weber", type="MDS"))
    with Desk(qtbot, notebook, library=library, locale=Locale("fr"), theme=theme) as opened:
        yield opened


def says(desk: Desk, question: str, words: str, *, taken: bool = False) -> None:
    """Type there; with `taken` take what is proposed."""
    page = desk.page
    assert isinstance(page, SheetPage)
    assert page._view is not None
    page._view.focus_question(question)
    desk.settle()
    desk.type(words)
    if taken:
        desk.press("Return")


def test_what_goes_with_them_to_the_college(desk: Desk, library: Library, tmp_path: Path) -> None:
    """A sheet each by keyboard, on paper with its return slip, in one sealed file; one’s own notes stay."""
    notebook = desk.notebook
    for student in notebook.students.list():
        desk.go("sheet", form="f4-cm2-6e", student_id=student.id)
        says(desk, "partner", "collège", taken=True)
        says(desk, "reason", f"{student.given_name} lit avec peine et vient chaque jour.")
        says(desk, "helps", "Un lieu calme pour commencer la journée.")
        desk.press("F8")
        desk.type(NOTE)
        desk.press("F8")
        desk.press("Ctrl+S")
    kept = notebook.referrals.list()
    assert sorted(notebook.students.get(one.student_id or "").given_name for one in kept) == sorted(NAMES)
    notes = [desk.personal.get(one.id) for one in kept]
    assert [note.text for note in notes if note] == [NOTE] * len(NAMES)
    desk.press("Ctrl+P")
    page = desk.page
    assert isinstance(page, PaperPage)
    desk.bot.waitUntil(lambda: bool(page._pdf), timeout=PATIENCE)
    said = packed(text(page._pdf))
    for words in (COLLEGE, "Un lieu calme", "Liaison CM2", "art. L411-3 du CASF", "À renvoyer à"):
        assert packed(words) in said
    assert packed(NOTE) not in said

    colleague = notebook_of(tmp_path / "college", "fr-ssfe", "Marc Feller")
    try:
        pair = Pair(notebook, colleague, library, tmp_path)
        known = builders.kept_student(colleague, given_name="Ana", class_name="", school_id=None)
        sent = pair.hand_over()
        assert NOTE.encode() not in sent.path.read_bytes()
        pair.take(sent.path)
        names = sorted(one.given_name for one in colleague.students.list())
        assert names == sorted([*NAMES, "Ana"]), "the one known before waits to be joined, nobody is merged"
        assert colleague.students.get(known.id).joined_into is None
        authors = {one.author_id for one in colleague.referrals.list()}
        assert authors == {notebook.author_id}
    finally:
        colleague.close()
