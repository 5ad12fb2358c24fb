"""Choosing a phrase: drawn or thought up, typed twice, judged honestly while one types."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Locale
from app.ui.fields.drawn_phrase import DrawnPhrase
from app.ui.fields.phrase_field import phrase_field
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.strength_meter import StrengthMeter

if TYPE_CHECKING:
    from app.security.strength import Strength

_PAUSE_MS = 250  # judged when typing rests


class NewPhrase(QWidget):
    """Two hidden lines and what the phrase is worth; `personal_words`: what others know of its author."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        tasks: Tasks,
        *,
        personal_words: Callable[[], list[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._locale, self._tasks, self._personal_words = locale, tasks, personal_words
        self.first = phrase_field(theme, locale, name=locale.text("New passphrase"))
        self.again = phrase_field(theme, locale, name=locale.text("The same phrase again"))
        self._drawn = DrawnPhrase(theme, locale)
        self._drawn.drawn.connect(self._take_drawn)
        self._meter = StrengthMeter(theme)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._drawn)
        column.addWidget(Labelled(theme, locale.text("New passphrase"), self.first))
        column.addWidget(self._meter)
        column.addSpacing(theme.px(4))
        column.addWidget(Labelled(theme, locale.text("The same phrase again"), self.again))
        for line in (self.first, self.again):
            line.field.textChanged.connect(self.changed)
        self.first.field.textChanged.connect(lambda: self._pause.start())
        self.setFocusProxy(self.first)
        self._show_nothing()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is judged for a page that is gone."""
        super().hideEvent(event)
        self._pause.stop()

    def text(self) -> str:
        """The phrase."""
        return self.first.text()

    def clear(self) -> None:
        """Forget both lines."""
        self.first.clear()
        self.again.clear()
        self._drawn.forget()
        self._pause.stop()
        self._show_nothing()

    def missing(self) -> str:
        """What keeps this from being a phrase one can take, with the cursor put there; or nothing."""
        phrase = self.first.text()
        if not phrase:
            self.first.field.setFocus()
            return self._locale.text("The passphrase is missing.")
        judged = _judged(phrase, self._personal_words())
        if not judged.acceptable:
            self._show(judged)
            self.first.field.setFocus()
            return self._locale.text("This phrase is too easy to find.")
        if self.again.text() != phrase:
            self.again.field.selectAll()
            self.again.field.setFocus()
            return self._locale.text("The two phrases are not the same.")
        return ""

    def _take_drawn(self, phrase: str) -> None:
        """Shown, because it has to be written down; typed again, because it has to be read right."""
        self.first.field.setText(phrase)
        self.first.field.setCursorPosition(0)
        self.first.set_shown(True)
        self.again.clear()
        self.again.field.setFocus()

    def _judge(self) -> None:
        phrase = self.first.text()
        if not phrase:
            self._show_nothing()
            return
        self._tasks.run(
            partial(_judged, phrase, self._personal_words()),
            done=lambda judged: self._show(judged) if phrase == self.first.text() else None,
        )

    def _show(self, judged: "Strength") -> None:
        text = self._locale.text
        self._meter.show_words(
            level=judged.level,
            sentence=text(judged.sentence),
            advice=text(judged.advice),
        )

    def _show_nothing(self) -> None:
        words = self._locale.text("At least fourteen characters: several words are easier than one.")
        self._meter.show_words(level=0, sentence="", advice=words)


def _judged(phrase: str, personal_words: list[str]) -> "Strength":
    from app.security.strength import judge  # slow to import, and needed where a phrase is chosen only

    return judge(passphrase=phrase, personal_words=personal_words)
