"""Questions answered in one short field: words, a date, a time, a duration, a number, a sum."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.frameworks.kinds import fault
from app.models.form import Question
from app.ui.form_view.kinds.base import Context, QuestionWidget
from app.ui.form_view.parts.short_field import ShortField
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.reading import reading


class Typed(QuestionWidget):
    """One pill; on leaving it, what was understood is written out in full."""

    asks_help = True

    def __init__(self, context: Context, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(context, question, parent)
        self._reading = reading(kind=question.kind, locale=context.locale, today=context.today)
        self.doubt = self._reading.doubt
        self.field = self._make_field()
        self.field.setAccessibleName(self.label)
        self.field.textEdited.connect(self._edited)
        self.field.left.connect(self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)

    def raw(self) -> Any:
        """The typed text."""
        return self.field.text() or None

    def set_raw(self, raw: Any) -> None:
        """Type it again."""
        self.field.setText(raw if isinstance(raw, str) else "")
        self._mark()

    def value(self) -> Any:
        """What the text means."""
        return self._reading.read(self.field.text())

    def set_value(self, value: Any) -> None:
        """Write it out; what another form asked in words stands there as it is, to be put right."""
        show = str if fault(asks=self.question, value=value) else self._reading.show
        self.field.setText("" if value is None else show(value))
        self._mark()

    def prefill(self, fact: str) -> None:
        """A day the notebook knows is written as people write it."""
        day = self.question.kind == "date" and not fault(asks=self.question, value=fact)
        (self.set_value if day else self.set_raw)(fact)

    def fields(self) -> list[QWidget]:
        """The pill."""
        return [self.field]

    def _make_field(self) -> ShortField:
        return ShortField(
            self.theme, letters=self._reading.letters, icon=self._reading.icon, hint=self.help, parent=self
        )

    def _edited(self) -> None:
        self.field.set_doubtful(False)
        self.changed.emit()

    def _leave(self) -> None:
        try:
            value = self.value()
        except NotUnderstood:
            pass
        else:
            written = "" if value is None else self._reading.show(value)
            if written != self.field.text():
                self.field.setText(written)
                self.changed.emit()
        self._mark()
        self.left.emit()

    def _mark(self) -> None:
        self.field.set_doubtful(not self.understood())
