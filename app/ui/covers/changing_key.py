"""The closed notebook while everything in it is written anew under another key."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CarnetError
from app.i18n import Locale
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.cover import Cover
from app.ui.widgets.label import Label
from app.ui.widgets.pasted_label import PastedLabel
from app.ui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from app.ui.opening import Opened


class ChangingKey(QWidget):
    """Nothing to answer; when it is done the notebook opens, when it failed the cover comes back."""

    opened = Signal(object)  # app.ui.opening.Opened
    left = Signal()

    def __init__(
        self, theme: Theme, locale: Locale, tasks: Tasks, *, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._locale, self._tasks, self._folder = locale, tasks, folder
        text = locale.text
        self._lead = Label(theme, text("You may leave the computer alone; nothing is asked."), wrap=True)
        self._working = ProgressBar(theme)
        self._failure = Banner(theme)
        self._back = Button(theme, text("To the cover"), kind="primary", big=True)
        self._back.hide()
        card = PastedLabel(theme, width=640)
        card.body.setSpacing(theme.px(16))
        title = Label(theme, text("Another key"), role="title")
        for part in (title, self._lead, self._working, self._failure, self._back):
            card.body.addWidget(part)
        cover = Cover(theme)
        cover.set_card(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(cover)
        self._back.clicked.connect(self.left)

    def begin(self, phrase: str, code: bytes | None) -> None:
        """Change the key of the closed notebook on the worker, then open it."""
        self._working.start(self._locale.text("Everything is written anew and read back…"))
        work = partial(_change_and_open, self._folder, phrase, code)
        self._tasks.run(work, done=self.opened.emit, failed=self._tell)

    def _tell(self, failure: CarnetError) -> None:
        self._working.finish()
        self._lead.hide()
        self._failure.set_lines([("warning", failure.said(self._locale))])
        self._back.show()
        self._back.setFocus()


def _change_and_open(folder: Path, phrase: str, code: bytes | None) -> "Opened":
    from app.actions.keys.change_vault_key import change_vault_key, note_changed_key
    from app.ui.opening import open_notebook

    change_vault_key(folder=folder, passphrase=phrase, code=code)
    opened = open_notebook(folder, phrase)
    note_changed_key(opened.notebook)
    return opened
