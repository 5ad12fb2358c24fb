"""The closed notebook: green cloth, a darker spine, one label. Nobody's name is ever on it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.cloth import cloth
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import lifted

_SPINE = 92


class Cover(QWidget):
    """One card in the middle, a sentence under it, small things at the bottom left and right.

    `tall` lets the card fill the height, for the first start; otherwise it is as high as its content.
    """

    def __init__(self, theme: Theme, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tall = theme, tall
        self._card: QWidget | None = None
        self._desk = _Desk(theme)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(theme.px(30))
        self._below = Label(theme, ink="railink", wrap=True, parent=self._desk)
        self._below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._below.setMaximumWidth(theme.px(480))
        self._below.hide()
        self._foot_left, self._foot_right = QHBoxLayout(), QHBoxLayout()
        foot = QHBoxLayout()
        foot.addLayout(self._foot_left)
        foot.addStretch(1)
        foot.addLayout(self._foot_right)
        for part in (self._foot_left, self._foot_right):
            part.setSpacing(theme.px(16))
        grid = QGridLayout(self._desk)
        grid.setContentsMargins(self.spine + theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        grid.setSpacing(0)
        grid.setRowMinimumHeight(0, 32)
        grid.setRowStretch(0, 0 if tall else 3)
        grid.addLayout(self._middle, 1, 0)
        grid.setRowStretch(1, 20 if tall else 0)
        grid.setRowStretch(2, 0 if tall else 3)
        grid.setRowMinimumHeight(2, 16)
        grid.addLayout(foot, 3, 0)
        scroll = QScrollArea()
        # Our own: asking Qt for the one it made has every kind of widget loaded, 10 ms at start.
        viewport = QWidget()
        scroll.setViewport(viewport)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._desk)
        viewport.setAutoFillBackground(False)
        self._desk.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    @property
    def spine(self) -> int:
        """How wide the spine is, in pixels; it does not grow with the text."""
        return _SPINE if self._theme.scale < 1.5 else 24

    def set_card(self, card: QWidget) -> None:
        """The label or the sheet; what was there goes."""
        if self._card is not None:
            self._middle.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._desk.card = card
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(card)
        while self._middle.count():
            self._middle.takeAt(0)
        self._middle.addLayout(row, 1)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self._below, 4)
        under.addStretch(1)
        self._middle.addLayout(under)

    def set_below(self, text: str) -> None:
        """The sentence under the card."""
        self._below.setText(text)
        self._below.setVisible(bool(text))

    def add_foot(self, widget: QWidget, *, right: bool = False) -> None:
        """Something small at the bottom: the language, the date of the last copy."""
        (self._foot_right if right else self._foot_left).addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cloth, spine, and the groove between them."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), cloth(theme, self.devicePixelRatioF()))
        if theme.flat:
            painter.fillRect(QRect(self.spine, 0, 2, self.height()), theme.color("railink"))
            return
        shade = QLinearGradient(0, 0, self.spine, 0)
        shade.setColorAt(0.0, theme.shadow(0.28))
        shade.setColorAt(0.75, theme.shadow(0.14))
        shade.setColorAt(0.95, theme.shadow(0.24))
        shade.setColorAt(1.0, theme.shadow(0.42))
        painter.fillRect(QRect(0, 0, self.spine, self.height()), shade)
        light = QLinearGradient(self.spine, 0, self.spine + 5, 0)
        light.setColorAt(0.0, theme.color("railink", 0.02))
        light.setColorAt(0.5, theme.color("railink", 0.07))
        light.setColorAt(1.0, theme.color("railink", 0.0))
        painter.fillRect(QRect(self.spine, 0, 5, self.height()), light)


class _Desk(QWidget):
    """What scrolls on the cover; it draws the soft edge of the card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card: QWidget | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.card is not None and not self._theme.flat:
            lifted(QPainter(self), self.card.geometry(), radius=6, theme=self._theme)
