"""One paper about several sheets: what is ticked, to whom, its picture, and the two ways out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.note_list import hand_out_list, note_list
from app.i18n import NAMES, Locale
from app.models.changes import Changes
from app.models.paper import Paper
from app.ui.fields.receiver_fields import ReceiverFields
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.list_guard import ListGuard
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.prints import Noting
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

_PAUSE_MS = 400  # while somebody types nothing is drawn
Drawing = Callable[[], tuple[bytes, list[str]]]  # and the characters it shows as a gap


class ListPaperPage(LeavingPage):
    """Subclasses fill `choices`, say what is chosen and draw it; `what` is the key the ledger knows it by.

    `above` and `below` hold what stays when other choices are offered.

    Preview, file and print are the same bytes.
    """

    what: ClassVar[str] = ""
    names_receiver: ClassVar[bool] = False  # whether the paper itself says to whom it goes

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self.pdf = b""
        self._asked = 0
        self._title = Label(theme, title, role="title", wrap=True)
        self._lead = Label(theme, ink="ink2", wrap=True)
        self.above, self.choices, self.below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.choices.setSpacing(theme.px(6))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.make)
        languages = [(code, NAMES.get(code, code)) for code in workspace.service.languages]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self.receiver = ReceiverFields(workspace)
        self.guard = ListGuard(workspace, self.records, self.expected)
        self.receiver.stand_under_receiver(self.guard)
        self._unwritten = UnwrittenBanner(workspace)
        self._said = Label(theme, role="small", ink="ink2", wrap=True)
        self._picture = PdfPreview(workspace)
        self._build()
        self.language.currentIndexChanged.connect(self.make)
        self.receiver.noted.connect(self._look_twice)
        self.guard.changed.connect(self._allow)

    def records(self) -> list[Paper]:
        """The sheets that are on the paper now."""
        raise NotImplementedError

    def drawing(self, locale: Locale) -> Drawing:
        """What draws them, on plain data, for the worker."""
        raise NotImplementedError

    def expected(self) -> list[str]:
        """To whom it always goes: no strangers."""
        return []

    def written_on(self) -> list[QWidget]:
        """To whom."""
        return [self.receiver]

    def shown(self) -> bytes:
        """The list."""
        return self.pdf

    def may_leave(self) -> bool:
        """An agreement that is over, of anybody on it, is told of."""
        receiver = self.receiver.receiver
        return self.ground_holds(self.receiver, [(one.student_id, receiver) for one in self.records()])

    def notings(self) -> list[Noting]:
        """A line for each sheet on it."""
        return [Noting(note_list, {"means": "printed", **self._leaving()})]

    def hand_out(self, path: Path) -> Changes:
        """The file and a line for each sheet on it, or neither."""
        return hand_out_list(self.workspace.notebook, path=path, **self._leaving())

    def file_name(self) -> str:
        """What the paper is called."""
        return self._title.text()

    def begin(self, lead: str) -> None:
        """Another list: nothing of the one before stays."""
        self._news.say("")
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.make()

    def clear_choices(self) -> None:
        """Take away what was offered."""
        while (item := self.choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def make(self) -> None:
        """As it is ticked now; what was being drawn before is dropped."""
        self._asked += 1
        self.pdf = b""
        self.guard.look(self.receiver.receiver, at_once=True)
        self._unwritten.show_signs([])
        if not self.records():
            self._picture.show_pdf(b"")
            self._allow()
            return
        self._allow()
        workspace = self.workspace
        workspace.tasks.run(
            self.drawing(Locale(self.language.chosen() or workspace.locale.code)),
            done=partial(self._show_made, self._asked),
            failed=workspace.failed.emit,
        )

    def _look_twice(self) -> None:
        """Another receiver: what is doubtful is said; one that is named on the paper is drawn anew."""
        self.guard.look(self.receiver.receiver)
        if self.names_receiver:
            self._soon.start()
        self._allow()

    def _build(self) -> None:
        theme, text = self.workspace.theme, self.workspace.text
        column = PaperColumn(theme, self._back)
        column.parts.addLayout(stacked(theme, self._title, self._lead))
        column.parts.addSpacing(theme.px(8))
        for part in (self.above, self.choices, self.below):
            column.parts.addLayout(part)
        column.parts.addSpacing(theme.px(12))
        label = Label(theme, text("Language of the paper"), role="small_strong", ink="ink2")
        label.setBuddy(self.language)
        column.parts.addLayout(stacked(theme, label, self.language))
        column.parts.addSpacing(theme.px(8))
        column.parts.addWidget(self.receiver)
        column.end(stacked(theme, self._unwritten, self._said, self._news), self.save, self.print)
        whole = side_by_side(self)
        whole.addLayout(column, 5)
        whole.addWidget(self._picture, 5)

    def _show_made(self, asked: int, made: tuple[bytes, list[str]]) -> None:
        if asked == self._asked:
            self.pdf, signs = made
            self._picture.show_pdf(self.pdf)
            self._unwritten.show_signs(signs)
            self._allow()

    def _allow(self) -> None:
        """Nothing leaves before it is drawn, and before to whom and why are known."""
        ready = bool(self.pdf) and self.receiver.complete and not self._soon.isActive() and self.guard.cleared
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        n = len(self.records())
        self._said.setText(
            self.workspace.locale.plural(
                "{n} student on it; saving or printing adds a line to the ledger of what left.",
                "{n} students on it; saving or printing adds a line for each to the ledger of what left.",
                n,
            )
            if n
            else self.workspace.text("Tick what goes on it.")
        )

    def _leaving(self) -> dict[str, Any]:
        return {
            "records": self.records(), "what": self.what, "pdf": self.pdf,
            "recipient": self.receiver.receiver, "ground": self.receiver.ground,
            "language": self.language.chosen() or self.workspace.locale.code,
        }  # fmt: skip
