"""What the pieces of a screen cost before the first paint."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

LOOK = """
import importlib, pathlib, sys
for room in ("theme", "widgets"):
    for path in pathlib.Path("app/ui", room).glob("*.py"):
        importlib.import_module(f"app.ui.{room}.{path.stem}")
print(*sorted(name for name in sys.modules if name.startswith("PySide6.Qt")))
print(*(name for name in ("babel", "reportlab", "sqlcipher3", "keyring") if name in sys.modules))
"""


def test_only_three_parts_of_qt_and_nothing_slow() -> None:
    """Theme and widgets import QtCore, QtGui and QtWidgets; no SVG module, no slow library."""
    run = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)
    qt, slow = run.stdout.splitlines()
    assert qt.split() == ["PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"]
    assert slow == ""
