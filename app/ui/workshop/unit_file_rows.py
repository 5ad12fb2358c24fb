"""The one file a unit hands to its practitioners: written, looked into, taken in."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.actions.unit_changes.look_into_unit_file import UnitPreview, look_into_unit_file
from app.actions.unit_changes.take_unit_file import take_unit_file
from app.actions.unit_changes.write_unit_file import write_unit_file
from app.errors import CarnetError
from app.ui.ask_place import ask_file, ask_new_file
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workshop.difference_line import difference_line
from app.ui.workshop.refused import refused
from app.ui.workspace import Workspace

_MOST = 200  # lines of a preview; more are counted


class UnitFileRows(QWidget):
    """Nothing changes before what would change was shown."""

    def __init__(self, workspace: Workspace, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.hide()
        self._workspace = workspace
        self._preview: UnitPreview | None = None
        self._sheet = sheet
        theme, text = workspace.theme, workspace.text
        self.write = Button(theme, text("Write the file…"), icon="download-simple")
        self.look = Button(theme, text("Look into a file…"), icon="folder-open")
        self.take = Button(theme, text("Take it in"), kind="primary")
        self.leave = Button(theme, text("Leave as it was"), kind="outlined")
        self.banner, self.news = Banner(theme), Banner(theme, tone="calm")
        self._lines = Label(theme, wrap=True)
        self._answers = FlowRow(theme, self.take, self.leave, spacing=12)
        said = text("Words of forms, lists, letters and services, and the name of the unit: nobody’s data.")
        sheet.add_row(text("Hand out"), self._block(self.write, said), gap=24)
        said = text("What would change is shown first. Entries and files only you have stay.")
        sheet.add_row(text("Take in"), self._block(self.look, said), gap=24)
        for part in (self.news, self.banner, self._lines, self._answers):
            part.hide()
            sheet.add_row("", part, gap=10)
        self.write.clicked.connect(self._ask_where)
        self.look.clicked.connect(self._ask_which)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(lambda: self._show(None))

    def write_to(self, path: Path) -> None:
        """Write it there."""
        if self._workspace.act(write_unit_file, path=path):
            self._show(None, self._workspace.text("Saved as {file}.", file=path.name))

    def look_into(self, path: Path) -> None:
        """Show what it would change, or why it cannot be used."""
        workspace = self._workspace
        workspace.tasks.run(
            partial(look_into_unit_file, workspace.notebook, library=workspace.library, path=path),
            done=self._show,
            failed=self._refuse,
        )

    def _block(self, button: Button, words: str) -> QWidget:
        theme, block = self._workspace.theme, QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FlowRow(theme, button))
        column.addWidget(Label(theme, words, role="small", ink="ink2", wrap=True))
        return block

    def _show(self, preview: UnitPreview | None, news: str = "") -> None:
        if not isValid(self):  # somebody went elsewhere meanwhile
            return
        workspace, text = self._workspace, self._workspace.text
        self._preview = preview
        lines: list[str] = []
        wrong: list[tuple[str, str]] = []
        if preview is not None:
            name = preview.unit or text("a unit without a name")
            news = text("From {name}. Nothing is changed yet.", name=name)
            lines = [difference_line(workspace, one) for one in preview.differences[:_MOST]]
            rest = len(preview.differences) - len(lines)
            if rest:
                lines.append(workspace.locale.plural("and {n} more", "and {n} more", rest))
            if not lines:
                lines = [text("Everything in it is here already.")]
            wrong = [
                ("warning", text("{sentence} It is left out.", sentence=one.shortly(workspace.locale)))
                for one in preview.problems
            ]
        self.news.set_lines([("info" if preview else "check", news)] if news else [])
        self.news.setVisible(bool(news))
        self.banner.set_lines(wrong)
        self.banner.setVisible(bool(wrong))
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        self._answers.setVisible(bool(preview and preview.differences))

    def _refuse(self, failure: CarnetError) -> None:
        if not isValid(self):
            return
        self._show(None)
        self.banner.set_lines([("warning", refused(failure, self._workspace.locale))])
        self.banner.show()

    def _take(self) -> None:
        preview = self._preview
        if preview is not None and self._workspace.act(take_unit_file, preview=preview) and isValid(self):
            self._show(None, self._workspace.text("Taken in. The next sheet and the next paper use it."))

    def _ask_where(self) -> None:
        text = self._workspace.text
        kinds = text("Files of a unit (*.carnet-unit)")
        path = ask_new_file(self._sheet, text("Write the unit’s file"), kinds, name="unit.carnet-unit")
        if path is not None:
            self.write_to(path)

    def _ask_which(self) -> None:
        text = self._workspace.text
        kinds = text("Files of a unit (*.carnet-unit)")
        path = ask_file(self._sheet, text("Look into a unit’s file"), kinds)
        if path is not None:
            self.look_into(path)
