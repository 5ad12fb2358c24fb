"""Records in words on a sheet: a heading for each, its fields under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.models.told import Told
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_AT_ONCE = 40  # records; more would make the window wait


class ToldRows(QWidget):
    """Label left, value right, line by line; nothing here can be changed. Long lists go on at a press."""

    def __init__(self, workspace: Workspace, told: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._told, self._shown = workspace, told, 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(workspace.theme.px(4))
        self._more = Button(workspace.theme, "", kind="quiet")
        self._more.clicked.connect(self.go_on)
        self._foot = FlowRow(workspace.theme, self._more)
        self._column.addWidget(self._foot)
        self.go_on()

    def go_on(self) -> None:
        """Show the next ones."""
        for one in self._told[self._shown : self._shown + _AT_ONCE]:
            self._add(one)
            self._shown += 1
        n = len(self._told) - self._shown
        self._foot.setVisible(n > 0)
        self._more.set_words(self._workspace.locale.plural("Show {n} more", "Show {n} more", n))

    def rest(self) -> None:
        """What is shown is all."""
        self._foot.hide()

    def _add(self, told: Told) -> None:
        theme, top = self._workspace.theme, Qt.AlignmentFlag.AlignTop
        at = self._column.count() - 1
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, theme.px(10))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        for row, (label, value) in enumerate(told.fields):
            grid.addWidget(Label(theme, label, role="small", ink="ink2", wrap=True), row, 0, top)
            grid.addWidget(Label(theme, value, wrap=True), row, 1, top)
        self._column.insertWidget(at, Label(theme, told.title, role="strong", wrap=True))
        self._column.insertLayout(at + 1, grid)
