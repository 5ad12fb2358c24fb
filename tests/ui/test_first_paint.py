"""What is loaded when the window is first painted, and what comes after."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from app.ui import application

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False

qt = application.make_application(["carnet"])
carnet = application.Application(qt, notebook=Path(sys.argv[1]) if sys.argv[1] else None)
watch = Watch()
carnet.window.installEventFilter(watch)
carnet.start()
qt.exec()
"""

# What opens, writes, prints or looks up, and what is slow to import for other reasons.
LATER = {
    "babel", "charset_normalizer", "concurrent", "cryptography", "filelock", "keyring", "msgspec",
    "multiprocessing", "pypdfium2", "reportlab", "secrets", "socket", "sqlcipher3", "sqlite3", "tomllib",
    "xml", "zxcvbn",
}  # fmt: skip
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}


@pytest.fixture
def loaded(tmp_path: Path) -> "type[Loaded]":
    """Starts the window in a process of its own, with settings of its own."""
    Loaded.home = tmp_path
    return Loaded


class Loaded:
    """The names of the modules at the first paint."""

    home: Path

    def __init__(self, notebook: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(self.home)}
        done = subprocess.run(
            [sys.executable, "-c", CHILD, notebook],
            env=environment, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        self.modules = set(json.loads(done.stdout))

    @property
    def packages(self) -> set[str]:
        """The first parts of their names."""
        return {name.split(".")[0] for name in self.modules}


def test_the_cover_is_painted_before_anything_slow_is_loaded(loaded: type[Loaded], tmp_path: Path) -> None:
    """Before the phrase can be typed: Qt's three basic modules and our own light ones, nothing else."""
    at_paint = loaded(str(tmp_path / "notebook"))
    assert at_paint.packages & LATER == set()
    assert {name for name in at_paint.modules if name.startswith("PySide6.Qt")} <= QT
    rooms = {name.split(".")[1] for name in at_paint.modules if name.startswith("app.")}
    assert rooms <= {"errors", "i18n", "log", "models", "paths", "settings", "ui"}


def test_the_first_start_is_as_light(loaded: type[Loaded]) -> None:
    """Somebody's very first sight of Carnet does not wait for the encryption either."""
    at_paint = loaded("")
    assert at_paint.packages & LATER == set()
    assert {name for name in at_paint.modules if name.startswith("PySide6.Qt")} <= QT
