"""The cases one can hand over: a filter, and a box to tick before each."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.folding import fold
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.workspace import Workspace

_MOST = 8


class CaseChoice(QWidget):
    """Open cases first, by name. Ticked ones stay in sight whatever is typed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, *, sent_before: set[str]) -> None:
        super().__init__()
        self._workspace = workspace
        theme, text = workspace.theme, workspace.text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._rows: dict[str, tuple[CheckRow, str]] = {}
        self._filter = SearchField(theme, text("Name or reference"), icon="funnel-simple")
        column.addWidget(self._filter)
        given = workspace.notebook.transfers.handovers.given()
        for case_id, name, reference, is_open in _cases(workspace):
            said = [text("sent before")] if case_id in sent_before else []
            said += [] if is_open else [text("closed")]
            said += [text("given for good")] if case_id in given else []
            row = CheckRow(theme, f"{name}   {reference}", detail=" · ".join(said))
            row.toggled.connect(self.changed)
            self._rows[case_id] = (row, fold(f"{name} {reference}"))
            column.addWidget(row)
        self._more = Label(theme, text("More cases: type a name."), role="small", ink="ink2")
        column.addWidget(self._more)
        self._filter.setVisible(len(self._rows) > _MOST)
        self._filter.textChanged.connect(lambda _: self._sift())
        self._sift()

    @property
    def chosen(self) -> list[str]:
        """The identifiers of the ticked cases, in the order shown."""
        return [case_id for case_id, (row, _) in self._rows.items() if row.isChecked()]

    @property
    def is_empty(self) -> bool:
        """Whether there is no case at all."""
        return not self._rows

    def choose(self, case_id: str) -> None:
        """Tick one case."""
        if case_id in self._rows:
            self._rows[case_id][0].setChecked(True)
            self._sift()

    def choose_only(self, case_ids: Collection[str]) -> None:
        """Tick these and no others; said once."""
        for case_id, (row, _) in self._rows.items():
            row.blockSignals(True)
            row.setChecked(case_id in case_ids)
            row.blockSignals(False)
        self._sift()
        self.changed.emit()

    def focus_first(self) -> None:
        """The filter, or the first case."""
        if len(self._rows) > _MOST:
            self._filter.setFocus()
        elif self._rows:
            next(iter(self._rows.values()))[0].setFocus()

    def _sift(self) -> None:
        words, seen, hidden = fold(self._filter.text()).split(), 0, 0
        for row, folded in self._rows.values():
            fits = all(word in folded for word in words)
            shows = row.isChecked() or (fits and seen < _MOST)
            seen += fits and shows
            hidden += fits and not shows
            row.setVisible(shows)
        self._more.setVisible(hidden > 0)


def _cases(workspace: Workspace) -> list[tuple[str, str, str, bool]]:
    notebook = workspace.notebook
    cases = notebook.cases.list()
    lines = notebook.students.lines([case.student_id for case in cases])
    names = {line.id: line.listed_name for line in lines}
    known = [
        (case.id, names[case.student_id], case.reference, case) for case in cases if case.student_id in names
    ]
    known.sort(key=lambda one: (one[3].state != "open", fold(one[1]), one[2]))
    return [(case_id, name, reference, case.state == "open") for case_id, name, reference, case in known]
