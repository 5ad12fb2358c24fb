"""The drive fills up or is taken away while somebody writes: no word is lost, and it goes on by itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.bin_record import bin_record
from app.storage.reserve import Reserve
from app.ui.strips.failure_strip import FailureStrip
from tests.storage.test_full_disk import small_drive
from tests.stories.bad_input import said
from tests.stories.bad_input.causes import filled
from tests.stories.conftest import OpenDesk
from tests.stories.desk import PATIENCE, Desk
from tests.stories.test_bad_input_on_screen import _into_a_long_text as into_a_long_text

WORDS, THOUGHT = "Le pigeonnier est plein", "Je doute"


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The window's language."""
    return str(request.param)


def begins_to_write(desk: Desk) -> None:
    """An interview, with the cursor in a long text."""
    student = desk.notebook.students.list()[0]
    desk.go("sheet", form="f1-interview", student_id=student.id)
    into_a_long_text(desk)


def draft(desk: Desk) -> str:
    """What is on the disk of what is being typed."""
    return str([draft.content for draft in desk.notebook.drafts.list()])


def waits(desk: Desk, done: Callable[[], bool]) -> None:
    """Sooner or later, by itself."""
    desk.bot.waitUntil(done, timeout=PATIENCE)


def test_the_reserve_lets_one_save_and_delete(open_desk: OpenDesk, tmp_path: Path, language: str) -> None:
    """On a full drive one press saves what stands on the screen, and a sheet can be put in the bin.

    Who may not mount a small drive sees that the press gives the room back.
    """
    with (
        small_drive(tmp_path / "stick", 16) as stick,
        open_desk((stick or tmp_path) / "carnet", language) as desk,
    ):
        begins_to_write(desk)
        assert desk.notebook.reserve.fill()
        strip = desk.window.findChild(FailureStrip)
        assert strip is not None
        if stick is None:
            assert desk.notebook.reserve.release()
            return
        ballast = filled(stick)
        desk.type(WORDS)
        full = said.DISK_FULL.whole(language)
        waits(desk, lambda: any(banner.startswith(full) for banner in desk.banners()))
        assert desk.here.toPlainText() == WORDS
        assert strip.release.isVisible()
        strip.release.click()
        waits(desk, lambda: WORDS in draft(desk))
        assert not Reserve(desk.notebook.folder).held
        desk.go("today")
        assert desk.notebook.drafts.list() == []
        interview = desk.notebook.interviews.list()[0]
        library = desk.workspace.library
        assert desk.workspace.act(bin_record, library=library, kind="interview", record_id=interview.id)
        ballast.unlink()
        assert desk.notebook.reserve.fill()


def test_a_drive_taken_away_and_put_back(open_desk: OpenDesk, tmp_path: Path, language: str) -> None:
    """The folder is named, leaving is refused, record and personal note stay; back again, both are kept."""
    folder = tmp_path / "carnet"
    with open_desk(folder, language) as desk:
        desk.personal.ask_first(change=desk.notebook.lock.stand, anew=desk.notebook.lock.renew)
        begins_to_write(desk)
        away = folder.rename(tmp_path / "ailleurs")
        desk.type(WORDS)
        gone = said.GONE.whole(language).format(folder=folder)
        waits(desk, lambda: gone in desk.banners())
        sheet = desk.page
        assert desk.go("today") is sheet
        assert not desk.window.leave_everything()
        desk.press("F8")
        desk.type(THOUGHT)
        assert desk.go("today") is sheet
        assert desk.here.toPlainText() == THOUGHT
        assert not folder.exists()
        shutil.copytree(away, folder)
        waits(desk, lambda: WORDS in draft(desk))
        waits(desk, lambda: gone not in desk.banners())
        assert desk.go("today") is not sheet
        assert [hit.kind for hit in desk.notebook.search.writings(WORDS)] == ["interview"]
        assert [note.text for note in desk.personal.search(THOUGHT)] == [THOUGHT]
        assert desk.notebook.damage() == []


def test_a_personal_note_alone_is_not_lost_either(open_desk: OpenDesk, tmp_path: Path, language: str) -> None:
    """With nothing typed on the sheet, a note that cannot be kept holds the page too."""
    folder = tmp_path / "carnet"
    with open_desk(folder, language) as desk:
        begins_to_write(desk)
        desk.press("F8")
        away = folder.rename(tmp_path / "ailleurs")
        desk.type(THOUGHT)
        sheet = desk.page
        assert desk.go("today") is sheet
        assert desk.here.toPlainText() == THOUGHT
        assert said.GONE.whole(language).format(folder=folder) in desk.banners()
        away.rename(folder)
        assert desk.go("today") is not sheet
        assert [note.text for note in desk.personal.search(THOUGHT)] == [THOUGHT]
