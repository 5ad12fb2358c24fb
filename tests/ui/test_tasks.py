"""The one worker: slow work leaves the window alone and every end of it is told."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from app.errors import CarnetError, DiskFull, Unexpected
from app.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """A worker of the test's own."""
    tasks = Tasks()
    yield tasks
    tasks.stop()


def test_the_answer_comes_into_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    """Work is done elsewhere; what is done with its result is done where widgets may be touched."""
    told: list[tuple[int, int]] = []
    tasks.run(threading.get_ident, done=lambda worker: told.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    worker, window = told[0]
    assert worker != window
    assert window == threading.get_ident()


def test_no_answer_comes_before_who_asked_has_gone_on(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work that is over before one could listen for its end is answered later all the same."""
    submit = tasks._pool.submit

    def over_at_once(work: Callable[[], object]) -> "Future[object]":
        future = submit(work)
        future.result()
        return future

    monkeypatch.setattr(tasks._pool, "submit", over_at_once)
    told: list[int] = []
    tasks.run(lambda: 1, done=told.append)
    assert told == []
    qtbot.waitUntil(lambda: told == [1])


def test_one_thing_after_the_other(qtbot: QtBot, tasks: Tasks) -> None:
    """Whoever waits for the last thing has waited for all of them."""
    order: list[int] = []
    for n in range(20):
        tasks.submit(lambda n=n: order.append(n))  # type: ignore[misc]
    tasks.submit(lambda: None).result()
    assert order == list(range(20))


@pytest.mark.parametrize(("raised", "told"), [(DiskFull(), DiskFull), (ValueError("Inês"), Unexpected)])
def test_every_failure_is_told_as_one_that_has_a_sentence(
    qtbot: QtBot, tasks: Tasks, raised: Exception, told: type[CarnetError]
) -> None:
    """A page that waits is never left waiting, also by what nobody foresaw."""
    failures: list[CarnetError] = []

    def fail() -> None:
        raise raised

    tasks.run(fail, done=lambda _: None, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert type(failures[0]) is told


def test_what_nobody_waits_for_is_announced(qtbot: QtBot, tasks: Tasks) -> None:
    """Without anybody to tell, the window is told."""

    def fail() -> None:
        raise ValueError

    with qtbot.waitSignal(tasks.broke) as broke:
        tasks.run(fail, done=lambda _: None)
    assert isinstance(broke.args[0], ValueError)
