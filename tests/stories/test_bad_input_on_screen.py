"""The same in the window: what is wrong is said where one looks, and what was typed stays there."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import log
from app.i18n import Locale
from app.storage.lock import NAME as LOCK
from app.ui.covers.unlock import Unlock
from app.ui.pages.paper import PaperPage
from app.ui.pages.roster import RosterPage
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.tabs import Tabs
from tests.storage.test_full_disk import small_drive
from tests.stories.bad_input import said
from tests.stories.bad_input.causes import cut, filled, lasting, nothing_grows
from tests.stories.bad_input.scene import SECRETS, Scene
from tests.stories.bad_input.table import BROKEN, BROKEN_LINES, LISTS, OPENING, BadInput
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk

PERSONAL_CUT = BadInput(
    "personal notes cut", lasting(cut("personal.db", lambda size: 4096)), said.NOTES_DAMAGED
)
ONE_OF_EACH = [*{case.told: case for case in OPENING}.values(), PERSONAL_CUT]
WORDS = "Le pigeonnier est plein"


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The window's language."""
    return str(request.param)


@pytest.fixture(autouse=True)
def log_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """The log of the test; in the end nobody is named in it, nor on standard error."""
    file = tmp_path / "carnet.log"
    log.configure(file=file)
    yield file
    log.configure(file=tmp_path / "after.log")
    written = (file.read_text("utf-8") if file.exists() else "") + capfd.readouterr().err
    assert [secret for secret in (*SECRETS, WORDS) if secret.lower() in written.lower()] == []
    assert "Traceback" not in written


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a notebook by name, but the lock, which says nothing."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != LOCK
    }


@pytest.mark.parametrize("case", ONE_OF_EACH, ids=lambda case: case.name)
def test_the_cover_says_why_it_does_not_open(
    full_notebook: Path, tmp_path: Path, theme: Theme, qtbot: QtBot, case: BadInput, language: str
) -> None:
    """The sentence and the next step stand under the phrase; the cover stays, nothing is touched."""
    scene, tasks = Scene(tmp_path, full=full_notebook), Tasks()
    with case.cause(scene) as instead:
        before = scene.hashes()
        cover = Unlock(theme, Locale(language), tasks, folder=scene.notebook)
        qtbot.addWidget(cover)
        cover.show()
        failure = cover.findChild(Banner)
        qtbot.keyClicks(cover._phrase.field, scene.phrase.read_text("utf-8").strip())
        cover._phrase.field.returnPressed.emit()
        qtbot.waitUntil(lambda: bool(failure.accessibleName()), timeout=PATIENCE)
        assert failure.accessibleName() == (instead or case.told).whole(language)
        assert failure.isVisible()
        tasks.stop()
        assert scene.hashes() == before


@contextmanager
def _room_taken(drive: Path | None) -> Iterator[None]:
    """Nothing more can be written; afterwards there is room again."""
    if drive is None:
        with nothing_grows():
            yield
        return
    ballast = filled(drive)
    yield
    ballast.unlink(missing_ok=True)


@pytest.mark.parametrize("cause", ["full drive", "failing disk"])
def test_a_drive_that_takes_no_more_loses_no_word(
    open_desk: OpenDesk, tmp_path: Path, language: str, cause: str
) -> None:
    """While an interview is written: said at once, leaving is refused, the text stays; with room it is kept.

    Who may not mount a small drive meets the failing disk twice.
    """
    with small_drive(tmp_path / "stick", 4) as stick:
        drive = stick if cause == "full drive" else None
        told = said.DISK_FULL if drive else said.DISK_FAILS
        with open_desk((drive or tmp_path) / "carnet", language) as desk:
            student = desk.notebook.students.list()[0]
            sheet = desk.go("sheet", form="f1-interview", student_id=student.id)
            _into_a_long_text(desk)
            before = hashes(desk.notebook.folder)
            with _room_taken(drive):
                desk.type(WORDS)
                desk.bot.waitUntil(lambda: told.whole(language) in desk.banners(), timeout=PATIENCE)
                assert desk.reads(told.whole(language))
                assert desk.go("today") is sheet
                assert not desk.window.leave_everything()
                assert hashes(desk.notebook.folder) == before
                assert desk.here.toPlainText() == WORDS
            desk.bot.waitUntil(lambda: bool(desk.notebook.drafts.list()), timeout=PATIENCE)
            assert WORDS in str(desk.notebook.drafts.list()[0].content)
            assert desk.go("today") is not sheet
            assert desk.notebook.drafts.list() == []
            assert [hit.kind for hit in desk.notebook.search.writings(WORDS)] == ["interview"]
            assert _discreet(desk.titles())


