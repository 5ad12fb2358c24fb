"""One open sheet: an interview, a referral, or any other form."""

from concurrent.futures import Future
from functools import partial
from typing import Any

import msgspec
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.new_version import new_version
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet as OpenSheet
from app.errors import CarnetError, NotFiledYet, SheetIncomplete
from app.models.changes import Changes
from app.models.draft import Draft
from app.models.record import now
from app.models.revision import Revision
from app.ui.attachments.adding import Adding
from app.ui.attachments.on_sheet import add_attachments_row
from app.ui.destination import Destination, Place
from app.ui.dialogs.edit_partner import edit_partner
from app.ui.fields.watched_lines import watch_lines
from app.ui.form_view.draft_keeper import DraftKeeper
from app.ui.form_view.form_view import FormView
from app.ui.form_view.section_strip import SectionStrip
from app.ui.pages.page import Page
from app.ui.pages.sheet_facts import sheet_facts
from app.ui.pages.sheet_head import SheetHead
from app.ui.pages.still_missing import tell_still_missing
from app.ui.services import lists_for
from app.ui.sheet.given_sheet import GivenSheet
from app.ui.sheet.read_only import read_only
from app.ui.sheet.replaced_sheet import ReplacedSheet
from app.ui.sheet.unasked_rows import add_unasked_rows
from app.ui.widgets.sheet import Sheet
from app.ui.words.version_words import has_versions
from app.ui.workspace import Workspace


