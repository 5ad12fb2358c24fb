"""From a copy back to a notebook, step by step: which one, what it holds, what would be missing."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.copies.find_copies import copies_in, find_copies
from app.actions.copies.look_into_copy import Inside, look_into_copy
from app.actions.copies.restore_notebook import replace_notebook
from app.errors import CarnetError
from app.i18n import N_, Locale
from app.models.copy import Copy
from app.ui.covers.restore_steps import ChooseCopy, SeeCopy
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.watch import Watch
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.cover import Cover
from app.ui.widgets.cover_sheet import CoverSheet
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from app.ui.opening import Opened

_STEPS = (
    (N_("Which copy"), N_("And the phrase of its day")),
    (N_("What it holds"), N_("And what would be missing")),
    (N_("Your notebook"), N_("The former one is kept beside")),
)


class Restore(QWidget):
    """Nothing is written before the last step, and nothing is ever written over."""

    opened = Signal(object)  # app.ui.opening.Opened
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        tasks: Tasks,
        *,
        folder: Path,
        phrase: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._locale, self._tasks, self._folder = theme, locale, tasks, folder
        self._inside: Inside | None = None
        self._watch: Watch | None = None
        text = locale.text
        self._sheet = CoverSheet(theme)
        self._steps = Steps(theme, [(text(words), text(small)) for words, small in _STEPS])
        self._title = Label(theme, role="title", wrap=True)
        self._lead = Label(theme, ink="ink2", wrap=True)
        self._failure = Banner(theme, tone="bad")
        self._choose = ChooseCopy(theme, locale, phrase=phrase)
        self._see = SeeCopy(theme, locale)
        self._back = Button(theme, text("Back"), kind="quiet")
        self._on = Button(theme, text("Look inside"), kind="primary", hint=text("Enter"))
        self._looking = ProgressBar(theme)
        self._putting = ProgressBar(theme, cancel_text=text("Cancel"))
        self._lay_out()
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        self._choose.folder_chosen.connect(self._look_in)
        self._choose.changed.connect(self._failure.hide)
        self._putting.cancelled.connect(self._stop)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self._show(0)
        QTimer.singleShot(0, self, self._find)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is on the newest copy."""
        super().showEvent(event)
        self._choose.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Look into the copy, then put it back."""
        if not self._on.isEnabled():
            return
        if self._inside is None:
            self._look_inside()
        else:
            self._put_back(self._inside)

    def go_back(self) -> None:
        """To the copies, then to the cover."""
        if not self._back.isEnabled():
            return
        if self._inside is not None:
            self._inside = None
            self._show(0)
        else:
            self.left.emit()

    def _lay_out(self) -> None:
        theme, text, sheet = self._theme, self._locale.text, self._sheet
        sheet.left.addWidget(Label(theme, text("Put back a copy"), role="title", wrap=True))
        sheet.left.addSpacing(theme.px(40))
        sheet.left.addWidget(self._steps, 1)
        sheet.body.setSpacing(0)
        sheet.body.addWidget(self._title)
        sheet.body.addSpacing(theme.px(6))
        sheet.body.addWidget(self._lead)
        sheet.body.addSpacing(theme.px(16))
        sheet.body.addWidget(self._failure)
        sheet.body.addSpacing(theme.px(12))
        sheet.body.addWidget(self._choose)
        sheet.body.addWidget(self._see)
        sheet.body.addStretch(1)
        sheet.foot.addWidget(self._back)
        sheet.foot.addStretch(1)
        sheet.foot.addWidget(self._looking, 4)
        sheet.foot.addWidget(self._putting, 4)
        sheet.foot.addWidget(self._on)
        cover = Cover(theme, tall=True)
        cover.set_card(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(cover)

    def _show(self, step: int) -> None:
        text = self._locale.text
        self._steps.set_current(step)
        self._choose.setVisible(step == 0)
        self._see.setVisible(step == 1)
        self._failure.hide()
        if step == 0:
            self._title.setText(text("Which copy?"))
            self._lead.setText(text("Nothing is written yet. Carnet first shows what the copy holds."))
            self._on.set_words(text("Look inside"))
            self._choose.focus_first()
        else:
            self._title.setText(text("What it holds"))
            self._lead.setText(
                text(
                    "The copy stays where it is. The notebook as it is now is kept beside, under another"
                    " name."
                )
            )
            self._on.set_words(text("Put back this copy"))
            self._on.setFocus()

    def _find(self) -> None:
        find = partial(find_copies, folder=self._folder)
        self._tasks.run(find, done=self._show_copies, failed=self._tell)

    def _look_in(self, folder: str) -> None:
        found = partial(copies_in, folder=Path(folder))
        self._tasks.run(found, done=self._show_others, failed=self._tell)

    def _show_copies(self, copies: list[Copy]) -> None:
        self._choose.set_copies(copies, date.today())
        self._on.setEnabled(bool(copies))

    def _show_others(self, copies: list[Copy]) -> None:
        if copies:
            self._show_copies(copies)
        else:
            nothing = self._locale.text("There is no copy in this folder. Their names begin with carnet-.")
            self._failure.set_lines([("warning", nothing)])
            self._failure.show()

    def _look_inside(self) -> None:
        copy, phrase = self._choose.chosen(), self._choose.phrase()
        if copy is None:
            return
        if not phrase:
            self._failure.set_lines([("key", self._locale.text("The phrase is still missing."))])
            self._failure.show()
            self._choose.focus_phrase()
            return
        self._busy(self._looking, self._locale.text("Carnet looks into the copy…"))
        look = partial(look_into_copy, folder=copy.folder, passphrase=phrase, present=self._folder)
        self._tasks.run(look, done=self._show_inside, failed=self._tell)

    def _show_inside(self, inside: Inside) -> None:
        self._rest()
        self._inside = inside
        copy = self._choose.chosen()
        assert copy is not None
        self._see.show_inside(copy, inside, date.today())
        self._show(1)

    def _put_back(self, inside: Inside) -> None:
        self._watch = Watch(self)
        self._busy(self._putting, self._locale.text("The copy is put back and read back…"))
        work = partial(_put_back, self._watch, inside, self._folder, self._choose.phrase())
        self._tasks.run(work, done=self._enter, failed=self._tell)

    def _enter(self, opened: "Opened") -> None:
        self._rest()
        self.opened.emit(opened)

    def _tell(self, failure: CarnetError) -> None:
        self._rest()
        self._failure.set_lines([("warning", failure.said(self._locale))])
        self._failure.show()

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _busy(self, progress: ProgressBar, words: str) -> None:
        self._failure.hide()
        for button in (self._on, self._back):
            button.setEnabled(False)
        self._choose.setEnabled(False)
        progress.start(words)

    def _rest(self) -> None:
        self._looking.finish()
        self._putting.finish()
        for button in (self._on, self._back):
            button.setEnabled(True)
        self._choose.setEnabled(True)


def _put_back(watch: Watch, inside: Inside, folder: Path, phrase: str) -> "Opened":
    from app.ui.opening import open_notebook

    replace_notebook(copy=inside.copy, place=folder, go_on=lambda: watch("writing", 0, 0))
    return open_notebook(folder, phrase)
