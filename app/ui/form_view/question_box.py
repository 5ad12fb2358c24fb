"""One question on the sheet: its label, its widget, its help, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.form_view.parts.two_ends import TwoEnds
from app.ui.theme.theme import Theme
from app.ui.widgets.label import Label

_BETWEEN = 12  # to the next question on the same line


class QuestionBox(QWidget):
    """The label stands above, before, or (hidden here) in the margin."""

    def __init__(
        self, theme: Theme, widget: QuestionWidget, *, headed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.widget = widget
        self._theme, self.headed = theme, headed
        self.label = Label(theme, widget.label, role="small_strong", ink="ink2")
        stops = widget.fields()
        if stops:
            self.label.setBuddy(stops[0])
        said = "" if headed or widget.asks_help else widget.help
        legend = None if headed else widget.legend()
        self._more = legend or Label(theme, said, role="small", ink="ink2", wrap=not widget.block)
        if not said and not legend:  # never `show` what has no parent yet: it would be a window
            self._more.hide()
        self._note = Label(theme, role="small", ink="warn", wrap=True)
        self._note.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._name: QWidget = TwoEnds(theme, self.label, self._more) if widget.block else self.label
        if widget.outset:
            self._name.setContentsMargins(theme.px(widget.outset), 0, 0, 0)
        self._line.addWidget(self._name)
        self._line.addWidget(widget, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0 if widget.block else theme.px(_BETWEEN), 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._line)
        if not widget.block:
            column.addWidget(self._more)
        column.addWidget(self._note)
        widget.changed.connect(lambda: self.note(""))
        widget.left.connect(self.judge)

    def place_label(self, *, above: bool, hidden: bool) -> None:
        """Put the label above or before the widget, or leave it to the margin."""
        seen = not hidden and not self.headed and bool(self.widget.label)
        for part, shown in ((self.label, seen), (self._name, seen or not self._more.isHidden())):
            if part.isHidden() == shown:
                part.setVisible(shown)
        before = QBoxLayout.Direction.LeftToRight
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if above else before)
        self._line.setSpacing(self._theme.px(4 if above else 8))
        self._line.setAlignment(self._name, Qt.AlignmentFlag(0) if above else Qt.AlignmentFlag.AlignTop)
        self.label.setContentsMargins(0, 0 if above else self._theme.px(5), 0, 0)

    def judge(self) -> None:
        """Say what cannot be understood."""
        problem = self.widget.problem()
        if problem:
            self.note(problem)

    def note(self, sentence: str) -> None:
        """Say something under the question; "" says nothing."""
        if sentence != self._note.text():
            self._note.setText(sentence)
            self._note.setVisible(bool(sentence))
            self.widget.setAccessibleDescription(sentence)
