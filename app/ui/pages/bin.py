"""The bin: what was put away, and the way back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.history.put_back import put_back
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.kept_rows import add_kept_rows
from app.ui.pages.page import Page
from app.ui.past_year_rows import add_past_year_rows
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import Sheet
from app.ui.words.bin_words import Binned, binned
from app.ui.workspace import Workspace

_MOST = 200  # lines at once; older ones on demand


class BinPage(Page):
    """Each line puts its record back where it was; erasing for ever is asked on a page of its own."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._sheet = Sheet(workspace.theme, margin=132)
        self._lines: list[DayLine] = []
        self._shown = _MOST
        back = Button(workspace.theme, workspace.text("Back"), kind="quiet", icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self._sheet.header.add_right(back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """The bin as it is now."""
        self._shown = _MOST
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """Something came or went."""
        here = self.focusWidget()
        focused = next((n for n, line in enumerate(self._lines) if line is here), None)
        self._show()
        if focused is not None:
            self._focus(focused)

    def focus_first(self) -> None:
        """On what was put away last."""
        self._focus(0)

    def _focus(self, line: int) -> None:
        if self._lines:
            self._lines[min(line, len(self._lines) - 1)].setFocus()
        else:
            self.setFocus()

    def _show(self) -> None:
        workspace = self.workspace
        found = binned(workspace)
        self._sheet.clear()
        self._show_unfinished()
        self._lines = []
        self._show_bin(found)
        add_kept_rows(workspace, self._sheet)
        add_past_year_rows(workspace, self._sheet)

    def _show_bin(self, found: list[Binned]) -> None:
        workspace, text = self.workspace, self.workspace.text
        if not found:
            self._sheet.set_title(text("Bin"))
            waits = text("What you put in the bin waits here until you put it back.")
            empty = EmptyState(workspace.theme, title=text("The bin is empty"), text=waits)
            self._sheet.add_row("", empty)
            return
        words = workspace.locale.plural("{n} thing put away", "{n} things put away", len(found))
        self._sheet.set_title(text("Bin"), words)
        for line in found[: self._shown]:
            self._add(line)
        if len(found) > self._shown:
            older = Button(workspace.theme, text("Older ones"), kind="quiet", icon="caret-down")
            older.clicked.connect(self._show_older)
            self._sheet.add_row("", older)

    def _show_unfinished(self) -> None:
        """The last step of an erasing failed, or the program was stopped before it."""
        workspace, text = self.workspace, self.workspace.text
        waiting = [one for one in workspace.notebook.erasures.list() if one.finished_at is None]
        if waiting:
            finish = Button(workspace.theme, text("Finish now"), kind="outlined", small=True)
            finish.clicked.connect(lambda: workspace.go("certificate", record_id=waiting[0].id))
            said = text("Something erased is not finished: the file could not be written anew yet.")
            self._sheet.add_row("", Banner(workspace.theme, [("warning", said)], actions=[finish]), gap=8)

    def _add(self, line: Binned) -> None:
        workspace = self.workspace
        button = DayLine(
            workspace.theme, line.name, after=line.after, detail=line.detail,
            right=workspace.text("Put back"), right_ink="accent",
        )  # fmt: skip
        button.clicked.connect(partial(self._put_back, line))
        self._lines.append(button)
        erase = Button(workspace.theme, workspace.text("Erase for ever…"), kind="quiet", small=True)
        erase.setAccessibleDescription(line.name)
        erase.clicked.connect(partial(self._erase, line))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 1)
        row.addWidget(erase, 0, Qt.AlignmentFlag.AlignTop)
        self._sheet.add_row(workspace.locale.moment(line.at), both, gap=6, buddy=button)

    def _put_back(self, line: Binned, *_: object) -> None:
        workspace = self.workspace
        workspace.act(
            put_back, library=workspace.library, kind=line.kind, record_id=line.record_id,
            today=workspace.today,
        )  # fmt: skip

    def _erase(self, line: Binned, *_: object) -> None:
        self.workspace.go("erase", kind=line.kind, record_id=line.record_id)

    def _show_older(self) -> None:
        before = self._shown
        self._shown += _MOST
        self._show()
        self._focus(before)
