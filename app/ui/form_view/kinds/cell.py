"""One cell of a table, and how what is typed in it is read."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.frameworks.options import options
from app.models.form import Column
from app.models.value_list import Item
from app.ui.form_view.kinds.base import Context
from app.ui.form_view.kinds.person import find_people
from app.ui.form_view.kinds.yes_no import yes_no_items
from app.ui.form_view.parts.options import find_options, label_of
from app.ui.form_view.parts.own_words import OwnWords
from app.ui.form_view.parts.short_field import ShortField
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.parts.wrapping_field import WrappingField
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.folding import fold
from app.ui.form_view.read.reading import reading
from app.ui.theme.fonts import Role

_CHOICES = ("one_of", "yes_no")

Field = ShortField | WrappingField | OwnWords


class CellReading:
    """What is typed in a column as its part of the row's value, and back."""

    def __init__(self, context: Context, column: Column) -> None:
        self.column, self._locale = column, context.locale
        self.items: Sequence[Item] = ()
        if column.kind == "yes_no":
            self.items = yes_no_items(context.locale)
        elif column.kind == "one_of":
            self.items = options(asks=column, lists=context.lists)
        self._reading = reading(kind=column.kind, locale=context.locale, today=context.today)

    def read(self, typed: str) -> dict[str, Any]:
        """The value under the column's key, nothing for blank; NotUnderstood where it means nothing.

        Words that are none of a list's options are what its "other" is, where it has one.
        """
        key = self.column.key
        if self.column.kind not in _CHOICES:
            value = self._reading.read(typed)
            return {} if value is None else {key: value}
        if not typed.strip():
            return {}
        if code := self.code_of(typed):
            return {key: code}
        other = next((item for item in self.items if item.other and item.active), None)
        if other is None:
            raise NotUnderstood
        return {key: other.code, f"{key}:other": typed.strip()}

    def write(self, row: dict[str, Any]) -> str:
        """What would be typed for the row's value."""
        value = row.get(self.column.key)
        if value is None:
            return ""
        if self.column.kind not in _CHOICES:
            return self._reading.show(value)
        return row.get(f"{self.column.key}:other") or self.words(value)

    def words(self, code: str) -> str:
        """The words of a code."""
        return label_of(items=self.items, code=code, locale=self._locale)

    def code_of(self, typed: str) -> str:
        """The code whose words, or whose own letters, these are; "" for none."""
        if not self.items:
            return ""
        return self._codes.get(fold(typed.strip()), "")

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Asked with every draft, so folded once."""
        codes: dict[str, str] = {}
        for item in self.items:
            for words in (self._locale.words(item.label), item.code):
                codes.setdefault(fold(words), item.code)
        return codes

    def find(self, typed: str) -> list[Suggestion]:
        """The options that begin as typed."""
        return find_options(items=self.items, typed=typed, without=(), locale=self._locale)


class Cell(QWidget):
    """A ruled line; a column with options proposes them."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(
        self, context: Context, column: Column, *, role: Role = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.reading, self._name = CellReading(context, column), context.locale.words(column.label)
        self.field = self._make_field(context, column)
        if role == "small" and isinstance(self.field, ShortField):
            self.field.set_small()
        elif role != "body" and not isinstance(self.field, OwnWords):
            self.field.setFont(context.theme.font(role))
        self.field.setAccessibleName(self._name)
        self.field.textEdited.connect(self._edited)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stop(self) -> QWidget:
        """Where the Tab key stops."""
        return self.field.area if isinstance(self.field, OwnWords) else self.field

    def describe(self, rank: str) -> None:
        """Name the field by its column and by the rank of its row, in words."""
        self.field.setAccessibleName(f"{self._name}, {rank}")

    def raw(self) -> str:
        """The typed text; a code where the text is an option's words."""
        return self.reading.code_of(self.field.text()) or self.field.text()

    def set_raw(self, raw: Any) -> None:
        """Type it again."""
        text = raw if isinstance(raw, str) else ""
        self.field.setText(self.reading.words(text) if text else "")
        self._mark()

    def _make_field(self, context: Context, column: Column) -> Field:
        if column.kind == "quotation":
            return OwnWords(context.theme, context.locale, parent=self)
        if column.kind == "text":
            return WrappingField(context.theme, parent=self)
        if column.kind not in (*_CHOICES, "person"):
            return ShortField(context.theme, shape="line", parent=self)
        find = self.reading.find if column.kind in _CHOICES else partial(find_people, context.sources)
        field = SuggestingField(
            context.theme, context.locale, find, shape="line", from_letters=1, parent=self
        )
        field.taken.connect(self._take)
        return field

    def _take(self, suggestion: Suggestion) -> None:
        self.field.setText(suggestion.label)
        self._edited()

    def _edited(self) -> None:
        self._show_doubt(False)
        self.changed.emit()

    def _leave(self) -> None:
        try:
            written = self.reading.write(self.reading.read(self.field.text()))
        except NotUnderstood:
            pass
        else:
            if written != self.field.text():
                self.field.setText(written)
                self.changed.emit()
        self._mark()
        self.left.emit()

    def _mark(self) -> None:
        try:
            self.reading.read(self.field.text())
        except NotUnderstood:
            self._show_doubt(True)
        else:
            self._show_doubt(False)

    def _show_doubt(self, doubtful: bool) -> None:
        if isinstance(self.field, ShortField):
            self.field.set_doubtful(doubtful)
