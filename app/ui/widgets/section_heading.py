"""The heading of a section: words, a hairline under them, help or an action at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.fonts import Role
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import hairline


class SectionHeading(QWidget):
    """`right` is a help sentence or any widget, such as a small quiet button. `icon` stands before.

    `rule` is the ink of the hairline.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        role: Role = "heading",
        right: str | QWidget | None = None,
        icon: str = "",
        rule: Token = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._rule = theme, rule
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 1)
        layout.setSpacing(theme.px(10))
        if icon:
            picture = Icon(theme, icon, "ink", line=theme.metrics(role).height() + theme.px(6))
            picture.setContentsMargins(0, 0, 0, theme.px(6))
            layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignBottom)
        self.label = Label(theme, text, role=role)
        self.label.setContentsMargins(0, 0, 0, theme.px(6))
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignBottom)
        self._after = layout
        layout.addStretch(1)
        if isinstance(right, str):
            right = Label(theme, right, role="small", ink="ink2") if right else None
            if right is not None:
                right.setContentsMargins(0, 0, 0, theme.px(6))
        if right is not None:
            layout.addWidget(right, 0, Qt.AlignmentFlag.AlignBottom)

    def set_words(self, text: str) -> None:
        """Other words, same line."""
        self.label.setText(text)

    def add_after(self, widget: QWidget) -> None:
        """Put a widget right after the words, such as the tabs of a chronology."""
        self._after.insertWidget(self._after.indexOf(self.label) + 1, widget, 0, Qt.AlignmentFlag.AlignBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        hairline(QPainter(self), 0, self.width(), self.height() - 1, self._theme.color(self._rule))
