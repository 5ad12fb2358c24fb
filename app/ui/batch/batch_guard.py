"""Before a batch leaves: about whom and for whom, in one look and with one press for all of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.doubt_recipient import Doubts, doubt_recipient
from app.actions.papers.plan_papers import PaperPlan
from app.models.interview import Interview
from app.models.partner import Partner
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_row import CheckRow
from app.ui.workspace import Workspace

_MOST = 12
_NOTHING_CHOSEN = PaperPlan(going=[], left_out=[])


class BatchGuard(QWidget):
    """Not there while nobody is chosen; `changed` when the papers may or may no longer leave.

    The page puts `looked` beside the way out.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan, self._receiver, self._own = _NOTHING_CHOSEN, "", True
        self._doubts = Doubts()
        theme = workspace.theme
        self.left_out = Banner(theme)
        self.banner = Banner(theme, tone="calm")
        self.looked = CheckRow(
            theme, workspace.text("I have looked at the list: it goes to the right people")
        )
        self.looked.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        for part in (self.left_out, self.banner):
            column.addWidget(part)
        self._show()

    @property
    def cleared(self) -> bool:
        """Whether somebody has looked."""
        return self.looked.isChecked()

    def show_plan(self, plan: PaperPlan) -> None:
        """Others than before: what was looked at counts no more."""
        if plan != self._plan:
            self.looked.setChecked(False)
        self._plan = plan
        self._show()

    def show_receiver(self, receiver: str, *, own: bool) -> None:
        """Somebody else than before: the same."""
        if (receiver, own) == (self._receiver, self._own):
            return
        self._receiver, self._own = receiver, own
        nobody = Interview(form="", form_version=1, author_id="", date=self._workspace.today)
        self._doubts = doubt_recipient(self._workspace.notebook, record=nobody, recipient=receiver)
        self.looked.setChecked(False)
        self._show()

    def _show(self) -> None:
        self.left_out.set_lines(list(self._without()))
        self.left_out.setVisible(bool(self._plan.left_out))
        lines = [*self._about(), *self._for()] if self._plan.going else []
        self.banner.set_lines(lines)
        self.banner.setVisible(bool(lines))
        self.looked.setVisible(bool(lines))

    def _without(self) -> Iterator[tuple[str, str]]:
        text, left_out = self._workspace.text, self._plan.left_out
        n = len(left_out)
        if n:
            yield "warning", self._workspace.locale.plural("{n} has no paper:", "{n} have no paper:", n)
        for one in left_out[:_MOST]:
            yield "x", text("{name}: {reason}", name=one.name, reason=text(one.reason))
        if n > _MOST:
            more = self._workspace.locale.plural("and {n} other", "and {n} others", n - _MOST)
            yield "x", more

    def _about(self) -> Iterator[tuple[str, str]]:
        text, plan = self._workspace.text, self._plan
        yield (
            "users-three",
            text("About: {names}", names=self._named([one.student_name for one in plan.going])),
        )
        if plan.alike:
            yield "warning", text("Not to be taken for: {names}", names=self._named(plan.alike))
        if plan.minded:
            said = text("Read the warnings on their sheets first: {names}", names=self._named(plan.minded))
            yield "hand-palm", said

    def _for(self) -> Iterator[tuple[str, str]]:
        text, doubts = self._workspace.text, self._doubts
        if self._own:
            yield "user", text("Each paper goes to its own student or family alone.")
            return
        if self._receiver:
            yield "user", text("All of them go to: {name}", name=self._receiver)
        if doubts.unknown:
            yield "warning", text("This receiver is not in the directory.")
        if doubts.partners:
            who = "; ".join(_partner(one) for one in doubts.partners[:_MOST])
            yield "address-book", text("The directory has several that are alike: {who}.", who=who)

    def _named(self, names: Sequence[str]) -> str:
        said, more = " · ".join(names[:_MOST]), len(names) - _MOST
        if more <= 0:
            return said
        return f"{said} {self._workspace.locale.plural('and {n} other', 'and {n} others', more)}"


def _partner(partner: Partner) -> str:
    return ", ".join(filter(None, (partner.service, partner.person, partner.city)))
