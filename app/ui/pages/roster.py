"""A class list: choose the file, look at what would happen, write, delete the file."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.actions.import_roster import ImportedRoster, import_roster
from app.actions.open_roster import OpenedRoster, open_roster
from app.actions.preview_roster import preview_roster
from app.errors import CarnetError, ColumnsMissing, ListUnreadable
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.plan import RosterPlan
from app.ui.destination import Destination
from app.ui.dialogs.delete_list import delete_list
from app.ui.pages.page import Page
from app.ui.pages.roster_columns import RosterColumns
from app.ui.pages.roster_preview import RosterPreview
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class RosterPage(Page):
    """Nothing is written before the person has seen what would happen and agreed."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._path: Path | None = None
        self._data = b""
        self._opened: OpenedRoster | None = None
        self._plan: RosterPlan | None = None
        self._preview: RosterPreview | None = None
        self._content: QWidget | None = None
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._failure = Banner(theme)
        self._school = ComboField(
            theme, name=text("School of this list"), placeholder=text("School of this list")
        )
        self._choose = Button(theme, text("Choose the file…"), icon="file-csv")
        self._columns = Button(theme, text("Columns…"), kind="quiet")
        self._write = Button(theme, text("Write into the notebook"), kind="primary", big=True)
        self._slot = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(48), theme.px(24), theme.px(32), theme.px(20))
        column.setSpacing(theme.px(10))
        column.addWidget(Label(theme, text("Class list"), role="title"))
        column.addWidget(self._subtitle)
        column.addWidget(self._failure)
        column.addWidget(FlowRow(theme, self._choose, self._school, self._columns, spacing=12))
        column.addLayout(self._slot, 1)
        column.addWidget(FlowRow(theme, self._write, spacing=12))
        self._choose.clicked.connect(self._choose_file)
        self._columns.clicked.connect(self._show_columns)
        self._write.clicked.connect(self._import)
        self._school.currentIndexChanged.connect(lambda _: self._look(None))

    def open(self, destination: Destination) -> None:
        """From the beginning."""
        schools = self.workspace.notebook.schools.list()
        self._school.set_choices([(school.id, school.name) for school in schools])
        if schools:
            self._school.choose(schools[0].id)
        self._school.setVisible(len(schools) > 1)
        self._forget()

    def focus_first(self) -> None:
        """The file first."""
        (self._preview.focus_first if self._preview else self._choose.setFocus)()

    def read(self, path: Path) -> None:
        """Look into a file; nothing is written."""
        self._forget()
        try:
            self._data = path.read_bytes()
            self._opened = open_roster(self.workspace.notebook, data=self._data)
        except OSError:
            self._tell(ListUnreadable())
            return
        except CarnetError as failure:
            self._tell(failure)
            return
        self._path = path
        self._look(None)

    def _forget(self) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        self._path, self._data, self._opened, self._plan, self._preview = None, b"", None, None, None
        self._failure.hide()
        self._columns.hide()
        self._write.hide()
        self._subtitle.setText(
            text("Exported from the school's software: WebUntis, or any CSV or text file.")
        )
        first = Button(theme, text("Choose the file…"), kind="primary", icon="file-csv", big=True)
        first.clicked.connect(self._choose_file)
        self._choose.hide()
        self._put(
            EmptyState(
                theme,
                title=text("Which list?"),
                text=text(
                    "Names, classes, birth dates and how to reach them are read, nothing else."
                    " Doubtful lines are yours to decide."
                ),
                actions=[first],
                reassurances=[
                    ("eye", text("You see a preview; nothing is written before you agree.")),
                    ("trash", text("At the end Carnet offers to delete the imported file.")),
                ],
            )
        )

    def _choose_file(self) -> None:
        text = self.workspace.text
        path, _ = QFileDialog.getOpenFileName(
            self, text("Class list"), str(Path.home()), text("Lists (*.csv *.txt *.tsv);;All files (*)")
        )
        if path:
            self.read(Path(path))

    def _look(self, mapping: Mapping | None) -> None:
        """Preview on the worker: matching two thousand lines takes a moment."""
        if self._opened is None:
            return
        workspace = self.workspace
        look = partial(
            preview_roster, workspace.notebook, data=self._data, mapping=mapping or self._opened.mapping,
            school_id=self._school.chosen(), today=workspace.today,
        )  # fmt: skip
        self._subtitle.setText(workspace.text("Comparing with the notebook…"))
        workspace.tasks.run(look, done=self._show_plan, failed=self._cannot_look)

    def _cannot_look(self, failure: CarnetError) -> None:
        self._tell(failure)
        if isinstance(failure, ColumnsMissing):
            self._show_columns()

    def _show_columns(self) -> None:
        if self._opened is None:
            return
        columns = RosterColumns(self.workspace, self._opened)
        columns.said.connect(self._look)
        self._preview = None
        self._write.hide()
        self._choose.show()
        self._put(columns)

    def _show_plan(self, plan: RosterPlan) -> None:
        workspace = self.workspace
        self._plan = plan
        self._failure.hide()
        self._choose.show()
        self._columns.show()
        self._write.show()
        self._preview = RosterPreview(workspace, plan)
        self._preview.decided.connect(self._say_what)
        self._put(self._preview)
        self._say_what()
        self._preview.focus_first()

    def _say_what(self) -> None:
        if self._plan is None or self._preview is None:
            return
        locale, plan = self.workspace.locale, self._plan
        n = len(plan.with_verdict("new"))
        parts = [
            locale.plural("{n} new student", "{n} new students", n),
            locale.plural("{n} known", "{n} known", len(plan.with_verdict("known"))),
        ]
        if self._preview.undecided:
            waiting = locale.plural("{n} to decide", "{n} to decide", self._preview.undecided)
            parts.append(waiting)
        out = len(plan.rejected) + len(plan.skipped)
        if out:
            parts.append(locale.plural("{n} line left out", "{n} lines left out", out))
        name = self._path.name if self._path else ""
        self._subtitle.setText(f"{name} · {', '.join(parts)}")

    def _import(self) -> None:
        if self._plan is None or self._preview is None:
            return
        workspace = self.workspace
        self._write.setEnabled(False)
        self._subtitle.setText(workspace.text("Writing…"))
        write = partial(
            import_roster, workspace.notebook, plan=self._plan, decisions=dict(self._preview.decisions),
            library=workspace.library, today=workspace.today,
        )  # fmt: skip
        workspace.tasks.run(write, done=self._show_written, failed=self._tell)

    def _show_written(self, written: ImportedRoster) -> None:
        workspace, path = self.workspace, self._path
        self._write.setEnabled(True)
        workspace.tell(written.changes)
        if path is not None and delete_list(workspace, self, path=path, written=written):
            try:
                path.unlink()
            except OSError:
                workspace.failed.emit(ListUnreadable())
        self._forget()
        workspace.go("students")

    def _tell(self, failure: CarnetError) -> None:
        self._write.setEnabled(True)
        self._failure.set_lines([("warning", failure.said(self.workspace.locale))])
        self._failure.show()
        self._say_what()

    def _put(self, content: QWidget) -> None:
        if self._content is not None:
            self._slot.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._slot.addWidget(content)
