"""A phrase nobody thought up, drawn when asked for, and what it is worth."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import NAMES, Locale
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label

_LANGUAGES = ("fr", "de", "en")


class DrawnPhrase(QWidget):
    """A button, the language of the words, and after drawing one honest sentence."""

    drawn = Signal(str)

    def __init__(self, theme: Theme, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._draw = Button(theme, locale.text("Draw seven words"))
        self._language = ComboField(
            theme,
            choices=[(code, NAMES[code]) for code in _LANGUAGES],
            name=locale.text("Language of the words"),
        )
        self._language.choose(locale.code if locale.code in _LANGUAGES else "en")
        self._worth = Label(theme, role="small", ink="ink2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._draw)
        row.addWidget(self._language)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self._worth)
        self._draw.clicked.connect(self._draw_words)
        self.forget()

    def forget(self) -> None:
        """Nothing is drawn: say what the button is for."""
        self._worth.setText(
            self._locale.text(
                "Carnet can draw the phrase: chance is harder to guess than any idea of one’s own."
            )
        )

    def _draw_words(self) -> None:
        from app.security import seven_words  # the lists are read when somebody asks for words

        language = self._language.chosen() or "en"
        self.drawn.emit(seven_words.draw(language))
        self._worth.setText(
            self._locale.text(
                "Seven words out of {size}, each drawn by chance: as hard to find as a key of {bits} bits."
                " Write them down, put the paper away, then type them again below.",
                size=f"{seven_words.list_size(language):,}".replace(",", "\u202f"),
                bits=seven_words.bits(language),
            )
        )
