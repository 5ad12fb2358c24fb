"""What leaves and what stays: the same two lists before printing, saving and sending."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading


class LeavesStays(QWidget):
    """A tick before what leaves, a dash before what stays; personal notes last, in violet, with a lock.

    Beside each other when `side_by_side`, else one above the other.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        leaves_title: str,
        stays_title: str,
        personal: str,
        side_by_side: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._personal = theme, personal
        self._leaves, self._stays = QGridLayout(), QGridLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        whole = QBoxLayout(direction, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(32))
        parts = ((leaves_title, "sign-out", self._leaves), (stays_title, "lock-simple", self._stays))
        for title, icon, grid in parts:
            column = QVBoxLayout()
            column.setSpacing(theme.px(8))
            column.addWidget(SectionHeading(theme, title, role="strong", icon=icon, rule="stroke"))
            grid.setHorizontalSpacing(theme.px(10))
            grid.setVerticalSpacing(theme.px(6))
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
            column.addStretch(1)
            whole.addLayout(column, 1 if side_by_side else 0)
        if not side_by_side:
            whole.addStretch(1)
        self.show_lists(leaves=(), stays=())

    def show_lists(self, *, leaves: Sequence[str], stays: Sequence[str]) -> None:
        """Other things that leave and stay; personal notes always stay."""
        for grid in (self._leaves, self._stays):
            while (item := grid.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
        for row, words in enumerate(leaves):
            self._line(self._leaves, row, "check", "accent", words, "ink")
        for row, words in enumerate(stays):
            self._line(self._stays, row, "minus", "ink2", words, "ink2")
        self._line(self._stays, len(stays), "lock-key", "pers", self._personal, "pers")

    def _line(self, grid: QGridLayout, row: int, icon: str, mark: Token, words: str, ink: Token) -> None:
        theme = self._theme
        picture = Icon(theme, icon, mark, size=16, line=theme.metrics("body").height())
        picture.setFixedWidth(theme.px(18))
        grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        role: Role = "strong" if ink == "pers" else "body"
        grid.addWidget(Label(theme, words, role=role, ink=ink, wrap=True), row, 1)
