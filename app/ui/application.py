"""From start to end: the cover, the open notebook, the cover again. Wires everything, draws nothing.

Until the first paint only Qt's three basic modules are imported; the rest comes while the phrase is typed.
"""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from app import log, settings
from app.errors import CarnetError, Unexpected
from app.i18n import Locale, window_languages
from app.ui.locking.locking import Locking, carefully
from app.ui.qt_words import QtWords
from app.ui.tasks import Tasks
from app.ui.theme import fonts
from app.ui.theme.dress import FUSION, dress, system_theme
from app.ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.ui.covers.answers import Answers
    from app.ui.destination import Destination
    from app.ui.main_window import MainWindow
    from app.ui.opening import Opened


_WINDOW = (  # what shows the open notebook, in pieces that take about as long as a few frames
    "app.ui.workspace",
    "app.ui.form_view.kinds.choice",
    "app.ui.form_view.make_widget",
    "app.ui.pages.sheet",
    "app.ui.pages.students",
    "app.ui.pages.paper",
    "app.ui.pages.roster",
    "app.ui.pages.settings",
    "app.ui.main_window",
)
_MISSING = "missing_fonts"  # a property of the application, told once there is a log


def run(*, notebook: str | None = None, language: str | None = None) -> int:
    """Open the window and stay until it is closed; the process's exit code."""
    log.install_hooks()
    application = make_application(sys.argv[:1])
    carnet = Application(application, notebook=Path(notebook) if notebook else None, language=language)
    log.install_hooks(tell=carnet.broke.emit)
    carnet.start()
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with the fonts of the cover; its names never say whose notebook it is."""
    QGuiApplication.setDesktopFileName("carnet")
    application = QApplication([*arguments, "-style", "fusion"])
    application.setProperty(FUSION, True)
    application.setApplicationName("Carnet")
    application.setApplicationDisplayName("Carnet")
    application.setQuitOnLastWindowClosed(True)
    application.setProperty(_MISSING, len(fonts.register(files=fonts.ON_THE_COVER)))
    return application


class Application(QObject):
    """Holds the window and decides which of cover, first start and notebook is in it."""

    broke = Signal(object)  # an exception nobody expected, from any thread

    def __init__(
        self, application: QApplication, *, notebook: Path | None = None, language: str | None = None
    ) -> None:
        super().__init__(application)
        self._application = application
        self.settings = settings.load()
        self._folder = notebook or (
            Path(self.settings.last_notebook) if self.settings.last_notebook else None
        )
        self._language = language
        self._qt_words = QtWords(application)
        self.tasks = Tasks(self)
        self.keeping = Tasks(self)
        self.window = QStackedWidget()
        self.window.setWindowTitle("Carnet")
        self.window.resize(1366, 768)
        self.locking = Locking(application, self.window, tasks=self.tasks, keeping=self.keeping)
        self.locking.wanted.connect(self.lock)
        self.main: MainWindow | None = None
        self._opened: Opened | None = None
        self._after_unlock: tuple[Path, Destination] | None = None
        self._contact = False  # Ctrl+N on the cover: straight to a quick contact
        self.tasks.broke.connect(self._tell_broken)
        self.keeping.broke.connect(self._tell_broken)
        self.broke.connect(self._tell_broken)
        self.window.installEventFilter(_Watch(self))
        self._dress()

    def start(self) -> None:
        """Show the cover of the notebook there is, or the first start."""
        if self._folder is not None:
            self.show_unlock()
        else:
            self.show_first_start()
        room, wanted = self.window.screen().availableSize(), self.window.size()
        if room.width() > wanted.width() and room.height() > wanted.height():
            self.window.show()
        else:  # on a small screen the foot of a page would lie below its edge
            self.window.showMaximized()

    def show_first_start(self) -> None:
        """Questions before there is a notebook, or for another one."""
        self._ask_first(None)

    def show_unlock(self) -> None:
        """The cover, waiting for the phrase."""
        from app.ui.covers.unlock import Unlock

        assert self._folder is not None
        page = Unlock(self.theme, self.locale, self.tasks, folder=self._folder)
        page.opened.connect(self._enter)
        page.new_wanted.connect(self.show_first_start)
        page.existing_wanted.connect(self._open_existing)
        page.language_chosen.connect(self._speak)
        page.contact_wanted.connect(self._want_contact)
        self._contact = False
        self._put(page)

    def lock(self) -> None:
        """Close the notebook without asking; what is being typed is on disk and comes back."""
        main, opened, self.main, self._opened = self.main, self._opened, None, None
        if main is None or opened is None:
            return
        from app.ui.destination import Destination

        here = carefully(main.here_again, otherwise=Destination("today"))
        self._after_unlock = opened.notebook.folder, here
        self.locking.lock(main, opened, cover=self.show_unlock)

    def finish(self) -> bool:
        """Finish the open sheet and close the notebook: the window may go away.

        False when the disk takes neither sheet nor draft: the window then stays with the text in it.
        """
        if self.main is not None:
            if not self.main.leave_everything():
                return False
            self._close_notebook()
        self.locking.end()
        self.tasks.stop()
        self.keeping.stop()
        return True

    def change_settings(self, changed: settings.Settings) -> None:
        """Speak or look differently from now on; the open notebook is shown again where it was."""
        here = self.main.here_again() if self.main is not None else None
        if self.main is not None and not self.main.leave_everything():
            return
        if changed.language != self.settings.language:
            self._language = None  # what was asked for on the command line holds until another is chosen
        self._set(changed)
        self._dress()
        if self._opened is not None:
            self._show_main(self._opened, here)

    def _set(self, changed: settings.Settings) -> None:
        self.settings = changed
        settings.save(settings=changed)

    def _dress(self) -> None:
        chosen = self.settings.theme
        name = system_theme() if chosen == "system" else chosen
        self.theme = Theme(name, self.settings.text_size / 100)
        self.locale = Locale(self._language or self.settings.language or _system_language())
        dress(self._application, self.theme)
        self._qt_words.speak(self.locale.code)

    def _ask_first(self, answers: "Answers | None") -> None:
        from app.ui.covers.first_start import FirstStart

        page = FirstStart(
            self.theme, self.locale, self.tasks, answers=answers, can_leave=self._folder is not None
        )
        page.language_chosen.connect(self._speak)
        page.made.connect(self._enter)
        page.demonstration_made.connect(self._enter)
        page.existing_wanted.connect(self._open_existing)
        page.left.connect(self.show_unlock)
        self._put(page)

    def _speak(self, language: str) -> None:
        """Another language, on the same cover with the same answers."""
        from app.ui.covers.first_start import FirstStart

        self._language = None
        self._set(self.settings._replace(language=language))
        self._dress()
        page = self.window.currentWidget()
        if isinstance(page, FirstStart):
            self._ask_first(page.answers)
        else:
            self.show_unlock()

    def _open_existing(self, folder: str) -> None:
        self._folder = Path(folder)
        self.show_unlock()

    def _want_contact(self) -> None:
        self._contact = True

    def _enter(self, opened: "Opened") -> None:
        self._folder = opened.notebook.folder
        if not opened.notebook.is_demonstration:
            self._set(self.settings._replace(last_notebook=str(self._folder)))
        (folder, here), self._after_unlock = self._after_unlock or (None, None), None
        if self._contact:  # what lay open stays a draft and waits on the day's page
            self._contact = False
            self._show_main(opened, None).begin_contact()
        else:
            self._show_main(opened, here if folder == self._folder else None)

    def _show_main(self, opened: "Opened", here: "Destination | None") -> "MainWindow":
        from app.ui.destination import Destination
        from app.ui.main_window import MainWindow
        from app.ui.workspace import Workspace

        workspace = Workspace(
            opened.notebook, library=opened.library, personal=opened.personal, locale=self.locale,
            theme=self.theme, tasks=self.tasks, keeping=self.keeping, settings=self.settings,
        )  # fmt: skip
        workspace.settings_wanted.connect(self.change_settings)
        main = MainWindow(workspace)
        workspace.setParent(main)
        main.lock_wanted.connect(self.lock)
        self._opened, self.main = opened, main
        self.locking.give_back(opened)
        self._put(main)
        main.go(here or Destination("today"))
        self.locking.watch(main, self.settings)
        return main

    def _close_notebook(self) -> None:
        main, opened, self._opened, self.main = self.main, self._opened, None, None
        if opened is None or main is None:
            return
        main.workspace.locked = True
        # whatever is still being written ends first
        for worker in (self.keeping, self.tasks):
            worker.submit(lambda: None).result()
        opened.personal.close()
        opened.notebook.close()

    def _put(self, page: QWidget) -> None:
        before = self.window.currentWidget()
        self.window.addWidget(page)
        self.window.setCurrentWidget(page)
        if before is not None:
            self.window.removeWidget(before)
            before.deleteLater()

    def _tell_broken(self, error: BaseException) -> None:
        if self.main is not None:
            self.main.tell_failure(error if isinstance(error, CarnetError) else Unexpected())

    def warm_up(self) -> None:
        """Load what the open notebook needs while the phrase is typed."""
        missing = len(fonts.register(files=fonts.LATER)) + int(self._application.property(_MISSING) or 0)
        self.tasks.submit(partial(_start_log, missing))
        load = partial(_load_what_has_no_window, self.locale)
        self.tasks.run(load, done=lambda _: self._load_window(list(_WINDOW)))

    def _load_window(self, waiting: list[str]) -> None:
        """One module a turn, so that a key pressed meanwhile is not kept waiting.

        In this thread: where another one makes classes of Qt, Qt looking at its own ends in a crash.
        """
        import_module(waiting.pop(0))
        if waiting:
            QTimer.singleShot(0, self, lambda: self._load_window(waiting))
        else:
            QScrollArea().viewport()  # asked for the first time, Qt loads every kind of widget


class _Watch(QObject):
    """The window's closing is the notebook's; its first paint is when the rest may be loaded."""

    def __init__(self, carnet: Application) -> None:
        super().__init__(carnet)
        self._carnet, self._painted = carnet, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._carnet.warm_up)
        if kind == QEvent.Type.Close and not self._carnet.finish():
            event.ignore()
            return True
        return False


def _system_language() -> str:
    spoken = window_languages()
    for name in QLocale.system().uiLanguages():
        if name[:2] in spoken:
            return name[:2]
    return spoken[0]


def _start_log(missing_fonts: int) -> None:
    log.configure()
    if missing_fonts:
        log.note("fonts_missing", count=missing_fonts)


def _load_what_has_no_window(locale: Locale) -> None:
    from datetime import date

    import app.actions.finish_sheet
    import app.actions.import_roster
    import app.actions.look_at_today
    import app.actions.new_sheet
    import app.actions.prepare_paper  # noqa: F401
    from app.ui import opening

    opening.library()
    locale.date(date.today(), "day")  # and with it the names of days and months
