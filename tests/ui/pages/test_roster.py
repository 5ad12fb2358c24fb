"""The page of class lists: any file through one door, looked at, written or left, on the worker."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.preview_roster import preview_roster
from app.exchange.rosters.columns import fingerprint
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.roster import RosterPage
from app.ui.pages.roster_columns import RosterColumns
from app.ui.pages.roster_guardians import RosterGuardians
from app.ui.pages.roster_preview import RosterPreview
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.painted_button import PaintedButton
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.workspace import Workspace
from tests.builders import TODAY, case, kept_student
from tests.lists import sample, table_of
from tests.ui.asking import press, when_asked

_LONG_MS = 30_000
_PATIENT = _LONG_MS // 10


class Desk:
    """The page on a screen and what a person sees and presses there."""

    def __init__(self, workspace: Workspace, qtbot: QtBot, folder: Path) -> None:
        self.workspace, self.qtbot, self.folder = workspace, qtbot, folder
        self.page = RosterPage(workspace)
        self.page.resize(1182, 768)
        self.gone: list[str] = []
        workspace.wanted.connect(lambda destination: self.gone.append(destination.screen))
        self.page.open(Destination("roster"))
        self.page.show()

    def choose(self, name: str, data: bytes | None = None) -> Path:
        """Choose a file: a kept sample, or these bytes."""
        path = self.folder / name
        path.write_bytes(sample(name) if data is None else data)
        self.page.read(path)
        return path

    def words(self) -> str:
        """Everything written on the page."""
        QApplication.processEvents()
        return "\n".join(
            label.text() for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)
        )

    def press(self, words: str) -> None:
        """Press the visible button with these words."""
        self.qtbot.waitUntil(lambda: bool(self._buttons(words)), timeout=_LONG_MS)
        self._buttons(words)[0].click()

    def offers(self, words: str) -> bool:
        """Whether there is such a button to press."""
        QApplication.processEvents()  # what was put on the page just now is shown a moment later
        return bool(self._buttons(words))

    def wait_for(self, words: str) -> None:
        """Wait until this is written somewhere."""
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=_LONG_MS)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait for anything else."""
        self.qtbot.waitUntil(holds, timeout=_LONG_MS)

    @contextmanager
    def slow_disk(self) -> Iterator[None]:
        """The worker comes to nothing as long as this lasts."""
        over = Event()
        self.workspace.tasks.submit(lambda: over.wait(_LONG_MS / 1000))
        try:
            yield
        finally:
            over.set()

    def _buttons(self, words: str) -> list[PaintedButton]:
        return [
            one
            for one in self.page.findChildren(PaintedButton)
            if one.words() == words and one.isVisibleTo(self.page) and one.isEnabled()
        ]


@pytest.fixture
def desk(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(workspace, qtbot, tmp_path)
    qtbot.addWidget(made.page)
    yield made
    made.page.keep()
    workspace.tasks.submit(lambda: None).result()
    QApplication.processEvents()


def large_list(students: int) -> bytes:
    lines = [f"Nom{n % 400};Vor{n};{1 + n % 28:02}.03.2011;5G2" for n in range(students)]
    return ("Nom;Prénom;Né(e) le;Classe\n" + "\n".join(lines)).encode()


@pytest.mark.parametrize(
    "name", ["elevessansadresses.xml", "elevessansadresses.zip", "onde-eleves.csv", "webuntis.txt"]
)
def test_every_export_is_looked_at_and_written(desk: Desk, notebook: Notebook, name: str) -> None:
    """Choose, look, write; at the end the file is gone, because the person said so."""
    path = desk.choose(name)
    desk.wait_for("new students")
    assert notebook.students.count() == 0
    expected = desk.page.findChild(RosterPreview)._plan.with_verdict("new")
    when_asked(press("delete"), patience=_PATIENT)
    desk.press("Write into the notebook")
    desk.wait_until(lambda: desk.gone == ["students"])
    assert notebook.students.count() == len(expected) > 3
    assert not path.exists()


def test_columns_are_asked_where_nobody_knows_them(desk: Desk, notebook: Notebook) -> None:
    """A Pronote export: the columns with examples, then the same preview, and next time none is asked."""
    desk.choose("pronote.csv")
    desk.wait_for("Say which column is the family name")
    columns = desk.page.findChild(RosterColumns)
    for header, field in (("Identité", "full_name"), ("Div.", "class_name"), ("Né(e)", "birth_date")):
        next(box for box in columns.findChildren(ComboField) if box.accessibleDescription() == header).choose(
            field
        )
    desk.press("See the preview")
    desk.wait_for("4 new students")
    when_asked(press("keep"), patience=_PATIENT)
    desk.press("Write into the notebook")
    desk.wait_until(lambda: bool(desk.gone))
    desk.choose("pronote.csv")
    desk.wait_for("4 known")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This list holds no student."),
        (b"%PDF-1.7\n", "This file is a PDF, not a class list."),
        (b"\x89PNG\r\n\x1a\n", "This file is a picture, not a class list."),
        (b"<rss/>", "This XML file holds neither a list of students nor their guardians."),
        (
            b"<!DOCTYPE a [<!ENTITY b 'c'>]><BEE_ELEVES/>",
            "This file tries to bring in something from outside",
        ),
        (b"<BEE_ELEVES><DONNEES>", "This file is cut off or damaged."),
        (b"Nom;Pr\xc3\xa9nom\n" + b"Haas;Mia\n" * 50_000, "This list is too long to be one school’s."),
        (b"PK\x05\x06" + bytes(18), "Carnet does not find exactly one list in this zip."),
    ],
    ids=["empty", "pdf", "picture", "other xml", "entity", "cut off", "50000 lines", "empty zip"],
)
def test_another_file_is_said_and_another_can_be_chosen(desk: Desk, data: bytes, said: str) -> None:
    """One sentence above the page as it was; nothing is held on to."""
    desk.choose("list", data)
    desk.wait_for(said)
    assert not desk.offers("Write into the notebook")
    assert desk.offers("Choose the file…")


