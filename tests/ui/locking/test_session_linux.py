"""The computer says that the person has left, over a bus of the test's own."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from app.ui.application import Application
from app.ui.covers.unlock import Unlock
from app.ui.locking.session_linux import SessionLinux
from tests.architecture.house import ROOT

WAIT = 5_000
SLEEP = "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForSleep bool"
LOCK = "/org/freedesktop/login1/session/_31 org.freedesktop.login1.Session Lock none"
CHANGED = (
    "/org/freedesktop/login1/session/_31 org.freedesktop.DBus.Properties PropertiesChanged changed"
    " org.freedesktop.login1.Session"
)
SAVER = "/org/freedesktop/ScreenSaver org.freedesktop.ScreenSaver ActiveChanged bool"
GNOME = "/org/gnome/ScreenSaver org.gnome.ScreenSaver ActiveChanged bool"
Say = Callable[[str], None]


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus nobody else is on."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10)


@pytest.fixture
def system(bus: str) -> Iterator["subprocess.Popen[str]"]:
    """Somebody in another process who plays the system."""
    system = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.locking.bus", bus],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert system.stdout is not None
    assert system.stdin is not None
    assert system.stdout.readline() == "there\n"
    yield system
    system.stdin.close()
    system.wait(10)


@pytest.fixture
def say(system: "subprocess.Popen[str]") -> Say:
    """Have it say something."""

    def speak(line: str) -> None:
        assert system.stdin is not None
        system.stdin.write(line + "\n")
        system.stdin.flush()

    return speak


@pytest.fixture
def session(bus: str, say: Say, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionLinux]:
    """Listening there, in session _31, and to nothing on this computer."""
    monkeypatch.setenv("XDG_SESSION_ID", "_31")
    connected = QDBusConnection.connectToBus(bus, "carnet-test")
    yield SessionLinux(system=connected, session=connected)
    QDBusConnection.disconnectFromBus("carnet-test")


@pytest.mark.parametrize(
    "line",
    [
        f"{SLEEP} true", LOCK, f"{CHANGED} Active false", f"{CHANGED} LockedHint true", f"{SAVER} true",
        f"{GNOME} true",
    ],
)  # fmt: skip
def test_leaving_is_heard(session: SessionLinux, say: Say, qtbot: QtBot, line: str) -> None:
    """Sleep, lock, another person at the screen, the desktop's own screen saver."""
    with qtbot.waitSignal(session.left, timeout=WAIT):
        say(line)


@pytest.mark.parametrize(
    "line", [f"{SLEEP} false", f"{CHANGED} Active true", f"{CHANGED} IdleHint true", f"{SAVER} false"]
)
def test_coming_back_is_not_leaving(session: SessionLinux, say: Say, qtbot: QtBot, line: str) -> None:
    """Waking up and unlocking close nothing."""
    heard: list[str] = []
    session.left.connect(lambda: heard.append(line))
    say(line)
    with qtbot.waitSignal(session.left, timeout=WAIT):  # heard in their order
        say(LOCK)
    assert len(heard) == 1


def test_the_open_notebook_locks(carnet: Application, session: SessionLinux, say: Say, qtbot: QtBot) -> None:
    """From the word of the system to the cover."""
    session.left.connect(carnet.locking.wanted)
    say(f"{SLEEP} true")
    qtbot.waitUntil(lambda: isinstance(carnet.window.currentWidget(), Unlock), timeout=WAIT)
    assert carnet.main is None


def test_another_persons_session_is_theirs(session: SessionLinux, say: Say, qtbot: QtBot) -> None:
    """Somebody else locking their own screen closes nothing here."""
    heard: list[str] = []
    session.left.connect(lambda: heard.append("left"))
    say(LOCK.replace("_31", "_32"))
    with qtbot.waitSignal(session.left, timeout=WAIT):
        say(LOCK)
    assert heard == ["left"]


def test_sleep_waits_until_the_notebook_is_closed(
    session: SessionLinux, system: "subprocess.Popen[str]"
) -> None:
    """Held back while a notebook is open, and let go when it is shut: a second sleep is not for ever."""
    assert system.stdout is not None
    for _ in range(2):
        session.delay_sleep()
        assert system.stdout.readline() == "held sleep Carnet delay\n"
        session.let_sleep()
        assert system.stdout.readline() == "let go\n"


def test_without_a_bus_nothing_is_heard_and_nothing_breaks(qtbot: QtBot) -> None:
    """A computer without such a service is one where idleness alone locks."""
    nobody = QDBusConnection.connectToBus("unix:path=/nowhere", "carnet-nobody")
    session = SessionLinux(system=nobody, session=nobody)
    session.delay_sleep()
    session.let_sleep()
