"""From start to end: the cover, the open notebook, the cover again. Wires everything, draws nothing.

Until the first paint only Qt's three basic modules are imported; the rest comes while the phrase is typed.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app import log, settings
from app.errors import CarnetError, Unexpected
from app.i18n import Locale, window_languages
from app.ui.litter import Litter
from app.ui.locking.locking import Locking, carefully
from app.ui.tasks import Tasks
from app.ui.theme import fonts
from app.ui.theme.dress import FUSION, dress, system_theme
from app.ui.theme.theme import Theme
from app.ui.warm_up import warm_up
from app.ui.words.qt_words import QtWords

if TYPE_CHECKING:
    from app.ui.copy_keeper import CopyKeeper
    from app.ui.covers.answers import Answers
    from app.ui.destination import Destination
    from app.ui.keepers.drive_watch import DriveWatch
    from app.ui.main_window import MainWindow
    from app.ui.opening import Opened


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
        self._application, self._litter = application, Litter(self)
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
        self.locking = Locking(application, self.window, tasks=self.tasks)
        self.locking.wanted.connect(self.lock)
        self.main: MainWindow | None = None
        self._opened: Opened | None = None
        self._copies: CopyKeeper | None = None
        self._drive: DriveWatch | None = None
        self._after_unlock: tuple[Path, Destination] | None = None
        self._contact = False  # Ctrl+N on the cover: straight to a quick contact
        self._locked: set[Path] = set()  # closed by the lock: the phrase is asked for
        self._left_at = -1  # the work under way when somebody left a notebook that was not open yet
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
        page = Unlock(
            self.theme, self.locale, self.tasks, folder=self._folder, after_lock=self._folder in self._locked
        )
        page.opened.connect(self._enter)
        page.new_wanted.connect(self.show_first_start)
        page.recovery_wanted.connect(self.show_recovery)
        page.existing_wanted.connect(self._open_existing)
        page.language_chosen.connect(self._speak)
        page.contact_wanted.connect(self._want_contact)
        self._contact = False
        page.restore_wanted.connect(self.show_restore)
        self._put(page)

    def show_recovery(self) -> None:
        """The cover for whoever has the recovery sheet and no phrase."""
        from app.ui.covers.recover import Recover

        assert self._folder is not None
        page = Recover(self.theme, self.locale, self.tasks, folder=self._folder)
        page.opened.connect(self._enter)
        page.left.connect(self.show_unlock)
        self._put(page)

    def show_restore(self, phrase: str = "") -> None:
        """The way from a copy back to a notebook; a phrase typed on the cover need not be typed again."""
        from app.ui.covers.restore import Restore

        assert self._folder is not None
        page = Restore(self.theme, self.locale, self.tasks, folder=self._folder, phrase=phrase)
        page.opened.connect(self._enter)
        page.left.connect(self.show_unlock)
        self._put(page)

    def change_key(self, phrase: str, code: bytes | None) -> None:
        """Close the notebook, encrypt it anew, open it again where it was."""
        from app.ui.covers.changing_key import ChangingKey

        if self.main is None or self._opened is None or not self.main.leave_everything():
            return
        folder, here = self._opened.notebook.folder, self.main.here_again()
        page = ChangingKey(self.theme, self.locale, self.tasks, folder=folder)
        page.opened.connect(self._enter)
        page.left.connect(self.show_unlock)
        self._after_unlock = folder, here
        self._put(page)
        self._close_notebook()
        page.begin(phrase, code)

    def restore(self) -> None:
        """From the open notebook: it is closed first, as at any closing."""
        if self.main is None or not self.main.leave_everything():
            return
        self.show_restore()
        self._close_notebook()

    def lock(self) -> None:
        """Close the notebook without asking; what is being typed is on disk and comes back."""
        main, opened, self.main, self._opened = self.main, self._opened, None, None
        if main is None or opened is None:
            self._left_at = self.tasks.asked
            return
        from app.ui.destination import Destination

        here = carefully(main.here_again, otherwise=Destination("today"))
        self._after_unlock = opened.notebook.folder, here
        self._locked.add(opened.notebook.folder)
        self.locking.lock(main, opened, cover=self.show_unlock, ending=self._end_watches)

    def finish(self) -> bool:
        """Finish the open sheet and close the notebook: the window may go away.

        False when the disk takes neither sheet nor draft: the window then stays with the text in it.
        """
        if self.main is not None:
            if not self.main.leave_everything():
                return False
            if self.locking.prints.are_under_way:
                self.window.hide()
            if self._copies is not None:
                self.window.hide()
                self._copies.last_copy()
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
        if self._left_at == self.tasks.asked:
            opened.personal.close()
            opened.notebook.close()
            self._locked.add(self._folder)
            self.show_unlock()
            return
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
        from app.ui.keepers.drive_watch import DriveWatch
        from app.ui.main_window import MainWindow
        from app.ui.workspace import Workspace

        workspace = Workspace(
            opened.notebook, library=opened.library, personal=opened.personal, locale=self.locale,
            theme=self.theme, tasks=self.tasks, keeping=self.keeping, settings=self.settings,
            copies=self._keep_copies(opened), prints=self.locking.prints,
        )  # fmt: skip
        workspace.settings_wanted.connect(self.change_settings)
        workspace.key_change_wanted.connect(self.change_key)
        workspace.restore_wanted.connect(self.restore)
        main = MainWindow(workspace)
        workspace.setParent(main)
        main.lock_wanted.connect(self.lock)
        if self._drive is not None:
            self._drive.stop()
        self._drive = DriveWatch(workspace, main)
        self._opened, self.main = opened, main
        self.locking.give_back(opened)
        self._put(main)
        main.go(here or Destination("today"))
        self.locking.watch(main, self.settings)
        return main

    def _keep_copies(self, opened: "Opened") -> "CopyKeeper":
        """One for as long as the notebook is open, whatever window shows it."""
        from app.ui.copy_keeper import CopyKeeper

        if self._copies is None:
            self._copies = CopyKeeper(opened.notebook, self)
            self._copies.start()
        return self._copies

    def _end_watches(self) -> None:
        """Copies under way end, nobody looks at the drive any more."""
        copies, self._copies = self._copies, None
        if copies is not None:
            copies.stop()
            copies.deleteLater()
        if self._drive is not None:
            self._drive.stop()
            self._drive = None

    def _close_notebook(self) -> None:
        main, opened, self._opened, self.main = self.main, self._opened, None, None
        if opened is None or main is None:
            return
        self.locking.prints.wait()
        main.workspace.locked = True
        self._end_watches()
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
        warm_up(self, self.tasks, self.locale, missing_fonts=missing)


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
