"""One practitioner of the unit: what came from them, and their cases."""

from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.actions.members.look_at_members import Member, MemberCase
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_AT_ONCE = 12  # cases; the others at a press


class MemberPanel(QWidget):
    """Open cases first; each leads to its student."""

    def __init__(self, workspace: Workspace, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._waiting = workspace, list(member.cases)
        theme, who = workspace.theme, member.correspondent
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.px(16))
        self._column.setSpacing(theme.px(2))
        name = Label(theme, who.name, role="strong")
        self._column.addWidget(FlowRow(theme, name, Label(theme, who.unit, ink="ink2"), spacing=8))
        self._column.addWidget(Label(theme, _came(workspace, member), role="small", ink="ink2", wrap=True))
        if member.owed:
            said = workspace.locale.plural(
                "{n} receipt is to be written", "{n} receipts are to be written", member.owed
            )
            self._column.addWidget(Label(theme, said, role="small_strong", ink="warn", wrap=True))
        self._more = Button(theme, "", kind="quiet", small=True)
        self._more.clicked.connect(self.go_on)
        self._foot = FlowRow(theme, self._more)
        self._column.addWidget(self._foot)
        self.go_on()

    def go_on(self) -> None:
        """Show the next cases."""
        for one in self._waiting[:_AT_ONCE]:
            self._column.insertWidget(self._column.count() - 1, self._line(one))
        self._waiting = self._waiting[_AT_ONCE:]
        n = len(self._waiting)
        self._foot.setVisible(n > 0)
        self._more.set_words(self._workspace.locale.plural("Show {n} more", "Show {n} more", n))

    def _line(self, one: MemberCase) -> DayLine:
        workspace, text = self._workspace, self._workspace.text
        right = text("closed") if one.case.state != "open" else ""
        if one.is_asked:
            right = text("proposed, no answer yet")
        line = DayLine(
            workspace.theme, one.name or one.case.reference, after=one.case.reference if one.name else "",
            right=right,
        )  # fmt: skip
        line.clicked.connect(partial(workspace.go, "students", record_id=one.case.student_id))
        return line


def _came(workspace: Workspace, member: Member) -> str:
    locale = workspace.locale
    if member.last is None:
        return locale.text("Nothing has come yet.")
    return locale.plural(
        "{n} package received, the last is no. {number} of {day}",
        "{n} packages received, the last is no. {number} of {day}",
        member.received,
        number=member.last.sequence,
        day=locale.date(_day(member.last.at)),
    )


def _day(at: str) -> date:
    return datetime.fromisoformat(at).astimezone().date()
