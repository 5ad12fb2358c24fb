"""The students: a list, and the sheet of whoever is chosen in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.dialogs.edit_student import edit_student
from app.ui.pages.page import Page
from app.ui.student_list import StudentList
from app.ui.student_sheet.student_sheet import StudentSheet
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workspace import Workspace

_BESIDE_FROM_EM = 76  # narrower windows show the list or the sheet


class StudentsPage(Page):
    """Whoever was open stays open until another is chosen."""

    place = "students"
    neighbour = "list"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        text, theme = workspace.text, workspace.theme
        self._shown = ""
        self._stale = True
        self.list = StudentList(workspace)
        self.sheet = StudentSheet(workspace)
        self._back = Button(theme, text("Students"), kind="quiet", icon="caret-left", small=True)
        self._back.clicked.connect(self._show_list)
        self._empty = _Margin(workspace, self._welcome())
        self._nobody = _Margin(workspace, self._hint())
        self._stack = QStackedWidget()
        for part in (self._empty, self._nobody, self.sheet):
            self._stack.addWidget(part)
        self.sheet.header.add_before(self._back)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addWidget(self._stack, 1)
        self._stack.hide()  # both together would widen a narrow window
        self.list.chosen.connect(lambda student_id: workspace.go("students", record_id=student_id))
        self.list.add_wanted.connect(self._add)
        self.list.import_wanted.connect(lambda: workspace.go("roster"))
        self.list.letters_wanted.connect(lambda: workspace.go("letters"))
        self.list.papers_wanted.connect(lambda: workspace.go("papers"))
        QShortcut(QKeySequence("Ctrl+E"), self, self.sheet.head.begin_interview)

    def open(self, destination: Destination) -> None:
        """A student by identifier, or the list with whoever was open."""
        if self._stale:
            self._stale = False
            self.list.start() if not self._shown else self.list.reload(keep_place=True)
        wanted = destination.record_id or ("" if self._alone() else self._shown)
        self._show(wanted)

    def here_again(self, opened_with: Destination) -> Destination:
        """The same student."""
        return Destination("students", record_id=self._shown)

    def show_changes(self, changes: Changes) -> None:
        """Anything may touch the sheet; the list shows names, cases, drafts and the last interview."""
        if self.sheet.takes_in_its_stride(changes):
            return
        self.list.reload(keep_place=True)
        self._show(self._shown, told=False)

    def focus_first(self) -> None:
        """Where the keyboard is stays; otherwise on the list."""
        if not self.list.isVisible():
            self.sheet.head.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.list.has_the_keyboard():
            if self._stack.currentWidget() is self._empty:
                self._first.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.list.focus_list()

    def notes_subject(self) -> tuple[str, str | None] | None:
        """The student shown."""
        return (self._shown, self._shown) if self._shown else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: one thing at a time."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Other pages change things that are shown here."""
        super().hideEvent(event)
        self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes from the sheet back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.list.has_the_keyboard():
            self._show_list()
        else:
            super().keyPressEvent(event)

    def _show(self, student_id: str, *, told: bool = True) -> None:
        self._shown = ""
        if student_id:
            try:
                self._shown = self.sheet.show_student(student_id)
            except CarnetError:
                if told:
                    raise
            finally:
                self._choose_side()
        else:
            self._choose_side()
        self.list.select(self._shown)

    def _choose_side(self) -> None:
        nobody = self.workspace.notebook.students.count() == 0
        side: QWidget = self.sheet if self._shown else self._empty if nobody else self._nobody
        self._stack.setCurrentWidget(side)
        self._arrange()

    def _alone(self) -> bool:
        """Whether only one of list and sheet has room."""
        return self.window().width() < _BESIDE_FROM_EM * self.workspace.theme.px(15)

    def _arrange(self) -> None:
        alone = self._alone()
        sheet_up = self._stack.currentWidget() is self.sheet
        empty = self._stack.currentWidget() is self._empty
        self.list.setVisible(not alone or not (sheet_up or empty))
        self._stack.setVisible(not alone or sheet_up or empty)
        self.list.set_wide(alone)
        self._back.setVisible(alone and sheet_up)

    def _show_list(self) -> None:
        if self._alone():
            self.workspace.go("students")
        self.list.focus_list()

    def _add(self) -> None:
        student_id = edit_student(self.workspace, self)
        if student_id:
            self.workspace.go("students", record_id=student_id)

    def _welcome(self) -> EmptyState:
        text, theme = self.workspace.text, self.workspace.theme
        self._first = Button(
            theme, text("Import a list"), kind="primary", hint="Ctrl+I", icon="download-simple", big=True
        )
        add = Button(theme, text("Add a student"), kind="outlined", big=True)
        contact = Button(theme, text("Quick contact"), kind="quiet", hint="Ctrl+N", big=True)
        self._first.clicked.connect(lambda: self.workspace.go("roster"))
        add.clicked.connect(self._add)
        contact.clicked.connect(self._begin_contact)
        return EmptyState(
            theme,
            title=text("No student for now"),
            text=text(
                "Import the school office’s list: names and classes are there when somebody knocks at the"
                " door. You can also begin without a list."
            ),
            actions=[self._first, add, contact],
            reassurances=[
                ("file-csv", text("A file exported from the school’s software: CSV, text or SIECLE.")),
                ("eye", text("You see a preview; nothing is written before you agree.")),
                ("trash", text("At the end Carnet offers to delete the imported file.")),
            ],
        )

    def _hint(self) -> QWidget:
        words = self.workspace.text("Choose a student in the list, or type a name.")
        hint = Label(self.workspace.theme, words, ink="ink2", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint.setContentsMargins(0, self.workspace.theme.px(70), 0, 0)
        return hint

    def _begin_contact(self) -> None:
        forms = self.workspace.library.forms_for(self.workspace.notebook.framework)
        form = next((form for form in forms if form.record == "interview"), None)
        if form is not None:
            self.workspace.go("sheet", form=form.key)


class _Margin(QWidget):
    """Paper with its margin line and one thing right of it."""

    def __init__(self, workspace: Workspace, content: QWidget) -> None:
        super().__init__()
        self._theme = workspace.theme
        self._line = workspace.theme.px(104)
        row = QVBoxLayout(self)
        row.setContentsMargins(self._line + workspace.theme.px(24), 0, 0, workspace.theme.px(40))
        row.addWidget(ScrollColumn(content))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        painter.fillRect(self._line, 0, 1, self.height(), self._theme.color("margin"))
