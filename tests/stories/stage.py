"""A screen, a window manager, a keyboard and an accessibility bus of a test's own.

Nothing of the person's own session is used or changed: own display, own bus, own home.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import pytest

from tests.architecture.house import ROOT
from tests.stories.traced import traced

SYSTEM_PYTHON = "/usr/bin/python3"  # the accessibility bindings exist only there
_PROGRAMS = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "pdftotext": "poppler-utils",
    "strace": "strace",
}
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PATIENCE = 15  # seconds


def missing_packages() -> list[str]:
    """Debian's names of what this computer lacks for playing a story."""
    missing = [package for program, package in _PROGRAMS.items() if shutil.which(program) is None]
    if not any(Path(launcher).exists() for launcher in _LAUNCHERS):
        missing.append("at-spi2-core")
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True)
    return missing if asked.returncode == 0 else [*missing, "python3-pyatspi"]


class Stage:
    """Everything a program with a window needs around it, put away again at the end."""

    def __init__(self, folder: Path, *, language: str = "C.UTF-8") -> None:
        self.folder, self._language = folder, language
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self._ends = ExitStack()
        # sockets have short names, whatever the folder of the tests is called
        self._short = Path(self._ends.enter_context(tempfile.TemporaryDirectory(prefix="story-")))
        self.environment = self._surroundings()

    def __enter__(self) -> "Stage":
        missing = missing_packages()
        if missing:
            line = f"apt-get install --no-install-recommends {' '.join(missing)}"
            pytest.fail(f"To play the stories on a real window, type: {line}", pytrace=False)
        try:
            display = self._announced(
                ["Xvfb", "-displayfd", "{}", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
            )
            self.environment["DISPLAY"] = f":{display}"
            bus = self._announced(["dbus-daemon", "--session", "--nofork", "--print-address={}"])
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
            subprocess.run(
                ["setxkbmap", "-layout", "fr", "-variant", "oss"], env=self.environment, check=True
            )
            self.start(["openbox", "--sm-disable"], "openbox")
        except BaseException:
            self._ends.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def start(self, command: list[str], name: str, **pipes: int) -> subprocess.Popen[str]:
        """A process of this stage; what it complains about is in the folder, and it ends with the stage."""
        complaints = self._ends.enter_context((self.folder / f"{name}.log").open("a"))
        process = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, text=True, stderr=complaints, **pipes
        )
        self._ends.callback(_end, process)
        return process

    def open_program(self, *arguments: str, record: Path | None = None) -> subprocess.Popen[str]:
        """The program as a person starts it; `record` is where what it asks of the system is written down."""
        watched = traced(record) if record else []
        return self.start([*watched, sys.executable, "-m", "app", *arguments], "program")

    def _announced(self, command: list[str]) -> str:
        """Start a server that says on a file descriptor where it is to be found."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as answer:
            complaints = self._ends.enter_context((self.folder / f"{command[0]}.log").open("a"))
            process = subprocess.Popen(
                [part.format(writing) for part in command],
                env=self.environment, pass_fds=[writing], stderr=complaints,
            )  # fmt: skip
            os.close(writing)
            self._ends.callback(_end, process)
            return answer.readline().strip()

    def _surroundings(self) -> dict[str, str]:
        own = {
            "HOME": self.home, "XDG_CONFIG_HOME": self.home / ".config", "XDG_DATA_HOME": self.home / "data",
            "XDG_STATE_HOME": self.home / "state", "XDG_CACHE_HOME": self.home / ".cache",
            "XDG_RUNTIME_DIR": self._short, "TMPDIR": self._short,
        }  # fmt: skip
        return {
            **{name: str(folder) for name, folder in own.items()},
            "PATH": os.environ["PATH"],
            "LANG": self._language,
            "GSETTINGS_BACKEND": "memory",
            "PYTHONFAULTHANDLER": "1",
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


def _end(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