class SheetPage(Page):
    """Typing is kept as a draft within a second; leaving makes one revision of it.

    What cannot be understood yet stays a draft and waits on Today. A version that was replaced, and a
    case that a colleague goes on with, is history: it is read here and not written on.
    """

    place: Place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._open: OpenSheet | None = None
        self._view: FormView | None = None
        self._head: SheetHead | None = None
        self._keeper: DraftKeeper | None = None
        self._paper: Sheet | None = None
        self._touched, self._wanted = False, ""
        self._adding = Adding(workspace, self)
        for keys, slot in (("Ctrl+Return", self._end), ("Ctrl+Enter", self._end), ("Ctrl+S", self._save)):
            QShortcut(QKeySequence(keys), self, slot)

    def open(self, destination: Destination) -> None:
        """A sheet or draft that exists, or with only `form` a new one."""
        workspace = self.workspace
        if destination.record_id:
            sheet = open_sheet(
                workspace.notebook, library=workspace.library,
                kind=destination.kind, record_id=destination.record_id,
            )  # fmt: skip
        else:
            sheet = new_sheet(
                workspace.notebook,
                library=workspace.library,
                form_key=destination.form,
                locale=workspace.locale,
                student_id=destination.student_id or None,
                framework=destination.framework,
            )
        self._open, self._wanted = sheet, destination.question
        self.place = "referrals" if sheet.kind == "referral" else "students"
        if (history := read_only(workspace, sheet, self._facts)) is not None:
            self._show_history(history)
            return
        self._build(sheet)
        self._fill(sheet)

    def here_again(self, opened_with: Destination) -> Destination:
        """The same sheet by its identifier, once something of it is on disk."""
        if self._open is None or (self._open.is_new and not self._touched):
            return opened_with
        return Destination("sheet", kind=self._open.kind, record_id=self._open.record.id)

    def leave(self) -> bool:
        """Finish what was typed; what is not understood stays a draft. False when the disk refuses both."""
        if not self._touched or self._open is None or self._keeper is None:
            return True
        try:
            self._finish()
        except SheetIncomplete as unclear:
            self.workspace.failed.emit(unclear)
            return self._keep_now()
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return self._keep_now()
        return True

    def keep(self) -> "Future[None] | None":
        """Put on disk what was typed and where the cursor is, finish nothing."""
        if not self._touched or self._view is None or self._keeper is None:
            return None
        self._keeper.forget()
        return self._keep_draft(self._view.raw(), self._view.cursor())

    def show_changes(self, changes: Changes) -> None:
        """The student's sheet or a partner was corrected meanwhile."""
        if (
            changes.touches("student", "guardian", "case", "partner", "caution", "agreement")
            and self._head is not None
        ):
            self._show_student()

    def focus_first(self) -> None:
        """The name when nobody is chosen yet, otherwise where one typed last."""
        if self._open is None or self._view is None or self._head is None:
            if isinstance(self._paper, ReplacedSheet | GivenSheet):
                self._paper.first.setFocus()
            return
        if self._wanted:
            self._view.focus_question(self._wanted)
        elif self._open.draft is not None:
            self._view.set_cursor(self._open.draft.cursor)
        elif self._open.record.student_id is None:
            self._head.focus_student()
        else:
            self._view.focus_first()

    def print_wanted(self) -> None:
        """Finish, then show it as paper."""
        if self._open is None or (self._touched and not self._save()):
            return
        if self._open.record.student_id is None:
            self.workspace.failed.emit(NotFiledYet())
            return
        self.workspace.go("paper", kind=self._open.kind, record_id=self._open.record.id)

    def notes_subject(self) -> tuple[str, str | None] | None:
        """This sheet."""
        return (self._open.record.id, self._open.record.student_id) if self._open else None

    def _clear(self) -> None:
        if self._paper is not None:
            if self._keeper is not None:
                self._keeper.forget()
            self._column.removeWidget(self._paper)
            self._paper.hide()
            self._paper.deleteLater()
        self._view, self._head, self._keeper, self._touched = None, None, None, False

    def _show_history(self, paper: ReplacedSheet | GivenSheet) -> None:
        """History: nothing on it can be typed."""
        self._clear()
        paper.paper_wanted.connect(self.print_wanted)
        paper.revisions_wanted.connect(self._show_revisions)
        if isinstance(paper, ReplacedSheet):
            paper.differences_wanted.connect(self._show_differences)
        self._paper = paper
        self._column.addWidget(paper)
        paper.show()

    def _build(self, sheet: OpenSheet) -> None:
        workspace = self.workspace
        self._clear()
        view = FormView(
            workspace.theme, workspace.locale, sheet.form, lists_for(workspace, sheet.record), workspace
        )
        paper = Sheet(workspace.theme, margin=view.margin, narrow_below=view.narrow_below)
        head = SheetHead(workspace, paper, sheet)
        paper.add_wide(view)
        add_unasked_rows(workspace, paper, sheet)
        add_attachments_row(workspace, paper, sheet, adding=self._adding, owner=self._attachable)
        paper.set_footer(SectionStrip(workspace.theme, workspace.locale, view), plain=True)
        self._view, self._paper, self._head = view, paper, head
        self._keeper = DraftKeeper(view, self._keep_draft, paper)
        self._keeper.kept.connect(head.say_kept)
        self._keeper.kept.connect(lambda _: workspace.kept.emit())
        self._keeper.failed.connect(self._tell_unsaved)
        self._keeper.late.connect(head.say_late)
        view.changed.connect(self._touch)
        watch_lines(workspace, view, lambda: self._open)
        view.partner_wanted.connect(self._add_partner)
        head.student_chosen.connect(self._file)
        head.name_typed.connect(self._name)
        head.end_wanted.connect(self._end)
        head.paper_wanted.connect(self.print_wanted)
        head.bin_wanted.connect(self._bin)
        head.version_wanted.connect(self._begin_version)
        head.differences_wanted.connect(self._show_differences)
        head.revisions_wanted.connect(self._show_revisions)
        self._column.addWidget(paper)
        paper.show()

    def _fill(self, sheet: OpenSheet) -> None:
        assert self._view is not None
        assert self._head is not None
        self._view.set_values(sheet.values)
        self._view.set_facts(self._facts(), start=sheet.is_new and sheet.draft is None)
        self._touched = sheet.draft is not None
        if sheet.draft is not None:
            self._view.set_raw(sheet.draft.content.get("form", {}))
            if hasattr(sheet.record, "unfiled_name"):
                name = str(sheet.draft.content.get("unfiled_name", ""))
                self._open = msgspec.structs.replace(
                    sheet, record=msgspec.structs.replace(sheet.record, unfiled_name=name)
                )
            self._head.say_kept_since(sheet.draft.at)
        elif not sheet.is_new:
            self._head.say_saved(self._revisions())
        self._show_student()

    def _show_student(self) -> None:
        assert self._head is not None
        assert self._open is not None
        self._head.show_record(self._open.record)
        if self._view is not None:
            self._view.set_facts(self._facts())

    def _facts(self) -> dict[str, str]:
        assert self._open is not None
        return sheet_facts(self.workspace, self._open)

    def _touch(self) -> None:
        self._touched = True

    def _file(self, student_id: str) -> None:
        """A student was chosen for this sheet; the case follows when it is finished."""
        assert self._open is not None
        record = msgspec.structs.replace(self._open.record, student_id=student_id or None, case_id=None)
        if hasattr(record, "unfiled_name") and student_id:
            record = msgspec.structs.replace(record, unfiled_name="")
        self._set_record(record)
        if student_id and self._view is not None:
            self._view.set_facts(self._facts(), start=self._open.is_new)
            self._view.focus_first()

    def _name(self, typed: str) -> None:
        """A name nobody is chosen for yet; looking for another student changes nothing by itself."""
        assert self._open is not None
        if self._open.record.student_id is None and hasattr(self._open.record, "unfiled_name"):
            self._open = msgspec.structs.replace(
                self._open, record=msgspec.structs.replace(self._open.record, unfiled_name=typed)
            )
            self._touch_sheet()

    def _set_record(self, record: Any) -> None:
        assert self._open is not None
        self._open = msgspec.structs.replace(self._open, record=record)
        self._touch_sheet()
        self._show_student()

    def _touch_sheet(self) -> None:
        assert self._view is not None
        self._view.changed.emit()

    def _keep_draft(self, content: dict[str, Any], cursor: dict[str, Any]) -> "Future[None]":
        assert self._open is not None
        record = self._open.record
        draft = Draft(
            record_id=record.id,
            kind=self._open.kind,
            form=self._open.form.key,
            form_version=self._open.form.version,
            student_id=record.student_id,
            case_id=record.case_id,
            base_revision=record.revision,
            at=now(),
            cursor=cursor,
            content={"form": content, "unfiled_name": getattr(record, "unfiled_name", "")}
            | ({"framework": record.framework} if record.framework else {}),
        )
        return self.workspace.keep_draft(draft)

    def _keep_now(self) -> bool:
        """The draft is on disk when this returns True."""
        assert self._view is not None
        pending = self._keep_draft(self._view.raw(), self._view.cursor())
        failure = pending.exception()
        if isinstance(failure, CarnetError):
            self._tell_unsaved(failure)
        return failure is None

    def _finish(self) -> None:
        assert self._open is not None
        assert self._view is not None
        assert self._keeper is not None
        values = self._view.values()
        pending = self._keeper.flush()
        if pending is not None:
            pending.exception()  # the draft is written before it is dropped, never after
        finished = finish_sheet(
            self.workspace.notebook, library=self.workspace.library, sheet=self._open, values=values,
            today=self.workspace.today,
        )  # fmt: skip
        self._keeper.forget()
        self._open, self._touched = finished.sheet, False
        self.workspace.tell(finished.changes)

    def _save(self) -> bool:
        """Ctrl+S: one revision now; the sheet stays open."""
        if self._open is None or self._head is None:
            return False
        try:
            if self._touched:
                self._finish()
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            self._keep_now()
            if isinstance(failure, SheetIncomplete) and self._view is not None:
                self._view.focus_unclear()
            return False
        self._head.show_record(self._open.record)
        self._head.say_saved(self._revisions())
        return True

    def _end(self) -> None:
        """Terminer: save, say what is still missing, or go back."""
        if self._view is None or self._open is None or not self._save():
            return
        if tell_still_missing(self.workspace, view=self._view, sheet=self._open):
            return
        self.workspace.go_back()

    def _attachable(self) -> tuple[str, str] | None:
        """What files are kept with: a new sheet is saved first."""
        if self._open is not None and self._open.is_new:
            self._touched = True
            return (self._open.kind, self._open.record.id) if self._save() else None
        return (self._open.kind, self._open.record.id) if self._open else None

    def _begin_version(self) -> None:
        """Go on in a copy that replaces this sheet."""
        if self._open is None or not self._save() or not has_versions(self._open.record):
            return
        workspace = self.workspace
        try:
            made = new_version(
                workspace.notebook, library=workspace.library,
                record_id=self._open.record.id, today=workspace.today,
            )  # fmt: skip
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        workspace.tell(made.changes)
        workspace.go("sheet", kind=self._open.kind, record_id=made.plan.id)

    def _show_differences(self) -> None:
        if self._open is not None:
            self.workspace.go("differences", kind=self._open.kind, record_id=self._open.record.id)

    def _show_revisions(self) -> None:
        if self._open is not None:
            self.workspace.go("revisions", kind=self._open.kind, record_id=self._open.record.id)

    def _revisions(self) -> list[Revision]:
        assert self._open is not None
        return self.workspace.notebook.history.of(self._open.record.id)

    def _add_partner(self, typed: str) -> None:
        partner_id = edit_partner(self.workspace, self, None, service=typed)
        if partner_id and self._view is not None:
            self._view.choose_partner(partner_id)

    def _bin(self) -> None:
        assert self._open is not None
        assert self._keeper is not None
        workspace, kind, record_id = self.workspace, self._open.kind, self._open.record.id
        if self._touched and not self._save():
            return
        self._touched = False
        self._keeper.forget()
        if self._open.is_new:
            workspace.go_back()
            return
        workspace.act(bin_record, library=workspace.library, kind=kind, record_id=record_id)
        workspace.go_back()
        workspace.offer_undo(
            workspace.text("The sheet is in the bin."),
            partial(workspace.act, restore_record, library=workspace.library, kind=kind, record_id=record_id),
        )

    def _tell_unsaved(self, failure: CarnetError) -> None:
        if self._head is not None:
            self._head.say_failed(failure)
