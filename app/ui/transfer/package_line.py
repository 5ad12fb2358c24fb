"""One package that left or came: its number, how many cases, its day, and what became of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.models.package import Package
from app.ui.transfer.package_words import local_day, state_words
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline
from app.ui.workspace import Workspace


class PackageLine(QWidget):
    """Amber when its receipt is late. `action` stands at the right of the second line."""

    def __init__(
        self, workspace: Workspace, package: Package, *, who: str = "", action: QWidget | None = None
    ) -> None:
        super().__init__()
        theme, locale = workspace.theme, workspace.locale
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(4), 0, theme.px(12))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnMinimumWidth(0, theme.px(44))
        grid.setColumnStretch(1, 1)
        n = len(package.case_ids) or package.counts.get("case", 0)
        number = locale.text("no. {n}", n=package.sequence)
        cases = locale.plural("{n} case", "{n} cases", n)
        day = local_day(package.at)
        grid.addWidget(Label(theme, number, role="strong"), 0, 0)
        grid.addWidget(Label(theme, cases), 0, 1)
        grid.addWidget(Label(theme, locale.date(day, "near"), ink="ink2"), 0, 2)
        if who:
            grid.addWidget(Label(theme, who, role="small", ink="ink2", wrap=True), 1, 1, 1, 2)
        icon, sentence, ink = state_words(workspace, package)
        self.said = f"{number}, {cases}, {sentence}"
        self.setAccessibleName(self.said)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(Icon(theme, icon, ink, size=16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            Label(theme, sentence, role="small" if ink == "ink2" else "small_strong", ink=ink, wrap=True), 1
        )
        grid.addLayout(line, 2, 1, 1, 2)
        if action is not None:
            grid.addWidget(action, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline under it."""
        hairline(QPainter(self), 0, self.width(), self.height() - 1, self._theme.color("line"))
