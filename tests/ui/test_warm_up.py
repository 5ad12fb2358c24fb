"""What is loaded while the phrase is typed, and in which thread."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.house import ROOT

CHILD = """
import json, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from app.ui import application

aside = []
def hear(event, given):
    if event == "import" and threading.current_thread() is not threading.main_thread():
        aside.append(given[0])

sys.addaudithook(hear)
qt = application.make_application(["carnet"])
carnet = application.Application(qt, notebook=Path(sys.argv[1]))
carnet.start()

def look():
    if "app.ui.main_window" in sys.modules:
        print(json.dumps([sorted(set(aside)), sorted(sys.modules)]), flush=True)
        carnet.tasks.stop()
        qt.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(qt.exec())
"""


def test_no_other_thread_makes_windows(tmp_path: Path) -> None:
    """Everything is loaded before it is needed, and what stands on Qt in the window's own thread alone."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "notebook")],
        env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    aside, loaded = json.loads(done.stdout)
    assert {"app.ui.opening", "app.storage.notebook"} <= set(aside)
    assert "app.ui.pages.sheet" in loaded
    assert not {"reportlab", "pypdfium2"} & set(loaded), "paper is loaded when there is a paper"
    ours = [ROOT / f"{name.replace('.', '/')}.py" for name in aside if name.startswith("app.ui")]
    assert [file.name for file in ours if file.exists() and "PySide6" in file.read_text("utf-8")] == []
