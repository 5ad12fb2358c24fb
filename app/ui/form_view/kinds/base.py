"""What the widgets of all kinds of question have in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.i18n import Locale
from app.models.form import Question
from app.models.value_list import ValueList
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.reading import DOUBT
from app.ui.form_view.sources import Sources
from app.ui.theme.theme import Theme


@dataclass(frozen=True)
class Context:
    """What every widget of a form is built with."""

    theme: Theme
    locale: Locale
    lists: Mapping[str, ValueList]
    sources: Sources
    today: Callable[[], date] = field(default=date.today)


class QuestionWidget(QWidget):
    """One question's answer. Subclasses fill in the four ways in and out and `fields`.

    `raw` is what the widget holds, in JSON types, invalid input too; None for nothing. `value` is
    what that means, None for nothing; NotUnderstood where it means nothing.
    """

    changed = Signal()  # somebody typed or chose
    left = Signal()  # the focus went elsewhere: time to say what cannot be understood
    fields_changed = Signal()  # rows came or went: the tab order is to be made again

    block: ClassVar[bool] = False  # takes the whole width, so its label stands above it
    outset: ClassVar[int] = 0  # how far its frame stands outside the text, which is flush with headings
    asks_help: bool = False  # shows the question's help itself, as a placeholder
    doubt: str = DOUBT  # what to say when the content cannot be understood

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.theme, self._locale, self.question = context.theme, context.locale, question
        self.label = self._locale.words(question.label)
        self.help = self._locale.words(question.help)
        self.setAccessibleName(self.label)

    def raw(self) -> Any:
        """What the widget holds."""
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        """Show what was held; None empties it."""
        raise NotImplementedError

    def value(self) -> Any:
        """What it means."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; None empties it."""
        raise NotImplementedError

    def fields(self) -> list[QWidget]:
        """What the Tab key stops at, in order; the label points at the first."""
        raise NotImplementedError

    def margin(self) -> QWidget | None:
        """What stands left of the margin line beside the answer, where the kind has marks."""
        return None

    def legend(self) -> QWidget | None:
        """What stands at the right of the heading instead of help."""
        return None

    def other(self) -> str:
        """What the "other" that was chosen is."""
        return ""

    def set_other(self, text: str) -> None:
        """Show what the "other" is."""

    def heed(self, facts: Mapping[str, str]) -> None:
        """Follow what the notebook knows, where part of the question leans on it."""

    def prefill(self, fact: str) -> None:
        """Start with a fact, as somebody would have typed it."""
        self.set_raw(fact)

    def problem(self) -> str:
        """Why the content cannot be understood, in words; "" when it can."""
        return "" if self.understood() else self._locale.text(self.doubt)

    def understood(self) -> bool:
        """Whether the value can be read."""
        try:
            self.value()
        except NotUnderstood:
            return False
        return True

    def focus(self) -> None:
        """Put the cursor where one goes on typing."""
        stops = self.tab_stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(stops[0], QPlainTextEdit | QTextEdit):
                stops[0].moveCursor(QTextCursor.MoveOperation.End)

    def tab_stops(self) -> list[QWidget]:
        """The fields the Tab key stops at now."""
        return [
            field
            for field in self.fields()
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and not field.isHidden()
        ]

    def cursor(self) -> dict[str, int] | None:  # type: ignore[override]  # Qt means the mouse pointer
        """Where the cursor is: which of the fields and after how many letters; None when elsewhere."""
        here = self.window().focusWidget()  # also while a question over the window has the keyboard
        for index, place in enumerate(self.fields()):
            if place is here:
                return {"field": index, "at": _letters_before_cursor(place)}
        return None

    def set_cursor(self, cursor: dict[str, int]) -> None:
        """Put the cursor back."""
        fields = self.fields()
        if not fields:
            return
        place = fields[min(max(int(cursor.get("field", 0)), 0), len(fields) - 1)]
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        _put_cursor(place, int(cursor.get("at", 0)))


def _letters_before_cursor(place: QWidget) -> int:
    if isinstance(place, QLineEdit):
        return place.cursorPosition()
    if isinstance(place, QPlainTextEdit | QTextEdit):
        return place.textCursor().position()
    return 0


def _put_cursor(place: QWidget, at: int) -> None:
    if isinstance(place, QLineEdit):
        place.deselect()
        place.setCursorPosition(at)
    elif isinstance(place, QPlainTextEdit | QTextEdit):
        cursor = place.textCursor()
        cursor.setPosition(min(max(at, 0), place.document().characterCount() - 1))
        place.setTextCursor(cursor)
