"""June in a primary school of the French network: CM2 students relayed to the colleague of the collège."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.students.save_enrolment import save_enrolment
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.enrolment import Enrolment
from app.models.school_year import first_day, school_year
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from app.ui.dialogs.edit_advice import AdviceEditor
from app.ui.pages.bin import BinPage
from app.ui.pages.certificate import CertificatePage
from app.ui.pages.erase import ErasePage
from app.ui.pages.paper import PaperPage
from app.ui.pages.requests import RequestsPage
from app.ui.pages.sheet import SheetPage
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.label import Label
from tests import builders
from tests.builders import PHRASE
from tests.documents.papers import packed, text
from tests.exchange.pair import Pair
from tests.stories.desk import PATIENCE, Desk
from tests.ui.asking import when_asked

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


def test_a_head_phones_about_nobody_by_name(desk: Desk) -> None:
    """Topic, who asked, how and a quarter of an hour, by keyboard; no student, and it counts."""

    def write(editor: AdviceEditor) -> None:
        for keys in ("non-f", "dire", "t", "15"):
            desk.type(keys)
            desk.bot.wait(0)
            desk.press("Tab")
        desk.press("Ctrl+Return")

    before = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)  # a slow machine is no slow typist
    when_asked(write)
    desk.press("Ctrl+B")
    QApplication.setKeyboardInputInterval(before)
    (advice,) = desk.notebook.advice.list()
    assert (advice.topic, advice.origin, advice.minutes) == ("NONFREQ", "DIR_ECOLE", 15)
    assert desk.notebook.requests.list() == []
    page = desk.go("requests", question="figures")
    assert isinstance(page, RequestsPage)
    said = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert any("1 conseil" in words for words in said), said


def test_absence_files_go_with_their_school_year(desk: Desk) -> None:
    """A summary signed in June; in the next year it is listed, erased by a gesture, and a paper says so."""
    student = desk.notebook.students.list()[0]
    june = first_day(date.today()) - timedelta(days=45)
    desk.go("sheet", form="f10b-absence", student_id=student.id)
    page = desk.page
    assert isinstance(page, SheetPage)
    assert page._view is not None
    for question, words in (("date", f"{june:%d/%m/%Y}"), ("signed_on", f"{june:%d/%m/%Y}")):
        page._view.focus_question(question)
        desk.press("Ctrl+A")
        desk.type(words)
    says(desk, "family_view", "Le bus ne passait plus.")
    desk.press("Ctrl+Return")
    desk.go("sheet", form="f10b-absence", student_id=student.id)
    says(desk, "family_view", "Le bus passe de nouveau.")
    desk.press("Ctrl+Return")
    old, new = desk.notebook.papers.list()
    assert (old.date, new.date) == (june, date.today())
    said = {answer.question: answer.value for answer in desk.notebook.papers.answers(old.id)}
    assert said["signed_on"] == june.isoformat()

    page = desk.go("bin")
    assert isinstance(page, BinPage)
    (line,) = [one for one in page.findChildren(DayLine) if one.isVisible()]
    assert student.name in line.accessibleName()
    (erase,) = [one for one in page.findChildren(Button) if one.accessibleName() == "Effacer définitivement…"]
    erase.setFocus()
    desk.press("Space")
    page = desk.page
    assert isinstance(page, ErasePage)
    page.word.setFocus()
    desk.type("effacer")
    page.erase.setFocus()
    desk.press("Space")
    desk.bot.waitUntil(
        lambda: isinstance(desk.page, CertificatePage) and desk.page.paper.save.isEnabled(), timeout=PATIENCE
    )
    page = desk.page
    assert isinstance(page, CertificatePage)
    desk.bot.waitUntil(page.leave, timeout=PATIENCE)
    paper = packed(text(page.paper.pdf()))
    for words in ("Procès-verbal d’effacement", "1 autre fiche", "Claire Aubrin"):
        assert packed(words) in paper
    assert packed(student.family_name) not in paper
    assert [one.id for one in desk.notebook.papers.list()] == [new.id]
    page = desk.go("bin")
    assert [one for one in page.findChildren(DayLine) if one.isVisible()] == []
