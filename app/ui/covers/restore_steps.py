"""The two sheets of putting a copy back: the copies to choose from, and what is in the chosen one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.copies.look_into_copy import Inside
from app.i18n import Locale
from app.models.copy import Copy
from app.ui.ask_place import ask_folder
from app.ui.fields.phrase_field import phrase_field
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.choice_card import ChoiceCard
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.section_heading import SectionHeading
from app.ui.words.copy_words import copy_title, count_words, missing_words, size_words

_FIRST = 4


class ChooseCopy(QWidget):
    """The newest copies, a way to older ones and to another folder, and the phrase."""

    folder_chosen = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, locale: Locale, *, phrase: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._locale = theme, locale
        self._copies: list[Copy] = []
        self._cards: list[ChoiceCard] = []
        self._phrase = phrase_field(theme, locale, name=locale.text("Passphrase"))
        self._phrase.field.setText(phrase)
        self._none = Label(theme, role="body", ink="ink2", wrap=True)
        self._none.hide()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))
        self._older = Button(theme, locale.text("Older copies"), kind="quiet", icon="caret-down")
        self._older.hide()
        elsewhere = Button(theme, locale.text("Look in another folder…"), kind="quiet", icon="folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._none)
        column.addWidget(self._list)
        column.addWidget(FlowRow(theme, self._older, elsewhere, spacing=12))
        column.addWidget(
            Labelled(
                theme, locale.text("Passphrase"), self._phrase,
                help=locale.text("The phrase the notebook had on the day of the copy."),
            )
        )  # fmt: skip
        self._older.clicked.connect(self._show_older)
        elsewhere.clicked.connect(self._look_elsewhere)
        self._phrase.field.textEdited.connect(lambda _: self.changed.emit())

    def set_copies(self, copies: Sequence[Copy], today: date) -> None:
        """Newest first; the newest is chosen."""
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._copies = list(copies)
        self._cards = [self._card(copy, today, chosen=n == 0) for n, copy in enumerate(copies)]
        for n, card in enumerate(self._cards):
            self._rows.addWidget(card)
            card.setVisible(n < _FIRST)
        self._older.setVisible(len(copies) > _FIRST)
        self._none.setText(
            self._locale.text("No copy lies beside this notebook. Choose the folder or the stick it is on.")
        )
        self._none.setVisible(not copies)
        self.focus_first()

    def chosen(self) -> Copy | None:
        """The copy whose ring is filled."""
        return next(
            (copy for copy, card in zip(self._copies, self._cards, strict=True) if card.isChecked()), None
        )

    def phrase(self) -> str:
        """What was typed."""
        return self._phrase.text()

    def focus_first(self) -> None:
        """Where one types; on the chosen copy when the phrase is there already."""
        card = next((card for card in self._cards if card.isChecked()), None)
        (card if card and self.phrase() else self._phrase.field).setFocus()

    def focus_phrase(self) -> None:
        """Where one types."""
        self._phrase.field.setFocus()

    def _card(self, copy: Copy, today: date, *, chosen: bool) -> ChoiceCard:
        detail = f"{size_words(self._locale, copy.size)} · {copy.folder.parent}"
        title = copy_title(self._locale, copy, today)
        card = ChoiceCard(self._theme, title, detail=detail, chosen=chosen, parent=self._list)
        card.clicked.connect(lambda: card.setChecked(True))  # pressed again, one alone would be unchosen
        card.clicked.connect(self.changed)
        return card

    def _show_older(self) -> None:
        for card in self._cards:
            card.show()
        self._older.hide()

    def _look_elsewhere(self) -> None:
        place = ask_folder(self, self._locale.text("Folder of the copies"))
        if place is not None:
            self.folder_chosen.emit(str(place))


class SeeCopy(QWidget):
    """What the copy holds and what would be missing, in lines."""

    def __init__(self, theme: Theme, locale: Locale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._locale = theme, locale
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_inside(self, copy: Copy, inside: Inside, today: date) -> None:
        """Other lines."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        text, locale = self._locale.text, self._locale
        counts = count_words(locale, inside.counts) or text("Nothing has been written in it yet.")
        written = (
            text("Last written on {moment}", moment=locale.moment(inside.written_at))
            if inside.written_at
            else ""
        )
        self._add(copy_title(locale, copy, today), [counts, written])
        self._column.addSpacing(self._theme.px(16))
        self._add(text("What would be missing"), missing_words(locale, inside))

    def _add(self, heading: str, lines: Sequence[str]) -> None:
        self._column.addWidget(SectionHeading(self._theme, heading))
        for line in filter(None, lines):
            self._column.addWidget(Label(self._theme, line, wrap=True))
