"""Long work says how far it is and ends when the person has had enough."""

import pytest
from pytestqt.qtbot import QtBot

from app.errors import CarnetError, Stopped
from app.models.progress import Progress
from app.ui.tasks import Tasks
from app.ui.watch import Watch


def counting(*, progress: Progress) -> int:
    for done in range(100_000_000):
        progress("reading", done, 100_000_000)
    return 0


def test_news_is_rare_and_stopping_is_quick(qtbot: QtBot) -> None:
    """A hundred million steps are no hundred million messages, and the next step after `stop` is the last."""
    tasks, watch = Tasks(), Watch()
    news: list[tuple[str, int, int]] = []
    told: list[CarnetError] = []
    watch.moved.connect(lambda *said: news.append(said))
    tasks.run(lambda: watch.run(counting), done=lambda _: None, failed=told.append)
    qtbot.waitUntil(lambda: len(news) >= 3)
    watch.stop()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Stopped)
    assert len(news) < 1000
    assert news[0][0] == "reading"
    tasks.stop()


def test_the_unexpected_is_heard(qtbot: QtBot) -> None:
    """Whoever waits is told that no answer will come; the error goes its own way."""
    watch = Watch()
    heard: list[bool] = []
    watch.broke.connect(lambda: heard.append(True))

    def broken(*, progress: Progress) -> None:
        raise ZeroDivisionError

    def refused(*, progress: Progress) -> None:
        raise Stopped

    with pytest.raises(ZeroDivisionError):
        watch.run(broken)
    with pytest.raises(Stopped):
        watch.run(refused)
    assert heard == [True]
