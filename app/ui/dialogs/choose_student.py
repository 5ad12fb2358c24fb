"""Which student: found by typing, or written down as somebody new."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.dialogs.edit_student import edit_student
from app.ui.fields.student_suggestions import ADD, student_suggestions
from app.ui.form_view.parts.suggestion import Suggestion
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.label import Label
from app.ui.widgets.list_row import ListRow, ListRowDelegate
from app.ui.widgets.paged_list import PagedList
from app.ui.widgets.paged_model import PagedModel
from app.ui.widgets.search_field import SearchField
from app.ui.workspace import Workspace

_ROWS = 5


def choose_student(
    workspace: Workspace,
    parent: QWidget,
    *,
    title: str,
    text: str = "",
    typed: str = "",
    without: frozenset[str] = frozenset(),
    may_add: bool = True,
) -> str:
    """Ask; the student's identifier, "" when left. Somebody new is written down on the way."""
    chooser = StudentChooser(
        workspace, parent, title=title, text=text, typed=typed, without=without, may_add=may_add
    )
    chooser.ask()
    if chooser.adds:
        return edit_student(workspace, parent, typed=chooser.typed)
    return chooser.student_id


class StudentChooser(Dialog):
    """Enter takes the first row, Down walks into the rows. `adds` when somebody new is wanted."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget,
        *,
        title: str,
        text: str = "",
        typed: str = "",
        without: frozenset[str] = frozenset(),
        may_add: bool = True,
    ) -> None:
        theme = workspace.theme
        super().__init__(
            theme,
            title=title,
            text=text,
            answers=[("leave", workspace.text("Leave as it was"), "outlined")],
            parent=parent.window(),
        )
        self._workspace, self._without, self._may_add = workspace, without, may_add
        self.student_id, self.adds = "", False
        self._field = SearchField(theme, workspace.text("Name, class, case"))
        self._model: PagedModel[ListRow] = PagedModel(said=lambda row: row.said, parent=self)
        self._list = PagedList(
            theme,
            model=self._model,
            delegate=ListRowDelegate(theme, tab=False, parent=self),
            name=workspace.text("Students found"),
        )
        self._list.setFixedHeight(theme.px(56 * _ROWS))
        self._nobody = Label(theme, " ", ink="ink2")
        for part in (self._field, self._nobody, self._list):
            self.body.addWidget(part)
        self._field.textChanged.connect(self._look)
        self._field.installEventFilter(self)
        self._list.chosen.connect(self._take_row)
        self._field.setText(typed)
        self._look(typed)
        self.fit()

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where one types."""
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first row, Down goes to the rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            rows = self._model.rows()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
                self._take_row(rows[0])
                return True
            if event.key() == Qt.Key.Key_Down and rows:
                self._list.setFocus(Qt.FocusReason.OtherFocusReason)
                self._list.select(0)
                return True
        return super().eventFilter(watched, event)

    def _look(self, typed: str) -> None:
        found = student_suggestions(self._workspace, typed, may_add=self._may_add, without=self._without)
        self._model.show_rows(_rows(found))
        nobody = not found and len(typed.strip()) > 1
        self._nobody.setText(self._workspace.text("Nobody of that name.") if nobody else " ")

    def _take_row(self, row: ListRow) -> None:
        if row.key == ADD:
            self.adds = True
        else:
            self.student_id = row.key
        self.answer = "taken"
        self.accept()


def _rows(found: Sequence[Suggestion]) -> list[ListRow]:
    return [ListRow(key=one.key, title=one.label, news=one.detail) for one in found]
