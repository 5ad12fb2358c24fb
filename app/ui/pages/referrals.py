"""Referrals: to whom each student was sent, and where it stands."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.find_slip import find_slip
from app.errors import CarnetError
from app.models.changes import Changes
from app.models.referral import Referral
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.widgets.text_field import TextField
from app.ui.words.by_number import begun_at, is_by_number, number_of
from app.ui.words.status_words import status_words
from app.ui.workspace import Workspace

_WAITING = ("sent", "appointment", "seen", "no_news")
_MOST = 300


class ReferralsPage(Page):
    """Those that wait for an answer first; the ended ones under their own tab."""

    place = "referrals"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet = Sheet(theme, margin=120)
        self._new = Button(theme, text("New referral"), kind="primary")
        self._new.clicked.connect(lambda: workspace.go("sheet", form=self._form()))
        self.code = TextField(theme, name=text("Code of a return slip"), placeholder=text("Code of a slip"))
        words = theme.metrics("body").horizontalAdvance(self.code.placeholderText())
        self.code.setFixedWidth(max(theme.px(152), words + theme.px(36)))
        self.code.returnPressed.connect(self._open_slip)
        files = Button(theme, text("Documents to gather"), kind="quiet", icon="file-text")
        files.clicked.connect(lambda: workspace.go("files"))
        self._sheet.header.add_right(FlowRow(theme, files, self.code, self._new, spacing=12))
        self._tabs = Tabs(theme, [("open", text("Going on")), ("ended", text("Ended"))], current="open")
        self._tabs.chosen.connect(lambda _: self._show())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)
        self._sheet.header.add_below(self._tabs)

    def open(self, destination: Destination) -> None:
        """The referrals as they stand now."""
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """A referral, its student or its partner changed."""
        if changes.touches("referral", "student", "partner"):
            self._show()

    def focus_first(self) -> None:
        """What one would do first."""
        self._new.setFocus()

    def _open_slip(self) -> None:
        """The referral whose slip came back; a code that is none of this notebook’s is said."""
        try:
            (found, *_) = find_slip(self.workspace.notebook, typed=self.code.text())
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            self.code.selectAll()
            return
        self.code.clear()
        self.workspace.go("sheet", kind="referral", record_id=found.id)

    def _show(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        shelf = workspace.notebook.referrals
        going_on = shelf.open()
        ids = {referral.id for referral in going_on}
        shown = (
            going_on
            if self._tabs.current() == "open"
            else [referral for referral in shelf.newest(limit=_MOST) if referral.id not in ids]
        )
        self._sheet.clear()
        n = len(shown)
        said = workspace.locale.plural("{n} referral", "{n} referrals", n) if n else text("No referral here.")
        self._sheet.set_title(text("Referrals"), said)
        waiting = [one for one in shown if one.status in _WAITING and one.answer_date is None]
        others = [one for one in shown if one not in waiting]
        self._group(text("Waiting for an answer"), waiting)
        self._group(text("Not sent yet") if self._tabs.current() == "open" else "", others)
        if not shown:
            help_text = text("A referral begins on a student's sheet, or with the button above.")
            self._sheet.add_row("", Label(workspace.theme, help_text, ink="ink2", wrap=True))

    def _group(self, title: str, referrals: list[Referral]) -> None:
        if title and referrals:
            self._sheet.add_row("", SectionHeading(self.workspace.theme, title), gap=20)
        for referral in referrals:
            self._sheet.add_row(*self._line(referral), gap=6)

    def _line(self, referral: Referral) -> tuple[str, DayLine]:
        workspace = self.workspace
        name, class_name = self._whose(referral)
        partner = workspace.notebook.partners.find(referral.partner_id)
        sent = referral.sent_date or referral.date
        late = referral.status in _WAITING and referral.answer_date is None
        waited = (workspace.today - sent).days
        limit = workspace.library.framework(workspace.notebook.framework).answer_after_days
        detail = [
            partner.service if partner else workspace.text("receiver not chosen"),
            status_words(workspace, referral),
        ]
        line = DayLine(
            workspace.theme,
            name,
            after=class_name,
            detail=" · ".join(detail),
            right=workspace.locale.plural("for {n} day", "for {n} days", waited) if late else "",
            right_ink="warn" if late and waited >= limit else "ink2",
        )
        line.clicked.connect(partial(workspace.go, "sheet", kind="referral", record_id=referral.id))
        return workspace.locale.date(sent, "short"), line

    def _whose(self, referral: Referral) -> tuple[str, str]:
        workspace = self.workspace
        if is_by_number(workspace, referral.form):
            number = number_of(workspace, student_id=referral.student_id, case_id=referral.case_id)
            return number, begun_at(referral)
        student = workspace.notebook.students.find(referral.student_id)
        return (student.name, student.class_name) if student else (workspace.text("Not filed yet"), "")

    def _form(self) -> str:
        forms = self.workspace.library.forms_for(self.workspace.notebook.framework)
        return next((form.key for form in forms if form.record == "referral"), "")
