"""A student's sheet: warnings first, then people, the case, what goes on, and what happened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.conflicts.conflicts_about import conflicts_about
from app.actions.sheets.file_sheet import file_sheet
from app.actions.sheets.look_at_plans import look_at_plans
from app.actions.students.join_students import separate_students
from app.actions.students.look_at_student import StudentFile, look_at_student
from app.actions.timeline.tell_timeline import tell_timeline
from app.models.changes import Changes
from app.models.kinds import FORM_KINDS
from app.ui.attachments.adding import Adding
from app.ui.dialogs.bin_student import bin_student
from app.ui.dialogs.choose_student import choose_student
from app.ui.dialogs.edit_case import edit_case
from app.ui.dialogs.edit_student import edit_student
from app.ui.dialogs.join_students import join_students
from app.ui.strips.two_versions import two_versions
from app.ui.student_sheet.around import add_around_rows
from app.ui.student_sheet.attachments import student_attachments
from app.ui.student_sheet.cases import CasesBlock
from app.ui.student_sheet.chronology import Chronology
from app.ui.student_sheet.contact import contact
from app.ui.student_sheet.guardians import GuardiansBlock
from app.ui.student_sheet.handed_out import HandedOut
from app.ui.student_sheet.head import StudentHead
from app.ui.student_sheet.notes_line import NotesLine
from app.ui.student_sheet.plans import PlansBlock
from app.ui.student_sheet.requests import RequestsBlock
from app.ui.student_sheet.tasks import TasksBlock
from app.ui.student_sheet.under_way import under_way
from app.ui.student_sheet.warnings import warnings
from app.ui.student_sheet.years import YearsBlock
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class StudentSheet(Sheet):
    """Shows one student at a time; where somebody stood and what had the focus outlive a change."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.theme, margin=104, parent=parent)
        self.workspace = workspace
        self.file: StudentFile | None = None
        self._tasks: TasksBlock | None = None
        self.head = StudentHead(workspace, self)
        self.chronology: Chronology | None = None
        self._adding = Adding(workspace, self)
        self.head.correct_wanted.connect(self._correct)
        self.head.join_wanted.connect(self._join)
        self.head.separate_wanted.connect(self._separate)
        self.head.bin_wanted.connect(self._put_in_bin)
        self.head.revisions_wanted.connect(self._show_revisions)

    def show_student(self, student_id: str) -> str:
        """The sheet of a student, or of the one theirs was joined into: whose it is.

        RecordUnknown, and the sheet stays as it was, when there is no such student.
        """
        workspace = self.workspace
        file = look_at_student(workspace.notebook, student_id=student_id, day=workspace.today)
        same = self.file is not None and self.file.student.id == file.student.id
        height = self._bar().value() if same else 0
        focused = self._focused() if same else ""
        self.file = file
        self.setUpdatesEnabled(False)
        self.clear()
        in_bin = file.student.removed_at is not None
        self.head.show_file(file, in_bin=in_bin)
        if in_bin:
            self._show_bin(file)
        else:
            self._show_file(file)
        self.setUpdatesEnabled(True)
        self._bar().setValue(height)
        again = self.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        return file.student.id

    def takes_in_its_stride(self, changes: Changes) -> bool:
        """Whether the change is only a task ticked here, which is shown already."""
        ticked = {record_id for kind, record_id in changes.items if kind == "task"}
        return self._tasks is not None and len(ticked) == len(changes.items) and ticked <= self._tasks.ids

    def _show_file(self, file: StudentFile) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        day = workspace.today
        for other in file.joined:
            self._show_joined(other.id, other.name)
        lines = warnings(workspace, file, day)
        if lines:
            self.add_row("", Banner(theme, lines), gap=8)
        ids = [file.student.id, *(other.id for other in file.joined)]
        waiting = two_versions(workspace, conflicts_about(workspace.notebook, student_ids=ids))
        if waiting is not None:
            self.add_row("", waiting, gap=8)
        reach = contact(workspace, file.student, self)
        if reach is not None:
            self.add_row(text("Student"), reach)
        self.add_row(text("Guardians"), GuardiansBlock(workspace, file.around, day))
        self.add_row(text("Case"), CasesBlock(workspace, file))
        if file.requests:
            self.add_row(text("Request"), RequestsBlock(workspace, file.requests))
        if file.cases:
            self.add_row(text("Attachments"), student_attachments(workspace, self, file, self._adding))
        plans = look_at_plans(workspace.notebook, library=workspace.library, student_ids=ids, day=day)
        if plans:
            self.add_row(text("Plan"), PlansBlock(workspace, plans))
        cards = under_way(workspace, file)
        if cards is not None:
            self.add_row(text("Under way"), cards)
        self._tasks = TasksBlock(workspace, file.tasks) if file.tasks else None
        if self._tasks is not None:
            self.add_row(text("To do"), self._tasks)
        add_around_rows(workspace, self, file.around)
        left = self._show_chronology(file)
        self.add_row(text("Ledger"), HandedOut(workspace, file, left), gap=24)
        self.add_row(text("School years"), YearsBlock(workspace, file), gap=24)
        self.add_row("", NotesLine(workspace, len(workspace.personal.of_student(ids))), gap=24)

    def _show_chronology(self, file: StudentFile) -> int:
        """What happened; how often something about the student left or was told."""
        workspace = self.workspace
        events = tell_timeline(
            workspace.notebook,
            library=workspace.library,
            student_id=file.student.id,
            locale=workspace.locale,
        )
        if self.chronology is not None:
            self.chronology.deleteLater()
        self.chronology = Chronology(workspace, self, events)
        self.chronology.open_wanted.connect(self._open)
        self.chronology.refile_wanted.connect(self._refile)
        self.chronology.bin_wanted.connect(self._bin_sheet)
        return sum(event.kind in ("disclosure", "told", "package") for event in events)

    def _show_joined(self, other_id: str, name: str) -> None:
        text = self.workspace.text
        separate = Button(self.workspace.theme, text("Separate"), kind="quiet", small=True)
        separate.setAccessibleDescription(name)
        separate.clicked.connect(lambda: self._separate(other_id))
        sentence = text("Joined with the sheet of {name}.", name=name)
        line = Banner(self.workspace.theme, [("arrows-merge", sentence)], tone="calm", actions=[separate])
        self.add_row("", line, gap=8)

    def _show_bin(self, file: StudentFile) -> None:
        workspace, text = self.workspace, self.workspace.text
        back = Button(workspace.theme, text("Take out of the bin"), kind="outlined", small=True)
        back.clicked.connect(
            lambda: workspace.act(
                restore_record, library=workspace.library, kind="student", record_id=file.student.id
            )
        )
        erase = Button(workspace.theme, text("Erase for ever…"), kind="quiet", small=True)
        erase.clicked.connect(lambda: workspace.go("erase", kind="student", record_id=file.student.id))
        since = workspace.locale.moment(file.student.removed_at or "")
        sentence = text("This sheet lies in the bin since {moment}. Nothing is erased.", moment=since)
        self.add_row("", Banner(workspace.theme, [("trash", sentence)], actions=[back, erase]), gap=8)
        self._tasks = None

    # What one can do

    def _correct(self) -> None:
        if self.file is not None:
            edit_student(self.workspace, self, self.file.student)

    def _join(self) -> None:
        workspace = self.workspace
        if self.file is None:
            return
        here = self.file.student.id
        other_id = choose_student(
            workspace,
            self,
            title=workspace.text("Which sheet is the same person’s?"),
            typed=self.file.student.family_name,
            without=frozenset([here]),
            may_add=False,
        )
        if not other_id:
            return
        kept_id = join_students(workspace, self, kept_id=here, other_id=other_id)
        if kept_id and kept_id != here:
            workspace.go("students", record_id=kept_id)

    def _separate(self, other_id: str) -> None:
        self.workspace.act(separate_students, other_id=other_id)

    def _put_in_bin(self) -> None:
        if self.file is not None:
            bin_student(self.workspace, self, self.file.student)

    def _show_revisions(self) -> None:
        if self.file is not None:
            self.workspace.go("revisions", kind="student", record_id=self.file.student.id)

    def _open(self, kind: str, record_id: str) -> None:
        workspace = self.workspace
        if kind in FORM_KINDS:
            workspace.go("sheet", kind=kind, record_id=record_id)
        elif workspace.notebook.attachments.find(record_id) is not None:
            workspace.go("attachment", record_id=record_id)
        elif kind == "case":
            edit_case(workspace, self, workspace.notebook.cases.get(record_id))
        elif kind == "disclosure" and workspace.notebook.disclosures.find(record_id) is not None:
            workspace.go("sent", record_id=record_id)
        elif kind == "told" and self.file is not None:
            workspace.go("received", record_id=self.file.student.id)
        else:  # a paper that left before papers were kept: the sheet it was made of
            for each in FORM_KINDS:
                if workspace.notebook.sheets(each).find(record_id) is not None:
                    workspace.go("sheet", kind=each, record_id=record_id)

    def _refile(self, kind: str, record_id: str) -> None:
        workspace = self.workspace
        if self.file is None:
            return
        here = self.file.student
        student_id = choose_student(
            workspace,
            self,
            title=workspace.text("File this sheet to whom?"),
            text=workspace.text("What is written on it stays as it is; its tasks go along."),
            without=frozenset([here.id]),
        )
        if not student_id:
            return
        where = {"library": workspace.library, "kind": kind, "record_id": record_id, "today": workspace.today}
        if workspace.act(file_sheet, student_id=student_id, **where):
            workspace.personal.refile(subject_id=record_id, student_id=student_id)
            name = workspace.notebook.students.get(student_id).name
            workspace.offer_undo(
                workspace.text("Filed to {name}", name=name),
                lambda: self._file_back(record_id, here.id, where),
            )

    def _file_back(self, record_id: str, student_id: str, where: dict[str, object]) -> None:
        if self.workspace.act(file_sheet, student_id=student_id, **where):
            self.workspace.personal.refile(subject_id=record_id, student_id=student_id)

    def _bin_sheet(self, kind: str, record_id: str) -> None:
        workspace = self.workspace
        where = {"library": workspace.library, "kind": kind, "record_id": record_id}
        if workspace.act(bin_record, **where):
            workspace.offer_undo(
                workspace.text("Sheet put in the bin"), lambda: workspace.act(restore_record, **where)
            )

    def _bar(self) -> QScrollBar:
        return self._scroll.verticalScrollBar()

    def _focused(self) -> str:
        """The name of the part that has the focus, if it is one of the sheet's."""
        widget = self.focusWidget()
        return widget.objectName() if widget is not None and widget.hasFocus() else ""
