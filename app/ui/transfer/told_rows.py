"""Records in words on a sheet: a heading for each, its fields under it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.models.told import Told
from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label


class ToldRows(QWidget):
    """Label left, value right, line by line; nothing here can be changed."""

    def __init__(self, theme: Theme, told: Iterable[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        top = Qt.AlignmentFlag.AlignTop
        for one in told:
            column.addWidget(Label(theme, one.title, role="strong", wrap=True))
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, theme.px(10))
            grid.setHorizontalSpacing(theme.px(16))
            grid.setVerticalSpacing(theme.px(2))
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 2)
            for row, (label, value) in enumerate(one.fields):
                grid.addWidget(Label(theme, label, role="small", ink="ink2", wrap=True), row, 0, top)
                grid.addWidget(Label(theme, value, wrap=True), row, 1, top)
            column.addLayout(grid)