def test_a_file_that_went_away_is_said(desk: Desk) -> None:
    """Between choosing and reading somebody pulled the stick out."""
    desk.page.read(desk.folder / "gone.csv")
    desk.wait_for("The file gone.csv cannot be read.")


def test_cancelling_the_writing_leaves_nothing(desk: Desk, notebook: Notebook) -> None:
    """2,000 students, a bar that moves, and Cancel: as before, and written at the second try."""
    desk.choose("large.csv", large_list(2000))
    desk.wait_for("2000 new students")
    seen: list[int] = []
    desk.page.findChild(ProgressBar)._bar.valueChanged.connect(seen.append)
    with desk.slow_disk():
        desk.press("Write into the notebook")
        desk.press("Cancel")
    desk.wait_for("Stopped. Nothing was written.")
    assert notebook.students.count() == 0
    assert notebook.enrolments.list() == []
    assert notebook.search.people("nom1") == []
    assert (
        notebook.preferences.get("roster_columns/" + fingerprint(["Nom", "Prénom", "Né(e) le", "Classe"]))
        is None
    )
    seen.clear()
    when_asked(press("keep"), patience=_PATIENT)
    desk.press("Write into the notebook")
    desk.wait_until(lambda: desk.gone == ["students"])
    assert notebook.students.count() == 2000
    assert len(set(seen)) > 1, "it never moved"
    assert notebook.damage() == []


def test_cancelling_the_reading_begins_again(desk: Desk) -> None:
    """A large list is not waited for: the way out is there while it is still being read."""
    with desk.slow_disk():
        desk.choose("large.csv", large_list(2000))
        desk.press("Cancel")
    desk.wait_for("Stopped. Nothing was written.")
    assert desk.offers("Choose the file…")


def test_cancelling_after_the_last_step_still_counts(desk: Desk, qtbot: QtBot) -> None:
    """The reading is over, its answer not yet shown: no preview opens against the person's word."""
    desk.choose("twins.csv")
    desk.workspace.tasks.submit(lambda: None).result()
    qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
    desk.wait_for("Stopped. Nothing was written.")
    assert desk.page.findChild(RosterPreview) is None


def test_only_the_last_file_chosen_counts(desk: Desk) -> None:
    """Whoever chooses another file meanwhile sees that one."""
    desk.choose("large.csv", large_list(5000))
    desk.choose("twins.csv")
    desk.wait_for("twins.csv · 3 new students")
    desk.workspace.tasks.submit(lambda: None).result()
    assert "twins.csv · 3 new students" in desk.words()


def test_locking_meanwhile_writes_nothing(desk: Desk, notebook: Notebook) -> None:
    """Ctrl+L waits for no list."""
    desk.choose("large.csv", large_list(2000))
    desk.wait_for("2000 new students")
    desk.press("Write into the notebook")
    desk.page.keep()
    desk.workspace.tasks.submit(lambda: None).result()
    assert notebook.students.count() == 0


def test_leaving_lets_the_writing_end(desk: Desk, notebook: Notebook) -> None:
    """The person agreed; coming back shows the same work, not an empty page."""
    desk.choose("large.csv", large_list(1000))
    desk.wait_for("1000 new students")
    when_asked(press("keep"), patience=_PATIENT)
    desk.press("Write into the notebook")
    assert desk.page.leave()
    desk.page.open(Destination("roster"))
    desk.wait_until(lambda: desk.gone == ["students"])
    assert notebook.students.count() == 1000


def test_guardians_come_for_followed_students_only(desk: Desk, notebook: Notebook, library: Library) -> None:
    """The same door recognises the file: who would be taken for whom, then written, then known."""
    plan = preview_roster(notebook, table=table_of(sample("elevessansadresses.xml")), today=TODAY)
    import_roster(notebook, plan=plan, library=library, today=TODAY)
    maelle = next(one for one in notebook.students.list() if one.given_name == "Maëlle")
    with notebook.change():
        notebook.cases.save(case(maelle.id))
    path = desk.choose("responsablesavecadresses.xml")
    desk.wait_for("2 new guardians")
    assert desk.page.findChild(RosterGuardians)
    assert "Students with an open case: 1. In this file: 1." in desk.words()
    assert "7 other people of the file are left aside" in desk.words()
    assert not desk.offers("Columns…")
    when_asked(press("delete"), patience=_PATIENT)
    desk.press("Write into the notebook")
    desk.wait_until(lambda: desk.gone == ["students"])
    assert [one.relation for one in notebook.guardians.of_student(maelle.id)] == ["mother", "father"]
    assert not path.exists()
    desk.choose("responsablesavecadresses.xml")
    desk.wait_for("0 new guardians, 2 known")
    assert not desk.offers("Write into the notebook")


def test_without_an_open_case_nobody_s_guardians_are_taken(desk: Desk) -> None:
    """And the page says so."""
    desk.choose("responsablesavecadresses.xml")
    desk.wait_for("No student has an open case, so nobody’s guardians are taken.")
    assert not desk.offers("Write into the notebook")


def test_an_open_case_without_number_says_what_to_do(desk: Desk, notebook: Notebook) -> None:
    """SIECLE's guardians are found by SIECLE's numbers."""
    student = kept_student(notebook)
    with notebook.change():
        notebook.cases.save(case(student.id))
    desk.choose("responsablesavecadresses.xml")
    desk.wait_for("1 of them has no SIECLE number yet: import ElevesSansAdresses first.")
