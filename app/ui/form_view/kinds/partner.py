"""To whom: an entry of one's own directory."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.partner_card import PartnerCard
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.folding import spans

_CREATE = ""  # the key of the row that makes a new entry


class PartnerChoice(QuestionWidget):
    """Typing finds an entry, or asks for a new one; the one chosen stands as a card.

    `wanted` carries what was typed when a new entry is asked for.
    """

    wanted = Signal(str)
    block = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._chosen: str | None = None
        hint = self._locale.text("Service or person: two letters are enough")
        self.field = SuggestingField(
            self.theme, self._locale, self._find, letters=32, icon="magnifying-glass", hint=hint, parent=self
        )
        self.field.setAccessibleName(self.label)
        self.field.setMaximumWidth(self.theme.px(440))
        self.field.textEdited.connect(self.changed)
        self.field.taken.connect(self._take)
        self.field.left.connect(self._leave)
        self._card = PartnerCard(self.theme, self._locale, parent=self)
        self._card.setAccessibleDescription(self.label)
        self._card.clicked.connect(self._look_for_another)
        self._card.removed.connect(self._remove)
        self._card.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.theme.px(4))
        layout.addWidget(self._card)
        layout.addWidget(self.field)
        self._show()

    def raw(self) -> Any:
        """The chosen identifier and what is being typed."""
        held = {"chosen": self._chosen, "typing": self.field.text()}
        return held if any(held.values()) else None

    def set_raw(self, raw: Any) -> None:
        """Choose and type again."""
        held = raw if isinstance(raw, dict) else {}
        self._chosen = held.get("chosen") or None
        self.field.setText(held.get("typing") or "")
        self._show()

    def value(self) -> Any:
        """The identifier; letters that lead to no entry are not understood."""
        if self.field.text().strip():
            raise NotUnderstood
        return self._chosen

    def set_value(self, value: Any) -> None:
        """Choose an entry."""
        self.set_raw({"chosen": value})

    def fields(self) -> list[QWidget]:
        """The field, or the card in its place."""
        return [self.field, self._card]

    def prefill(self, fact: str) -> None:
        """A name alone is no entry of the directory."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters on the card look for another."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.text().isalnum()
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        ):
            self._look_for_another()
            self.field.setText(event.text())
            self.field.textEdited.emit(event.text())
            return True
        return super().eventFilter(watched, event)

    def choose(self, partner_id: str) -> None:
        """Take an entry as somebody would, such as one just made."""
        self.field.clear()
        self._chosen = partner_id
        self._show()
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _find(self, typed: str) -> list[Suggestion]:
        rows = [
            Suggestion(
                key=partner.id,
                label=partner.service,
                spans=tuple(spans(typed, partner.service) or ()),
                detail=" · ".join(part for part in (partner.person, partner.city) if part),
            )
            for partner in self.context.sources.find_partners(typed)
        ]
        if typed.strip():
            create = self._locale.text("New entry “{text}”", text=typed.strip())
            rows.append(Suggestion(key=_CREATE, label=create, icon="plus"))
        return rows

    def _take(self, suggestion: Suggestion) -> None:
        if suggestion.key == _CREATE:
            self.wanted.emit(self.field.text().strip())
            return
        self.choose(suggestion.key)

    def _remove(self) -> None:
        self._chosen = None
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _look_for_another(self) -> None:
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._show()
        self.left.emit()

    def _show(self) -> None:
        if self._chosen:
            self._card.show_partner(self.context.sources.partner(self._chosen))
        self._card.setVisible(bool(self._chosen))
        self.field.setVisible(not self._chosen or bool(self.field.text()))
