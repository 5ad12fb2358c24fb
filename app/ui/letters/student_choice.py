"""Which students: those followed, a class, or whoever is ticked one by one."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from app.models.folding import fold
from app.models.student_line import StudentLine
from app.ui.letters.student_rows import Index, StudentRows
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.table_delegate import TableDelegate
from app.ui.workspace import Workspace

FOLLOWED, ALL, _CLASS = "followed", "all", "class:"
_LAST = "letters_chosen"  # what the notebook remembers: identifiers only
_EVERYBODY = 1_000_000


class StudentChoice(QWidget):
    """`changed` when somebody was ticked or unticked."""

    changed = Signal()

    def __init__(self, workspace: Workspace, *, name: str = "") -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self._lines: list[StudentLine] = []
        self._field = SearchField(theme, text("Name or class"), icon="funnel-simple")
        self._group = ComboField(theme, choices=[], name=text("Which students"))
        self.rows = StudentRows([text("Student"), text("Class")], self)
        self.table = DataTable(theme, model=self.rows, name=name or text("Students who get a letter"))
        everybody = Button(theme, text("Tick all shown"), kind="quiet", icon="check", small=True)
        nobody = Button(theme, text("Tick none"), kind="quiet", icon="x", small=True)
        self._again = Button(theme, text("Those of last time"), kind="quiet", icon="clock", small=True)
        self._count = Label(theme, role="small", ink="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self._group)
        column.addWidget(self._field)
        column.addWidget(FlowRow(theme, everybody, nobody, self._again, spacing=4))
        column.addWidget(self.table, 1)
        column.addWidget(self._count)
        self._group.currentIndexChanged.connect(self._sift)
        self._field.textChanged.connect(self._sift)
        everybody.clicked.connect(lambda: self.rows.tick_shown(on=True))
        nobody.clicked.connect(lambda: self.rows.tick(set()))
        self._again.clicked.connect(self._tick_again)
        self.table.setItemDelegate(_Pressed(theme, self.table))
        self.table.clicked.connect(lambda index: self.rows.switch(index.row()))
        self.rows.changed.connect(self._tell)

    @property
    def chosen(self) -> list[str]:
        """The identifiers of those who are ticked, by name."""
        ticked = self.rows.ticked
        return [line.id for line in self._lines if line.id in ticked]

    def start(self) -> None:
        """Read who there is; whoever is ticked stays so while they are there."""
        notebook, text = self._workspace.notebook, self._workspace.text
        self._lines = notebook.students.page(limit=_EVERYBODY)
        classes = sorted({line.class_name for line in self._lines if line.class_name})
        groups = [(FOLLOWED, text("Followed")), (ALL, text("Everybody"))]
        groups += [(f"{_CLASS}{name}", text("Class {name}", name=name)) for name in classes]
        kept = self._group.chosen()
        self._group.blockSignals(True)
        self._group.set_choices(groups)
        followed = any(line.is_followed for line in self._lines)
        self._group.choose(kept if kept in dict(groups) else FOLLOWED if followed else ALL)
        self._group.blockSignals(False)
        self._again.setVisible(bool(notebook.preferences.get(_LAST)))
        self.rows.tick(self.rows.ticked & {line.id for line in self._lines})
        self._sift()

    def remember(self) -> None:
        """These are those of last time from now on."""
        self._workspace.notebook.preferences.set(_LAST, self.chosen)
        self._again.show()

    def tick(self, student_ids: Iterable[str]) -> None:
        """These, as far as they are there, and all of them in sight."""
        self._group.choose(ALL)
        self.rows.tick(set(student_ids) & {line.id for line in self._lines})

    def _tick_again(self) -> None:
        self.tick(self._workspace.notebook.preferences.get(_LAST) or [])

    def _sift(self) -> None:
        group, words = self._group.chosen() or ALL, fold(self._field.text()).split()
        self.rows.show_lines(
            [
                line
                for line in self._lines
                if (group == ALL or (line.is_followed if group == FOLLOWED else _in_class(line, group)))
                and all(word in fold(f"{line.listed_name} {line.class_name}") for word in words)
            ]
        )
        self._tell()

    def _tell(self) -> None:
        locale, n = self._workspace.locale, len(self.rows.ticked)
        self._count.setText(locale.plural("{n} student ticked", "{n} students ticked", n))
        self.changed.emit()


class _Pressed(TableDelegate):
    """A press anywhere on the row ticks it, so the box alone must not tick it too."""

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Nothing is done to a cell by itself."""
        return False


def _in_class(line: StudentLine, group: str) -> bool:
    return f"{_CLASS}{line.class_name}" == group
