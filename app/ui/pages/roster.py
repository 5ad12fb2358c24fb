"""A class list: choose the file, look at what would happen, write, delete the file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.rosters.import_guardians import ImportedGuardians, import_guardians
from app.actions.rosters.import_roster import ImportedRoster, import_roster
from app.actions.rosters.look_into_list import LookedInto, look_into_list
from app.actions.rosters.open_roster import OpenedRoster
from app.actions.rosters.preview_roster import preview_roster
from app.errors import CarnetError, ColumnsMissing, ListUnreadable, Stopped
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.guardian_plan import GuardianPlan
from app.exchange.rosters.plan import RosterPlan
from app.models.progress import Phase
from app.ui.ask_place import ask_file
from app.ui.destination import Destination
from app.ui.dialogs.delete_list import delete_list
from app.ui.pages.page import Page
from app.ui.pages.roster_columns import RosterColumns
from app.ui.pages.roster_guardians import RosterGuardians
from app.ui.pages.roster_preview import RosterPreview
from app.ui.pages.roster_start import roster_start
from app.ui.pages.roster_words import WAITING, guardians_would, students_would, written_words
from app.ui.watch import Watch
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.slot import Slot
from app.ui.workspace import Workspace

T = TypeVar("T")
_FIRST: Phase = "reading"


class RosterPage(Page):
    """Nothing is written before the person has seen what would happen and agreed.

    Reading, comparing and writing happen on the worker; cancelling leaves everything as it was.
    """

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._path: Path | None = None
        self._opened: OpenedRoster | GuardianList | None = None
        self._plan: RosterPlan | GuardianPlan | None = None
        self._preview: RosterPreview | RosterGuardians | None = None
        self._content: QWidget | None = None
        self._watch: Watch | None = None
        self._writing = False
        self._phase: tuple[str, int] | None = None
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._failure = Banner(theme)
        self._school = ComboField(
            theme, name=text("School of this list"), placeholder=text("School of this list")
        )
        self._choose = Button(theme, text("Choose the file…"), icon="file-csv")
        self._columns = Button(theme, text("Columns…"), kind="quiet")
        self._write = Button(theme, text("Write into the notebook"), kind="primary", big=True)
        self._progress = ProgressBar(theme, cancel_text=text("Cancel"))
        self._slot = Slot()
        self._tools = FlowRow(theme, self._choose, self._school, self._columns, spacing=12)
        column = self._column()
        column.setContentsMargins(theme.px(48), theme.px(24), theme.px(32), theme.px(20))
        column.setSpacing(theme.px(10))
        column.addWidget(Label(theme, text("Class list"), role="title"))
        column.addWidget(self._subtitle)
        column.addWidget(self._failure)
        column.addWidget(self._tools)
        column.addLayout(self._slot, 1)
        column.addWidget(FlowRow(theme, self._write, spacing=12))
        column.addWidget(self._progress)
        self._choose.clicked.connect(self._choose_file)
        self._columns.clicked.connect(self._show_columns)
        self._write.clicked.connect(self._import)
        self._progress.cancelled.connect(self._cancel)
        self._school.currentIndexChanged.connect(lambda _: self._look(None))

    def _column(self) -> QVBoxLayout:
        """What the page holds; with large text all of it scrolls."""
        if not self.workspace.theme.large:
            return QVBoxLayout(self)
        inside, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollColumn(inside))
        return QVBoxLayout(inside)

    def open(self, destination: Destination) -> None:
        """From the beginning, unless the last list is still being written."""
        if self._writing:
            return
        schools = self.workspace.notebook.schools.list()
        self._school.set_choices([(school.id, school.name) for school in schools])
        if schools:
            self._school.choose(schools[0].id)
        self._forget()

    def leave(self) -> bool:
        """Looking ends here; what is being written is finished."""
        if not self._writing:
            self._cancel()
        return True

    def keep(self) -> None:
        """The notebook is locked: nothing of the list is written."""
        if self._watch is not None:
            self._watch.stop()
            self._watch, self._writing = None, False  # its answer comes when this page is gone

    def focus_first(self) -> None:
        """What the page is about now: the file, the columns or the lines."""
        if self._preview is not None:
            self._preview.focus_first()
        elif self._content is not None:
            self._content.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels what is under way."""
        if event.key() == Qt.Key.Key_Escape and self._watch is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def read(self, path: Path) -> None:
        """Look into a file; nothing is written."""
        self._forget()
        self._path = path
        workspace, school_id = self.workspace, self._school.chosen()
        look = partial(
            look_into_list, workspace.notebook, path=path, school_id=school_id, today=workspace.today
        )
        self._work(look, done=self._show_looked_into, failed=self._begin_again)

    def _forget(self) -> None:
        self._stop_looking()
        self._path = self._opened = self._plan = self._preview = None
        for widget in (self._failure, self._columns, self._write, self._choose, self._school):
            widget.hide()
        self._subtitle.setText(
            self.workspace.text(
                "Exported from the school’s software: SIECLE, ONDE, Pronote, WebUntis,"
                " or any CSV or text file."
            )
        )
        self._put(roster_start(self.workspace, self._choose_file))

    def _choose_file(self) -> None:
        text = self.workspace.text
        lists = text("Lists") + " (*.xml *.zip *.csv *.txt *.tsv);;" + text("All files") + " (*)"
        path = ask_file(self, text("Class list"), lists)
        if path is not None:
            self.read(path)

    def _show_looked_into(self, found: LookedInto) -> None:
        self._opened, plan = found.opened, found.plan
        if isinstance(plan, GuardianPlan):
            self._show_guardians(plan)
        elif plan is not None:
            self._show_students(plan)
        else:
            self._cannot_look(ColumnsMissing())

    def _look(self, mapping: Mapping | None) -> None:
        """Compare with the notebook again: read another way, or as another school's."""
        workspace, opened = self.workspace, self._opened
        if not isinstance(opened, OpenedRoster):
            return
        look = partial(
            preview_roster, workspace.notebook, table=opened.table, mapping=mapping or opened.mapping,
            school_id=self._school.chosen(), today=workspace.today,
        )  # fmt: skip
        self._work(look, done=self._show_students, failed=self._cannot_look)

    def _cannot_look(self, failure: CarnetError) -> None:
        if isinstance(failure, ColumnsMissing):
            self._show_columns()
            self._tell(failure)
        else:
            self._begin_again(failure)

    def _show_columns(self) -> None:
        if not isinstance(self._opened, OpenedRoster):
            return
        columns = RosterColumns(self.workspace, self._opened)
        columns.said.connect(self._look)
        self._plan = self._preview = None
        self._write.hide()
        self._choose.show()
        self._name_file("")
        self._put(columns)
        self.focus_first()

    def _show_students(self, plan: RosterPlan) -> None:
        preview = RosterPreview(self.workspace, plan)
        preview.decided.connect(self._say_what)
        self._columns.show()
        self._school.setVisible(self._school.count() > 1)
        self._show_plan(plan, preview, worth_writing=True)

    def _show_guardians(self, plan: GuardianPlan) -> None:
        worth_writing = any(line.verdict == "new" or line.changes for line in plan.lines)
        self._show_plan(plan, RosterGuardians(self.workspace, plan), worth_writing=worth_writing)

    def _show_plan(
        self,
        plan: RosterPlan | GuardianPlan,
        preview: RosterPreview | RosterGuardians,
        *,
        worth_writing: bool,
    ) -> None:
        self._plan, self._preview = plan, preview
        self._failure.hide()
        self._choose.show()
        self._write.setVisible(worth_writing)
        self._put(preview)
        self._say_what()
        self.focus_first()

    def _say_what(self) -> None:
        locale = self.workspace.locale
        if isinstance(self._plan, RosterPlan) and isinstance(self._preview, RosterPreview):
            self._name_file(students_would(self._plan, undecided=self._preview.undecided, locale=locale))
        elif isinstance(self._plan, GuardianPlan):
            self._name_file(guardians_would(self._plan, locale=locale))

    def _name_file(self, said: str) -> None:
        name = self._path.name if self._path else ""
        self._subtitle.setText(" · ".join(part for part in (name, said) if part))

    def _import(self) -> None:
        writer = self._writer()
        if writer is not None:
            self._write.hide()
            name = self.workspace.text("the class list")
            self._work(writer, done=self._show_written, failed=self._not_written, name=name)
            self._writing = True

    def _writer(self) -> Callable[..., ImportedRoster | ImportedGuardians] | None:
        workspace, plan, preview = self.workspace, self._plan, self._preview
        if isinstance(plan, GuardianPlan):
            return partial(import_guardians, workspace.notebook, plan=plan)
        if isinstance(plan, RosterPlan) and isinstance(preview, RosterPreview):
            return partial(
                import_roster, workspace.notebook, plan=plan, decisions=dict(preview.decisions),
                library=workspace.library, today=workspace.today,
            )  # fmt: skip
        return None

    def _show_written(self, written: ImportedRoster | ImportedGuardians) -> None:
        workspace, path = self.workspace, self._path
        workspace.tell(written.changes)
        said = written_words(written, locale=workspace.locale)
        if path is not None and delete_list(workspace, self, path=path, said=said):
            try:
                path.unlink()
            except OSError:
                workspace.failed.emit(ListUnreadable())
        self._forget()
        workspace.go("students")

    def _not_written(self, failure: CarnetError) -> None:
        self._write.show()
        self._write.setFocus()
        self._tell(failure)

    def _begin_again(self, failure: CarnetError) -> None:
        self._forget()
        self.focus_first()
        self._tell(failure)

    def _tell(self, failure: CarnetError) -> None:
        icon = "info" if isinstance(failure, Stopped) else "warning"
        self._failure.set_lines([(icon, failure.said(self.workspace.locale))])
        self._failure.show()

    def _work(
        self,
        work: Callable[..., T],
        *,
        done: Callable[[T], None],
        failed: Callable[[CarnetError], None],
        name: str = "",
    ) -> None:
        """Do something on the worker, watched; only the newest work is answered."""
        self._stop_looking()
        watch = self._watch = Watch(self)
        watch.moved.connect(self._move)
        watch.broke.connect(lambda: self._ended(watch, self._forget))
        self._failure.hide()
        self._set_busy(True)
        self.workspace.tasks.run(
            partial(watch.run, work),
            done=lambda result: self._ended(watch, self._answer(watch, result, done=done, failed=failed)),
            failed=lambda failure: self._ended(watch, partial(failed, failure)),
            name=name,
        )

    def _answer(
        self, watch: Watch, result: T, *, done: Callable[[T], None], failed: Callable[[CarnetError], None]
    ) -> Callable[[], None]:
        """What was only looked at is dropped when cancelled at the last step; what is written is told."""
        if watch.stopped and not self._writing:
            return partial(failed, Stopped())
        return partial(done, result)

    def _ended(self, watch: Watch, answer: Callable[[], None]) -> None:
        if watch is not self._watch:
            return
        self._watch, self._writing = None, False
        watch.deleteLater()
        self._set_busy(False)
        answer()

    def _move(self, phase: Phase, done: int, total: int) -> None:
        if self.sender() is not self._watch:
            return
        if (phase, total) != self._phase:
            self._phase = (phase, total)
            self._progress.start(self.workspace.text(WAITING[phase]), total=total)
        self._progress.advance(done)

    def _cancel(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _stop_looking(self) -> None:
        """Whatever was under way is of no interest any more."""
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._phase = None
        if busy:
            self._progress.start(self.workspace.text(WAITING[_FIRST]))
            self.setFocus()  # what had it goes grey, and the rail is no place to wait at
        else:
            self._progress.finish()
        self._tools.setEnabled(not busy)
        if self._content is not None:
            self._content.setEnabled(not busy)

    def _put(self, content: QWidget) -> None:
        self._content = self._slot.put(content)
