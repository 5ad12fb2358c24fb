"""Keeping what is typed within a second."""

import time
from concurrent.futures import Future
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.errors import DiskFull, SavingFailed
from app.ui.form_view.draft_keeper import RETRY, WAIT, DraftKeeper


class Typing(QObject):
    """A sheet reduced to what a keeper asks of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def key(self, letter: str) -> None:
        """One key."""
        self.text += letter
        self.changed.emit()

    def raw(self) -> dict[str, Any]:
        """What is held."""
        return {"text": self.text}

    def cursor(self) -> dict[str, Any]:
        """Where one types."""
        return {"at": len(self.text)}


class Disk:
    """Remembers what was written and when; may refuse, or take its time in another thread."""

    def __init__(self) -> None:
        self.written: list[tuple[float, str]] = []
        self.refuses: Exception | None = None
        self.pending: list[Future[None]] = []
        self.slow = False

    def keep(self, content: dict[str, Any], cursor: dict[str, Any]) -> "Future[None] | None":
        """Write."""
        assert cursor == {"at": len(content["text"])}
        if self.slow:
            future: Future[None] = Future()
            self.pending.append(future)
        else:
            future = Future()
            if self.refuses is None:
                future.set_result(None)
            else:
                future.set_exception(self.refuses)
        self.written.append((time.monotonic(), content["text"]))
        return future


@pytest.fixture
def typing() -> Typing:
    """An empty sheet."""
    return Typing()


@pytest.fixture
def disk() -> Disk:
    """A healthy disk."""
    return Disk()


@pytest.fixture
def keeper(typing: Typing, disk: Disk) -> DraftKeeper:
    """The keeper between them."""
    return DraftKeeper(typing, disk.keep)


def test_continuous_typing_is_written_within_a_second(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """No key waits longer than a second, however long one goes on typing."""
    keys: list[float] = []
    end = time.monotonic() + 2.6
    while time.monotonic() < end:
        typing.key("x")
        keys.append(time.monotonic())
        qtbot.wait(60)
    qtbot.waitUntil(lambda: not keeper.unsaved)
    assert len(disk.written) >= 3
    for number, pressed in enumerate(keys, start=1):
        on_disk = min(at for at, text in disk.written if len(text) >= number)
        assert on_disk - pressed < 1.0


def test_kept_is_told_with_the_clock(qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper) -> None:
    """The page can say when."""
    with qtbot.waitSignal(keeper.kept, timeout=WAIT + 800) as told:
        typing.key("a")
    assert len(told.args[0]) == len("14:32:07")
    assert not keeper.unsaved


def test_a_refusal_is_told_and_tried_again(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """A full disk is said in its own words; when there is room again, the text is written without a key."""
    disk.refuses = DiskFull()
    with qtbot.waitSignal(keeper.failed, timeout=WAIT + 800) as told:
        typing.key("a")
    assert isinstance(told.args[0], DiskFull)
    assert keeper.unsaved
    disk.refuses = None
    with qtbot.waitSignal(keeper.kept, timeout=RETRY + 800):
        pass
    assert disk.written[-1][1] == "a"


def test_any_other_failure_is_told_as_one_of_saving(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """What went wrong inside reaches nobody as it is."""
    disk.refuses = RuntimeError("private words")
    with qtbot.waitSignal(keeper.failed, timeout=WAIT + 800) as told:
        typing.key("a")
    assert isinstance(told.args[0], SavingFailed)


def test_one_writing_at_a_time_and_the_rest_follows(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """While a slow disk writes, typing goes on and is written next; news comes from another thread."""
    disk.slow = True
    typing.key("a")
    qtbot.waitUntil(lambda: len(disk.written) == 1, timeout=WAIT + 800)
    typing.key("b")
    qtbot.wait(WAIT + 200)
    assert len(disk.written) == 1
    Thread(target=disk.pending[0].set_result, args=(None,)).start()
    qtbot.waitUntil(lambda: len(disk.written) == 2, timeout=800)
    assert disk.written[-1][1] == "ab"
    with qtbot.waitSignal(keeper.kept, timeout=800):
        disk.pending[1].set_result(None)


def test_a_quick_disk_is_not_asked_at_every_key(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """What was typed while it wrote waits as long as any other key: a sheet is not read for each letter."""
    disk.slow = True
    typing.key("a")
    qtbot.waitUntil(lambda: len(disk.written) == 1, timeout=WAIT + 800)
    typing.key("b")
    pressed = time.monotonic()
    disk.pending[0].set_result(None)
    qtbot.waitUntil(lambda: len(disk.written) == 2, timeout=WAIT + 800)
    assert disk.written[-1][0] - pressed > WAIT * 0.8 / 1000
    disk.pending[1].set_result(None)


def test_flush_writes_at_once(typing: Typing, disk: Disk, keeper: DraftKeeper) -> None:
    """Leaving and locking wait for nothing; flushing twice writes once."""
    typing.key("a")
    keeper.flush()
    assert not keeper.unsaved
    assert [text for _, text in disk.written] == ["a"]
    keeper.flush()
    assert len(disk.written) == 1


def test_nothing_is_written_of_what_was_forgotten(
    qtbot: QtBot, typing: Typing, disk: Disk, keeper: DraftKeeper
) -> None:
    """A finished sheet writes no draft after it."""
    typing.key("a")
    keeper.forget()
    qtbot.wait(WAIT + 300)
    assert disk.written == []
