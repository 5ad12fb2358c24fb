"""A question on a piece of paper, answered by verbs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.scrim import Scrim
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.shapes import box

_WIDTH = 520


class Dialog(QDialog):
    """A title, a sentence, `body` for anything more, and verb buttons; Escape is the safe answer.

    `answers` are (key, words, kind); `answer` is the key pressed, "" when left. The first answer that is
    neither primary nor danger has the focus: the safe one; where there is none, the last. The window's
    own title is `window_title`, never the question, which may name somebody.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        text: str = "",
        answers: Sequence[tuple[str, str, Kind]],
        width: int = _WIDTH,
        window_title: str = "Carnet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.answer = ""
        self.setModal(True)
        self.setWindowTitle(window_title)
        self.setAccessibleName(title)
        self._inside = QWidget()
        self._inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self._inside)
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
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(ScrollColumn(self._inside))
        self._wanted = theme.px(width)
        quiet = [key for key, _, kind in answers if kind in ("outlined", "quiet")]
        self.buttons[quiet[0] if quiet else answers[-1][0]].setFocus()
        self.fit()

    def ask(self) -> str:
        """Shade the window, wait for an answer: its key, or "" for none. The dialog then goes away."""
        self.fit()
        behind = self.parentWidget()
        scrim = Scrim(self._theme, behind.window()) if behind is not None else None
        if scrim is not None:
            scrim.show()
        self.exec()
        if scrim is not None:
            scrim.hide()
            scrim.deleteLater()
        self.deleteLater()  # hidden it would keep what was asked about, for readers of the screen too
        return self.answer

    def left_open(self) -> dict[str, Any] | None:
        """What is needed to ask this again with what was written here; None where nothing was."""
        return None

    def fit(self) -> None:
        """As high as the content, within the window behind; the rest scrolls."""
        behind = self.parentWidget()
        room = behind.window().size() if behind is not None else self.screen().availableSize()
        edge = self._theme.px(24)
        width = min(self._wanted, room.width() - 2 * edge)
        height = min(self._inside.heightForWidth(width - 2) + 2, room.height() - 2 * edge)
        self.resize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with an edge."""
        theme = self._theme
        edge = theme.color("stroke")
        box(QPainter(self), self.rect(), radius=0, fill=theme.color("paper"), edge=edge, width=theme.stroke)

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()
