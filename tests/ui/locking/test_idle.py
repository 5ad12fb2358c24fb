"""Nobody touches anything."""

import time
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.changes import Changes
from app.settings import Settings
from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.destination import Destination
from app.ui.locking import clock
from app.ui.locking.countdown import Countdown
from app.ui.locking.hands import Hands
from app.ui.locking.idle import CALM, HOLD, WARNING, Idle
from app.ui.strips.hold_strip import HoldStrip
from tests.ui.locking.hands import open_with_phrase

LIMIT = 300.0


class Hours:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hours() -> Hours:
    """Standing at some moment."""
    return Hours()


@pytest.fixture
def said() -> list[object]:
    """What was announced."""
    return []


@pytest.fixture
def idle(qtbot: QtBot, hours: Hours, said: list[object]) -> Idle:
    """Counting five minutes."""
    idle = Idle(clock=hours)
    idle.left.connect(said.append)
    idle.over.connect(lambda: said.append("over"))
    idle.held.connect(lambda more: said.append(("held", more)))
    idle.start(LIMIT)
    return idle


def test_five_minutes_by_default() -> None:
    """Without anybody's doing it locks, after five minutes."""
    assert Settings().lock_after == 5


def test_it_counts_down_and_locks(idle: Idle, hours: Hours, said: list[object]) -> None:
    """Nothing is said for four and a half minutes, then every second, then it is over, once."""
    hours.now += LIMIT - WARNING - 1
    idle.look()
    assert said == []
    for _ in range(WARNING + 1):
        hours.now += 1
        idle.look()
    assert said == [*range(WARNING + 1, 1, -1), "over"]
    assert not idle._timer.isActive()


def test_a_touch_begins_again(idle: Idle, hours: Hours, said: list[object]) -> None:
    """Whoever comes back in the last second has all the time again, and the counting is gone at once."""
    hours.now += LIMIT - 1
    idle.look()
    idle.touch()
    assert said == [2, CALM]
    hours.now += LIMIT - WARNING - 1
    idle.look()
    assert said == [2, CALM]


def test_sleep_counts(idle: Idle, hours: Hours, said: list[object]) -> None:
    """A computer that slept for an hour locks at the first look, without a countdown nobody would see."""
    hours.now += 3600
    idle.look()
    assert said == ["over"]


