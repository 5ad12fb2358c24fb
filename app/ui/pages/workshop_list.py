"""A list with all its entries: hidden, shown, moved, renamed, added, set back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.unit_changes.hide_entry import hide_entry
from app.actions.unit_changes.look_at_list import EntryLine, look_at_list
from app.actions.unit_changes.move_entry import move_entry
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.dialogs.edit_entry import edit_entry
from app.ui.pages.page import Page
from app.ui.pages.roster_rows import RosterRows
from app.ui.theme.tokens import Token
from app.ui.widgets.button import Button
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workshop.file_bar import FileBar
from app.ui.workshop.rooms import parted, state_of
from app.ui.workspace import Workspace


class WorkshopListPage(Page):
    """Every verb is about the row that is chosen; Enter renames it."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._key, self._lines = "", list[EntryLine]()
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self._title = Label(theme, role="title", wrap=True)
        self._state = Label(theme, ink="ink2", wrap=True)
        self.bar = FileBar(workspace)
        self._rows = RosterRows([text("Entry"), text("State")], self)
        self.table = DataTable(theme, model=self._rows, name=text("Entries"))
        self.rename = Button(
            theme, text("Other words…"), hint="" if theme.large else text("Enter"), small=theme.large
        )
        self.hide_it = Button(theme, text("Offer no more"), icon="eye-slash", small=theme.large)
        self.up = Button(theme, text("Up"), small=theme.large)
        self.down = Button(theme, text("Down"), small=theme.large)
        self.add = Button(theme, text("Add an entry…"), icon="plus", small=theme.large)
        self._back.clicked.connect(workspace.go_back)
        self.rename.clicked.connect(self._rename)
        self.hide_it.clicked.connect(self._hide)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.add.clicked.connect(self._add)
        self.table.chosen.connect(lambda _: self._rename())
        self.table.selectionModel().currentRowChanged.connect(self._allow)
        self._build()

    def open(self, destination: Destination) -> None:
        """A list by its file name; ListUnknown."""
        _, key = parted(destination.record_id)
        look_at_list(library=self.workspace.library, list_key=key)
        self._key = key
        self._show(row=0)

    def show_changes(self, changes: Changes) -> None:
        """Here or by a file that was taken in; the same entry stays chosen."""
        if changes.touches("unit_changes") and self._key in self.workspace.library.lists:
            self._show(row=max(0, self.table.currentIndex().row()), code=self._code())

    def focus_first(self) -> None:
        """On the entries."""
        self.table.setFocus()

    def _build(self) -> None:
        theme = self.workspace.theme
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(32), theme.px(12), theme.px(24), 0)
        column.setSpacing(theme.px(4))
        back = QHBoxLayout()
        back.addSpacing(-theme.px(8))  # the quiet words stand above the title
        back.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(back)
        for part in (self._title, self._state, self.bar):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        verbs = FlowRow(theme, self.rename, self.hide_it, self.up, self.down, self.add, spacing=8)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(32), theme.px(10), theme.px(24), theme.px(12))
        foot.addWidget(verbs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if theme.large:  # several rows stay in sight, and the head scrolls away above them
            self.table.setMinimumHeight(theme.px(190))
            whole.addWidget(ScrollColumn(inside), 1)
        else:
            whole.addWidget(inside, 1)
        whole.addLayout(foot)

    def _show(self, *, row: int, code: str = "") -> None:
        workspace = self.workspace
        name, listed = f"lists/{self._key}.toml", workspace.library.lists[self._key]
        self._title.setText(workspace.locale.words(listed.title) or self._key)
        # what belongs to other services is in the list too, and is not this unit's to change
        here = {item.code for item in workspace.lists[self._key].offered}
        every = look_at_list(library=workspace.library, list_key=self._key)
        self._lines = [line for line in every if line.hidden or line.item.code in here]
        elsewhere = len(every) - len(self._lines)
        facts = [listed.code, state_of(workspace, name)]
        if elsewhere:
            facts.append(
                workspace.locale.plural(
                    "{n} entry of other services is not shown",
                    "{n} entries of other services are not shown",
                    elsewhere,
                )
            )
        self._state.setText(" · ".join(fact for fact in facts if fact))
        self.bar.show_file(name)
        self._rows.set_rows([[self._entry(line), self._told(line)] for line in self._lines])
        codes = [line.item.code for line in self._lines]
        self.table.selectRow(codes.index(code) if code in codes else min(row, len(codes) - 1))
        self._allow()

    def _entry(self, line: EntryLine) -> tuple[str, Token]:
        workspace = self.workspace
        said = workspace.locale.words(line.item.label)
        if line.item.aliases:
            said += "\n" + workspace.text("Earlier names: {names}", names=", ".join(line.item.aliases))
        return said, "ink2" if line.hidden else "ink"

    def _told(self, line: EntryLine) -> tuple[str, Token]:
        text = self.workspace.text
        states = (
            (line.hidden, text("not offered")),
            (line.shipped is None, text("your own")),
            (line.renamed, text("other words")),
            (line.item.sensitive, text("sensitive")),
            (line.item.unconfirmed, text("to be confirmed")),
        )
        return " · ".join(words for holds, words in states if holds), "ink2"

    def _line(self) -> EntryLine | None:
        row = self.table.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _code(self) -> str:
        line = self._line()
        return line.item.code if line else ""

    def _allow(self, *_: object) -> None:
        line, row = self._line(), self.table.currentIndex().row()
        for button in (self.rename, self.hide_it):
            button.setEnabled(line is not None)
        self.up.setEnabled(line is not None and row > 0)
        self.down.setEnabled(line is not None and row < len(self._lines) - 1)
        text = self.workspace.text
        hidden = line is not None and line.hidden
        self.hide_it.set_words(text("Offer again") if hidden else text("Offer no more"))

    def _rename(self) -> None:
        if code := self._code():
            edit_entry(self.workspace, self, list_key=self._key, code=code)

    def _add(self) -> None:
        before = {line.item.code for line in self._lines}
        if edit_entry(self.workspace, self, list_key=self._key):
            new = [n for n, line in enumerate(self._lines) if line.item.code not in before]
            if new:
                self.table.selectRow(new[0])
                self.table.scrollTo(self._rows.index(new[0], 0))

    def _hide(self) -> None:
        if (line := self._line()) is not None:
            self.workspace.act(
                hide_entry, library=self.workspace.library, list_key=self._key, code=line.item.code,
                hidden=not line.hidden,
            )  # fmt: skip

    def _move(self, way: int) -> None:
        """Past the neighbour that is seen, whatever of other services lies between."""
        row = self.table.currentIndex().row()
        if not 0 <= row + way < len(self._lines):
            return
        beside = self._lines[row + way].item.code
        if way > 0:
            order = [item.code for item in self.workspace.library.lists[self._key].items]
            after = order[order.index(beside) + 1 :]
            beside = after[0] if after else ""
        self.workspace.act(
            move_entry, library=self.workspace.library, list_key=self._key, code=self._code(), before=beside
        )
