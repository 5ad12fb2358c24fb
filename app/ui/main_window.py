"""The open notebook: the rail, one page at a time, the personal panel, and the keys that work everywhere."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.unit_changes.kept import KIND as UNIT_CHANGES
from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.destination import Destination, Screen
from app.ui.dialogs.edit_advice import new_advice
from app.ui.dialogs.edit_request import new_request
from app.ui.keepers.exchange_watch import ExchangeWatch
from app.ui.keepers.index_keeper import IndexKeeper
from app.ui.pages.catalogue import PAGES, TABS
from app.ui.pages.page import Page
from app.ui.personal.personal_panel import PersonalPanel
from app.ui.rail_counts import rail_counts
from app.ui.search.search_palette import SearchPalette
from app.ui.strips.broken_files_strip import BrokenFilesStrip
from app.ui.strips.demonstration_strip import DemonstrationStrip
from app.ui.strips.failure_strip import FailureStrip
from app.ui.strips.hold_strip import HoldStrip
from app.ui.strips.place_strip import PlaceStrip
from app.ui.strips.undo_strip import UndoStrip
from app.ui.widgets.personal_panel import STRIP
from app.ui.widgets.rail import Rail
from app.ui.workspace import Workspace

_DEEPEST_WAY_BACK = 30
_COMPACT_BELOW_EM = 76


class MainWindow(QWidget):
    """Calls go down to the pages; what changed comes up through the workspace to the page shown."""

    lock_wanted = Signal()
    hold_wanted = Signal()  # an interview is in progress, or over
    settings_changed = Signal()

    def __init__(self, workspace: Workspace, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._pages: dict[Screen, Page] = {}
        self._here = Destination("today")
        self._way_back: list[Destination] = []
        self._rail = self._make_rail()
        self._stack = QStackedWidget()
        self._failures = FailureStrip(workspace)
        self._undo = UndoStrip(workspace)
        self._hold = HoldStrip(workspace.theme, end_words=workspace.text("The interview is over"))
        self._hold.end_wanted.connect(self.hold_wanted)
        self._panel = PersonalPanel(workspace, parent=self)
        self._beside = QWidget()  # the room it takes from the page
        self._palette = SearchPalette(workspace, parent=self)
        self._palette.hide()
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        if workspace.notebook.is_demonstration:
            middle.addWidget(DemonstrationStrip(workspace))
        middle.addWidget(PlaceStrip(workspace))
        middle.addWidget(self._hold)
        middle.addWidget(BrokenFilesStrip(workspace))
        middle.addWidget(self._failures)
        middle.addWidget(self._undo)
        middle.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(middle, 1)
        layout.addWidget(self._beside)
        workspace.wanted.connect(self.go)
        workspace.back_wanted.connect(self.go_back)
        workspace.changed.connect(self._show_changes)
        workspace.failed.connect(self.tell_failure)
        workspace.undo_offered.connect(self._undo.offer)
        workspace.erased.connect(self._forget)
        self._panel.width_changed.connect(self._place_panel)
        IndexKeeper(workspace, self)
        self._add_keys()
        self._count()
        ExchangeWatch(workspace, self)

    @property
    def here(self) -> Destination:
        """What is shown now."""
        return self._here

    def here_again(self) -> Destination:
        """How to come back to what lies open, also to a sheet that was new when it was opened."""
        page = self.page()
        return page.here_again(self._here) if page else self._here

    def go(self, destination: Destination) -> None:
        """Leave the page that is up and show another; the search opens over it instead."""
        if destination.screen == "search":
            self._palette.come_up()
            return
        came_from = self.here_again()
        if self._stack.count():
            if not self._leave():
                return
            self._way_back = [*self._way_back, came_from][-_DEEPEST_WAY_BACK:]
        self._show(destination)

    def search(self, typed: str) -> None:
        """Open the search with something typed already."""
        self._palette.come_up(typed)

    def begin_contact(self) -> None:
        """A new interview with nobody chosen yet."""
        workspace = self.workspace
        forms = workspace.library.forms_for(workspace.notebook.framework)
        form = next((form.key for form in forms if form.record == "interview"), "")
        self.go(Destination("sheet", form=form))

    def _meet_emergency(self) -> None:
        """Numbers and steps, over whatever lies open; about its student, if any."""
        page = self.page()
        if self._here.screen != "emergency":
            _, student_id = (page.notes_subject() if page else None) or ("", None)
            self.go(Destination("emergency", student_id=student_id or ""))

    def go_back(self) -> None:
        """Show what was shown before."""
        if self._leave():
            self._show(self._way_back.pop() if self._way_back else Destination("today"))

    def tell_failure(self, failure: CarnetError) -> None:
        """Say what went wrong above the page; it stays until the next page."""
        self._failures.tell(failure)

    def tell(self, lines: Sequence[tuple[str, str]]) -> None:
        """Say something above the page, as (icon, sentence); it stays until the next page."""
        self._failures.say(lines)

    def keep_everything(self) -> "list[Future[Any]]":
        """Put everything typed on disk and finish nothing: for locking. The writings that must end."""
        page = self.page()
        writings = [page.keep() if page else None, self._panel.keep()]
        return [writing for writing in writings if writing is not None]

    def show_hold(self, clock: str) -> None:
        """Until when the notebook stays open although nobody touches it; "" when it locks as usual."""
        text = self.workspace.text
        said = text("Interview in progress: open until {clock} at the latest, then it locks.", clock=clock)
        self._hold.say(said if clock else "")
        self._rail.set_active("hold", bool(clock))

    def stop_search(self) -> None:
        """End the thread that searches."""
        self._palette.stop()

    def leave_everything(self) -> bool:
        """Finish what lies open: for closing. False when the disk refuses, so that nothing is lost."""
        left = self._leave()
        self._palette.stop()
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: the rail becomes icons."""
        super().resizeEvent(event)
        em = self.workspace.theme.px(15)
        self._rail.set_compact(self.width() < _COMPACT_BELOW_EM * em)
        self._place_panel()
        self._palette.fit()

    def _place_panel(self) -> None:
        """Beside the page, or over its right edge where the window has no room for both."""
        panel, strip = self._panel, self.workspace.theme.px(STRIP)
        wide = panel.sizeHint().width() if not panel.isHidden() else 0
        room = self.width() - self._rail.sizeHint().width() - self._stack.minimumSizeHint().width()
        self._beside.setFixedWidth(wide if wide <= room else min(wide, strip))
        panel.setGeometry(self.width() - wide, 0, wide, self.height())
        panel.raise_()
        self._palette.raise_()

    def _make_rail(self) -> Rail:
        workspace = self.workspace
        unit = workspace.notebook.units.own()
        invented = workspace.notebook.is_demonstration
        rail = Rail(
            workspace.theme,
            subtitle=workspace.text("Demonstration") if invented else unit.name,
            current_word=workspace.text("current place"),
            parent=self,
        )
        for tab in TABS:
            rail.add_place(tab.place, tab.icon, workspace.text(tab.text))
        rail.add_action("search", "magnifying-glass", workspace.text("Search"), hint="Ctrl+K")
        rail.add_action("hold", "clock", workspace.text("In interview"))
        rail.add_action("lock", "lock-simple", workspace.text("Lock"), hint="Ctrl+L")
        rail.place_chosen.connect(lambda place: self.go(Destination(place)))
        rail.action_chosen.connect(self._act)
        return rail

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+K": lambda: self.go(Destination("search")),
            "Ctrl+N": self.begin_contact,
            "Ctrl+R": lambda: new_request(self.workspace, self),
            "Ctrl+B": lambda: new_advice(self.workspace, self),
            "Ctrl+I": lambda: self.go(Destination("roster")),
            "Ctrl+L": self.lock_wanted.emit,
            "Ctrl+P": lambda: self._page_does("print_wanted"),
            "F6": lambda: self._walk(1),
            "Shift+F6": lambda: self._walk(-1),
            "F8": self._panel.toggle,
            "F9": self._meet_emergency,
            "Ctrl+PgDown": lambda: self._next_place(1),
            "Ctrl+PgUp": lambda: self._next_place(-1),
            "Alt+Left": self.go_back,
        }
        for sequence, slot in keys.items():
            QShortcut(QKeySequence(sequence), self, slot)

    def _act(self, action: str) -> None:
        wishes = {"lock": self.lock_wanted, "hold": self.hold_wanted}
        if action in wishes:
            wishes[action].emit()
        else:
            self.go(Destination("search"))

    def _show(self, destination: Destination) -> None:
        self._failures.hide()
        page = self._pages.get(destination.screen)
        if page is None:
            page = PAGES[destination.screen](self.workspace)
            self._pages[destination.screen] = page
            self._stack.addWidget(page)
        self._here = destination
        try:
            page.open(destination)
        except CarnetError as failure:
            self.tell_failure(failure)
        self._stack.setCurrentWidget(page)
        self._rail.set_current(page.place, neighbour=page.neighbour)
        self._panel.stand_beside(page.notes_subject())
        page.focus_first()

    def _forget(self) -> None:
        """Pages that were left may still hold words of what was erased, and so may the way back to them."""
        self._build_anew()
        self._way_back = []
        self._undo.forget()

    def _build_anew(self) -> None:
        """The pages that do not lie open, each when it is next shown."""
        here = self.page()
        for screen, page in list(self._pages.items()):
            if page is not here:
                del self._pages[screen]
                self._stack.removeWidget(page)
                page.deleteLater()

    def _leave(self) -> bool:
        page = self.page()
        if page and not page.leave():
            return False
        return self._panel.finish()

    def page(self) -> Page | None:
        """The page that is up."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def _page_does(self, verb: str) -> None:
        page = self.page()
        if page:
            getattr(page, verb)()

    def _show_changes(self, changes: Changes) -> None:
        if changes.touches(UNIT_CHANGES):
            self._build_anew()  # they ask and write by the words that were
        page = self.page()
        if page:
            page.show_changes(changes)
            self._panel.stand_beside(page.notes_subject())
        self._count()

    def _count(self) -> None:
        for place, count in rail_counts(self.workspace).items():
            self._rail.set_count(place, count)

    def _next_place(self, step: int) -> None:
        places = [tab.place for tab in TABS]
        current = self._rail.current()
        index = places.index(current) if current in places else 0
        self.go(Destination(places[(index + step) % len(places)]))

    def _walk(self, step: int) -> None:
        """F6: from rail to page to panel and round again."""
        areas: list[QWidget] = [self._rail, self._stack]
        if self._panel.is_open:
            areas.append(self._panel)
        focused = self.focusWidget()
        here = next((n for n, area in enumerate(areas) if focused and area.isAncestorOf(focused)), 0)
        target = areas[(here + step) % len(areas)]
        if target is self._rail:
            self._rail.focus_current()
        elif target is self._panel:
            self._panel.focus_first()
        elif page := self.page():
            page.focus_first()
