"""One paper to several students: chosen, made in one file, looked at, a line for each as it leaves."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.ask_place import ask_new_file
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


class Words(NamedTuple):
    """What the page calls itself and what it makes."""

    title: str
    make: str
    making: str
    nobody: str
    save: str


class Plan(Protocol):
    """Who gets one."""

    @property
    def going(self) -> Sequence[Any]:
        """In the order of the file."""


class Made(NamedTuple):
    """The file, the characters it could not write, and what the page notes of it besides."""

    pdf: bytes
    signs: list[str]
    noted: Any = None


class Choices(Protocol):
    """What stands at the left, beside the list of students."""

    changed: Any

    def focus_first(self) -> None:
        """On the first of them."""


class BatchPage(Page):
    """What was made stays only as long as nothing else is chosen.

    Subclasses put what is chosen into `choices` before anything else, say what else stands on the page,
    who gets one, and what draws them.
    """

    place = "students"
    step: ClassVar[int] = 5  # papers between two pieces of news
    drawn = Signal(int)  # from the worker: how many are drawn

    def __init__(
        self,
        workspace: Workspace,
        *,
        choices: Choices,
        students: StudentChoice,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._choices, self.students, self._words = choices, students, words
        self._asked = self._n = 0
        self._pdf: bytes = b""
        self._stop = Event()
        self._making = False
        self._unwritten = UnwrittenBanner(workspace)
        self._count = Label(theme, ink="ink2", wrap=True)
        self._news = SavedIndicator(theme)
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self.make = Button(theme, words.make, kind="primary", big=True)
        self.save = Button(theme, text("Save…"), kind="outlined", big=True)
        self.print = Button(theme, text("Print"), kind="primary", hint="Ctrl+P", icon="printer", big=True)
        self.progress = ProgressBar(theme, cancel_text=text("Stop"))
        self._tabs = Tabs(theme, [(_STUDENTS, text("Students")), (_PREVIEW, text("Preview"))])
        self._picture = PdfPreview(workspace)
        self._stack = QStackedWidget()
        self._back.clicked.connect(workspace.go_back)
        self.make.clicked.connect(self._make)
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self.print_wanted)
        self.progress.cancelled.connect(lambda: self._stop.set())
        self.drawn.connect(lambda n: self.progress.advance(n))
        choices.changed.connect(self.follow)
        students.changed.connect(self.follow)
        self._tabs.chosen.connect(self._turn)

    @abstractmethod
    def planning(self) -> Callable[[], Plan]:
        """What finds out on the worker who gets one."""

    @abstractmethod
    def show_plan(self, plan: Plan | None) -> None:
        """Who gets one and who does not; None while it is found out."""

    @abstractmethod
    def drawing(self, told: Callable[[int], bool]) -> Callable[[], Made]:
        """What draws them on the worker; `told` hears how many are drawn and answers whether to go on."""

    @abstractmethod
    def counted(self, n: int, *, made: bool) -> str:
        """How many there are to make, or were made."""

    @abstractmethod
    def note_printed(self) -> bool:
        """A line for each in the ledger; whether it stands there."""

    @abstractmethod
    def hand_out(self, path: Path) -> Changes:
        """The file and a line for each, or neither: the errors of writing."""

    @abstractmethod
    def file_name(self) -> str:
        """What is proposed for the file, without an ending."""

    def may_leave(self) -> bool:
        """Whether everything is said that has to be."""
        return True

    def keep_made(self, made: Made) -> None:
        """For subclasses that note something of it besides."""

    def ways_out(self) -> list[Button]:
        """What leads out of the notebook."""
        return [self.save, self.print]

    def open_anew(self) -> None:
        """Who there is may have changed."""
        self._news.say("")
        self.students.start()

    def leave(self) -> bool:
        """What is being made is not waited for."""
        self._stop.set()
        return True

    def keep(self) -> "Future[None] | None":
        """The notebook is locked."""
        self._stop.set()
        return None

    def focus_first(self) -> None:
        """On the first choice."""
        self._choices.focus_first()

    def print_wanted(self) -> None:
        """Print what was made; it is called printed once the ledger knows."""
        if not self._pdf or not self.print.isEnabled():
            return
        try:
            printed = print_pdf(self._pdf, self)
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        if printed and self.note_printed():
            self._news.say(self.workspace.text("Printed {clock}", clock=_clock()))

    def save_to(self, path: Path) -> None:
        """The file and a line for each, or neither."""
        self.save_by(partial(self.hand_out, path))

    def save_by(self, hand_out: Callable[[], Changes]) -> None:
        """Write and note; a failure is told on the window."""
        try:
            changes = hand_out()
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._news.say(self.workspace.text("Saved {clock}", clock=_clock()))
        self.workspace.tell(changes)

    def lay_out(self, *, under: QWidget, said: Sequence[QWidget]) -> None:
        """`under` stands below the choices, `said` above the buttons."""
        theme = self.workspace.theme
        column = PaperColumn(theme, self._back)
        column.parts.addWidget(Label(theme, self._words.title, role="title", wrap=True))
        column.parts.addSpacing(theme.px(12))
        column.parts.addWidget(self._choices)  # type: ignore[arg-type]  # a widget that has these besides
        column.parts.addWidget(under)
        column.end(
            stacked(theme, self._unwritten, *said), self.make, *self.ways_out(), said_scrolls=theme.large
        )
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

    def follow(self) -> None:
        """Who gets one; whatever was made is no longer what is chosen."""
        self._stop.set()
        self._pdf, self._n = b"", 0
        self.show_plan(None)
        self._picture.show_pdf(b"")
        self._unwritten.show_signs([])
        self._asked += 1
        self._turn(_STUDENTS)
        self.say()
        self._count.setText("")  # until it is known
        self.workspace.tasks.run(
            self.planning(), done=partial(self._show_plan, self._asked), failed=self.workspace.failed.emit
        )

    def say(self) -> None:
        """How many, and what can be done now."""
        made = bool(self._pdf)
        self._count.setText(self.counted(self._n, made=made) if self._n else self._words.nobody)
        self.make.setVisible(not made)
        self.make.setEnabled(bool(self._n) and not self._making)
        for button in self.ways_out():
            button.setVisible(made)
            button.setEnabled(made and not self._making and self.may_leave())
        self._tabs.setEnabled(made)

    def fail(self, failure: CarnetError) -> None:
        """It could not be made."""
        self._making = False
        self.progress.finish()
        self.say()
        self.workspace.failed.emit(failure)

    def _show_plan(self, asked: int, plan: Plan) -> None:
        if asked == self._asked:
            self._n = len(plan.going)
            self.show_plan(plan)
            self.say()

    def _make(self) -> None:
        self._stop, self._making = Event(), True
        self.progress.start(self._words.making, total=self._n)
        self.say()
        self.students.remember()
        self.workspace.tasks.run(
            self.drawing(partial(self._told, self._stop)),
            done=partial(self._show_made, self._stop),
            failed=self.fail,
        )

    def _told(self, stop: Event, count: int) -> bool:
        """On the worker: it touches nothing of the page but its news."""
        if count % self.step == 0:
            self.drawn.emit(count)
        return not stop.is_set()

    def _show_made(self, stop: Event, made: Made) -> None:
        self._making = False
        self.progress.finish()
        if not stop.is_set():
            self._pdf = made.pdf
            self.keep_made(made)
            self._unwritten.show_signs(made.signs)
            self._picture.show_pdf(self._pdf)
            self._turn(_PREVIEW)
        self.say()

    def _turn(self, side: str) -> None:
        self._tabs.set_current(side)
        self._stack.setCurrentWidget(self._picture if side == _PREVIEW else self.students)

    def _choose_file(self) -> None:
        kinds = self.workspace.text("PDF files (*.pdf)")
        path = ask_new_file(self, self._words.save, kinds, name=f"{self.file_name()}.pdf")
        if path is not None:
            self.save_to(path)


def _clock() -> str:
    return f"{datetime.now():%H:%M}"
