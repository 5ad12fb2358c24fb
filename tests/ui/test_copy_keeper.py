"""Copies that keep themselves: due, called off, never in anybody's way."""

import os
import shutil
import threading
import time
from collections.abc import Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.actions.copies.check_structure import check_is_due, check_structure
from app.actions.copies.keep_copies import OFF, is_due, name_second_place
from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.errors import FileNotWritten
from app.storage.copy_record import keep_record, read_record
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.notebook import Notebook
from app.ui.copy_keeper import CopyKeeper
from tests import builders

WAIT = 20_000


@pytest.fixture
def keeper(qtbot: QtBot, notebook: Notebook) -> Iterator[CopyKeeper]:
    """Not started: the tests say when it looks."""
    made = CopyKeeper(notebook)
    yield made
    made.stop()


def looked(qtbot: QtBot, keeper: CopyKeeper) -> None:
    """It looks, and is done with what it found to do."""
    keeper.look()
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)


def copies(notebook: Notebook) -> int:
    """How many lie beside the notebook."""
    return len(list_copies(notebook.folder / FOLDER))


def test_the_first_look_makes_what_was_missed(qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook) -> None:
    """What closing had no time for is made at the next opening; then half an hour passes."""
    looked(qtbot, keeper)
    assert copies(notebook) == 1
    assert keeper.seen is not None
    assert keeper.seen.record.verified_at
    builders.kept_student(notebook)
    looked(qtbot, keeper)
    assert copies(notebook) == 1, "thirty minutes have not passed"
    keeper._tried -= 31 * 60
    looked(qtbot, keeper)
    assert copies(notebook) == 2
    keeper._tried -= 31 * 60
    looked(qtbot, keeper)
    assert copies(notebook) == 2, "nothing has changed"


def test_closing_makes_the_last_copy(keeper: CopyKeeper, notebook: Notebook) -> None:
    """What is written is in a copy before the window is gone; nothing new makes none."""
    builders.kept_student(notebook)
    keeper.last_copy()
    assert not is_due(notebook)
    keeper.last_copy()
    assert copies(notebook) == 1


def test_locking_calls_a_copy_off_at_once(qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook) -> None:
    """The keys are gone within a moment, and nothing half-made stays."""
    keeper.look()
    time.sleep(0.2)
    began = time.monotonic()
    keeper.stop()
    assert time.monotonic() - began < 0.5
    assert list((notebook.folder / FOLDER).glob(".carnet-*")) == []
    assert copies(notebook) in {0, 1}


def test_whoever_switches_them_off_gets_none(qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook) -> None:
    """Except the one that is asked for."""
    notebook.preferences.set(OFF, True)
    looked(qtbot, keeper)
    keeper.last_copy()
    assert copies(notebook) == 0
    keeper.make_now()
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
    assert copies(notebook) == 1


def test_switched_off_they_still_give_back_what_was_erased(
    qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook
) -> None:
    """Erased for ever is erased from the copies too; where there is none, none is made for it."""
    student = builders.kept_student(notebook)
    looked(qtbot, keeper)
    keeper.make_now()
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
    assert copies(notebook) == 2
    notebook.preferences.set(OFF, True)
    erase_for_ever(notebook, kind="student", record_id=student.id)
    finish_erasing(notebook)
    keeper._tried -= 31 * 60
    looked(qtbot, keeper)
    (left,) = list_copies(notebook.folder / FOLDER)
    opened = Notebook.open(left.folder, passphrase=builders.PHRASE)
    assert opened.students.find(student.id) is None
    opened.close()
    shutil.rmtree(left.folder)
    finish_erasing(notebook)
    keeper._tried -= 31 * 60
    looked(qtbot, keeper)
    assert copies(notebook) == 0


def test_a_failure_is_told_and_goes_with_the_next_copy(
    qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook
) -> None:
    """Where nothing can be written the person is told, and work goes on."""
    (notebook.folder / FOLDER).write_bytes(b"in the way")
    looked(qtbot, keeper)
    assert isinstance(keeper.failure, FileNotWritten)
    (notebook.folder / FOLDER).unlink()
    keeper.make_now()
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
    assert keeper.failure is None
    assert copies(notebook) == 1


def test_a_drive_that_comes_back_has_its_copy_within_a_minute(
    qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook, tmp_path: object
) -> None:
    """Nobody has to press anything, and no copy beside the notebook is made for it."""
    stick = notebook.folder.parent / "stick"
    stick.mkdir()
    place = name_second_place(notebook, folder=stick)
    assert place is not None
    place.rename(stick / "away")
    looked(qtbot, keeper)
    assert keeper.seen is not None
    assert keeper.seen.waiting
    (stick / "away").rename(place)
    builders.kept_student(notebook)
    looked(qtbot, keeper)
    assert len(list_copies(place)) == 1
    assert copies(notebook) == 1
    assert not keeper.seen.waiting


def test_typing_and_saving_never_wait_for_a_copy(
    qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook
) -> None:
    """While a copy is made, a save in the window's thread takes what it always takes."""
    for number in range(300):
        builders.kept_student(notebook, family_name=f"Reis{number}", street="x" * 4000)
    keeper.make_now()
    longest = 0.0
    while keeper.busy:
        began = time.monotonic()
        builders.kept_student(notebook)
        longest = max(longest, time.monotonic() - began)
        qtbot.wait(300)
    assert keeper.failure is None
    assert copies(notebook) == 1
    assert longest < 0.25, "a save that meets a copy goes first"


def test_the_structure_is_looked_at_once_a_week_when_nobody_writes(
    qtbot: QtBot, keeper: CopyKeeper, notebook: Notebook
) -> None:
    """Not while somebody works; afterwards not again for seven days."""
    builders.kept_student(notebook)
    looked(qtbot, keeper)
    looked(qtbot, keeper)
    assert check_is_due(notebook), "something was written a moment ago"
    long_ago = time.time() - 600
    for path in notebook.keys_of_files():
        os.utime(path, (long_ago, long_ago))
    looked(qtbot, keeper)
    assert not check_is_due(notebook)
    assert not read_record(notebook.folder).damaged
    record = read_record(notebook.folder)
    for moment, due in (("2020-01-01T10:00:00Z", True), ("2099-01-01T10:00:00Z", True)):
        keep_record(notebook.folder, msgspec.structs.replace(record, checked_at=moment))
        assert check_is_due(notebook) is due


def test_a_check_leaves_off_for_whoever_writes(notebook: Notebook) -> None:
    """A save that meets a check is done at once."""
    for number in range(400):
        builders.kept_student(notebook, family_name=f"Reis{number}", street="x" * 8000)
    ended = threading.Event()
    ends: list[object] = []

    def check() -> None:
        while not ended.is_set():
            try:
                ends.append(check_structure(notebook))
            except Exception as error:
                ends.append(type(error).__name__)

    checking = threading.Thread(target=check)
    checking.start()
    longest = 0.0
    for _ in range(20):
        began = time.monotonic()
        builders.kept_student(notebook)
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.02)
    ended.set()
    checking.join()
    assert longest < 0.3
    assert set(ends) <= {True, "Interrupted"}
