"""What a phrase being chosen is worth, in a sentence and four strokes."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label
from app.ui.widgets.shapes import box

_STROKES = 4


class _Strokes(QWidget):
    """Four strokes, as many filled as the level says; the words say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.level = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(6 if self._theme.flat else 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        gap = theme.px(6)
        width = (self.width() - gap * (_STROKES - 1)) // _STROKES
        for n in range(_STROKES):
            stroke = QRect(n * (width + gap), 0, width, self.height())
            filled = n < self.level
            if filled or not theme.flat:
                box(painter, stroke, radius=99, fill=theme.color("accent" if filled else "line"))
            else:
                box(painter, stroke, radius=99, edge=theme.color("stroke"))


class StrengthMeter(QWidget):
    """`show_words` says how long the phrase would hold and what would make it better."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes = _Strokes(theme)
        self._sentence = Label(theme, role="small_strong", wrap=True)
        self._advice = Label(theme, role="small", ink="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self._strokes, self._sentence, self._advice):
            column.addWidget(part)

    def show_words(self, *, level: int, sentence: str, advice: str) -> None:
        """Level 0 to 4, what that means, what to do about it."""
        self._strokes.level = level
        self._strokes.update()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(f"{sentence} {advice}".strip())