def test_the_clock_goes_on_in_sleep_and_nobody_turns_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting the computer to 1970 or 2100 neither locks nor keeps open."""
    before = clock.seconds()
    for year in (0.0, 2_147_483_648.0, 4_102_444_800.0):
        monkeypatch.setattr(time, "time", lambda year=year: year)
        assert 0 <= clock.seconds() - before < 5
    assert abs(clock.seconds() - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1


def test_never_is_never(idle: Idle, hours: Hours, said: list[object]) -> None:
    """Who has chosen so is not locked out."""
    idle.start(0)
    hours.now += 100_000
    assert not idle._timer.isActive()
    assert said == []


def test_an_interview_holds_it_open_for_an_hour_at_most(idle: Idle, hours: Hours, said: list[object]) -> None:
    """Nobody is locked out while a child speaks; who forgets to say that it is over is, after a warning."""
    idle.hold()
    assert said == [("held", HOLD)]
    hours.now += HOLD - 1
    idle.look()
    assert said == [("held", HOLD)]
    hours.now += 2
    idle.look()
    assert said[1] == ("held", 0)
    assert said[2] == WARNING
    hours.now += WARNING
    idle.look()
    assert said[-1] == "over"


def test_a_hold_does_not_outlast_sleep(idle: Idle, hours: Hours, said: list[object]) -> None:
    """An interview does not go on while the computer sleeps into the night."""
    idle.hold()
    hours.now += HOLD + WARNING + 1
    idle.look()
    assert said[-1] == "over"


def test_the_end_of_an_interview_counts_from_then(idle: Idle, hours: Hours, said: list[object]) -> None:
    """Saying that it is over is a touch."""
    idle.hold()
    hours.now += 1800
    idle.release()
    hours.now += LIMIT - WARNING - 1
    idle.look()
    assert said == [("held", HOLD), ("held", 0)]


def test_the_window_counts_down_and_any_key_keeps_it_open(carnet: Application, qtbot: QtBot) -> None:
    """What is left is seen over the foot of the window; a key, a press or a movement ends it."""
    idle = carnet.locking._watching._idle  # type: ignore[union-attr]
    assert carnet.main is not None
    shown = carnet.main.findChild(Countdown)
    assert shown is not None
    touches = [
        lambda window: QTest.keyClick(window, Qt.Key.Key_Shift),
        lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.geometry().center()),
        lambda window: QTest.mouseMove(window, window.geometry().center() / 2),
    ]
    for touch in touches:
        idle._last -= 60 * 5 - 10
        idle.look()
        assert shown.isVisible()
        assert "Locks in " in shown.accessibleName()
        window = QGuiApplication.focusWindow()
        assert window is not None
        touch(window)
        QApplication.processEvents()
        assert not shown.isVisible()


def test_it_locks_and_what_was_typed_comes_back(carnet: Application, qtbot: QtBot) -> None:
    """Nobody pressed anything: the cover is there, and the half sentence after it."""
    main = carnet.main
    assert main is not None
    main.go(Destination("sheet", form="f1-interview"))
    main.page()._view.focus_question("demand")  # type: ignore[union-attr]
    qtbot.keyClicks(QApplication.focusWidget(), "Elle hesite enco")
    idle = carnet.locking._watching._idle  # type: ignore[union-attr]
    idle._last -= 60 * 5 + 1
    qtbot.waitUntil(lambda: isinstance(carnet.window.currentWidget(), Unlock), timeout=3000)
    main = open_with_phrase(qtbot, carnet)
    assert "Elle hesite enco" in str(main.page()._view.raw())  # type: ignore[union-attr]


def test_the_hold_is_seen_with_its_end(carnet: Application, qtbot: QtBot) -> None:
    """The window says until when, and how to end it."""
    main = carnet.main
    assert main is not None
    strip = main.findChild(HoldStrip)
    assert strip is not None
    main._act("hold")
    assert strip.isVisible()
    assert "at the latest" in strip.accessibleName()
    assert str(datetime.now().year) not in strip.accessibleName()
    strip.end_wanted.emit()
    assert not strip.isVisible()


def test_composed_letters_count_too(carnet: Application, qtbot: QtBot) -> None:
    """Who types through an input method is somebody who is there."""
    main = carnet.main
    assert main is not None
    main.go(Destination("sheet", form="f1-interview"))
    main.page()._view.focus_question("demand")  # type: ignore[union-attr]
    idle = carnet.locking._watching._idle  # type: ignore[union-attr]
    idle._last -= 60 * 5 - 10
    before = idle._last
    letter = QInputMethodEvent()
    letter.setCommitString("ê")
    QApplication.sendEvent(QApplication.focusWidget(), letter)
    assert idle._last > before + 200


def test_every_way_of_touching_counts(qapp: QApplication) -> None:
    """A finger, a pen, a file dragged over the window, a button held for long and let go."""
    window, hands = QWindow(), Hands(qapp)
    moved: list[QEvent.Type] = []
    kinds = [
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd, QEvent.Type.NativeGesture, QEvent.Type.TabletPress, QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        QEvent.Type.InputMethod,
    ]  # fmt: skip
    for kind in kinds:
        hands.moved.connect(lambda kind=kind: moved.append(kind))
        hands.eventFilter(window, QEvent(kind))
        hands.moved.disconnect()
    assert moved == kinds
    for kind in (QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.Expose):
        hands.moved.connect(lambda kind=kind: moved.append(kind))
        hands.eventFilter(window, QEvent(kind))
        hands.moved.disconnect()
    assert moved == kinds
    hands.deleteLater()


def test_who_works_without_keys_is_there(carnet: Application) -> None:
    """A voice that chooses a page, writes or saves something brings no key to the window."""
    main, idle = carnet.main, carnet.locking._watching._idle  # type: ignore[union-attr]
    assert main is not None
    for done in (
        lambda: main.workspace.go("students"),
        lambda: main.workspace.tell(Changes(items=frozenset({("student", "0" * 32)}))),
        main.workspace.kept.emit,
    ):
        idle._last -= 60 * 5 - 10
        before = idle._last
        done()
        assert idle._last > before + 200
