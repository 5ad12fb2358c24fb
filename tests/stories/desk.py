"""The real window on an open notebook, in this process, with hands that type real keys."""

from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.frameworks.library import Library
from app.i18n import Locale
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from app.ui.destination import Destination
from app.ui.main_window import MainWindow
from app.ui.pages.page import Page
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

PATIENCE = 10_000  # milliseconds, on a slow computer that does other things too


class Desk:
    """What lies on the desk: notebook, personal notes, window."""

    def __init__(
        self, bot: QtBot, notebook: Notebook, *, library: Library, locale: Locale, theme: Theme
    ) -> None:
        self.bot, self.notebook = bot, notebook
        self._closed = False
        self.personal = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
        self._tasks = Tasks()
        self.workspace = Workspace(
            notebook, library=library, personal=self.personal, locale=locale, theme=theme, tasks=self._tasks
        )
        self.window = MainWindow(self.workspace)
        self.window.resize(1366, 768)
        with bot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        bot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE)

    def go(self, screen: str | Destination, **where: str) -> Page:
        """Another page of the window."""
        there = Destination(screen, **where) if isinstance(screen, str) else screen  # type: ignore[arg-type]
        self.window.go(there)
        self.settle()
        return self.page

    @property
    def page(self) -> Page:
        """The page that is up."""
        page = self.window.page()
        assert page is not None
        assert page.isVisible()
        return page

    @property
    def here(self) -> QWidget:
        """Where the cursor is."""
        place = QApplication.focusWidget()
        assert place is not None, "nothing has the focus"
        return place

    def type(self, text: str) -> None:
        """Letter by letter, where the cursor is; those no plain key has come from an input method."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.here, letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self.here, event)

    def press(self, chord: str) -> None:
        """A key or several at once, such as "Ctrl+A"."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(chord))
        self.settle()

    def settle(self) -> None:
        """What was asked of the worker has been done and shown."""
        self._tasks.submit(lambda: None).result()
        for _ in range(5):
            QApplication.processEvents()

    def banners(self) -> list[str]:
        """The sentences above and on the page."""
        return [banner.accessibleName() for banner in self.window.findChildren(Banner) if banner.isVisible()]

    def reads(self, sentence: str) -> bool:
        """Whether a label that shows says exactly this."""
        return any(label.text() == sentence for label in self.window.findChildren(Label) if label.isVisible())

    def titles(self) -> set[str]:
        """What the windows are called."""
        return {window.windowTitle() for window in QApplication.topLevelWidgets()}

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Put everything away; nothing that lies open is finished. Twice is harmless."""
        if self._closed:
            return
        self._closed = True
        self.window._palette.stop()
        self._tasks.submit(lambda: None).result()
        delete(self.window)  # and with it the timers that would still write
        self._tasks.stop()
        self.personal.close()
        self.notebook.close()
