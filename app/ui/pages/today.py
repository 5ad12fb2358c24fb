"""The day: appointments, what waits to be finished or filed, things to do, referrals without answer."""

from functools import partial

import msgspec
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.actions.look_at_today import Today, look_at_today
from app.actions.papers.remind_of_access import CASE
from app.actions.sheets.save_task import save_task
from app.models.changes import Changes
from app.models.interview import Interview
from app.models.record import now
from app.models.task import Task
from app.storage.reserve import SHORT
from app.ui.copy_line import CopyLine
from app.ui.destination import Destination
from app.ui.dialogs.edit_advice import new_advice
from app.ui.dialogs.edit_request import new_request
from app.ui.keepers.drive_watch import Drive
from app.ui.pages.page import Page
from app.ui.pages.today_deadlines import show_deadlines
from app.ui.pages.today_packages import add_late_packages
from app.ui.pages.today_renewals import show_renewals
from app.ui.pages.today_words import (
    appointment_words,
    draft_words,
    heading,
    name_of,
    referral_words,
    task_name,
)
from app.ui.transfer.arrived_lines import arrived_lines
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.words.due_words import due_words
from app.ui.workspace import Workspace

_NARROW = 900
_TASKS_AT_FIRST = 60


class TodayPage(Page):
    """Each line opens its sheet."""

    place = "today"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet = Sheet(theme, margin=96, narrow_below=480)
        self._quick = Button(theme, text("Quick contact"), kind="primary", hint="Ctrl+N")
        self._find = Button(theme, text("Search everywhere"), hint="Ctrl+K", icon="magnifying-glass")
        self._ask = Button(theme, text("New request"), kind="quiet", hint="Ctrl+R", small=True)
        self._advise = Button(theme, text("New advice"), kind="quiet", hint="Ctrl+B", small=True)
        self._most_tasks = _TASKS_AT_FIRST
        inside = QWidget()
        self._right = QVBoxLayout(inside)
        self._right.setContentsMargins(theme.px(32), 0, theme.px(24), theme.px(16))
        self._right.setSpacing(theme.px(4))
        self._room: int | None = None
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(32), 0, theme.px(24), 0)
        top.addWidget(FlowRow(theme, self._find, self._quick, spacing=16))
        counted = QHBoxLayout()
        counted.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        counted.addWidget(FlowRow(theme, self._ask, self._advise, spacing=8))
        column = QVBoxLayout()
        column.setContentsMargins(0, theme.px(24), 0, 0)
        column.addLayout(top)
        column.addSpacing(theme.px(8))
        column.addLayout(counted)
        column.addSpacing(theme.px(12))  # both columns begin on one line
        column.addWidget(ScrollColumn(inside), 1)
        self._side = QWidget()
        self._side.setLayout(column)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._sheet, 6)
        self._whole.addWidget(self._side, 5)
        self._quick.clicked.connect(lambda: workspace.go("sheet", form=self._interview_form()))
        self._find.clicked.connect(lambda: workspace.go("search"))
        self._ask.clicked.connect(lambda: new_request(workspace, self))
        self._advise.clicked.connect(lambda: new_advice(workspace, self))
        workspace.drive_looked.connect(self._look_at_room)
        workspace.folder_looked.connect(self._look_again)

    def open(self, destination: Destination) -> None:
        """The day as it stands now."""
        self._most_tasks = _TASKS_AT_FIRST
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """Anything may touch the day."""
        self._show()

    def focus_first(self) -> None:
        """The first thing one would do."""
        self._quick.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: one column, what to do below the day."""
        super().resizeEvent(event)
        narrow = self.width() < self.workspace.theme.px(_NARROW)
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(stacked if narrow else side_by_side)

    def _show(self) -> None:
        workspace = self.workspace
        today = look_at_today(workspace.notebook, library=workspace.library, day=workspace.today)
        self._sheet.clear()
        self._sheet.set_title(*heading(workspace.locale, today))
        self._clear_right()
        empty = workspace.notebook.students.count() == 0
        if empty:
            self._show_welcome()
        self._show_appointments(today)
        self._show_arrived()
        self._show_unfinished(today)
        self._show_reviews(today)
        self._show_unanswered(today)
        show_deadlines(workspace, self._sheet, today)
        show_renewals(self.workspace, self._sheet, today)
        add_late_packages(workspace, self._sheet, today)
        self._show_tasks(today)
        self._show_copy(today)
        self._show_recovery(today)
        self._show_room()
        self._right.addStretch(1)

    def _look_again(self) -> None:
        if self.isVisible():
            self._show()

    def _show_welcome(self) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        import_list = Button(
            theme,
            text("Import a class list"),
            kind="primary",
            hint="Ctrl+I",
            icon="download-simple",
            big=True,
        )
        contact = Button(theme, text("Quick contact"), kind="quiet", hint="Ctrl+N", big=True)
        import_list.clicked.connect(lambda: self.workspace.go("roster"))
        contact.clicked.connect(self._quick.click)
        self._sheet.add_row(
            "",
            EmptyState(
                theme,
                title=text("Your notebook is ready"),
                text=text(
                    "Import the school's list: names and classes are there when somebody knocks at the door."
                    " You can also begin without a list."
                ),
                actions=[import_list, contact],
                reassurances=[
                    ("file-csv", text("A file exported from the school’s software: CSV, text or SIECLE.")),
                    ("eye", text("You see a preview; nothing is written before you agree.")),
                    ("trash", text("At the end Carnet offers to delete the imported file.")),
                ],
            ),
        )

    def _show_appointments(self, today: Today) -> None:
        text, locale, theme = self.workspace.text, self.workspace.locale, self.workspace.theme
        here = [one for one in today.appointments if one.next_date == today.day]
        later = [one for one in today.appointments if one.next_date and one.next_date > today.day]
        if here or today.noted:
            self._sheet.add_row("", SectionHeading(theme, text("The day")))
        noted = [(interview.start, self._noted(today, interview)) for interview in today.noted]
        expected = [(interview.next_time, self._appointment(today, interview)) for interview in here]
        for clock, line in sorted([*noted, *expected], key=lambda pair: pair[0]):
            self._sheet.add_row(clock, line, gap=6)
        if later:
            self._sheet.add_row("", SectionHeading(theme, text("The week")), gap=24)
        for interview in later:
            assert interview.next_date is not None
            when = f"{locale.date(interview.next_date, 'brief')} {interview.next_time}".strip()
            self._sheet.add_row(when, self._appointment(today, interview), gap=6)

    def _noted(self, today: Today, interview: Interview) -> DayLine:
        workspace = self.workspace
        name, class_name = name_of(today, interview.student_id, workspace.locale)
        name = interview.unfiled_name or name
        line = DayLine(workspace.theme, name, after=class_name, right=workspace.text("noted"))
        line.clicked.connect(partial(self._open, "interview", interview.id))
        return line

    def _appointment(self, today: Today, interview: Interview) -> DayLine:
        workspace = self.workspace
        name, class_name = name_of(today, interview.student_id, workspace.locale)
        line = DayLine(
            workspace.theme, name, after=class_name, detail=appointment_words(workspace, interview),
            right=workspace.text("New interview"), right_ink="accent",
        )  # fmt: skip
        line.clicked.connect(
            lambda: workspace.go("sheet", form=self._interview_form(), student_id=interview.student_id or "")
        )
        return line

    def _show_arrived(self) -> None:
        lines = arrived_lines(self.workspace, readable=True)
        if lines:
            heading = SectionHeading(self.workspace.theme, self.workspace.text("In the exchange folder"))
            self._sheet.add_row("", heading, gap=24)
        for line in lines:
            self._sheet.add_row("", line, gap=6)

    def _show_unfinished(self, today: Today) -> None:
        text, theme, locale = self.workspace.text, self.workspace.theme, self.workspace.locale
        if today.drafts:
            self._sheet.add_row("", SectionHeading(theme, text("To finish")), gap=24)
        for draft in today.drafts:
            title, detail = draft_words(self.workspace, today, draft)
            line = DayLine(theme, title, detail=detail, right=text("Go on"), right_ink="accent")
            line.clicked.connect(partial(self._open, draft.kind, draft.record_id))
            self._sheet.add_row(locale.clock(draft.at), line, gap=6)
        if today.unfiled:
            words = locale.plural(
                "{n} note cannot leave before it is filed", "{n} notes cannot leave before they are filed",
                len(today.unfiled),
            )  # fmt: skip
            self._sheet.add_row("", SectionHeading(theme, text("To file"), right=words), gap=24)
        for interview in today.unfiled:
            name = interview.unfiled_name or text("No student yet")
            line = DayLine(theme, name, right=text("File"), right_ink="accent")
            line.clicked.connect(partial(self._open, "interview", interview.id))
            self._sheet.add_row(locale.date(interview.date, "brief"), line, gap=6)

    def _show_reviews(self, today: Today) -> None:
        text, theme, locale = self.workspace.text, self.workspace.theme, self.workspace.locale
        if not today.reviews:
            return
        self._sheet.add_row("", SectionHeading(theme, text("Plans to review")), gap=24)
        for plan in today.reviews:
            assert plan.review_date is not None
            name, class_name = name_of(today, plan.student_id, locale)
            words, ink = due_words(locale, plan.review_date, today.day)
            detail = text("version {n} of {day}", n=plan.version, day=locale.date(plan.date))
            title = text("Review the plan of {name}", name=name)
            line = DayLine(theme, title, after=class_name, detail=detail, right=words, right_ink=ink)
            line.clicked.connect(partial(self._open, "plan", plan.id))
            self._sheet.add_row(locale.date(plan.review_date, "brief"), line, gap=6)

    def _show_unanswered(self, today: Today) -> None:
        text, theme, locale = self.workspace.text, self.workspace.theme, self.workspace.locale
        if not today.unanswered:
            return
        self._sheet.add_row("", SectionHeading(theme, text("Referrals without answer")), gap=24)
        for referral in today.unanswered:
            name, class_name = referral_words(self.workspace, today, referral)
            partner = today.partners.get(referral.partner_id or "", text("receiver not chosen"))
            sent = referral.sent_date or referral.date
            waiting = (today.day - sent).days
            words = locale.plural("for {n} day", "for {n} days", waiting) if waiting else text("today")
            line = DayLine(theme, name, after=class_name, detail=partner, right=words, right_ink="warn")
            line.clicked.connect(partial(self._open, "referral", referral.id))
            self._sheet.add_row(locale.date(sent, "brief"), line, gap=6)

    def _show_tasks(self, today: Today) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        self._right.addWidget(SectionHeading(theme, text("To do")))
        if not today.tasks:
            self._right.addWidget(
                Label(
                    theme, text("Decisions of interviews appear here."), role="small", ink="ink2", wrap=True
                )
            )
        for task in today.tasks[: self._most_tasks]:
            self._right.addWidget(self._task(today, task))
        rest = len(today.tasks) - self._most_tasks
        if rest > 0:
            words = self.workspace.locale.plural("and {n} more", "and {n} more", rest)
            more = Button(theme, words, kind="quiet")
            more.clicked.connect(partial(self._show_more_tasks, len(today.tasks)))
            self._right.addWidget(more)

    def _show_more_tasks(self, most: int) -> None:
        self._most_tasks = most
        self._show()

    def _task(self, today: Today, task: Task) -> QWidget:
        theme, locale = self.workspace.theme, self.workspace.locale
        name = task_name(self.workspace, today, task)
        who = f"{name} · {task.who}" if task.who else name
        row = CheckRow(theme, task.text, detail=who)
        row.toggled.connect(partial(self._finish, task))
        words, ink = due_words(locale, task.due, today.day)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row, 1)
        line.addWidget(Label(theme, words, role="small_strong" if ink != "ink2" else "small", ink=ink))
        if task.source_id:
            go = Button(theme, self.workspace.text("Open"), kind="quiet", small=True)
            go.setAccessibleName(self.workspace.text("Open the sheet of “{task}”", task=task.text))
            go.clicked.connect(partial(self._open, task.source_kind, task.source_id))
            line.addWidget(go)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _show_copy(self, today: Today) -> None:
        self._right.addSpacing(self.workspace.theme.px(24))
        self._right.addWidget(CopyLine(self.workspace, today.last_copy))

    def _show_recovery(self, today: Today) -> None:
        """An offer in a new notebook, one quiet line in any other, as long as there is no sheet."""
        if today.recovery_sheet:
            return
        text, theme = self.workspace.text, self.workspace.theme
        make = Button(theme, text("Make the sheet…"), kind="quiet")
        make.clicked.connect(lambda: self.workspace.go("settings", kind="recovery"))
        if self.workspace.notebook.students.count() == 0:
            offer = text("Print your recovery sheet: it opens the notebook if the passphrase is ever lost.")
            self._right.addSpacing(theme.px(8))
            self._right.addWidget(Banner(theme, [("key", offer)], tone="calm", actions=[make]))
            return
        line = QHBoxLayout()
        words = text("No recovery sheet yet, for the day the passphrase is lost")
        line.addWidget(Label(theme, words, role="small", ink="ink2", wrap=True), 1)
        line.addWidget(make)
        holder = QWidget()
        holder.setLayout(line)
        self._right.addWidget(holder)

    def _look_at_room(self, drive: Drive) -> None:
        before = self._room
        self._room = drive.room if drive.room is not None and drive.room < SHORT else None
        if (before is None) != (self._room is None) and self.isVisible():
            self._show()

    def _show_room(self) -> None:
        if self._room is None:
            return
        words = self.workspace.text(
            "Little room is left on this drive: {n} MB. Empty the computer’s bin or delete large files before"
            " it is full.",
            n=self._room >> 20,
        )
        self._right.addSpacing(self.workspace.theme.px(8))
        self._right.addWidget(Label(self.workspace.theme, words, role="small", ink="warn", wrap=True))

    def _finish(self, task: Task, done: bool) -> None:
        changed = msgspec.structs.replace(task, done_at=now() if done else None)
        self.workspace.act(save_task, task=changed)

    def _open(self, kind: str, record_id: str) -> None:
        self.workspace.go("access" if kind == CASE else "sheet", kind=kind, record_id=record_id)

    def _interview_form(self) -> str:
        forms = self.workspace.library.forms_for(self.workspace.notebook.framework)
        return next((form.key for form in forms if form.record == "interview"), "")

    def _clear_right(self) -> None:
        while self._right.count():
            item = self._right.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
