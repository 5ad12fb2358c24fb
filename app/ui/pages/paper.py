"""A paper before it leaves: the page itself, what leaves, what stays."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.note_printed import note_printed
from app.actions.disclosure.save_paper import save_paper
from app.actions.papers.hand_out_file import hand_out_file
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.documents.subject import PaperSubject
from app.errors import CarnetError
from app.frameworks.validate import problems
from app.i18n import NAMES, Locale
from app.models.changes import Changes
from app.models.form import Form
from app.ui.destination import Destination, Place
from app.ui.pages.leaving import LeavingPage
from app.ui.pages.paper_choices import PaperChoices
from app.ui.pages.sheet_facts import sheet_facts
from app.ui.pages.still_missing import names_of
from app.ui.pages.what_leaves import what_leaves
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_pages import page_count
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.paper.recipient_guard import RecipientGuard
from app.ui.prints import Noting
from app.ui.strips.cautions_banner import CautionsBanner
from app.ui.strips.two_versions_banner import TwoVersionsBanner
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.leaves_stays import LeavesStays
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.words.circle_words import scope_words
from app.ui.workspace import Workspace


class PaperPage(LeavingPage):
    """Preview, saved file and print input are the same bytes; each leaving writes a line in the ledger."""

    place: Place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet: Sheet | None = None
        self._incomplete = False
        self._form: Form | None = None
        self._choices: PaperChoices | None = None
        self._guard: RecipientGuard | None = None
        self._pdf = b""
        self._made = 0
        self._title = Label(theme, role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._slot = QVBoxLayout()
        self._cautions = CautionsBanner(workspace, leaving=True)
        self._versions = TwoVersionsBanner(workspace)
        self._first_missing = ""
        self._to_missing = Button(theme, text("Go there"), kind="outlined", small=True)
        self._missing = Banner(theme, actions=[self._to_missing])
        self._picture = PdfPreview(workspace)
        self._lists = LeavesStays(
            theme,
            leaves_title=text("What leaves"),
            stays_title=text("What stays"),
            personal=text("personal notes, always"),
        )
        self._unwritten = UnwrittenBanner(workspace)
        self._ledger = Label(theme, role="small", ink="ink2", wrap=True)
        self._build()
        self._to_missing.clicked.connect(self._go_to_missing)

    def open(self, destination: Destination) -> None:
        """A filled sheet, or with only `form` its blank twin."""
        workspace = self.workspace
        if destination.record_id:
            self._sheet = open_sheet(
                workspace.notebook,
                library=workspace.library,
                kind=destination.kind,
                record_id=destination.record_id,
            )
            self._form = self._sheet.form
        else:
            self._sheet = None
            self._form = workspace.library.form_for(destination.form, workspace.notebook.framework)
        self.place = "referrals" if self._form.record == "referral" else "students"
        self._pdf = b""
        self._picture.show_pdf(b"")
        self._news.say("")
        if self._choices is not None:
            self._slot.removeWidget(self._choices)
            self._choices.deleteLater()
        self._choices = PaperChoices(workspace, self._form, self._sheet)
        self._choices.changed.connect(self._make)
        self._choices.noted.connect(self._look_twice)
        self._slot.addWidget(self._choices)
        self._guard = None
        if self._sheet is not None:
            self._guard = RecipientGuard(workspace, self._sheet.record, expected=self._choices.expected)
        if self._guard is not None:
            self._choices.stand_under_receiver(self._guard)
            self._guard.changed.connect(self._allow)
            self._guard.look(self._choices.receiver, at_once=True)
        self._show_words()
        self._make()

    def focus_first(self) -> None:
        """What is still missing for the ledger."""
        if self._choices is not None:
            self._choices.focus_first()

    def written_on(self) -> list[QWidget]:
        """To whom, and what stays."""
        return [self._choices] if self._choices is not None else []

    def shown(self) -> bytes:
        """The paper."""
        return self._pdf

    def may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        if self._sheet is None or self._choices is None:
            return True
        leaving = [(self._sheet.record.student_id, self._choices.receiver)]
        return self.ground_holds(self._choices, leaving)

    def notings(self) -> list[Noting]:
        """Its line, which a blank form needs none of."""
        if self._sheet is None or self._choices is None:
            return []
        how = {"sheet": self._sheet, "pdf": self._pdf, **self._leaving(self._choices)}
        return [Noting(note_printed, how)]

    def hand_out(self, path: Path) -> Changes:
        """The file and its line, or neither; of a blank form the file alone."""
        if self._sheet is None or self._choices is None:
            save_paper(pdf=self._pdf, path=path)
            return Changes()
        return hand_out_file(
            self.workspace.notebook, sheet=self._sheet, pdf=self._pdf, path=path,
            **self._leaving(self._choices),
        )  # fmt: skip

    def file_name(self) -> str:
        """The form and the case, never the person."""
        assert self._form is not None
        reference = ""
        if self._sheet is not None:
            case = self.workspace.notebook.cases.find(self._sheet.record.case_id)
            reference = f"-{case.reference}" if case else ""
        return f"{self._form.code or self._form.key}{reference}"

    def _leaving(self, choices: PaperChoices) -> dict[str, Any]:
        return {
            "recipient": choices.receiver, "ground": choices.ground, "language": choices.language,
            "today": self.workspace.today, "circle": choices.circle, "scope": choices.scope,
        }  # fmt: skip

    def _build(self) -> None:
        theme = self.workspace.theme
        column = PaperColumn(theme, self._back)
        parts = column.parts
        parts.addLayout(
            stacked(theme, self._title, self._subtitle, self._cautions, self._versions, self._missing)
        )
        parts.addSpacing(theme.px(12))
        parts.addLayout(self._slot)
        self._side: QWidget = self._lists
        if theme.large:  # room for two columns, not for three
            parts.addSpacing(theme.px(12))
            parts.addWidget(self._lists)
        column.end(stacked(theme, self._unwritten, self._ledger, self._news), self.save, self.print)
        whole = side_by_side(self)
        whole.addLayout(column, 5 if theme.large else 4)
        whole.addWidget(self._picture, 4 if theme.large else 5)
        if not theme.large:
            self._side = self._side_column()
            whole.addWidget(self._side)

    def _side_column(self) -> ScrollColumn:
        """What leaves and what stays, at the right of the picture."""
        theme, lists = self.workspace.theme, QWidget()
        side = QVBoxLayout(lists)
        side.setContentsMargins(theme.px(16), theme.px(56), theme.px(12), theme.px(16))
        side.addWidget(self._lists)
        side.addStretch(1)
        column = ScrollColumn(lists)
        column.setFixedWidth(theme.px(208))
        return column

    def _show_words(self) -> None:
        assert self._form is not None
        text, locale = self.workspace.text, self.workspace.locale
        title = locale.words(self._form.title)
        self._title.setText(title)
        self._side.setVisible(self._sheet is not None)
        self._cautions.show_student(self._sheet.record.student_id if self._sheet else None)
        record = self._sheet.record if self._sheet else None
        shown = (record.id, record.student_id, record.case_id) if record else ()
        self._versions.show_record(*shown)
        if self._sheet is None:
            self._subtitle.setText(text("Blank, to be written on by hand"))
            self._ledger.setText(text("Nothing about anybody is on it, so the ledger gets no line."))
            self._missing.hide()
            self._allow()
            return
        student = self.workspace.notebook.students.find(self._sheet.record.student_id)
        self._subtitle.setText(student.name if student else text("Not filed yet"))
        self._ledger.setText(text("Saving or printing adds a line to the ledger of what left."))
        found = problems(
            form=self._form, values=self._sheet.values, moment="printing", lists=self.workspace.lists,
            facts=sheet_facts(self.workspace, self._sheet),
        )  # fmt: skip
        names = names_of(self.workspace, self._sheet, found)
        self._first_missing = found[0].question if found else ""
        self._missing.set_lines([("warning", text("Still missing: {names}.", names=names))])
        self._missing.setVisible(bool(found))
        self._incomplete = bool(found)
        self._allow()

    def _go_to_missing(self) -> None:
        """To the sheet, with the cursor in the first question that is missing."""
        if self._sheet is not None:
            self.workspace.go(
                "sheet", kind=self._sheet.kind, record_id=self._sheet.record.id, question=self._first_missing
            )

    def _look_twice(self) -> None:
        """Another receiver: whatever is doubtful about it is said, and has to be looked at."""
        if self._guard is not None and self._choices is not None:
            self._guard.look(self._choices.receiver)
        self._recap()
        self._allow()

    def _recap(self) -> None:
        """What, about whom, for whom, in one line above the buttons."""
        workspace, choices = self.workspace, self._choices
        if self._sheet is None or choices is None or not self._pdf:
            return
        text, n = workspace.text, page_count(self._pdf)
        student = workspace.notebook.students.find(self._sheet.record.student_id)
        parts = (
            workspace.locale.plural("{n} page", "{n} pages", n),
            NAMES.get(choices.language, choices.language),
            text("about {name}", name=student.name) if student else "",
            text("for {name}", name=choices.receiver) if choices.receiver else "",
            scope_words(workspace, choices.scope) if choices.scope in ("wider", "narrower") else "",
        )
        said = text("Saving or printing adds a line to the ledger of what left.")
        self._ledger.setText(" · ".join(part for part in parts if part) + "\n" + said)

    def _allow(self) -> None:
        """Nothing leaves before it is complete, and before to whom and why are known."""
        ready = bool(self._pdf)
        if self._sheet is not None and self._choices is not None:
            ready = ready and not self._incomplete and bool(self._choices.receiver and self._choices.ground)
            ready = ready and (self._guard is None or self._guard.cleared)
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _make(self) -> None:
        assert self._form is not None
        assert self._choices is not None
        workspace, locale = self.workspace, Locale(self._choices.language)
        self._made += 1
        self._pdf = b""  # what was made for other ticks may not leave as if it were this
        self._allow()
        try:
            subject = self._subject(locale)
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        if self._sheet is not None:
            leaves, stays = what_leaves(workspace, sheet=self._sheet, subject=subject)
            self._lists.show_lists(leaves=leaves, stays=stays)
        workspace.tasks.run(
            partial(_drawn, subject, locale),
            done=partial(self._show_made, self._made),
            failed=workspace.failed.emit,
        )

    def _subject(self, locale: Locale) -> PaperSubject:
        assert self._form is not None
        assert self._choices is not None
        workspace = self.workspace
        if self._sheet is None:
            return prepare_blank_paper(
                workspace.notebook,
                library=workspace.library,
                form_key=self._form.key,
                locale=locale,
                day=workspace.today,
            )
        return prepare_paper(
            workspace.notebook, library=workspace.library, sheet=self._sheet, locale=locale,
            today=workspace.today, leave_out=self._choices.leave_out, as_initials=self._choices.as_initials,
            marks_out=self._choices.marks_out, other_versions=self._choices.other_versions,
        )  # fmt: skip

    def _show_made(self, asked_for: int, made: tuple[bytes, list[str]]) -> None:
        if asked_for != self._made:
            return
        self._pdf, signs = made
        pdf = self._pdf
        self._unwritten.show_signs(signs)
        self._picture.show_pdf(pdf)
        self._recap()
        self._allow()


def _drawn(subject: PaperSubject, locale: Locale) -> tuple[bytes, list[str]]:
    from app.documents import form_pdf, unwritable  # much memory, and most days begin without a paper

    return form_pdf.build(subject, locale), unwritable.unwritable(subject)
