"""A copy of the notebook, on another drive."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.copy_notebook import LAST_COPY, copy_notebook
from app.errors import CarnetError
from app.i18n import N_
from app.ui.ask_place import ask_folder
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar


class Copies(Section):
    """Made beside, while one goes on; says where and when."""

    key: ClassVar[str] = "copy"
    tab: ClassVar[str] = N_("Copy")
    lead: ClassVar[str] = N_(
        "A copy is encrypted like the notebook and opens with the same phrase. Keep it on another drive."
    )

    def focus_first(self, field: str) -> QWidget | None:
        """On the copy."""
        return self._copy

    def fill(self) -> None:
        """Where the notebook lies, the last copy, a new one."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._copy = Button(theme, text("Make a copy…"), icon="copy")
        self._copy.clicked.connect(self._choose_folder)
        self._copying = ProgressBar(theme)
        self._last = Label(theme, wrap=True)
        self._same_drive = Banner(theme)
        folder = Label(theme, str(workspace.notebook.folder), wrap=True)
        self.sheet.add_row(text("Notebook"), folder, gap=28)
        self.sheet.add_row(text("Last copy"), self._last, gap=16)
        self.sheet.add_row("", FlowRow(theme, self._copy), gap=20)
        self.sheet.add_row("", self._copying, gap=4)
        self.sheet.add_row("", self._same_drive, gap=4)
        self._show_last("")

    def _show_last(self, where: str) -> None:
        workspace = self.workspace
        last = workspace.notebook.preferences.get(LAST_COPY)
        if last is None:
            self._last.setText(workspace.text("None has been made yet."))
            return
        moment = workspace.locale.moment(last)
        said = (
            workspace.text("{moment}, read back whole: {folder}", moment=moment, folder=where)
            if where
            else workspace.text("{moment}, read back whole", moment=moment)
        )
        self._last.setText(said)

    def _choose_folder(self) -> None:
        place = ask_folder(self.page, self.workspace.text("Where the copy goes"))
        if place is not None:
            self.copy_to(place)

    def copy_to(self, folder: Path) -> None:
        """Make a copy in this folder and say where and when."""
        self._copy.setEnabled(False)
        self._same_drive.set_lines([])
        self._copying.start(self.workspace.text("The copy is being made and read back…"))
        self.workspace.tasks.run(
            partial(copy_notebook, self.workspace.notebook, destination=folder),
            done=self._tell_copy,
            failed=self._tell_no_copy,
            name=self.workspace.text("the copy"),
        )

    def _tell_copy(self, copy: Path) -> None:
        if not self.up:
            return
        self._copying.finish()
        self._copy.setEnabled(True)
        self._show_last(str(copy))
        if _on_one_drive(copy, self.workspace.notebook.folder):
            same = self.workspace.text(
                "This copy lies on the same drive as the notebook: if the drive is lost, both are."
            )
            self._same_drive.set_lines([("warning", same)])

    def _tell_no_copy(self, failure: CarnetError) -> None:
        if self.up:
            self._copying.finish()
            self._copy.setEnabled(True)
            self.workspace.failed.emit(failure)


def _on_one_drive(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
