"""The same letter to several students: chosen, told who is left out, made in one file, labels beside it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.begin_letter import begin_letter
from app.actions.hand_out_letters import OutgoingLetter, hand_out_letters, record_letters
from app.actions.plan_letters import LetterPlan, Seen, outgoing_letters, plan_letters, prepare_letters
from app.documents.letter_subject import LetterSubject
from app.errors import CarnetError
from app.i18n import Locale
from app.models.letter import Letter
from app.ui.ask_place import ask_new_file
from app.ui.destination import Destination
from app.ui.letters.label_bar import LabelBar
from app.ui.letters.left_out_lines import LeftOutLines
from app.ui.letters.letter_choices import OWN, LetterChoices
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
_GROUND = "OWN_DATA"
_STEP = 10  # letters between two pieces of news
Made = tuple[bytes, list[OutgoingLetter], list[str]]


class LettersPage(Page):
    """What was made stays only as long as nothing else is chosen."""

    place = "students"
    drawn = Signal(int)  # from the worker: how many letters are drawn

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._plan = LetterPlan(going=[], left_out=[], near=[])
        self._seen: Seen = {}
        self._asked = 0
        self._pdf: bytes = b""
        self._lines: list[OutgoingLetter] = []
        self._stop = Event()
        self._making = False
        letters = workspace.library.letters_for(workspace.notebook.framework)
        self.choices = LetterChoices(
            workspace, [letter for letter in letters if not letter.to_partner], own_language=True
        )
        self.students = StudentChoice(workspace)
        self.left_out = LeftOutLines(workspace)
        self._unwritten = UnwrittenBanner(workspace)
        self._count = Label(theme, ink="ink2", wrap=True)
        self._news = SavedIndicator(theme)
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self.make = Button(theme, text("Make the letters"), kind="primary", big=True)
        self.save = Button(theme, text("Save…"), kind="outlined", big=True)
        self.print = Button(theme, text("Print"), kind="primary", hint="Ctrl+P", icon="printer", big=True)
        self.progress = ProgressBar(theme, cancel_text=text("Stop"))
        self.labels = LabelBar(workspace)
        self._tabs = Tabs(theme, [(_STUDENTS, text("Students")), (_PREVIEW, text("Preview"))])
        self._picture = PdfPreview(workspace)
        self._stack = QStackedWidget()
        self._build()
        self._back.clicked.connect(workspace.go_back)
        self.make.clicked.connect(self._make)
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self.print_wanted)
        self.progress.cancelled.connect(lambda: self._stop.set())
        self.drawn.connect(lambda n: self.progress.advance(n))
        self.choices.changed.connect(self._follow)
        self.choices.letter_changed.connect(self._begin)
        self.students.changed.connect(self._follow)
        self._tabs.chosen.connect(self._turn)

    def open(self, destination: Destination) -> None:
        """Who there is may have changed."""
        self._news.say("")
        self._seen = {}
        self.students.start()
        self._begin()

    def leave(self) -> bool:
        """What is being made is not waited for."""
        self._stop.set()
        return True

    def keep(self) -> "Future[None] | None":
        """The notebook is locked."""
        self._stop.set()
        return None

    def focus_first(self) -> None:
        """On the choice of the letter."""
        self.choices.focus_first()

    def print_wanted(self) -> None:
        """Print what was made."""
        if not self._pdf:
            return
        try:
            if print_pdf(self._pdf, self):
                self._news.say(self.workspace.text("Printed {clock}", clock=_clock()))
                self.workspace.act(
                    record_letters, letters=self._lines, pdf=self._pdf, means="printed", ground=_GROUND
                )
        except CarnetError as failure:
            self.workspace.failed.emit(failure)

    def save_to(self, path: Path) -> None:
        """The file and a line for each letter, or neither."""
        try:
            changes = hand_out_letters(
                self.workspace.notebook, letters=self._lines, pdf=self._pdf, path=path, ground=_GROUND
            )
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._news.say(self.workspace.text("Saved {clock}", clock=_clock()))
        self.workspace.tell(changes)

    def _build(self) -> None:
        theme, text = self.workspace.theme, self.workspace.text
        column = PaperColumn(theme, self._back)
        column.parts.addWidget(Label(theme, text("Letters to several students"), role="title", wrap=True))
        column.parts.addSpacing(theme.px(12))
        column.parts.addWidget(self.choices)
        column.parts.addWidget(self.left_out)
        column.end(
            stacked(theme, self._unwritten, self._count, self._news, self.progress, self.labels), self.make,
            self.save, self.print, said_scrolls=theme.large,
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

    def _begin(self) -> None:
        """Another letter: its fields; what differs for each student is left empty."""
        workspace, letter = self.workspace, self.choices.letter
        answers = begin_letter(workspace.notebook, letter=letter, student_id="", today=workspace.today)
        self.choices.show_letter(answers, language=OWN)
        self._follow()

    def _follow(self) -> None:
        """Who gets one, who does not and why; whatever was made is no longer what is chosen."""
        self._stop.set()
        self._pdf, self._lines = b"", []
        self._plan = LetterPlan(going=[], left_out=[], near=[])
        self._picture.show_pdf(b"")
        self._unwritten.show_signs([])
        workspace, language = self.workspace, self.choices.language
        own = language == OWN
        spoken, letter = workspace.locale.code, self.choices.letter
        otherwise = spoken if spoken in letter.languages else letter.languages[0]
        self._asked += 1
        self._turn(_STUDENTS)
        self._say()
        self._count.setText("")  # until it is known
        ask = partial(
            plan_letters, workspace.notebook, letter=letter, student_ids=self.students.chosen,
            day=workspace.today, language=otherwise if own else language, own=own, seen=self._seen,
            library=workspace.library,
        )  # fmt: skip
        workspace.tasks.run(
            ask, done=partial(self._show_plan, self._asked, letter), failed=workspace.failed.emit
        )

    def _show_plan(self, asked: int, letter: Letter, plan: LetterPlan) -> None:
        if asked != self._asked:
            return
        self._plan = plan
        self.left_out.show_plan(plan)
        self.labels.show_addresses(plan.going if letter.addressed else [])
        self._say()

    def _say(self) -> None:
        workspace, n = self.workspace, len(self._plan.going)
        if not n:
            self._count.setText(workspace.text("Tick those who get a letter."))
        elif self._pdf:
            self._count.setText(
                workspace.locale.plural(
                    "{n} letter; saving or printing adds a line to the ledger of what left.",
                    "{n} letters; saving or printing adds a line for each to the ledger of what left.",
                    n,
                )
            )
        else:
            self._count.setText(workspace.locale.plural("{n} letter to make", "{n} letters to make", n))
        self.make.setVisible(not self._pdf)
        self.make.setEnabled(bool(n) and not self._making)
        for button in (self.save, self.print):
            button.setVisible(bool(self._pdf))
        self._tabs.setEnabled(bool(self._pdf))

    def _make(self) -> None:
        workspace, planned = self.workspace, self._plan.going
        self._stop, self._making = Event(), True
        self.progress.start(workspace.text("The letters are being made…"), total=len(planned))
        self._say()
        self.students.remember()
        letter, choices = self.choices.letter, self.choices
        prepare = partial(
            prepare_letters, workspace.notebook, library=workspace.library, letter=letter, planned=planned,
            asked=choices.answers, today=workspace.today, window=choices.window_side, neutral=choices.neutral,
        )  # fmt: skip
        note = partial(outgoing_letters, workspace.notebook, letter=letter, planned=planned)
        workspace.tasks.run(
            partial(self._draw, prepare, note, self._stop),
            done=partial(self._show_made, self._stop),
            failed=self._fail,
        )

    def _draw(
        self,
        prepare: Callable[[], Iterable[tuple[LetterSubject, Locale]]],
        note: Callable[[], list[OutgoingLetter]],
        stop: Event,
    ) -> Made:
        """On the worker: it touches nothing of the page but its news."""
        from app.documents import letter_pdf, unwritable  # much memory, and most days begin without a paper

        def told(count: int) -> bool:
            if count % _STEP == 0:
                self.drawn.emit(count)
            return not stop.is_set()

        signs: list[str] = []
        pdf = letter_pdf.build_many(unwritable.noticing(prepare(), signs), told=told)
        return pdf, note() if pdf else [], signs

    def _show_made(self, stop: Event, made: Made) -> None:
        self._making = False
        self.progress.finish()
        if not stop.is_set():
            self._pdf, self._lines, signs = made
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
        text, letter = self.workspace.text, self.choices.letter
        path = ask_new_file(
            self, text("Save the paper"), text("PDF files (*.pdf)"), name=f"{letter.code or letter.key}.pdf"
        )
        if path is not None:
            self.save_to(path)


def _clock() -> str:
    return f"{datetime.now():%H:%M}"
