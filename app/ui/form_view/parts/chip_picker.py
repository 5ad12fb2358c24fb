"""Many options: those chosen stand as chips, the others are found by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Locale
from app.ui.form_view.parts.options import begun
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.theme.theme import Theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout

Find = Callable[[str, Sequence[str]], Sequence[Suggestion]]


class ChipPicker(QWidget):
    """Enter takes the proposed row, Backspace in the empty field removes the last chip.

    Tab stops at the field; Left goes back into the chips, where Delete removes. With `single` the
    field makes room for the one chip and comes back when it is pressed, typed on or removed.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        find: Find,
        *,
        single: bool,
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._locale, self._find, self._single = theme, locale, find, single
        self._chips: dict[str, Chip] = {}
        self.flow = FlowLayout(spacing=theme.px(8), parent=self)
        self.field = SuggestingField(
            theme, locale, self._find_more, letters=18, icon="plus", hint=hint, inviting=True, parent=self
        )
        self.flow.addWidget(self.field)
        self.field.taken.connect(self._take)
        self.field.backed.connect(self._go_back)
        self.field.textEdited.connect(self.changed)
        self.field.left.connect(self._leave)

    @property
    def chosen(self) -> list[str]:
        """The chosen codes in the order they were taken."""
        return list(self._chips)

    @property
    def chips(self) -> list[Chip]:
        """The chips in that order."""
        return list(self._chips.values())

    @property
    def typing(self) -> str:
        """What is typed and not taken."""
        return self.field.text()

    def choose(self, chosen: Sequence[tuple[str, str]], typing: str = "") -> None:
        """Show these codes with their words, and what was being typed."""
        for code in list(self._chips):
            self._drop(code)
        for code, label in chosen:
            self._add(code, label)
        self.field.setText(typing)
        self._make_room()

    def describe(self, name: str) -> None:
        """Name the field, and the question for every chip."""
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)

    def fields(self) -> list[QWidget]:
        """The field and the chips; the Tab key stops at the one that stands for the question."""
        return [self.field, *self._chips.values()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk between chips and field; letters on the only chip look for another."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Chip)
            and self._walk(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _walk(self, chip: Chip, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        chips = self.chips
        at = chips.index(chip)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at += 1 if key == Qt.Key.Key_Right else -1
            target = chips[at] if 0 <= at < len(chips) else self.field if at > 0 else chips[0]
            if target.isVisible():
                target.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self._single and (key == Qt.Key.Key_Down or (text.isalnum() and not event.modifiers())):
            self._open(text if text.isalnum() else "")
            return True
        return False

    def _find_more(self, typed: str) -> Sequence[Suggestion]:
        return self._find(typed, () if self._single else self.chosen)

    def _take(self, suggestion: Suggestion) -> None:
        if self._single:
            for code in list(self._chips):
                self._drop(code)
        self.field.clear()
        self._add(suggestion.key, begun(suggestion.label))
        self._make_room()
        self.focus()
        self.changed.emit()

    def _remove(self, code: str) -> None:
        self._drop(code)
        self._make_room()
        self.focus()
        self.changed.emit()

    def focus(self) -> None:
        """Where one types next, or the one chip."""
        target = self.field if not self.field.isHidden() else self.chips[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, typed: str = "") -> None:
        """Look for another instead of the only chip, which stays until one is taken."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.field.setText(typed)
            self.field.textEdited.emit(typed)
        else:
            self.field.browse()

    def _go_back(self) -> None:
        chips = self.chips
        if not chips:
            return
        if self._single:
            self._make_room()
            self.focus()
        else:
            self._remove(self.chosen[-1])

    def _leave(self) -> None:
        self._make_room()
        self.left.emit()

    def _make_room(self) -> None:
        """With `single`, one of the two: the chip, or the field to find it."""
        alone = self._single and bool(self._chips)
        self.field.setVisible(not alone or bool(self.field.text()))
        for chip in self._chips.values():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.ClickFocus)

    def _add(self, code: str, label: str) -> None:
        remove = self._locale.text("Remove “{label}”", label=label)
        chip = Chip(self._theme, label, remove_name=remove, parent=self)
        chip.setAccessibleDescription(self.accessibleName())
        chip.installEventFilter(self)
        chip.removed.connect(lambda: self._remove(code))
        if self._single:
            chip.clicked.connect(lambda: self._open())
        self._chips[code] = chip
        self.flow.insert_widget(len(self._chips) - 1, chip)
        chip.show()

    def _drop(self, code: str) -> None:
        chip = self._chips.pop(code)
        self.flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