def _into_a_long_text(desk: Desk) -> None:
    """Press Tab until something longer than a line can be written."""
    for _ in range(60):
        if isinstance(desk.here, QPlainTextEdit):
            return
        desk.press("Tab")
    raise AssertionError("no long text on this sheet")


def _discreet(titles: set[str]) -> bool:
    return not any(secret.lower() in title.lower() for title in titles for secret in (*SECRETS, WORDS))


@pytest.mark.parametrize("case", LISTS[:-2], ids=lambda case: case.name)
def test_the_page_of_class_lists_says_what_is_wrong(
    open_desk: OpenDesk, tmp_path: Path, full_notebook: Path, case: BadInput, language: str
) -> None:
    """A file that is no list is told on the page where it was chosen; the notebook stays as it was."""
    desk = open_desk(tmp_path / "desk", language)
    scene = Scene(tmp_path, full=full_notebook)
    before = hashes(desk.notebook.folder)
    with case.cause(scene):
        page = desk.go("roster")
        assert isinstance(page, RosterPage)
        page.read(scene.roster)
        desk.bot.waitUntil(lambda: case.told.whole(language) in desk.banners(), timeout=PATIENCE)
    assert hashes(desk.notebook.folder) == before


def test_the_page_of_class_lists_counts_broken_lines(
    open_desk: OpenDesk, tmp_path: Path, full_notebook: Path, language: str
) -> None:
    """The lines left out stand there with number and reason before anything is written."""
    desk = open_desk(tmp_path / "desk", language)
    scene = Scene(tmp_path, full=full_notebook)
    scene.roster.write_text(BROKEN_LINES, "cp1252")
    before = hashes(desk.notebook.folder)
    page = desk.go("roster")
    assert isinstance(page, RosterPage)
    page.read(scene.roster)
    desk.bot.waitUntil(lambda: page._preview is not None, timeout=PATIENCE)
    page._preview.findChild(Tabs).findChildren(QAbstractButton)[-1].click()
    rows = page._preview.findChild(DataTable).model()
    shown = [(rows.index(n, 0).data(), rows.index(n, 4).data()) for n in range(rows.rowCount())]
    told = [line.split(maxsplit=1)[1].split(": ", 1) for line in BROKEN[language][1:]]
    assert shown == [(number.rstrip("\u00a0"), reason) for number, reason in told]
    assert hashes(desk.notebook.folder) == before


def test_without_a_printer_nothing_is_printed(open_desk: OpenDesk, tmp_path: Path, language: str) -> None:
    """It is said, no file is made instead, and the ledger has no line of what did not leave."""
    desk = open_desk(tmp_path / "desk", language)
    referral = desk.notebook.referrals.newest(limit=1)[0]
    page = desk.go("paper", kind="referral", record_id=referral.id)
    assert isinstance(page, PaperPage)
    assert page._choices is not None
    page._choices._ground.choose(page._choices._grounds()[0][0])
    desk.bot.waitUntil(page.print.isEnabled, timeout=PATIENCE)
    before, files = hashes(desk.notebook.folder), set(tmp_path.rglob("*"))
    page.print_wanted()
    desk.settle()
    assert said.NO_PRINTER.whole(language) in desk.banners()
    assert hashes(desk.notebook.folder) == before
    assert set(tmp_path.rglob("*")) == files
    assert _discreet(desk.titles())
