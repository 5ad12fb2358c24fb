"""Long work, where its button was: a sentence, a thin bar, and the way out at the same spot."""

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box

_PATIENCE_MS = 300


class _Bar(QProgressBar):
    """4 px high; without a known end it stands half full and still, for nothing blinks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), max(4, self._theme.px(4)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), max(4, self._theme.px(4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        edge = theme.color("stroke") if theme.flat else None
        box(
            painter,
            self.rect(),
            radius=99,
            fill=theme.color("line" if not theme.flat else "field"),
            edge=edge,
        )
        share = self.value() / self.maximum() if self.maximum() else 0.5
        if share > 0:
            done = QRect(0, 0, max(self.height(), round(self.width() * share)), self.height())
            box(painter, done, radius=99, fill=theme.color("accent"))


class ProgressBar(QWidget):
    """Nothing under 300 ms; `start`, `advance`, `finish`. `cancelled` when the person stops it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, *, cancel_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label(theme, role="small", ink="ink2", wrap=True)
        self._bar = _Bar(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addWidget(self._sentence)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        if cancel_text:
            cancel = Button(theme, cancel_text)
            cancel.clicked.connect(self.cancelled)
            row.addWidget(cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def start(self, sentence: str, *, total: int = 0) -> None:
        """Begin; `total` steps, or 0 where the end is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(0)
        self._say(sentence)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()  # many short steps are a long wait too

    def advance(self, done: int, sentence: str = "") -> None:
        """`done` steps are behind us; a sentence may say what is left."""
        self._bar.setValue(done)
        if sentence:
            self._say(sentence)

    def finish(self) -> None:
        """Disappear, or never have been seen."""
        self._patience.stop()
        self.hide()

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._bar.setAccessibleName(sentence)
