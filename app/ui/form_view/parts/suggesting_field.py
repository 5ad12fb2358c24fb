"""A short field that proposes rows while one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Locale
from app.ui.form_view.parts.short_field import Shape, ShortField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.parts.suggestion_list import SuggestionList
from app.ui.theme.theme import Theme

Find = Callable[[str], Sequence[Suggestion]]


class SuggestingField(ShortField):
    """`find` answers what was typed with rows; with "" it gives those that may be looked through.

    Enter takes the current row, Down opens the whole list, Escape closes it and keeps the text.
    """

    taken = Signal(object)  # a Suggestion
    backed = Signal()  # Backspace or Left with nothing typed

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        find: Find,
        *,
        shape: Shape = "pill",
        letters: int = 14,
        icon: str = "",
        hint: str = "",
        from_letters: int = 2,
        inviting: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, shape=shape, letters=letters, icon=icon, hint=hint, inviting=inviting, parent=parent
        )
        self._locale, self._find, self._from_letters = locale, find, from_letters
        self._list: SuggestionList | None = None
        self.textEdited.connect(self._propose_typed)

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """What is proposed now."""
        return self._list.rows if self._list is not None and self._list.isVisible() else ()

    def browse(self) -> None:
        """Show everything that may be looked through without typing."""
        self._show(self._find(self.text()))

    def close_list(self) -> None:
        """Close the rows and keep the text."""
        if self._list is not None:
            self._list.hide()
        self.setAccessibleDescription("")

    def event(self, event: QEvent) -> bool:
        """Escape closes the rows before anything else hears of it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.suggestions
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list, then those of the field."""
        key = event.key()
        current = self._list.current if self._list is not None else None
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if current is not None and self._list is not None:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
                self._tell_current()
            elif key == Qt.Key.Key_Down:
                self.browse()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self._take(current)
        elif key == Qt.Key.Key_Escape and current is not None:
            self.close_list()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and not self.text():
            self.backed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in an empty field shows what there is."""
        super().mousePressEvent(event)
        if not self.text():
            self.browse()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The rows go with the focus."""
        self.close_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The rows go with the field."""
        self.close_list()
        super().hideEvent(event)

    def _propose_typed(self, text: str) -> None:
        long_enough = len(text.strip()) >= self._from_letters
        self._show(self._find(text) if long_enough else ())

    def _show(self, rows: Sequence[Suggestion]) -> None:
        if self._list is None:
            self._list = SuggestionList(self.theme, self, self._locale.text("Enter"))
            self._list.chosen.connect(self._take)
        self._list.propose(rows)
        self._tell_current()

    def _tell_current(self) -> None:
        """Readers hear the current row as the description of the field, which keeps the focus."""
        current = self._list.current if self._list is not None else None
        self.setAccessibleDescription(current.label if current is not None else "")

    def _take(self, suggestion: Suggestion) -> None:
        self.close_list()
        self.taken.emit(suggestion)
