"""What a class list would do: new, known, to decide, left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.rosters.import_roster import NEW, SKIP
from app.exchange.rosters.entry import RejectedLine, SkippedLine
from app.exchange.rosters.plan import PlannedLine, RosterPlan
from app.ui.pages.roster_rows import Cell, RosterRows
from app.ui.widgets.button import Button
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.tabs import Tabs
from app.ui.workspace import Workspace


class RosterPreview(QWidget):
    """One tab for each verdict; on a doubtful line the person says who it is."""

    decided = Signal()

    def __init__(self, workspace: Workspace, plan: RosterPlan) -> None:
        super().__init__()
        self._workspace, self._plan = workspace, plan
        self.decisions: dict[int, str] = {}
        text, theme = workspace.text, workspace.theme
        self._doubtful = plan.with_verdict("doubtful")
        counts = {
            "new": (text("New"), len(plan.with_verdict("new"))),
            "known": (text("Known"), len(plan.with_verdict("known"))),
            "doubtful": (text("To decide"), len(self._doubtful)),
            "out": (text("Left out"), len(plan.rejected) + len(plan.skipped)),
        }
        first = "doubtful" if self._doubtful else "new" if counts["new"][1] else "known"
        self._tabs = Tabs(
            theme, [(key, f"{words} ({n})") for key, (words, n) in counts.items()], current=first
        )
        headers = [text("Line"), text("Name"), text("Class"), text("Birth date"), text("What happens")]
        self._rows = RosterRows(headers, self)
        self._table = DataTable(theme, model=self._rows, name=text("Lines of the list"), stretch=4)
        if theme.large:  # the page scrolls; a few lines stay in sight
            self._table.setMinimumHeight(theme.px(150))
        self._who = Label(theme, role="small", ink="ink2", wrap=True)
        self._answers = FlowRow(theme, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self._tabs, self._table, self._who, self._answers):
            column.addWidget(part, 1 if part is self._table else 0)
        self._tabs.chosen.connect(lambda _: self._show())
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._ask())
        self._show()

    def focus_first(self) -> None:
        """The lines."""
        self._table.setFocus()

    @property
    def undecided(self) -> int:
        """Doubtful lines nobody has decided on: they are not written."""
        return sum(line.line not in self.decisions for line in self._doubtful)

    def _show(self) -> None:
        current = self._tabs.current()
        if current == "out":
            text = self._workspace.text
            lines: list[RejectedLine | SkippedLine] = [*self._plan.rejected, *self._plan.skipped]
            lines.sort(key=lambda line: line.line)
            self._rows.set_rows(
                [
                    [(str(x.line), "ink2"), ("", "ink"), ("", "ink"), ("", "ink"), (text(x.reason), "warn")]
                    for x in lines
                ]
            )
        else:
            self._rows.set_rows([self._cells(line) for line in self._shown()])
        self._ask()
        if current == "doubtful" and self._doubtful:
            self._table.selectRow(0)

    def _shown(self) -> list[PlannedLine]:
        current = self._tabs.current()
        return self._doubtful if current == "doubtful" else self._plan.with_verdict(current)  # type: ignore[arg-type]

    def _cells(self, line: PlannedLine) -> list[Cell]:
        entry, locale = line.entry, self._workspace.locale
        birth = locale.date(entry.birth_date) if entry.birth_date else ""
        return [
            (str(line.line), "ink2"), (entry.listed_name, "ink"), (entry.class_name, "ink"), (birth, "ink"),
            self._outcome(line),
        ]  # fmt: skip

    def _outcome(self, line: PlannedLine) -> Cell:
        text = self._workspace.text
        decision = self.decisions.get(line.line)
        if decision == NEW:
            return text("will be added"), "accent"
        if decision == SKIP:
            return text("left out"), "ink2"
        if decision:
            student = self._workspace.notebook.students.find(decision)
            return text("is {name}", name=student.name if student else ""), "accent"
        if line.verdict == "doubtful":
            return text(line.reason), "warn"
        if line.verdict == "new":
            return text("will be added"), "ink2"
        if line.repeats:
            return text("same as line {line}", line=line.repeats), "ink2"
        if "class_name" in line.changes:
            return text("class becomes {name}", name=line.entry.class_name), "ink"
        return (text("will be corrected") if line.changes else text("nothing changes")), "ink2"

    def _ask(self) -> None:
        self._answers.clear()
        self._who.setText("")
        self._who.hide()
        row = self._table.currentIndex().row()
        if self._tabs.current() != "doubtful" or not 0 <= row < len(self._doubtful):
            return
        line, text, theme = self._doubtful[row], self._workspace.text, self._workspace.theme
        self._who.setText(text("Line {line}: who is this?", line=line.line))
        self._who.show()
        for candidate in line.candidates[:4]:
            student = self._workspace.notebook.students.find(candidate.student_id)
            if student is None:
                continue
            birth = self._workspace.locale.date(student.birth_date) if student.birth_date else ""
            said = ", ".join(part for part in (student.name, student.class_name, birth) if part)
            button = Button(theme, text("It is {who}", who=said))
            button.setToolTip(text(candidate.reason))
            button.clicked.connect(lambda _=False, who=student.id: self._decide(row, who))
            self._answers.add(button)
        for words, decision in ((text("A new student"), NEW), (text("Leave out"), SKIP)):
            button = Button(theme, words, kind="quiet" if decision == SKIP else "outlined")
            button.clicked.connect(lambda _=False, decision=decision: self._decide(row, decision))
            self._answers.add(button)

    def _decide(self, row: int, decision: str) -> None:
        line = self._doubtful[row]
        self.decisions[line.line] = decision
        self._rows.set_row(row, self._cells(line))
        undecided = [n for n, other in enumerate(self._doubtful) if other.line not in self.decisions]
        if undecided:
            self._table.selectRow(next((n for n in undecided if n > row), undecided[0]))
        self._ask()
        self.decided.emit()
