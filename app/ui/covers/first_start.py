"""Before there is a notebook: four short questions, then it opens, empty."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import CarnetError
from app.i18n import N_, Locale
from app.ui.ask_place import ask_folder
from app.ui.covers.answers import Answers
from app.ui.covers.steps.author import AuthorStep
from app.ui.covers.steps.phrase import PhraseStep
from app.ui.covers.steps.schools import SchoolsStep
from app.ui.covers.steps.service import ServiceStep
from app.ui.covers.steps.step import Step
from app.ui.tasks import Tasks
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.cloth_button import ClothButton
from app.ui.widgets.cover import Cover
from app.ui.widgets.cover_sheet import CoverSheet
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from app.frameworks.library import Library
    from app.ui.opening import Opened

_STEPS: tuple[type[Step], ...] = (ServiceStep, AuthorStep, SchoolsStep, PhraseStep)
_ASKED = (
    (N_("Language and service"), N_("Whose rules apply")),
    (N_("You"), N_("Name and profession")),
    (N_("Unit and schools"), N_("The head of your papers")),
    (N_("Passphrase"), N_("Known to you alone")),
    (N_("Your notebook"), N_("Empty, ready to write in")),
)


class FirstStart(QWidget):
    """One step after the other on the cover; Enter goes on. `answers` survive a change of language."""

    language_chosen = Signal(str)
    made = Signal(object)  # app.ui.opening.Opened
    demonstration_made = Signal(object)  # app.ui.opening.Opened
    existing_wanted = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        locale: Locale,
        tasks: Tasks,
        *,
        answers: Answers | None = None,
        can_leave: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.answers = answers or Answers()
        self._theme, self._locale, self._tasks, self._can_leave = theme, locale, tasks, can_leave
        self._library: Library | None = None
        self._built: dict[int, Step] = {}
        self._current = 0
        self._busy = self._reading = False
        self._sheet = CoverSheet(theme)
        self._steps = Steps(theme, [(locale.text(words), locale.text(small)) for words, small in _ASKED])
        self._title = Label(theme, role="title", wrap=True)
        self._lead = Label(theme, ink="ink2", wrap=True)
        self._failure = Banner(theme, tone="bad")
        self._missing = Label(theme, role="small_strong", ink="warn", wrap=True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._back = Button(theme, locale.text("Back"), kind="quiet")
        self._on = Button(theme, locale.text("Continue"), kind="primary", hint=locale.text("Enter"))
        self._progress = ProgressBar(theme)
        self._demonstration = ClothButton(theme, locale.text("Demonstration notebook"), icon="book-open")
        self._existing = ClothButton(theme, locale.text("Open an existing notebook…"), icon="folder-open")
        self._lay_out()
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self._show(0)

    @property
    def step(self) -> Step:
        """The step that is up."""
        return self._built[self._current]

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where one chooses."""
        super().showEvent(event)
        self.step.focus_first()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once it is seen, the services are read."""
        super().paintEvent(event)
        if not self._reading:
            self._reading = True
            QTimer.singleShot(0, self._read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """The next step, or the notebook; what is missing is said and the cursor goes there."""
        if self._busy:
            return
        missing = self.step.missing()
        self._missing.setText(missing)
        if missing:
            return
        self.step.keep()
        if self._current + 1 < len(_STEPS):
            self._show(self._current + 1)
        else:
            self._create()

    def go_back(self) -> None:
        """The step before; from the first one, where one came from."""
        if self._busy:
            return
        self.step.keep()
        if self._current:
            self._show(self._current - 1)
        elif self._can_leave:
            self.left.emit()

    def _lay_out(self) -> None:
        theme, text, sheet = self._theme, self._locale.text, self._sheet
        name = Label(theme, text("Your notebook"), role="title")
        sheet.left.addWidget(name)
        sheet.left.addWidget(Label(theme, text("Three minutes"), ink="ink2", wrap=True))
        sheet.left.addSpacing(theme.px(40))
        sheet.left.addWidget(self._steps, 1)
        sheet.body.setSpacing(0)
        sheet.body.addWidget(self._title)
        sheet.body.addSpacing(theme.px(6))
        sheet.body.addWidget(self._lead)
        sheet.body.addSpacing(theme.px(16))
        sheet.body.addWidget(self._failure)
        sheet.body.addSpacing(theme.px(12))
        sheet.body.addStretch(1)
        sheet.foot.addSpacing(-theme.px(9) - sheet.foot.spacing())  # the quiet words stand under the title
        sheet.foot.addWidget(self._back)
        sheet.foot.addWidget(self._missing, 1)
        sheet.foot.addWidget(self._progress, 1)
        sheet.foot.addWidget(self._on)
        self._demonstration.clicked.connect(self._demonstrate)
        self._existing.clicked.connect(self._choose)
        cover = Cover(theme, tall=True)
        cover.set_card(sheet)
        cover.add_foot(self._demonstration)
        cover.add_foot(self._existing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(cover)

    def _tell_steps(self, current: int) -> None:
        """What is behind is told by its answer, what is ahead by what it asks."""
        details = [self._locale.text(detail) for _, detail in _ASKED]
        for number, step in self._built.items():
            details[number] = (step.said() if number < current else "") or details[number]
        self._steps.set_current(current, details)

    def _show(self, number: int) -> None:
        if number not in self._built:
            step = _STEPS[number](self._theme, self._locale, self._tasks, self.answers)
            step.changed.connect(lambda: self._missing.setText(""))
            step.language_chosen.connect(self.language_chosen)
            self._sheet.body.insertWidget(self._sheet.body.count() - 1, step)
            self._built[number] = step
        self._current = number
        for other, step in self._built.items():
            step.setVisible(other == number)
        step = self._built[number]
        step.open(self._library)
        self._tell_steps(number)
        self._title.setText(self._locale.text(step.title))
        self._lead.setText(self._locale.text(step.lead))
        self._missing.setText("")
        self._failure.hide()
        self._back.setVisible(number > 0 or self._can_leave)
        last = number + 1 == len(_STEPS)
        self._on.set_words(
            self._locale.text("Create the notebook") if last else self._locale.text("Continue")
        )
        self._scroll_up()
        if self.isVisible():
            step.focus_first()

    def _scroll_up(self) -> None:
        for area in self._sheet.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _read(self) -> None:
        self._tasks.run(_read_library, done=self._offer, failed=self._tell)

    def _offer(self, library: "Library") -> None:
        if not isValid(self):  # left before they were read
            return
        self._library = library
        self.step.open(library)

    def _create(self) -> None:
        step = self.step
        assert isinstance(step, PhraseStep)
        self._tell_steps(len(_STEPS))
        self._work(
            partial(_make_notebook, self.answers, step.phrase),
            self.made,
            self._locale.text("Your notebook is being made…"),
        )

    def _demonstrate(self) -> None:
        if not self._busy:
            self.step.keep()
            self._work(
                partial(_make_demonstration, self._locale.code, self.answers.framework),
                self.demonstration_made,
                self._locale.text("Invented people are moving in…"),
            )

    def _choose(self) -> None:
        place = ask_folder(self, self._locale.text("Folder of the notebook"))
        if place is not None:
            self.existing_wanted.emit(str(place))

    def _work(self, work: "Callable[[], Opened]", done: SignalInstance, sentence: str) -> None:
        """Slow work: everything waits, the sentence says what for."""
        self._set_busy(True)
        self._progress.start(sentence)
        self._tasks.run(work, done=done.emit, failed=self._tell)

    def _tell(self, failure: CarnetError) -> None:
        self._set_busy(False)
        self._tell_steps(self._current)
        self._failure.set_lines([("warning", failure.said(self._locale))])
        self._scroll_up()
        self.step.focus_first()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self.step, self._back, self._on, self._demonstration, self._existing):
            part.setEnabled(not busy)
        self._missing.setText("")
        self._failure.hide()
        if not busy:
            self._progress.finish()


def _read_library() -> "Library":
    from app import paths  # not before the cover is painted
    from app.frameworks.library import Library

    return Library.load(paths.resources())


def _make_notebook(answers: Answers, phrase: str) -> "Opened":
    from app.ui.covers.making import make_notebook

    return make_notebook(answers, phrase)


def _make_demonstration(language: str, framework: str) -> "Opened":
    from app.ui.covers.making_demonstration import make_demonstration_notebook

    return make_demonstration_notebook(language, framework)
