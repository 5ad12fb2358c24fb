"""A paper as it left: the very page, to whom it went, and the way to let it leave again."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.actions.look_at_sent import Sent, look_at_sent
from app.actions.name_disclosed import name_disclosed
from app.actions.send_again import note_printed_again, save_again
from app.errors import CarnetError
from app.i18n import NAMES
from app.models.disclosure import Disclosure
from app.models.kinds import FORM_KINDS
from app.ui.ask_place import ask_new_file
from app.ui.destination import Destination
from app.ui.dialogs.ground_to_leave_on import Leaving, ground_to_leave_on
from app.ui.pages.page import Page
from app.ui.paper_column import PaperColumn, side_by_side, stacked
from app.ui.pdf_preview import PdfPreview
from app.ui.printing import print_pdf
from app.ui.receiver_fields import ReceiverFields
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.widgets.section_heading import SectionHeading
from app.ui.workspace import Workspace


class SentPage(Page):
    """Shown from the bytes that left, whatever became of the sheet; leaving again adds a line."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sent: Sent | None = None
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
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
        self._news = SavedIndicator(theme)
        self.save = Button(theme, text("Save again…"), kind="outlined", big=True)
        self.print = Button(
            theme, text("Print again"), kind="outlined", hint="Ctrl+P", icon="printer", big=True
        )
        self.picture = PdfPreview(workspace, title=text("As it left"))
        self._build()
        self._back.clicked.connect(workspace.go_back)
        self._open_sheet.clicked.connect(self._go_to_sheet)
        self.fields.noted.connect(self._allow)
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self.print_wanted)

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

    def print_wanted(self) -> None:
        """Print the very bytes once more."""
        if self._sent is None or not self.print.isEnabled() or not self._may_leave(self._sent):
            return
        try:
            printed = print_pdf(self._sent.pdf, self)
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        if printed and self.workspace.act(
            note_printed_again, disclosure_id=self._sent.line.id, recipient=self.fields.receiver,
            ground=self.fields.ground,
        ):  # fmt: skip
            self._news.say(self.workspace.text("Printed {clock}", clock=f"{datetime.now():%H:%M}"))

    def save_to(self, path: Path) -> None:
        """Write the very bytes once more."""
        if self._sent is not None and self.workspace.act(
            save_again, disclosure_id=self._sent.line.id, path=path, recipient=self.fields.receiver,
            ground=self.fields.ground,
        ):  # fmt: skip
            self._news.say(self.workspace.text("Saved {clock}", clock=f"{datetime.now():%H:%M}"))

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

    def _may_leave(self, sent: Sent) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        leaving: Leaving = [(sent.line.student_id, self.fields.receiver)]
        ground = ground_to_leave_on(self.workspace, self, ground=self.fields.ground, leaving=leaving)
        if ground:
            self.fields.leave_on(ground)
        return bool(ground)

    def _allow(self) -> None:
        """Nothing leaves before to whom and why are known."""
        ready = self._sent is not None and self.fields.complete
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _choose_file(self) -> None:
        workspace, sent = self.workspace, self._sent
        if sent is None or not self._may_leave(sent):
            return
        text, case = workspace.text, workspace.notebook.cases.find(sent.line.case_id)
        form = workspace.library.forms.get(sent.line.what.partition(" v")[0])
        name = "-".join(
            part for part in ((form.code if form else ""), case.reference if case else "") if part
        )
        path = ask_new_file(
            self, text("Save the paper"), text("PDF files (*.pdf)"), name=f"{name or 'carnet'}.pdf"
        )
        if path is not None:
            self.save_to(path)

    def _go_to_sheet(self) -> None:
        if self._sent is not None:
            line = self._sent.line
            self.workspace.go("sheet", kind=line.record_kind, record_id=line.record_id or "")
