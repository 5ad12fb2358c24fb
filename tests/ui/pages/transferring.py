"""What the tests of cards and packages do on the pages of both sides."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.models.case import Case
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace
from tests import builders

WAIT = 20_000


def write(notebook: Notebook, library: Library, case: Case, conclusion: str) -> str:
    """One more interview in the case; its identifier."""
    sheet = builders.finished(
        notebook, library, student_id=case.student_id, values={"conclusion": conclusion}
    )
    with notebook.change():
        notebook.interviews.save(msgspec.structs.replace(sheet.record, case_id=case.id))
    return str(sheet.record.id)


def shown(qtbot: QtBot, page: Page, **where: str) -> None:
    """The page on a screen of 1366 by 768, opened there."""
    qtbot.addWidget(page)
    qtbot.kept = [*getattr(qtbot, "kept", []), page]  # type: ignore[attr-defined]  # never collected while painted
    page.workspace.changed.connect(page.show_changes)
    page.resize(1182, 768)
    page.show()
    page.open(Destination("transfer", **where))


def words(page: Page) -> str:
    """Everything the page says, once what was just added is seen."""
    QApplication.processEvents()
    labels = [label for label in page.findChildren(Label) if label.isVisibleTo(page)]
    return "\n".join(label.text() for label in labels)


def button(page: Page, said: str) -> Button:
    """The button that says this."""
    QApplication.processEvents()
    return next(one for one in page.findChildren(Button) if one.isVisibleTo(page) and one.words() == said)


def ground(page: Page) -> ComboField:
    """Where the ground is said."""
    return next(one for one in page.findChildren(ComboField) if one.accessibleName() == "On what ground")


def handed_over(qtbot: QtBot, workspace: Workspace, case: Case, folder: Path) -> Path:
    """The case handed over to the only correspondent; the file."""
    page = HandOverPage(workspace)
    (to,) = workspace.notebook.correspondents.list()
    shown(qtbot, page, record_id=to.id)
    page.choose(case.id)
    qtbot.waitUntil(lambda: page.preview is not None and bool(page.preview.leaves), timeout=WAIT)
    folder.mkdir(exist_ok=True)
    ground(page).choose("AGREEMENT")
    page.close_package(folder)
    qtbot.waitUntil(lambda: "is ready" in words(page), timeout=WAIT)
    return max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
