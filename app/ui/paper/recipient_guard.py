"""Before a paper leaves: what makes one look twice, and one press that says one has looked."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.doubt_recipient import Doubts, doubt_recipient, doubt_students
from app.models.case import Case
from app.models.partner import Partner
from app.models.record import FormRecord
from app.models.student import Student
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_row import CheckRow
from app.ui.words.student_words import born
from app.ui.workspace import Workspace

_PAUSE_MS = 400  # while somebody types nothing jumps
_MOST = 3


class RecipientGuard(QWidget):
    """Not there at all where nothing is doubtful; `changed` when the paper may or may no longer leave."""

    changed = Signal()
    shown = Signal()  # what is doubtful stands there now, or nothing does

    def __init__(
        self, workspace: Workspace, record: FormRecord | Case | None = None, *, expected: str = ""
    ) -> None:
        super().__init__()
        self._workspace, self._record, self._expected = workspace, record, expected
        self._alike = doubt_students(workspace.notebook, student_id=record.student_id) if record else []
        self._doubts = Doubts()
        theme = workspace.theme
        self.banner = Banner(theme)
        self.looked = CheckRow(theme, workspace.text("I have looked: it goes to the right person"))
        self.looked.toggled.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(8))
        column.setSpacing(theme.px(6))
        column.addWidget(self.banner)
        column.addWidget(self.looked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._show)
        self.hide()

    @property
    def cleared(self) -> bool:
        """Whether nothing is doubtful, or somebody has looked."""
        return not self._doubts or self.looked.isChecked()

    def look(self, receiver: str, *, at_once: bool = False) -> None:
        """Judge these words; what was confirmed for others counts no more."""
        doubts = self._judge(receiver)
        if doubts != self._doubts:
            self._doubts = doubts
            self.looked.setChecked(False)
        if at_once:
            self._show()
        else:
            self._soon.start()

    def _judge(self, receiver: str) -> Doubts:
        if self._record is None:
            return Doubts()
        return doubt_recipient(
            self._workspace.notebook, record=self._record, recipient=receiver, alike=self._alike,
            lists=self._workspace.library.lists, expected=self._expected,
        )  # fmt: skip

    def _show(self) -> None:
        lines = [*self._about_whom(), *self._for_whom()]
        self.banner.set_lines(lines)
        self.setVisible(bool(lines))
        self.shown.emit()

    def _about_whom(self) -> Iterator[tuple[str, str]]:
        text = self._workspace.text
        for other in self._doubts.alike[:_MOST]:
            yield "user", text("Not to be taken for {who}.", who=self._student(other))

    def _for_whom(self) -> Iterator[tuple[str, str]]:
        text, doubts = self._workspace.text, self._doubts
        if doubts.unknown:
            yield "warning", text("This receiver is not in the directory.")
        if doubts.family:
            yield "warning", text("Others are on it too: it is for no family.")
        if doubts.named is not None:
            yield "warning", text("The sheet itself is for {who}.", who=_partner(doubts.named))
        if doubts.partners:
            who = "; ".join(_partner(one) for one in doubts.partners[:_MOST])
            yield "address-book", text("The directory has several that are alike: {who}.", who=who)

    def _student(self, other: Student) -> str:
        words = (other.name, other.class_name, born(other, self._workspace.locale))
        return ", ".join(filter(None, words))


def _partner(partner: Partner) -> str:
    return ", ".join(filter(None, (partner.service, partner.person, partner.city)))
