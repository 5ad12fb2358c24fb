"""A question on a piece of paper, answered by verbs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.shapes import box, lifted

_WIDTH = 520
_MARGIN = 20  # around the paper, for its soft edge


class Dialog(QDialog):
    """A title, a sentence, `body` for anything more, and verb buttons; Escape is the safe answer.

    `answers` are (key, words, kind); `answer` is the key pressed, "" when left. The first answer that is
    neither primary nor danger has the focus: the safe one; where there is none, the last.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        text: str = "",
        answers: Sequence[tuple[str, str, Kind]],
        width: int = _WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.answer = ""
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        inside = QWidget()
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, title, role="title", wrap=True))
        if text:
            column.addWidget(Label(theme, text, wrap=True))
        column.addLayout(self.body)
        column.addSpacing(theme.px(12))
        row = FlowRow(theme, spacing=12)
        for key, words, kind in answers:
            button = Button(theme, words, kind=kind, big=True)
            button.clicked.connect(lambda _=False, key=key: self._take(key))
            self.buttons[key] = button
            row.add(button)
        column.addWidget(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._scroll = ScrollColumn(inside)
        self._inside = inside
        whole.addWidget(self._scroll)
        self._wanted = theme.px(width)
        quiet = [key for key, _, kind in answers if kind in ("outlined", "quiet")]
        safe = quiet[0] if quiet else answers[-1][0]
        self.buttons[safe].setFocus()
        self.fit()

    def ask(self) -> str:
        """Wait for an answer: its key, or "" for none."""
        self.fit()
        self.exec()
        return self.answer

    def fit(self) -> None:
        """As high as the content, within the window behind; the rest scrolls."""
        behind = self.parentWidget()
        room = behind.window().size() if behind is not None else self.screen().availableSize()
        width = min(self._wanted, room.width() - 2 * _MARGIN)
        height = min(self._inside.heightForWidth(width), room.height() - 4 * _MARGIN)
        self.resize(width + 2 * _MARGIN, height + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Soft edge and paper."""
        theme, painter = self._theme, QPainter(self)
        paper: QRect = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        radius = theme.px(12)
        lifted(painter, paper, radius=radius, theme=theme)
        edge = theme.color("stroke" if theme.flat else "line")
        box(painter, paper, radius=radius, fill=theme.color("paper"), edge=edge, width=theme.stroke)

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()
