"""The cover for whoever lost the phrase: the code of the sheet, then a new phrase."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CarnetError
from app.i18n import Locale
from app.ui.fields.new_phrase import NewPhrase
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.cover import Cover
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.pasted_label import PastedLabel
from app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from app.ui.opening import Opened

T = TypeVar("T")


class Recover(QWidget):
    """First the code, named by its groups when it was mistyped; the notebook opens with the new phrase."""

    opened = Signal(object)  # app.ui.opening.Opened
    left = Signal()

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, *, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._locale, self._tasks, self._folder = theme, locale, tasks, folder
        self._code = b""
        self._typed = TextField(theme, placeholder="00000-00000-…")
        self._new = NewPhrase(theme, locale, tasks, personal_words=list)
        self._lead = Label(theme, wrap=True)
        self._failure = Banner(theme)
        self._on = Button(theme, locale.text("Continue"), kind="primary", hint=locale.text("Enter"), big=True)
        self._back = Button(theme, locale.text("Back to the passphrase"), kind="quiet")
        cover = Cover(theme)
        cover.set_card(self._card())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(cover)
        self._on.clicked.connect(self._go_on)
        self._back.clicked.connect(self.left)
        for field in (self._typed, self._new.first.field, self._new.again.field):
            field.returnPressed.connect(self._go_on)
        QShortcut(QKeySequence("Alt+Left"), self, self.left.emit)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where one types."""
        super().showEvent(event)
        (self._new.first.field if self._code else self._typed).setFocus()

    def _card(self) -> PastedLabel:
        theme, text = self._theme, self._locale.text
        card = PastedLabel(theme, width=640)
        title = Label(theme, text("Recovery code"), role="title")
        self._asked = Labelled(
            theme, text("The eight groups of the sheet"), self._typed,
            help=text("Spaces, strokes and small letters do not matter."),
        )  # fmt: skip
        card.body.setSpacing(theme.px(12))
        for part in (title, self._lead, self._asked, self._new, self._failure, self._on):
            card.body.addWidget(part)
        card.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _show(self) -> None:
        text = self._locale.text
        known = bool(self._code)
        self._asked.setVisible(not known)
        self._new.setVisible(known)
        self._lead.setText(
            text("The code is right. Choose a new passphrase; the former one is forgotten.")
            if known
            else text("The sheet you printed opens this notebook without its passphrase.")
        )
        self._on.set_words(text("Open with the new passphrase") if known else text("Continue"))

    def _go_on(self) -> None:
        if not self._on.isEnabled():
            return
        if self._code:
            missing = self._new.missing()
            self._failure.set_lines([("info", missing)] if missing else [])
            if not missing:
                self._work(partial(_recover, self._folder, self._code, self._new.text()), self._enter)
        elif self._typed.text().strip():
            self._work(partial(_try_code, self._folder, self._typed.text()), self._tell_right)

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._on.setEnabled(False)
        self._failure.set_lines([])
        self._tasks.run(work, done=done, failed=self._tell)

    def _tell_right(self, code: bytes) -> None:
        self._on.setEnabled(True)
        self._code = code
        self._typed.clear()
        self._show()
        self._new.first.field.setFocus()

    def _enter(self, opened: "Opened") -> None:
        self._code = b""
        self._new.clear()
        self.opened.emit(opened)

    def _tell(self, failure: CarnetError) -> None:
        self._on.setEnabled(True)
        self._failure.set_lines([("warning", failure.said(self._locale))])
        (self._new.first.field if self._code else self._typed).setFocus()


def _try_code(folder: Path, typed: str) -> bytes:
    from app.actions.keys.recover_notebook import try_recovery_code  # not before the cover is painted

    return try_recovery_code(folder=folder, typed=typed)


def _recover(folder: Path, code: bytes, passphrase: str) -> "Opened":
    from app.actions.keys.recover_notebook import recover_notebook
    from app.ui.opening import opened

    return opened(recover_notebook(folder=folder, code=code, passphrase=passphrase))
