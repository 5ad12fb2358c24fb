"""The frame of personal notes: violet, and sewn to the edge of the sheet."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.icon import Icon
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.label import Label

WIDTH = 320
STRIP = 24


class PersonalPanel(QWidget):
    """Closed it is a strip that only opens; open it shows title, promise, and what `body` holds.

    `body` and `foot` are layouts for the notes and for what is said under them. Nothing inside is
    built here: the notes know their own keeper. `open_wanted(bool)` asks; `set_open` answers.
    """

    open_wanted = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        promise: str,
        open_name: str,
        close_name: str,
        hint: str = "F8",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._open = theme, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)
        self._unfold = IconButton(theme, "lock-key", open_name, ink="pers", size=16, side=20, parent=self)
        self._unfold.clicked.connect(lambda: self.open_wanted.emit(True))
        fold = IconButton(theme, "x", close_name, ink="pers", size=16, side=24)
        fold.clicked.connect(lambda: self.open_wanted.emit(False))
        self._inside = QWidget(self)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(Icon(theme, "lock-key", "pers", size=20))
        top.addWidget(Label(theme, title, role="heading", ink="pers"), 1)
        top.addWidget(KeyCap(theme, hint, ink="pers", edge="persline"))
        top.addWidget(fold)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.foot = QVBoxLayout()
        self.foot.setSpacing(theme.px(4))
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.px(32), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Label(theme, promise, role="strong", ink="pers", wrap=True))
        column.addSpacing(theme.px(14))
        column.addLayout(self.body, 1)
        column.addSpacing(theme.px(12))
        column.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside, 1)
        whole.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.set_open(False)

    def is_open(self) -> bool:
        """Can the notes be read."""
        return self._open

    def set_open(self, opened: bool) -> None:
        """Open, or fold to a strip that shows nothing."""
        self._open = opened
        self._inside.setVisible(opened)
        self._unfold.setVisible(not opened)
        self.setFixedWidth(self._theme.px(WIDTH if opened else STRIP))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Violet wash and the seam."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("perswash"))
        if theme.flat:
            painter.fillRect(QRect(0, 0, 2, self.height()), theme.color("pers"))
        pen = QPen(theme.color("persline"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5, 2])
        painter.setPen(pen)
        x = theme.px(7) if self._open else theme.px(4) - 1
        painter.drawLine(x, theme.px(7), x, self.height() - theme.px(8))
