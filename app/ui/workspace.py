"""What every page works with: the open notebook, the words, the look, the worker, and the way elsewhere."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.actions.unit_changes.kept import KIND as UNIT_CHANGES
from app.actions.unit_changes.open_library import open_library
from app.errors import CarnetError
from app.frameworks.coded_words import CodedWords
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.changes import Changes
from app.models.draft import Draft
from app.models.folder_look import FolderLook
from app.models.framework import Framework
from app.models.partner import Partner
from app.models.value_list import ValueList
from app.personal.note import NoteDraft
from app.personal.notes import PersonalNotes
from app.settings import Settings
from app.storage.notebook import Notebook
from app.ui.copy_keeper import CopyKeeper
from app.ui.destination import Destination
from app.ui.prints import Prints
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme


class Workspace(QObject):
    """Passed to pages, never imported by them: news comes as `changed`, wishes leave as `go`."""

    changed = Signal(object)  # Changes
    wanted = Signal(object)  # Destination
    failed = Signal(object)  # a CarnetError to be told on the window
    back_wanted = Signal()
    erased = Signal()  # something is gone for ever: no page may still show it
    kept = Signal()  # what was typed is on disk
    drive_looked = Signal(object)  # app.ui.keepers.drive_watch.Drive
    folder_named = Signal()  # packages are looked for elsewhere from now on
    folder_looked = Signal()  # `newest_look` says something new
    undo_offered = Signal(str, object)  # what was done, and a function that undoes it
    settings_wanted = Signal(object)  # settings.Settings as they should be from now on
    key_change_wanted = Signal(str, object)  # the phrase and, as bytes, the recovery code or None
    restore_wanted = Signal()  # a copy is to be put back in the place of this notebook

    def __init__(
        self,
        notebook: Notebook,
        *,
        library: Library,
        personal: PersonalNotes,
        locale: Locale,
        theme: Theme,
        tasks: Tasks,
        keeping: Tasks | None = None,
        settings: Settings | None = None,
        copies: CopyKeeper | None = None,
        prints: Prints | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.notebook = notebook
        self.library = library
        self._listed: tuple[Library, dict[str, ValueList]] | None = None
        self._coded: tuple[Library, CodedWords] | None = None
        self.personal = personal
        self.locale = locale
        self.theme = theme
        self.tasks = tasks
        self.keeping = keeping or tasks  # drafts wait for nothing slow
        self.settings = settings or Settings()
        self.copies = copies
        self.prints = prints or Prints(self)  # outlives the open notebook
        self.newest_look = FolderLook()
        self.newest_draft: Draft | None = None
        self.newest_note: NoteDraft | None = None
        self.newest_left: dict[str, Any] = {}
        self.locked = False  # what is still under way finds nothing here any more

    @property
    def lists(self) -> dict[str, ValueList]:
        """The value lists of this notebook's service."""
        if self._listed is None or self._listed[0] is not self.library:
            self._listed = (self.library, self.library.lists_for(self.notebook.framework))
        return self._listed[1]

    @property
    def service(self) -> Framework:
        """The rules and words of this notebook's service."""
        return self.library.framework(self.notebook.framework)

    @property
    def today(self) -> date:
        """The day on the practitioner's calendar."""
        return date.today()

    def label(self, list_key: str, code: str) -> str:
        """The words of a code in the window's language; the code itself where no list knows it."""
        listed = self.library.lists.get(list_key)
        item = listed.item(code) if listed else None
        return self.locale.words(item.label) if item else code

    @property
    def coded_words(self) -> CodedWords:
        """Which codes a typed word means; read from the lists the first time somebody searches."""
        if self._coded is None or self._coded[0] is not self.library:
            self._coded = (self.library, CodedWords(self.library))
        return self._coded[1]

    def text(self, message: str, **values: object) -> str:
        """A sentence in the window's language."""
        return self.locale.text(message, **values)

    def act(self, action: Callable[..., Changes], /, **arguments: Any) -> bool:
        """Do something and tell everybody what changed; a failure is told and answers False."""
        try:
            changes = action(self.notebook, **arguments)
        except CarnetError as failure:
            self.failed.emit(failure)
            return False
        self.tell(changes)
        return True

    def tell(self, changes: Changes) -> None:
        """Tell everybody what changed."""
        if changes.touches(UNIT_CHANGES):
            self.library = open_library(self.notebook, shipped=self.library)
        if changes.items:
            self.changed.emit(changes)

    def offer_undo(self, done: str, undo: Callable[[], object]) -> None:
        """Say what was done and offer to undo it for a while."""
        self.undo_offered.emit(done, undo)

    def go(self, screen: str, **where: str) -> None:
        """Ask for another screen, e.g. go("sheet", kind="interview", record_id=…)."""
        self.wanted.emit(Destination(screen, **where))  # type: ignore[arg-type]

    def go_back(self) -> None:
        """Ask for the screen before this one."""
        self.back_wanted.emit()

    def keep_draft(self, draft: Draft) -> "Future[None]":
        """Write a draft on the worker that does nothing else."""
        self.newest_draft = draft
        return self.keeping.submit(partial(self.notebook.drafts.keep, draft))

    def keep_note(self, draft: NoteDraft) -> "Future[None]":
        """Write what is being typed beside, on the same worker."""
        self.newest_note = draft
        return self.keeping.submit(partial(self.personal.keep, draft))

    def keep_left(self, key: str, left: Any) -> "Future[None]":
        """Write what the lock came upon, under a name of app.actions.left_open, on the same worker."""
        self.newest_left[key] = left
        return self.keeping.submit(partial(self.notebook.preferences.set, key, left))

    def copy_to(self, destination: Path, *, done: Callable[[Path], None]) -> None:
        """Make a copy on the worker; failures are told on the window."""
        from app.actions.copies.copy_notebook import copy_notebook

        self.tasks.run(
            partial(copy_notebook, self.notebook, destination=destination),
            done=done,
            failed=self.failed.emit,
            name=self.text("the copy"),
        )

    # What forms ask while someone types (app/ui/form_view/sources.py)

    def find_partners(self, text: str) -> list[Partner]:
        """Directory entries matching what was typed."""
        return self.notebook.partners.matching(text)

    def partner(self, partner_id: str) -> Partner | None:
        """One directory entry."""
        return self.notebook.partners.find(partner_id)

    def find_people(self, text: str) -> list[tuple[str, str]]:
        """Students matching what was typed, as (identifier, name and class)."""
        lines = self.notebook.students.lines([hit.record_id for hit in self.notebook.search.people(text)])
        return [(line.id, f"{line.listed_name}  {line.class_name}".strip()) for line in lines]
