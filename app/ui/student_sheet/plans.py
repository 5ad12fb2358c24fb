"""The plans of a student: which version, when it is reviewed, and what is late in it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.look_at_plans import PlanLine
from app.frameworks.steps import Step
from app.ui.student_sheet.under_way import form_title
from app.ui.widgets.pressable_lines import Line, Part, PressableLines
from app.ui.words.due_words import due_words
from app.ui.workspace import Workspace

_STATUS = "plan-status"
_MOST = 5


class PlansBlock(QWidget):
    """One press opens the plan."""

    def __init__(self, workspace: Workspace, plans: list[PlanLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(workspace.theme.px(4))
        for line in plans:
            column.addWidget(self._plan(line))

    def _plan(self, line: PlanLine) -> PressableLines:
        workspace, text, plan = self._workspace, self._workspace.text, line.plan
        version = text("version {n} of {day}", n=plan.version, day=workspace.locale.date(plan.date))
        state = workspace.label(_STATUS, plan.status) if plan.status != "current" else ""
        head = Line((Part(form_title(workspace, plan.form), "strong"), Part(version, "small", "ink2"),
                     Part(state, "small", "ink2"), self._review(line)), "path")  # fmt: skip
        late = [self._step(step) for step in line.late[:_MOST]]
        more = len(line.late) - _MOST
        if more > 0:
            words = workspace.locale.plural("and {n} more step", "and {n} more steps", more)
            late.append(Line((Part(words, "small", "ink2"),)))
        if line.next is not None:
            late.append(self._step(line.next))
        block = PressableLines(workspace.theme, [head, *late], does=text("Open"))
        block.setObjectName(f"plan:{plan.id}")
        block.clicked.connect(partial(self._open, plan.id))
        return block

    def _review(self, line: PlanLine) -> Part:
        workspace, day = self._workspace, line.plan.review_date
        if day is None or line.plan.status != "current":
            return Part("")
        if day == workspace.today:
            return Part(workspace.text("review today"), "small_strong")
        if day < workspace.today:
            words = workspace.text("review due since {day}", day=workspace.locale.date(day))
            return Part(words, "small_strong", "warn")
        words = workspace.text("review on {day}", day=workspace.locale.date(day, "brief"))
        return Part(words, "small", "ink2")

    def _step(self, step: Step) -> Line:
        words, ink = due_words(self._workspace.locale, step.due, self._workspace.today)
        return Line((Part(step.text), Part(words, "small_strong" if ink == "warn" else "small", ink)))

    def _open(self, record_id: str, *_: object) -> None:
        self._workspace.go("sheet", kind="plan", record_id=record_id)
