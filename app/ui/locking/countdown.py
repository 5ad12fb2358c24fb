"""The last seconds before the notebook locks by itself: seen, and in nobody's way."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box, lifted

_EDGE = 10  # room for its soft edge


class Countdown(QWidget):
    """Over the foot of the window, so that nothing moves under a hand; presses go through it."""

    def __init__(self, theme: Theme, *, advice: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._advice = theme, advice
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Label(theme, role="strong")
        row = QHBoxLayout(self)
        edge = theme.px(_EDGE)
        row.setContentsMargins(
            edge + theme.px(14), edge + theme.px(8), edge + theme.px(16), edge + theme.px(8)
        )
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "lock-simple", size=18, ink="ink2"))
        row.addWidget(self._words)
        row.addWidget(Label(theme, advice, ink="ink2"))
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show how much is left; nothing hides it."""
        self._words.setText(sentence)
        self.setAccessibleName(f"{sentence} {self._advice}")
        self.setVisible(bool(sentence))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A slip of paper."""
        theme, painter, edge = self._theme, QPainter(self), self._theme.px(_EDGE)
        slip, radius = self.rect().adjusted(edge, edge, -edge, -edge), theme.px(8)
        lifted(painter, slip, radius=radius, theme=theme)
        box(painter, slip, radius=radius, fill=theme.color("paper"), edge=theme.color("stroke"), width=1)

    def _place(self) -> None:
        behind = self.parentWidget()
        if behind is None or self.isHidden():
            return
        size = self.sizeHint()
        width = min(size.width(), behind.width())
        self.setGeometry(
            (behind.width() - width) // 2, behind.height() - size.height() - self._theme.px(4),
            width, size.height(),
        )  # fmt: skip
        self.raise_()
