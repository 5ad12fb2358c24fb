"""Everything a record said before, newest first, and the way back to it."""

from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.history.look_at_revisions import Look, look_at_revisions
from app.errors import RecordUnknown
from app.models.changes import Changes
from app.models.kinds import KINDS
from app.models.revision import Revision
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.sheet.changed_rows import changed_rows
from app.ui.sheet.take_revision import take_revision
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.words.record_words import record_words
from app.ui.workspace import Workspace

_PAGE = 20  # revisions at once; older ones on demand


class RevisionsPage(Page):
    """Who wrote, when, and what changed. Nothing here is ever lost by bringing something back."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._kind = self._record_id = ""
        self._record: Any = None
        self.looks: list[Look] = []
        self.sheet = Sheet(workspace.theme, margin=132)
        self._back = Button(workspace.theme, workspace.text("Back"), kind="outlined", icon="arrow-left")
        self._back.clicked.connect(workspace.go_back)
        self.sheet.header.add_right(self._back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The record by kind and identifier."""
        self._kind, self._record_id = destination.kind, destination.record_id
        places = {"referral": "referrals", "partner": "partners", "request": "requests", "advice": "requests"}
        self.place = places.get(self._kind, "students")  # type: ignore[assignment]
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """Something was brought back."""
        if changes.ids(self._kind):
            self._show()

    def focus_first(self) -> None:
        """On the way back."""
        self._back.setFocus()

    def notes_subject(self) -> tuple[str, str | None] | None:
        """The record, where notes stand beside it."""
        if self._kind == "student":
            return self._record_id, self._record_id
        if hasattr(self._record, "form"):
            return self._record_id, self._record.student_id
        return None

    def _show(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        self.sheet.clear()
        self.looks, self._record = [], None
        if self._kind not in KINDS:
            raise RecordUnknown(reference=self._record_id[:8])
        self._record = workspace.notebook.shelf(self._kind).get(self._record_id)
        whose, what = record_words(workspace, self._kind, self._record)
        self.sheet.header.set_who(whose, what) if whose else self.sheet.header.set_who(what)
        self.sheet.set_title(
            text("Revisions"), text("Each is kept. Bringing one back writes a new one; nothing is lost.")
        )
        self._more()

    def _more(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        looks, count = look_at_revisions(
            workspace.notebook, library=workspace.library, kind=self._kind, record_id=self._record_id,
            locale=workspace.locale, first=len(self.looks), limit=_PAGE,
        )  # fmt: skip
        self.looks += looks
        for look in looks:
            self._add(look)
        if len(self.looks) < count:
            older = Button(workspace.theme, text("Older ones"), kind="quiet", icon="caret-down")
            older.clicked.connect(partial(self._show_older, older))
            self.sheet.add_row("", older)

    def _show_older(self, button: Button, *_: object) -> None:
        button.hide()
        self._more()
        self._back.setFocus()

    def _add(self, look: Look) -> None:
        theme, text = self.workspace.theme, self.workspace.text
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(2))
        column.addWidget(self._head(look))
        if look.is_erased:
            said = text("What it said was erased; that it was written is kept.")
            column.addWidget(Label(theme, said, ink="ink2", wrap=True))
        for label, changes in groupby(look.changes, attrgetter("label")):
            column.addSpacing(theme.px(6))
            column.addWidget(Label(theme, label, role="small_strong", ink="ink2", wrap=True))
            column.addWidget(changed_rows(self.workspace, [(one.change, one.told) for one in changes]))
        if not look.is_erased and not look.changes:
            said = text("First written") if look.number == 1 else text("Nothing one can read changed")
            column.addWidget(Label(theme, said, ink="ink2"))
        self.sheet.add_row(self.workspace.locale.moment(look.revision.at), block)

    def _head(self, look: Look) -> QWidget:
        theme, text = self.workspace.theme, self.workspace.text
        head = FlowRow(theme, spacing=8)
        words = [look.author or text("somebody not known here")]
        if look.came_from:
            words.append(text("came from {name}", name=look.came_from))
        words.append(text("revision {n}", n=look.number))
        head.add(Label(theme, " · ".join(words), role="strong"))
        if look.is_present:
            head.add(Label(theme, text("as it stands now"), ink="ink2"))
        if not look.is_erased:
            moment = self.workspace.locale.moment(look.revision.at)
            read = Button(theme, text("Read it whole"), kind="quiet", small=True)
            read.clicked.connect(partial(self._read, look.revision))
            read.setAccessibleDescription(moment)
            head.add(read)
            if not look.is_present:
                take = Button(
                    theme, text("Bring it back"), kind="quiet", icon="clock-counter-clockwise", small=True
                )
                take.clicked.connect(partial(self._take, look.revision))
                take.setAccessibleDescription(moment)
                head.add(take)
        return head

    def _read(self, revision: Revision, *_: object) -> None:
        self.workspace.go("revision", kind=revision.kind, record_id=revision.id)

    def _take(self, revision: Revision, *_: object) -> None:
        take_revision(self.workspace, revision)
