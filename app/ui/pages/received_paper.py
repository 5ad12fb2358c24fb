"""Who has received what about a student, as a paper: to whom it goes, and a line of its own."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.circle_of import circle_of
from app.actions.papers.hand_out_received import hand_out_received, note_received
from app.actions.papers.prepare_received import prepare_received
from app.documents.subject import PaperSubject
from app.errors import CarnetError
from app.i18n import NAMES, Locale
from app.models.case import Case
from app.models.changes import Changes
from app.models.student import Student
from app.ui.destination import Destination
from app.ui.fields.receiver_fields import ReceiverFields
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.paper.recipient_guard import RecipientGuard
from app.ui.prints import Noting
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class ReceivedPaperPage(LeavingPage):
    """Preview, file and print are the same bytes; it is proposed to the student, whose right it is."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._student: Student | None = None
        self._pdf, self._made = b"", 0
        self._guard: RecipientGuard | None = None
        self._title = Label(theme, text("Who has received what"), role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        framework = workspace.library.framework(workspace.notebook.framework)
        languages = [(code, NAMES.get(code, code)) for code in framework.languages]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self.fields = ReceiverFields(workspace)
        said = text("Saving or printing adds a line to the ledger of what left.")
        self._ledger = Label(theme, said, role="small", ink="ink2", wrap=True)
        self._unwritten = UnwrittenBanner(workspace)
        self.picture = PdfPreview(workspace)
        column = PaperColumn(theme, self._back)
        column.parts.addLayout(stacked(theme, self._title, self._subtitle))
        column.parts.addSpacing(theme.px(12))
        above = Label(theme, text("Language of the paper"), role="small_strong", ink="ink2")
        above.setBuddy(self.language)
        for part in (above, self.language, self.fields):
            column.parts.addWidget(part)
        column.end(stacked(theme, self._unwritten, self._ledger, self._news), self.save, self.print)
        whole = side_by_side(self)
        whole.addLayout(column, 4)
        whole.addWidget(self.picture, 5)
        self.language.currentIndexChanged.connect(self._make)
        self.fields.noted.connect(self._look_twice)

    def open(self, destination: Destination) -> None:
        """A student by identifier; RecordUnknown, and then nothing of the one before stays."""
        workspace = self.workspace
        self._student, self._pdf = None, b""
        self._made += 1
        self._subtitle.setText("")
        self.picture.show_pdf(b"")
        self._allow()
        self._student = student = workspace.notebook.students.get(destination.record_id)
        self._subtitle.setText(student.name)
        self._news.say("")
        if self._guard is not None:
            self._guard.hide()
            self._guard.deleteLater()
        self._guard = RecipientGuard(workspace, self._about())
        self.fields.stand_under_receiver(self._guard)
        self._guard.changed.connect(self._allow)
        self.fields.show_line(receiver=student.name, ground="OWN_DATA")
        self._guard.look(self.fields.receiver, at_once=True)
        self._make()

    def focus_first(self) -> None:
        """On to whom it goes."""
        self.fields.focus_first()

    def written_on(self) -> list[QWidget]:
        """To whom."""
        return [self.fields]

    def shown(self) -> bytes:
        """The list."""
        return self._pdf

    def may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        assert self._student is not None
        return self.ground_holds(self.fields, [(self._student.id, self.fields.receiver)])

    def notings(self) -> list[Noting]:
        """A line of its own."""
        return [Noting(note_received, {"means": "printed", **self._leaving()})]

    def hand_out(self, path: Path) -> Changes:
        """The file and its line, or neither."""
        return hand_out_received(self.workspace.notebook, path=path, **self._leaving())

    def file_name(self) -> str:
        """What it is, not whose."""
        return self.workspace.text("ledger")

    def _about(self) -> Case:
        """Nothing is written with it: only to recognise the student's people."""
        assert self._student is not None
        return Case(student_id=self._student.id, reference="", opened=self.workspace.today)

    def _leaving(self) -> dict[str, Any]:
        assert self._student is not None
        workspace, fields = self.workspace, self.fields
        standing = circle_of(
            workspace.notebook, library=workspace.library, record=self._about(), recipient=fields.receiver,
            ground=fields.ground,
        )  # fmt: skip
        return {
            "student_id": self._student.id, "pdf": self._pdf, "recipient": fields.receiver,
            "ground": fields.ground, "language": self.language.chosen() or "fr", "circle": standing.who,
        }  # fmt: skip

    def _make(self) -> None:
        if self._student is None:
            return
        workspace, locale = self.workspace, Locale(self.language.chosen() or "fr")
        self._made += 1
        self._pdf = b""
        self._unwritten.show_signs([])
        self._allow()
        try:
            subject = prepare_received(
                workspace.notebook, library=workspace.library, student_id=self._student.id, locale=locale,
                today=workspace.today,
            )  # fmt: skip
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        workspace.tasks.run(
            partial(_drawn, subject, locale),
            done=partial(self._show_made, self._made),
            failed=workspace.failed.emit,
        )

    def _show_made(self, asked_for: int, made: tuple[bytes, list[str]]) -> None:
        if asked_for == self._made:
            self._pdf, signs = made
            self.picture.show_pdf(self._pdf)
            self._unwritten.show_signs(signs)
            self._allow()

    def _look_twice(self) -> None:
        if self._guard is not None:
            self._guard.look(self.fields.receiver)
        self._allow()

    def _allow(self) -> None:
        """Nothing leaves before it is made, and before to whom and why are known and looked at."""
        ready = bool(self._pdf) and self.fields.complete and self._guard is not None and self._guard.cleared
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)


def _drawn(subject: PaperSubject, locale: Locale) -> tuple[bytes, list[str]]:
    from app.documents import form_pdf, unwritable  # much memory, and most days begin without a paper

    return form_pdf.build(subject, locale), unwritable.unwritable(subject)
