"""The pictures of the guide and the README, taken from the real window on invented people.

    .venv/bin/python docs/take_pictures.py

Writes docs/pictures/<language>-<screen>.png, 1366×768, in French and English.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from app import paths  # noqa: E402
from app.actions.make_demonstration import make_demonstration  # noqa: E402
from app.frameworks.library import Library  # noqa: E402
from app.i18n import Locale  # noqa: E402
from app.security.passphrase import FLOOR  # noqa: E402
from app.ui.application import make_application  # noqa: E402
from app.ui.covers.first_start import FirstStart  # noqa: E402
from app.ui.covers.unlock import Unlock  # noqa: E402
from app.ui.destination import Destination  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402
from app.ui.opening import opened  # noqa: E402
from app.ui.qt_words import QtWords  # noqa: E402
from app.ui.tasks import Tasks  # noqa: E402
from app.ui.theme.dress import dress  # noqa: E402
from app.ui.theme.theme import Theme  # noqa: E402
from app.ui.workspace import Workspace  # noqa: E402

LIST = ROOT / "tests/samples/rosters/webuntis.txt"
PHRASE = "quatre mots inventés seulement"


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(widget: QWidget, name: str) -> None:
    """One picture."""
    wait(900)
    widget.grab().save(str(ROOT / "docs/pictures" / f"{name}.png"))


def covers(theme: Theme, locale: Locale, tasks: Tasks, folder: Path) -> None:
    """What is seen before the notebook is open."""
    for name, page in (
        ("first-start", FirstStart(theme, locale, tasks)),
        ("unlock", Unlock(theme, locale, tasks, folder=folder)),
    ):
        page.resize(1366, 768)
        page.show()
        take(page, f"{locale.code}-{name}")
        page.hide()


def pages(window: MainWindow, workspace: Workspace) -> None:
    """Every page the guide speaks of."""
    notebook = workspace.notebook
    lines = notebook.students.page(followed=True)
    student = next(line.id for line in lines if notebook.guardians.of_student(line.id))
    interview = notebook.interviews.of_student([student])[-1]
    referral = notebook.referrals.newest(limit=1)[0]
    screens: dict[str, Callable[[], object]] = {
        "today": lambda: window.go(Destination("today")),
        "student": lambda: window.go(Destination("students", record_id=student)),
        "interview": lambda: window.go(Destination("sheet", kind="interview", record_id=interview.id)),
        "referral": lambda: window.go(Destination("sheet", kind="referral", record_id=referral.id)),
        "paper": lambda: window.go(Destination("paper", kind="referral", record_id=referral.id)),
        "roster": lambda: _roster(window),
        "search": lambda: _search(window),
    }
    for name, show in screens.items():
        show()
        take(window, f"{workspace.locale.code}-{name}")


def _roster(window: MainWindow) -> None:
    window.go(Destination("roster"))
    page = window.page()
    assert hasattr(page, "read")
    page.read(LIST)


def _search(window: MainWindow) -> None:
    window.go(Destination("students"))
    wait(300)
    window.search("ines")


def main() -> None:
    """French, then English."""
    application = make_application(sys.argv[:1])
    theme = Theme("light", 1.0)
    dress(application, theme)
    for language in ("fr", "en"):
        with tempfile.TemporaryDirectory() as folder:
            QtWords(application).speak(language)
            locale, tasks = Locale(language), Tasks()
            notebook = make_demonstration(
                Path(folder) / "notebook", library=Library.load(paths.resources()), locale=locale,
                passphrase=PHRASE, cost=FLOOR,
            )  # fmt: skip
            covers(theme, locale, tasks, notebook.folder)
            everything = opened(notebook)
            workspace = Workspace(
                notebook, library=everything.library, personal=everything.personal, locale=locale,
                theme=theme, tasks=tasks,
            )  # fmt: skip
            window = MainWindow(workspace)
            window.resize(1366, 768)
            window.show()
            pages(window, workspace)
            window.leave_everything()
            tasks.stop()
            everything.personal.close()
            notebook.close()
            window.hide()


if __name__ == "__main__":
    main()
