"""Who gets no letter and why, before anything is made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.letters.plan_letters import LetterPlan
from app.ui.widgets.banner import Banner
from app.ui.workspace import Workspace

_MOST = 12


class LeftOutLines(QWidget):
    """Nothing where everybody gets one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._banner = Banner(workspace.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self.hide()

    def show_plan(self, plan: LetterPlan) -> None:
        """Each with the reason; a long row of them is counted."""
        text, plural = self._workspace.text, self._workspace.locale.plural
        lines = [
            ("x", text("{name}: {reason}", name=one.name, reason=text(one.reason)))
            for one in plan.left_out[:_MOST]
        ]
        more = len(plan.left_out) - _MOST
        if more > 0:
            others = plural("and {n} other without a letter", "and {n} others without a letter", more)
            lines.append(("x", others))
        if plan.left_out:
            n = len(plan.left_out)
            lines.insert(0, ("warning", plural("{n} gets no letter:", "{n} get no letter:", n)))
        if plan.near:
            names = " · ".join(plan.near[:_MOST])
            said = text("Lives with somebody not to be contacted, look before sending: {names}", names=names)
            lines.append(("warning", said))
        self._banner.set_lines(lines)
        self.setVisible(bool(lines))
