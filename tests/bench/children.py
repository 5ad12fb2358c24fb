"""Programs that are started anew for each sample; each prints moments of the system's clock and memory."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from app import settings
from tests.architecture.house import ROOT

_SIZE = (1366, 768)
_WATCH = """
def memory():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024

class Painted(QObject):
    '''Calls once, when this widget has been painted and everything with it.'''
    def __init__(self, widget, then):
        super().__init__(widget)
        self.then = then
        widget.installEventFilter(self)
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint and self.then:
            then, self.then = self.then, None
            QTimer.singleShot(0, then)
        return False

def told(*figures):
    print(*figures, flush=True)
    os._exit(0)
"""
# Qt and nothing else: a label, a field for a phrase, a button
BARE_PROMPT = f"""
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
{_WATCH}
application = QApplication(sys.argv)
window = QWidget()
column = QVBoxLayout(window)
column.addWidget(QLabel("Phrase de passe"))
field = QLineEdit()
field.setEchoMode(QLineEdit.EchoMode.Password)
column.addWidget(field)
column.addWidget(QPushButton("Ouvrir"))
field.setFocus()
watch = Painted(field, lambda: told(time.monotonic(), memory()))
window.resize({_SIZE[0]}, {_SIZE[1]})
window.show()
application.exec()
"""
# The program itself, from its own entry point, with an eye on the field of its cover
_PROGRAM = f"""
import os, sys, time
from app import __main__ as program
import app.ui.application as wiring
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
{_WATCH}
show_cover = wiring.Application.show_unlock
def watched(self):
    show_cover(self)
    self.field = self.window.currentWidget().findChild(QLineEdit)
    self.watch = Painted(self.field, lambda: prompt(self))
wiring.Application.show_unlock = watched
"""
_START = "sys.exit(program.main([]))\n"  # as an icon starts it; the settings say which notebook
PROMPT = (
    _PROGRAM
    + """
def prompt(carnet):
    told(time.monotonic(), memory())
"""
    + _START
)
PROMPT_SETTLED = (
    _PROGRAM
    + """
def prompt(carnet):
    QTimer.singleShot(1500, lambda: told(0, memory()))
"""
    + _START
)
UNLOCK = (
    _PROGRAM
    + """
from app.ui.widgets.sheet import Sheet
show_main = wiring.Application._show_main
def shown(self, opened, here):
    show_main(self, opened, here)
    self.second = Painted(self.main.findChild(Sheet), lambda: listed(self))
wiring.Application._show_main = shown
def prompt(carnet):
    QTimer.singleShot(2000, lambda: unlock(carnet))
def unlock(carnet):
    carnet.tasks.submit(lambda: None).result()  # what comes in while the phrase is typed has come in
    carnet.field.setText(sys.argv[1])
    carnet.pressed = time.monotonic()
    carnet.field.returnPressed.emit()
def listed(carnet):
    took = time.monotonic() - carnet.pressed
    QTimer.singleShot(500, lambda: told(took, memory()))
"""
    + _START
)
# Argon2id, a raw key, the newest fifty, one list: what unlocking cannot do without
BARE_UNLOCK = f"""
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from tests.bench.bare import connect
{_WATCH}
application = QApplication(sys.argv)
field = QLineEdit()
field.resize({_SIZE[0]}, {_SIZE[1]})
field.show()
folder, phrase, key, memory_kib, iterations, lanes = sys.argv[1:]
def unlock():
    global view, watch, began
    began = time.monotonic()
    Argon2id(
        salt=bytes(16), length=32, iterations=int(iterations), lanes=int(lanes), memory_cost=int(memory_kib)
    ).derive(phrase.encode())
    connection = connect(Path(folder) / "notebook.db", bytes.fromhex(key))
    rows = connection.execute(
        "SELECT i.date, i.start, s.family_name, s.given_name FROM interview i"
        " JOIN student s ON s.id = i.student_id ORDER BY i.date DESC, i.start DESC, i.id DESC LIMIT 50"
    ).fetchall()
    view = QListView()
    view.setModel(QStringListModel([" ".join(row) for row in rows]))
    view.resize({_SIZE[0]}, {_SIZE[1]})
    watch = Painted(view.viewport(), lambda: told(time.monotonic() - began, memory()))
    view.show()
QTimer.singleShot(500, unlock)
application.exec()
"""


class Child(NamedTuple):
    """What one start gave: milliseconds from its beginning, or of what it timed itself; memory in MiB."""

    took: float
    memory: float


def home_of(folder: Path, notebook: Path) -> Path:
    """A home whose settings name a notebook, as after the first day."""
    known = settings.Settings(language="fr", theme="light", last_notebook=str(notebook))
    settings.save(settings=known, file=folder / ".config" / "carnet" / "settings.json")
    return folder


def run(program: str, *arguments: Any, home: Path, from_start: bool = True) -> Child:
    """Start it in this home and wait for its line."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = plain | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, text=True, cwd=ROOT, env=environment, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, memory = map(float, done.stdout.split())
    return Child((first - (began if from_start else 0)) * 1000, memory)
