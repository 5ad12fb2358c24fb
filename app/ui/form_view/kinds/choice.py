"""Questions answered from a list: one of it, or several."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.frameworks.options import options
from app.i18n import N_
from app.models.form import Question
from app.models.value_list import Item
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.chip_picker import ChipPicker
from app.ui.form_view.parts.chip_row import ChipRow
from app.ui.form_view.parts.options import begun, find_options, label_of
from app.ui.form_view.parts.short_field import ShortField
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.form_view.read import NotUnderstood

MOST_CHIPS = 8
_MOST_LETTERS = 120  # more would fill lines with what nobody chose


class Choice(QuestionWidget):
    """Up to eight short options stand in sight; others are found by typing."""

    single: ClassVar[bool]

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._items = self._options()
        offered = [item for item in self._items if item.active]
        words = [(item.code, begun(self._locale.words(item.label))) for item in offered]
        in_sight = (
            len(words) <= MOST_CHIPS
            and sum(len(label) for _, label in words) <= _MOST_LETTERS
            and not any(item.sensitive for item in offered)
        )
        self.choices: ChipRow | ChipPicker
        if in_sight:
            self.choices = ChipRow(
                self.theme,
                words,
                single=self.single,
                parent=self,
            )
        else:
            self.asks_help = True
            hint = N_("Choose") if self.single else N_("Add")
            self.choices = ChipPicker(
                self.theme,
                self._locale,
                self._find,
                single=self.single,
                hint=self.help or self._locale.text(hint),
                parent=self,
            )
            self.choices.left.connect(self.left)
        self.choices.describe(self.label)
        self.choices.changed.connect(self._choose)
        self._other = ShortField(self.theme, letters=24, hint=self._locale.text("say what"), parent=self)
        self._other.setAccessibleName(
            self._locale.text("{mark}: {text}", mark=self.label, text=self._locale.text("say what"))
        )
        self._other.textEdited.connect(self.changed)
        self.choices.flow.addWidget(self._other)
        self._other.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choices)

    def raw(self) -> Any:
        """The chosen codes and what is being typed."""
        held = {"chosen": self.choices.chosen, "typing": self.choices.typing}
        return held if any(held.values()) else None

    def set_raw(self, raw: Any) -> None:
        """Choose them again."""
        raw = raw if isinstance(raw, dict) else {}
        codes = [code for code in raw.get("chosen", []) if isinstance(code, str)]
        typing = raw.get("typing", "")
        self._show(codes[:1] if self.single else codes, typing if isinstance(typing, str) else "")

    def value(self) -> Any:
        """The code, or the codes; letters that lead to no choice are not understood."""
        if self.choices.typing.strip():
            raise NotUnderstood
        chosen = self.choices.chosen
        return (chosen[0] if self.single else chosen) if chosen else None

    def set_value(self, value: Any) -> None:
        """Choose the code or the codes."""
        codes = [value] if isinstance(value, str) else value or []
        self._show([code for code in codes if code], "")

    def fields(self) -> list[QWidget]:
        """Chips or field, then what the "other" is."""
        return [*self.choices.fields(), self._other]

    def other(self) -> str:
        """What the "other" is, while it is chosen."""
        return self._other.text() if not self._other.isHidden() else ""

    def set_other(self, text: str) -> None:
        """Show what the "other" is."""
        self._other.setText(text)

    def prefill(self, fact: str) -> None:
        """A fact is words, and words are no code."""

    def _options(self) -> Sequence[Item]:
        return options(asks=self.question, lists=self.context.lists)

    def _find(self, typed: str, without: Sequence[str]) -> list[Suggestion]:
        return find_options(items=self._items, typed=typed, without=without, locale=self._locale)

    def _show(self, codes: Sequence[str], typing: str) -> None:
        words = [(code, begun(label_of(items=self._items, code=code, locale=self._locale))) for code in codes]
        self.choices.choose(words, typing)
        self._show_other()
        self.fields_changed.emit()

    def _choose(self) -> None:
        self._show_other()
        self.fields_changed.emit()
        self.changed.emit()

    def _show_other(self) -> None:
        chosen = self.choices.chosen
        self._other.setVisible(any(item.other and item.code in chosen for item in self._items))


class OneOf(Choice):
    """One code."""

    single = True


class SeveralOf(Choice):
    """Any number of codes."""

    single = False
