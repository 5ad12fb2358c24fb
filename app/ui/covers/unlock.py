"""The closed notebook: its cover and the phrase that opens it."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import (
    CarnetError,
    KeysDamaged,
    KeysMissing,
    NotANotebook,
    NotebookDamaged,
    NotebookLeftOpen,
    NotebookMissing,
    PersonalMissing,
)
from app.i18n import Locale
from app.models.school_year import school_year
from app.ui.ask_place import ask_folder
from app.ui.covers.demonstration import PHRASE, is_demonstration
from app.ui.covers.languages import Languages
from app.ui.fields.phrase_field import phrase_field
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.cover import Cover
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.pasted_label import PastedLabel

if TYPE_CHECKING:
    from app.ui.opening import Opened


# what a copy puts right
_PUT_BACK = (KeysDamaged, KeysMissing, NotANotebook, NotebookDamaged, NotebookMissing)


class Unlock(QWidget):
    """Asks for the phrase and opens on the worker; nobody's name is on the cover."""

    opened = Signal(object)  # app.ui.opening.Opened
    new_wanted = Signal()
    recovery_wanted = Signal()
    existing_wanted = Signal(str)
    language_chosen = Signal(str)
    contact_wanted = Signal()
    restore_wanted = Signal(str)  # the phrase that was typed

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        tasks: Tasks,
        *,
        folder: Path,
        after_lock: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._locale, self._tasks, self._folder = theme, locale, tasks, folder
        self._looking = after_lock  # after a lock the phrase is asked for, whatever a keychain holds
        self._phrase = phrase_field(theme, locale, name=locale.text("Passphrase"))
        self._failure = Banner(theme)
        self._next = Label(theme, ink="ink2", wrap=True)
        self._next.hide()
        self._restore = Button(theme, locale.text("Put back a copy…"), icon="clock-counter-clockwise")
        self._restore.hide()
        self._anyway = Button(theme, locale.text("Open here anyway"), kind="outlined")
        self._anyway.hide()
        self._without = Button(theme, locale.text("Open without my notes"), kind="outlined")
        self._without.hide()
        self._open = Button(theme, locale.text("Open"), kind="primary", hint=locale.text("Enter"), big=True)
        self._remembered = Button(theme, locale.text("Open without the passphrase"), kind="quiet")
        self._remembered.hide()
        self._remembered.clicked.connect(self._open_remembered)
        cover = Cover(theme)
        cover.set_card(self._card())
        cover.set_below(
            locale.text(
                "This notebook is encrypted on this computer. Without your passphrase or the recovery sheet"
                " nobody can read it, nor can we. Nothing goes to the Internet."
            )
        )
        languages = Languages(theme, locale.code)
        languages.chosen.connect(self.language_chosen)
        cover.add_foot(languages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(cover)
        self._open.clicked.connect(self._try)
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._phrase.text()))
        self._phrase.field.returnPressed.connect(self._try)
        QShortcut(QKeySequence("Ctrl+N"), self, self._want_contact)
        self._anyway.clicked.connect(lambda: self._try(take_over=True))
        self._without.clicked.connect(lambda: self._try(notes_anew=True))

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where the phrase is typed."""
        super().showEvent(event)
        self._phrase.field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once it is seen, look whether this computer may open the notebook by itself."""
        super().paintEvent(event)
        if not self._looking:
            self._looking = True
            QTimer.singleShot(0, self, self._look)

    def _card(self) -> PastedLabel:
        theme, text = self._theme, self._locale.text
        card = PastedLabel(theme)
        year = text("School year {year}", year=school_year(date.today()).replace("-", "–"))
        title, subtitle = Label(theme, "Carnet", role="title"), Label(theme, year, ink="ink2")
        other = Button(theme, text("Another notebook…"), kind="quiet")
        new = Button(theme, text("New notebook…"), kind="quiet")
        lost = Button(theme, text("I have the recovery code"), kind="quiet")
        lost.clicked.connect(self.recovery_wanted)
        new.clicked.connect(self.new_wanted)
        other.clicked.connect(self._choose)
        card.body.setSpacing(0)
        for words in (title, subtitle):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.body.addWidget(words)
        card.body.addSpacing(theme.px(28))
        if is_demonstration(self._folder):
            invented = text("Demonstration notebook, invented people. The phrase: {phrase}", phrase=PHRASE)
            card.body.addWidget(Banner(theme, [("info", invented)], tone="calm"))
            card.body.addSpacing(theme.px(16))
        card.body.addWidget(Labelled(theme, text("Passphrase"), self._phrase))
        card.body.addSpacing(theme.px(8))
        card.body.addWidget(self._failure)
        card.body.addWidget(self._next)
        card.body.addSpacing(theme.px(8))
        card.body.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addSpacing(theme.px(6))
        card.body.addWidget(self._anyway)
        card.body.addWidget(self._without)
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(self._open)
        card.body.addWidget(self._remembered)
        card.body.addSpacing(theme.px(16))
        card.body.addWidget(lost, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(FlowRow(theme, other, new, spacing=12), 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _want_contact(self) -> None:
        """Somebody is at the door: the phrase, then straight to the name."""
        self._next.setText(self._locale.text("Then a quick contact opens."))
        self._next.show()
        self._phrase.field.setFocus()
        self.contact_wanted.emit()

    def _try(self, *, take_over: bool = False, notes_anew: bool = False) -> None:
        phrase = self._phrase.text()
        if not phrase or not self._open.isEnabled():
            return
        self._busy(True)
        self._tasks.run(
            partial(_open, self._folder, phrase, take_over, notes_anew),
            done=self.opened.emit,
            failed=self._tell,
        )

    def _look(self) -> None:
        if self._tasks.stopped:  # closed as soon as it was painted
            return
        self._tasks.run(partial(_may_open, self._folder), done=self._offer)

    def _offer(self, until: str | None) -> None:
        if until:
            words = self._locale.text(
                "Open without the passphrase (until {day})", day=self._locale.moment(until).split()[0]
            )
            self._remembered.set_words(words)
            self._remembered.setVisible(True)

    def _open_remembered(self) -> None:
        if self._open.isEnabled():
            self._busy(True)
            self._tasks.run(
                partial(_open_remembered, self._folder), done=self.opened.emit, failed=self._tell_forgotten
            )

    def _tell_forgotten(self, failure: CarnetError) -> None:
        self._remembered.hide()
        self._tell(failure)

    def _tell(self, failure: CarnetError) -> None:
        self._busy(False)
        self._failure.set_lines([("warning", failure.said(self._locale))])
        self._restore.setVisible(isinstance(failure, _PUT_BACK))
        self._anyway.setVisible(isinstance(failure, NotebookLeftOpen))
        self._without.setVisible(isinstance(failure, PersonalMissing))
        self._phrase.field.selectAll()
        self._phrase.field.setFocus()

    def _busy(self, busy: bool) -> None:
        self._open.setEnabled(not busy)
        self._remembered.setEnabled(not busy)
        self._phrase.field.setReadOnly(busy)
        self._open.set_words(self._locale.text("Opening…") if busy else self._locale.text("Open"))
        if busy:
            self._failure.hide()
            self._restore.hide()
            self._anyway.hide()
            self._without.hide()

    def _choose(self) -> None:
        place = ask_folder(self, self._locale.text("Folder of the notebook"), at=self._folder.parent)
        if place is not None:
            self.existing_wanted.emit(str(place))


def _open(folder: Path, phrase: str, take_over: bool, notes_anew: bool) -> "Opened":
    from app.ui.opening import open_notebook  # not before the cover is painted

    return open_notebook(folder, phrase, take_over=take_over, notes_anew=notes_anew)


def _may_open(folder: Path) -> str | None:
    from app.actions.keys.open_remembered import may_open_remembered

    return may_open_remembered(folder=folder)


def _open_remembered(folder: Path) -> "Opened":
    from app.actions.keys.open_remembered import open_remembered
    from app.ui.opening import opened

    return opened(open_remembered(folder=folder))
