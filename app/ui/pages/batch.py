"""One paper to several students: chosen, made in one file, looked at, a line for each as it leaves."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.left_open import BATCH_LEFT_OPEN
from app.errors import CarnetError
from app.ui.letters.student_choice import StudentChoice
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
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


class BatchPage(LeavingPage):
    """What was made stays only as long as nothing else is chosen.

    Subclasses put what is chosen into `choices` before anything else, say what else stands on the page,
    who gets one, and what draws them.
    """

    place = "students"
    step: ClassVar[int] = 5  # papers between two pieces of news
    left_as: ClassVar[str]  # under which name the lock keeps who is ticked
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
        self.save_title = words.save
        self._asked = self._n = 0
        self._pdf: bytes = b""
        self._stop = Event()
        self._making = False
        self._unwritten = UnwrittenBanner(workspace)
        self._count = Label(theme, ink="ink2", wrap=True)
        self.make = Button(theme, words.make, kind="primary", big=True)
        self.progress = ProgressBar(theme, cancel_text=text("Stop"))
        self._tabs = Tabs(theme, [(_STUDENTS, text("Students")), (_PREVIEW, text("Preview"))])
        self._picture = PdfPreview(workspace)
        self._stack = QStackedWidget()
        self.make.clicked.connect(self._make)
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

    def shown(self) -> bytes:
        """The one file of all."""
        return self._pdf

    def is_ready(self) -> bool:
        """Whether everything is said that has to be."""
        return True

    def keep_made(self, made: Made) -> None:
        """For subclasses that note something of it besides."""

    def ways_out(self) -> list[Button]:
        """What leads out of the notebook."""
        return [self.save, self.print]

    def open_anew(self) -> dict[str, Any]:
        """Who there is may have changed; what the lock left here comes back once."""
        self._news.say("")
        self.students.start()
        preferences = self.workspace.notebook.preferences
        left = preferences.get(BATCH_LEFT_OPEN) or {}
        if left.get("page") != self.left_as:
            return {}
        preferences.set(BATCH_LEFT_OPEN, None)
        self.students.tick(left["students"])
        return dict(left)

    def written(self) -> dict[str, Any]:
        """What the lock keeps beside who is ticked, where no field of the page does."""
        return {}

    def leave(self) -> bool:
        """What is being made is not waited for."""
        self._stop.set()
        return True

    def keep(self) -> "Future[None] | None":
        """The notebook is locked: who is ticked comes back."""
        self._stop.set()
        left = {"page": self.left_as, "students": self.students.chosen} | self.written()
        return self.workspace.keep_left(BATCH_LEFT_OPEN, left)

    def focus_first(self) -> None:
        """On the first choice."""
        self._choices.focus_first()

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
            button.setEnabled(made and not self._making and self.is_ready())
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
