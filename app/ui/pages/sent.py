"""A paper as it left: the very page, to whom it went, and the way to let it leave again."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.actions.disclosure.look_at_sent import Sent, look_at_sent
from app.actions.disclosure.name_disclosed import name_disclosed
from app.actions.sending.send_again import note_printed_again, save_again
from app.i18n import NAMES
from app.models.changes import Changes
from app.models.disclosure import Disclosure
from app.models.kinds import FORM_KINDS
from app.ui.destination import Destination
from app.ui.fields.receiver_fields import ReceiverFields
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.prints import Noting
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.workspace import Workspace


class SentPage(LeavingPage):
    """Shown from the bytes that left, whatever became of the sheet; leaving again adds a line."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        theme, text = workspace.theme, workspace.text
        super().__init__(
            workspace, parent, save=Button(theme, text("Save again…"), kind="outlined", big=True),
            print_=Button(
                theme, text("Print again"), kind="outlined", hint="Ctrl+P", icon="printer", big=True
            ),
        )  # fmt: skip
        self._sent: Sent | None = None
        self._title = Label(theme, role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._when = Label(theme, role="strong", wrap=True)
        self._facts = Label(theme, wrap=True)
        self._again = Label(theme, role="small", ink="ink2", wrap=True)
        self._open_sheet = Button(theme, text("Open the sheet as it is now"), kind="quiet", icon="file-text")
        self.fields = ReceiverFields(workspace)
        self._ledger = Label(
            theme, text("It leaves byte for byte, and the ledger gets one more line."), role="small",
            ink="ink2", wrap=True,
        )  # fmt: skip
        self.picture = PdfPreview(workspace, title=text("As it left"))
        self._build()
        self._open_sheet.clicked.connect(self._go_to_sheet)
        self.fields.noted.connect(self._allow)

    def open(self, destination: Destination) -> None:
        """A line of the ledger by its identifier; RecordUnknown, PaperLost."""
        self._sent = None
        self._news.say("")
        for label in (self._title, self._subtitle, self._when, self._facts, self._again):
            label.setText("")
        self._open_sheet.hide()
        self.picture.show_pdf(b"")
        self._allow()
        self._sent = sent = look_at_sent(self.workspace.notebook, disclosure_id=destination.record_id)
        self._show_words(sent)
        self.picture.show_pdf(sent.pdf)
        self._allow()

    def focus_first(self) -> None:
        """On the page: PgUp and PgDn turn it."""
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def written_on(self) -> list[QWidget]:
        """To whom it leaves once more."""
        return [self.fields]

    def shown(self) -> bytes:
        """The very bytes that left."""
        return self._sent.pdf if self._sent is not None else b""

    def may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        student_id = self._sent.line.student_id if self._sent is not None else None
        return self.ground_holds(self.fields, [(student_id, self.fields.receiver)])

    def notings(self) -> list[Noting]:
        """One more line."""
        return [Noting(note_printed_again, self._leaving())]

    def hand_out(self, path: Path) -> Changes:
        """The file and one more line, or neither."""
        return save_again(self.workspace.notebook, path=path, **self._leaving())

    def file_name(self) -> str:
        """The form and the case, never the person."""
        workspace, line = self.workspace, self._line()
        case = workspace.notebook.cases.find(line.case_id)
        form = workspace.library.forms.get(line.what.partition(" v")[0])
        parts = (form.code if form else "", case.reference if case else "")
        return "-".join(part for part in parts if part) or "carnet"

    def _line(self) -> Disclosure:
        assert self._sent is not None
        return self._sent.line

    def _leaving(self) -> dict[str, Any]:
        fields = self.fields
        return {
            "disclosure_id": self._line().id, "recipient": fields.receiver, "ground": fields.ground,
        }  # fmt: skip

    def _build(self) -> None:
        theme, text = self.workspace.theme, self.workspace.text
        column = PaperColumn(theme, self._back)
        parts = column.parts
        parts.addLayout(stacked(theme, self._title, self._subtitle))
        parts.addSpacing(theme.px(12))
        parts.addLayout(stacked(theme, self._when, self._facts, self._again))
        column.add_quiet(self._open_sheet)
        parts.addSpacing(theme.px(16))
        parts.addWidget(SectionHeading(theme, text("Let it leave again"), role="strong"))
        parts.addWidget(self.fields)
        column.end(stacked(theme, self._ledger, self._news), self.save, self.print)
        whole = side_by_side(self)
        whole.addLayout(column, 4)
        whole.addWidget(self.picture, 5)

    def _show_words(self, sent: Sent) -> None:
        workspace, line = self.workspace, sent.line
        text, locale, notebook = workspace.text, workspace.locale, workspace.notebook
        self._title.setText(name_disclosed(workspace.library, locale, line))
        student, case = notebook.students.find(line.student_id), notebook.cases.find(line.case_id)
        about = (student.name if student else "", case.reference if case else "")
        self._subtitle.setText(" · ".join(part for part in about if part))
        self._when.setText(self._left_words(line))
        key, _, version = line.what.partition(" v")
        form = workspace.library.forms.get(key)
        code = f"{form.code} v{version}".strip() if form and version else ""
        kilobytes = text("{n} KB", n=max(1, round(len(sent.pdf) / 1024)))
        facts = (
            workspace.label("disclosure-grounds", line.ground),
            NAMES.get(line.language, line.language),
            code,
            kilobytes,
        )
        self._facts.setText(" · ".join(part for part in facts if part))
        n = len(sent.again)
        self._again.setText(
            locale.plural(
                "The same paper left {n} more time; the ledger has each.",
                "The same paper left {n} more times; the ledger has each.",
                n,
            )
            if n
            else ""
        )
        self._again.setVisible(bool(n))
        kind, record_id = line.record_kind, line.record_id
        here = kind in FORM_KINDS and notebook.sheets(kind).find(record_id) is not None
        self._open_sheet.setVisible(here)
        self.fields.show_line(receiver=line.recipient, ground=line.ground)

    def _left_words(self, line: Disclosure) -> str:
        text, moment = self.workspace.text, self.workspace.locale.moment(line.at)
        if line.recipient:
            return text("As it left on {moment}, for {name}", moment=moment, name=line.recipient)
        return text("As it left on {moment}", moment=moment)

    def _allow(self) -> None:
        """Nothing leaves before to whom and why are known."""
        ready = self._sent is not None and self.fields.complete
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _go_to_sheet(self) -> None:
        if self._sent is not None:
            line = self._sent.line
            self.workspace.go("sheet", kind=line.record_kind, record_id=line.record_id or "")
