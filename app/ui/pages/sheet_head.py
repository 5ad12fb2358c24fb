"""The top of an open sheet: whose it is, what it is, when it was saved, and what one can do with it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.errors import CarnetError
from app.models.record import FormRecord
from app.models.revision import Revision
from app.ui.dialogs.edit_student import edit_student
from app.ui.fields.student_field import StudentField
from app.ui.services import told_service
from app.ui.sheet.version_row import VersionRow
from app.ui.strips.cautions_banner import CautionsBanner
from app.ui.strips.two_versions_banner import TwoVersionsBanner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.widgets.sheet import Sheet
from app.ui.words.version_words import has_versions
from app.ui.workspace import Workspace


class SheetHead(QObject):
    """Fills the header of a sheet and its first row, where the student is chosen."""

    student_chosen = Signal(str)
    name_typed = Signal(str)
    end_wanted = Signal()
    paper_wanted = Signal()
    bin_wanted = Signal()
    version_wanted = Signal()
    differences_wanted = Signal()
    revisions_wanted = Signal()

    def __init__(self, workspace: Workspace, paper: Sheet, sheet: OpenSheet) -> None:
        super().__init__(paper)
        self._workspace, self._paper, self._form = workspace, paper, sheet.form
        theme, text = workspace.theme, workspace.text
        self._saved = SavedIndicator(theme)
        end = Button(theme, text("Finish"), kind="primary", hint=text("Ctrl+Enter"))
        show = Button(theme, text("Paper"), hint="Ctrl+P", icon="printer")
        self._change = Button(theme, text("Other student…"), kind="quiet", small=True)
        self._revisions = Button(
            theme, text("Revisions"), kind="quiet", icon="clock-counter-clockwise", small=True
        )
        self._revisions.clicked.connect(self.revisions_wanted)
        put_away = Button(theme, text("Bin"), kind="quiet", icon="trash", small=True)
        end.clicked.connect(self.end_wanted)
        show.clicked.connect(self.paper_wanted)
        put_away.clicked.connect(self.bin_wanted)
        self._change.clicked.connect(self._choose_other)
        paper.header.add_above(self._change)
        paper.header.add_above(self._revisions)
        paper.header.add_above(put_away)
        paper.header.add_above(self._saved)
        paper.header.add_right(FlowRow(theme, show, end, spacing=12))
        self._cautions = CautionsBanner(workspace)
        paper.add_row("", self._cautions, gap=4)
        self._versions = TwoVersionsBanner(workspace)
        paper.add_row("", self._versions, gap=4)
        self._student = StudentField(workspace)
        # where the margin holds numbers only, the label stands above its field
        above = Labelled(theme, text("Student"), self._student) if self._form.addressed else None
        self._choice: QWidget = above or self._student
        self._row_label = paper.add_row("" if above else text("Student"), self._choice, buddy=self._student)
        self._student.chosen.connect(self._take)
        self._student.textEdited.connect(self.name_typed)
        self._student.new_wanted.connect(self._add_student)
        self._version = VersionRow(workspace) if has_versions(sheet.record) else None
        if self._version is not None:
            paper.add_row(text("Version"), self._version, gap=4)
            self._version.next_wanted.connect(self.version_wanted)
            self._version.differences_wanted.connect(self.differences_wanted)

    def show_record(self, record: FormRecord) -> None:
        """Whose sheet it is and what it is called."""
        workspace, locale, words = self._workspace, self._workspace.locale, self._workspace.locale.words
        self._revisions.setVisible(bool(record.revision))
        self._versions.show_record(record.id)
        form = words(self._form.short_title) or words(self._form.title)
        day = locale.date(record.date, "day")
        if self._version is not None:
            self._paper.set_title(words(self._form.title))
            self._version.show_record(record)
        else:
            self._paper.set_title(workspace.text("{form} of {day}", form=form, day=day))
        student = workspace.notebook.students.find(record.student_id)
        self._show_choice(student is None)
        self._cautions.show_student(record.student_id)
        if student is None:
            later = " · ".join(
                filter(None, (workspace.text("to be filed later"), told_service(workspace, record)))
            )
            self._paper.header.set_who(workspace.text("No student yet"), later)
            self._student.set_typed(str(getattr(record, "unfiled_name", "")))
            return
        age = student.age_on(workspace.today)
        case = workspace.notebook.cases.find(record.case_id)
        facts = [
            student.class_name,
            locale.plural("{n} year old", "{n} years old", age) if age is not None else "",
            workspace.text("case {reference}", reference=case.reference) if case else "",
            told_service(workspace, record),
            self._cautions.first if workspace.theme.large else "",  # little of the rest is in sight
        ]
        self._paper.header.set_who(student.name, " · ".join(fact for fact in facts if fact))

    def focus_student(self) -> None:
        """Put the cursor in the name field."""
        self._student.setFocus()

    def say_kept(self, clock: str) -> None:
        """A draft is on disk."""
        self._saved.say(self._workspace.text("draft kept {clock}", clock=clock))

    def say_kept_since(self, at: str) -> None:
        """A draft of some time ago is on disk."""
        locale = self._workspace.locale
        if self._is_today(at):
            self.say_kept(locale.clock(at))
        else:
            self._saved.say(locale.text("draft kept on {moment}", moment=locale.moment(at)))

    def say_late(self) -> None:
        """The disk is slow."""
        self._saved.say(self._workspace.text("Saving…"), "waiting")

    def say_saved(self, revisions: Sequence[Revision]) -> None:
        """Which revision is the newest, and when it was made."""
        if not revisions:
            return
        locale, n, at = self._workspace.locale, len(revisions), revisions[-1].at
        self._saved.say(
            locale.text("saved {clock} · revision {n}", clock=locale.clock(at), n=n)
            if self._is_today(at)
            else locale.text("saved on {moment} · revision {n}", moment=locale.moment(at), n=n)
        )

    def say_failed(self, failure: CarnetError) -> None:
        """Not on disk: the text stays in front of the person."""
        self._saved.say(self._workspace.text("not saved yet"), "failed")  # why is said above the page
        self._workspace.failed.emit(failure)

    def _is_today(self, at: str) -> bool:
        return datetime.fromisoformat(at).astimezone().date() == self._workspace.today

    def _show_choice(self, shown: bool) -> None:
        self._choice.setVisible(shown)
        if self._row_label is not None:
            self._row_label.setVisible(shown)
        self._change.setVisible(not shown)

    def _choose_other(self) -> None:
        self._show_choice(True)
        self._student.set_typed("")
        self.focus_student()

    def _add_student(self, typed: str) -> None:
        student_id = edit_student(self._workspace, self._paper, typed=typed)
        if student_id:
            self._take(student_id)

    def _take(self, student_id: str) -> None:
        self._show_choice(False)
        self.student_chosen.emit(student_id)
