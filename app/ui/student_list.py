"""The column of students beside the rail: those followed or all, found by typing, however many."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.students.find_students import find_students
from app.models.student_line import StudentLine
from app.ui.student_list_foot import StudentListFoot
from app.ui.widgets.label import Label
from app.ui.widgets.list_row import ListRow, ListRowDelegate
from app.ui.widgets.overlay_bar import OverlayBar
from app.ui.widgets.paged_list import PagedList
from app.ui.widgets.paged_model import PAGE, PagedModel
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.shapes import hairline
from app.ui.widgets.tabs import Tabs
from app.ui.words.student_words import news
from app.ui.workspace import Workspace

FOLLOWED, ALL = "followed", "all"
_MOST_FOUND = 300
_WALK_MS = 160  # while somebody walks through the list with the arrow keys nothing is opened
_TYPED_FROM = 2
_UNBOUNDED = 16777215


class StudentList(QWidget):
    """`chosen` when a row is pressed, entered, or rested upon."""

    chosen = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    letters_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self._keys: dict[str, str] = {}
        self._current = ""
        self._resting = ""
        self._count = Label(theme, role="small", ink="ink2")
        self.field = SearchField(theme, text("Name, class, case"), icon="funnel-simple")
        self.tabs = Tabs(theme, [(FOLLOWED, text("Followed")), (ALL, text("Everybody"))])
        self.model: PagedModel[ListRow] = PagedModel(
            said=lambda row: row.said, fetch=self._fetch, parent=self
        )
        self.rows = PagedList(
            theme, model=self.model, delegate=ListRowDelegate(theme, parent=self), name=text("Students")
        )
        OverlayBar(self.rows)
        self._nobody = Label(theme, ink="ink2", wrap=True)
        self._nobody.setContentsMargins(theme.px(24), theme.px(16), theme.px(20), 0)
        self._foot = StudentListFoot(workspace)
        self._foot.add_wanted.connect(self.add_wanted)
        self._foot.import_wanted.connect(self.import_wanted)
        self._foot.letters_wanted.connect(self.letters_wanted)
        self._foot.papers_wanted.connect(self.papers_wanted)
        self._walk = QTimer(self)
        self._walk.setSingleShot(True)
        self._walk.setInterval(_WALK_MS)
        self._build()
        self.field.textChanged.connect(lambda _: self.reload())
        self.field.installEventFilter(self)
        self.tabs.chosen.connect(lambda _: self.reload())
        self.rows.chosen.connect(lambda row: self._choose(row.key))
        self.rows.current_row.connect(self._rest)
        self._walk.timeout.connect(lambda: self._choose(self._resting))

    def start(self) -> None:
        """Those followed, or everybody where nobody is followed yet."""
        if not self._workspace.notebook.students.followed_count():
            self.tabs.set_current(ALL)
        self.reload()

    def reload(self, *, keep_place: bool = False) -> None:
        """Read the list again; `keep_place` as far as it was read and where it was scrolled to."""
        loaded, at = len(self.model.rows()), self.rows.verticalScrollBar().value()
        typed = self.field.text().strip()
        if len(typed) >= _TYPED_FROM:
            self.model.show_rows([self._row(line) for line in self._found(typed)])
        else:
            limit = max(PAGE, loaded) if keep_place else PAGE
            page = self._page("", limit)
            self.model.show_rows(page, more=len(page) == limit)
        self._say_count()
        if keep_place:
            self.rows.verticalScrollBar().setValue(at)
        self._mark()

    def select(self, student_id: str) -> None:
        """Show who is open beside the list, reading on until they are in it."""
        self._current = student_id
        line = self._line_of(student_id)
        if line is not None and student_id not in self._keys_shown() and not self.field.text().strip():
            if self.tabs.current() == FOLLOWED and not line.is_followed:
                self.tabs.set_current(ALL)
                self.reload()
            self._read_to(line)
        self._mark(scroll=True)

    def focus_list(self) -> None:
        """The keyboard walks through the rows, or types when there are none."""
        (self.rows if self.model.rows() else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or the width of a column."""
        width = self._workspace.theme.px(296)
        self.setMinimumWidth(width)
        self.setMaximumWidth(_UNBOUNDED if wide else width)

    def has_the_keyboard(self) -> bool:
        """Whether somebody types or walks here."""
        return self.field.hasFocus() or self.rows.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Enter takes the first row and Down goes to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            rows = self.model.rows()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
                self._choose(rows[0].key)
                return True
            if event.key() == Qt.Key.Key_Down and rows:
                self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.rows.currentIndex().isValid():
                    self.rows.select(0)
                    self._rest(rows[0])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed on the list go on in the field."""
        if event.text().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.setText(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list's own paper; ruled where nobody is written yet."""
        theme, painter = self._workspace.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("list"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))
        if not self.model.rows() and not self._nobody.isVisibleTo(self):
            for n in range(6):
                y = theme.px(168 + 56 * n)
                hairline(painter, theme.px(20), self.width() - theme.px(18), y, theme.color("line"))

    def _build(self) -> None:
        theme, text = self._workspace.theme, self._workspace.text
        self.set_wide(False)
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        top.addWidget(Label(theme, text("Students"), role="title"), 1)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        field = QVBoxLayout()
        field.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        field.addWidget(self.field)
        field.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(20), 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(field)
        column.addSpacing(theme.px(4))
        column.addWidget(self._nobody)
        column.addWidget(self.rows, 1)
        column.addWidget(self._foot)

    # Reading

    def _fetch(self, after: ListRow | None, limit: int) -> list[ListRow]:
        return self._page(self._keys.get(after.key, "") if after else "", limit)

    def _page(self, after: str, limit: int) -> list[ListRow]:
        followed = self.tabs.current() == FOLLOWED
        lines = self._workspace.notebook.students.page(after=after, limit=limit, followed=followed)
        return [self._row(line) for line in lines]

    def _found(self, typed: str) -> list[StudentLine]:
        """In the tab that is up; where it has nobody, among all."""
        lines = find_students(self._workspace.notebook, text=typed, limit=_MOST_FOUND)
        if self.tabs.current() == FOLLOWED:
            followed = [line for line in lines if line.is_followed]
            if followed or not lines:
                return followed
            self.tabs.set_current(ALL)
        return lines

    def _row(self, line: StudentLine) -> ListRow:
        self._keys[line.id] = line.key
        said, ink = news(line, today=self._workspace.today, locale=self._workspace.locale)
        return ListRow(key=line.id, title=line.listed_name, right=line.class_name, news=said, ink=ink)

    def _read_to(self, line: StudentLine) -> None:
        """Read on, in pages that grow, until the row is there."""
        rows = self.model.rows()
        limit = PAGE
        while rows and self._keys[rows[-1].key] < line.key:
            limit *= 4
            page = self._page(self._keys[rows[-1].key], limit)
            self.model.append(page, more=len(page) == limit)
            if len(page) < limit:
                return
            rows = self.model.rows()

    def _line_of(self, student_id: str) -> StudentLine | None:
        lines = self._workspace.notebook.students.lines([student_id]) if student_id else []
        return lines[0] if lines else None

    def _keys_shown(self) -> set[str]:
        return {row.key for row in self.model.rows()}

    # Saying

    def _say_count(self) -> None:
        students, locale = self._workspace.notebook.students, self._workspace.locale
        total = students.count()
        followed = students.followed_count()
        if not total:
            said = self._workspace.text("nobody")
        elif self.tabs.current() == FOLLOWED:
            said = locale.plural("{n} followed", "{n} followed", followed)
        else:
            said = locale.plural("{n} student", "{n} students", total)
        self._count.setText(said)
        empty = not self.model.rows()
        typed = bool(self.field.text().strip())
        self._nobody.setText(
            self._workspace.text("Nobody of that name, class or case.")
            if typed
            else self._workspace.text("No case is open. “Everybody” shows all students.")
        )
        self._nobody.setVisible(empty and total > 0)
        for part in (self.field, self.tabs):
            part.setEnabled(total > 0)
        self.tabs.setVisible(total > 0)
        self._foot.setVisible(total > 0)
        self.update()

    def _mark(self, *, scroll: bool = False) -> None:
        """The row of who is open, without saying so."""
        place = next((n for n, row in enumerate(self.model.rows()) if row.key == self._current), None)
        if place is None:
            self.rows.setCurrentIndex(QModelIndex())
            self.rows.clearSelection()
            return
        at = self.rows.verticalScrollBar().value()
        self.rows.select(place)
        if not scroll:
            self.rows.verticalScrollBar().setValue(at)

    def _rest(self, row: ListRow) -> None:
        self._resting = row.key
        self._walk.start()

    def _choose(self, student_id: str) -> None:
        self._walk.stop()
        if student_id and student_id != self._current:
            self._current = student_id
            self.chosen.emit(student_id)
