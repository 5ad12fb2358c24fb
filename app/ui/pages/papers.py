"""The same form for several students: chosen, looked at once, made in one file or in one each."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.hand_out_papers import Leaving, hand_out_each, hand_out_papers, record_papers
from app.actions.plan_papers import PaperPlan, plan_papers
from app.actions.prepare_papers import prepare_papers
from app.documents.subject import PaperSubject
from app.errors import CarnetError
from app.i18n import Locale
from app.models.changes import Changes
from app.ui.ask_place import ask_folder, ask_new_file
from app.ui.batch.batch_choices import BatchChoices
from app.ui.batch.batch_guard import BatchGuard
from app.ui.destination import Destination
from app.ui.letters.student_choice import StudentChoice
from app.ui.pages.page import Page
from app.ui.paper_column import PaperColumn, side_by_side, stacked
from app.ui.pdf_preview import PdfPreview
from app.ui.printing import print_pdf
from app.ui.unwritten_banner import UnwrittenBanner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.widgets.tabs import Tabs
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future

_STUDENTS, _PREVIEW = "students", "preview"
_STEP = 5  # papers between two pieces of news
_NOBODY = PaperPlan(going=[], left_out=[])
Prepared = Iterable[tuple[PaperSubject, Locale]]


class PapersPage(Page):
    """What was made stays only as long as nothing else is chosen; it leaves once somebody has looked."""

    place = "students"
    drawn = Signal(int)  # from the worker: how many papers are drawn

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._plan = _NOBODY
        self._asked = 0
        self._pdf: bytes = b""
        self._stop = Event()
        self._making = False
        self.choices = BatchChoices(workspace, workspace.library.forms_for(workspace.notebook.framework))
        self.students = StudentChoice(workspace, name=text("Students who get a paper"))
        self.guard = BatchGuard(workspace)
        self._unwritten = UnwrittenBanner(workspace)
        self._count = Label(theme, ink="ink2", wrap=True)
        self._news = SavedIndicator(theme)
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self.make = Button(theme, text("Make the papers"), kind="primary", big=True)
        self.save = Button(theme, text("Save…"), kind="outlined", big=True)
        self.save_each = Button(theme, text("Save one by one…"), kind="outlined", big=True)
        self.print = Button(theme, text("Print"), kind="primary", hint="Ctrl+P", icon="printer", big=True)
        self.progress = ProgressBar(theme, cancel_text=text("Stop"))
        self._tabs = Tabs(theme, [(_STUDENTS, text("Students")), (_PREVIEW, text("Preview"))])
        self._picture = PdfPreview(workspace)
        self._stack = QStackedWidget()
        self._build()
        self._back.clicked.connect(workspace.go_back)
        self.make.clicked.connect(self._make)
        self.save.clicked.connect(self._choose_file)
        self.save_each.clicked.connect(self._choose_folder)
        self.print.clicked.connect(self.print_wanted)
        self.progress.cancelled.connect(lambda: self._stop.set())
        self.drawn.connect(lambda n: self.progress.advance(n))
        self.choices.changed.connect(self._follow)
        self.choices.noted.connect(self._follow_receiver)
        self.guard.changed.connect(self._say)
        self.students.changed.connect(self._follow)
        self._tabs.chosen.connect(self._turn)

    def open(self, destination: Destination) -> None:
        """Who there is may have changed."""
        self._news.say("")
        self.students.start()
        self._follow_receiver()
        self._follow()

    def leave(self) -> bool:
        """What is being made is not waited for."""
        self._stop.set()
        return True

    def keep(self) -> "Future[None] | None":
        """The notebook is locked."""
        self._stop.set()
        return None

    def focus_first(self) -> None:
        """On the choice of the form."""
        self.choices.focus_first()

    def print_wanted(self) -> None:
        """Print what was made."""
        if not self.print.isEnabled() or not self._pdf:
            return
        try:
            if print_pdf(self._pdf, self):
                self._news.say(self.workspace.text("Printed {clock}", clock=_clock()))
                self.workspace.act(
                    record_papers, papers=self._plan.going, pdfs=[self._pdf], means="printed",
                    leaving=self._leaving(),
                )  # fmt: skip
        except CarnetError as failure:
            self.workspace.failed.emit(failure)

    def save_to(self, path: Path) -> None:
        """The file and a line for each paper, or neither."""
        self._save(
            partial(
                hand_out_papers, self.workspace.notebook, papers=self._plan.going, pdf=self._pdf, path=path,
                leaving=self._leaving(),
            )
        )  # fmt: skip

    def save_each_to(self, folder: Path) -> None:
        """A file and a line for each paper, or none of them."""
        self._making = True
        self._say()
        hand_out = partial(
            hand_out_each, self.workspace.notebook, papers=self._plan.going, folder=folder,
            leaving=self._leaving(),
        )  # fmt: skip
        self.workspace.tasks.run(
            partial(_one_by_one, self._prepared()),
            done=partial(self._save_made, self._stop, hand_out),
            failed=self._fail,
        )

    def _save_made(self, stop: Event, hand_out: Callable[..., Changes], pdfs: list[bytes]) -> None:
        """Unless something else was chosen meanwhile."""
        self._making = False
        if not stop.is_set():
            self._save(partial(hand_out, pdfs=pdfs))
        self._say()

    def _save(self, hand_out: Callable[[], Changes]) -> None:
        try:
            changes = hand_out()
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._news.say(self.workspace.text("Saved {clock}", clock=_clock()))
        self.workspace.tell(changes)

    def _leaving(self) -> Leaving:
        choices = self.choices
        return Leaving(
            form=choices.form, recipient=choices.receiver, ground=choices.ground, language=choices.language,
            today=self.workspace.today,
        )  # fmt: skip

    def _prepared(self) -> Callable[[], Prepared]:
        workspace, choices = self.workspace, self.choices
        return partial(
            prepare_papers, workspace.notebook, library=workspace.library, form=choices.form,
            planned=self._plan.going, locale=Locale(choices.language), today=workspace.today,
        )  # fmt: skip

    def _build(self) -> None:
        theme, text = self.workspace.theme, self.workspace.text
        column = PaperColumn(theme, self._back)
        column.parts.addWidget(Label(theme, text("A form for several students"), role="title", wrap=True))
        column.parts.addSpacing(theme.px(12))
        column.parts.addWidget(self.choices)
        column.parts.addWidget(self.guard)
        column.end(
            stacked(theme, self._unwritten, self.guard.looked, self._count, self._news, self.progress),
            self.make, self.save, self.save_each, self.print, said_scrolls=theme.large,
        )  # fmt: skip
        right = QVBoxLayout()
        right.setContentsMargins(0, theme.px(8), 0, 0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        tabs.addWidget(self._tabs, 1)
        right.addLayout(tabs)
        self._stack.addWidget(self.students)
        self._stack.addWidget(self._picture)
        right.addWidget(self._stack, 1)
        whole = side_by_side(self)
        whole.addLayout(column, 5)
        whole.addLayout(right, 5)

    def _follow_receiver(self) -> None:
        """Somebody else gets them: the papers are the same, but it is looked at anew."""
        self.guard.show_receiver(self.choices.receiver, own=self.choices.own)
        self._say()

    def _follow(self) -> None:
        """Whose paper there is; whatever was made is no longer what is chosen."""
        self._stop.set()
        self._pdf, self._plan = b"", _NOBODY
        self._picture.show_pdf(b"")
        self._unwritten.show_signs([])
        workspace, choices = self.workspace, self.choices
        self._asked += 1
        self._turn(_STUDENTS)
        self._say()
        self._count.setText("")  # until it is known
        ask = partial(
            plan_papers, workspace.notebook, library=workspace.library, form=choices.form,
            student_ids=self.students.chosen, filled=choices.filled, day=workspace.today,
            lists=workspace.lists,
        )  # fmt: skip
        workspace.tasks.run(ask, done=partial(self._show_plan, self._asked), failed=workspace.failed.emit)

    def _show_plan(self, asked: int, plan: PaperPlan) -> None:
        if asked != self._asked:
            return
        self._plan = plan
        self.guard.show_plan(plan)
        self._say()

    def _say(self) -> None:
        workspace, n = self.workspace, len(self._plan.going)
        plural = workspace.locale.plural
        if not n:
            self._count.setText(workspace.text("Tick those who get a paper."))
        elif self._pdf:
            self._count.setText(
                plural(
                    "{n} paper; saving or printing adds a line to the ledger of what left.",
                    "{n} papers; saving or printing adds a line for each to the ledger of what left.",
                    n,
                )
            )
        else:
            self._count.setText(plural("{n} paper to make", "{n} papers to make", n))
        self.make.setVisible(not self._pdf)
        self.make.setEnabled(bool(n) and not self._making)
        ready = bool(self._pdf) and not self._making and self.guard.cleared and self.choices.complete
        for button in (self.save, self.save_each, self.print):
            button.setVisible(bool(self._pdf))
            button.setEnabled(ready)
        self._tabs.setEnabled(bool(self._pdf))

    def _make(self) -> None:
        workspace = self.workspace
        self._stop, self._making = Event(), True
        self.progress.start(workspace.text("The papers are being made…"), total=len(self._plan.going))
        self._say()
        self.students.remember()
        workspace.tasks.run(
            partial(self._draw, self._prepared(), self._stop),
            done=partial(self._show_made, self._stop),
            failed=self._fail,
        )

    def _draw(self, prepare: Callable[[], Prepared], stop: Event) -> tuple[bytes, list[str]]:
        """On the worker: it touches nothing of the page but its news."""
        from app.documents import form_pdf, unwritable  # much memory, and most days begin without a paper

        def told(count: int) -> bool:
            if count % _STEP == 0:
                self.drawn.emit(count)
            return not stop.is_set()

        signs: list[str] = []
        return form_pdf.build_many(unwritable.noticing(prepare(), signs), told=told), signs

    def _show_made(self, stop: Event, made: tuple[bytes, list[str]]) -> None:
        self._making = False
        self.progress.finish()
        if not stop.is_set():
            self._pdf, signs = made
            self._unwritten.show_signs(signs)
            self._picture.show_pdf(self._pdf)
            self._turn(_PREVIEW)
        self._say()

    def _fail(self, failure: CarnetError) -> None:
        self._making = False
        self.progress.finish()
        self._say()
        self.workspace.failed.emit(failure)

    def _turn(self, side: str) -> None:
        self._tabs.set_current(side)
        self._stack.setCurrentWidget(self._picture if side == _PREVIEW else self.students)

    def _choose_file(self) -> None:
        text, form = self.workspace.text, self.choices.form
        path = ask_new_file(
            self, text("Save the papers"), text("PDF files (*.pdf)"), name=f"{form.code or form.key}.pdf"
        )
        if path is not None:
            self.save_to(path)

    def _choose_folder(self) -> None:
        folder = ask_folder(self, self.workspace.text("A folder for the papers"))
        if folder is not None:
            self.save_each_to(folder)


def _one_by_one(prepare: Callable[[], Prepared]) -> list[bytes]:
    from app.documents import form_pdf

    return [form_pdf.build(subject, locale) for subject, locale in prepare()]


def _clock() -> str:
    return f"{datetime.now():%H:%M}"
