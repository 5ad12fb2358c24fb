"""A whole case as one paper, in order of time: what goes in, the pages, and the ways out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.disclosure.name_disclosed import BOOKLET
from app.actions.papers.hand_out_booklet import hand_out_booklet, note_booklet
from app.actions.papers.make_booklet import Booklet, make_booklet
from app.errors import CarnetError, Stopped
from app.i18n import NAMES
from app.models.case import Case
from app.models.changes import Changes
from app.models.progress import Phase
from app.ui.destination import Destination
from app.ui.fields.circle_field import CircleField
from app.ui.fields.receiver_fields import ReceiverFields
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.booklet_choices import BookletFields
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_pages import page_count
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.paper.recipient_guard import RecipientGuard
from app.ui.prints import Noting
from app.ui.strips.unwritten_banner import UnwrittenBanner
from app.ui.watch import Watch
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.words.circle_words import scope_words
from app.ui.workspace import Workspace


class Words(NamedTuple):
    """How a paper made of a whole case is called, also while it is made and as a file."""

    title: str
    making: str
    file: str


class BookletPage(LeavingPage):
    """Made on the worker, again after each change of what goes in; preview, file and print are one."""

    place = "students"
    cover: ClassVar[str] = BOOKLET
    receiver_first: ClassVar[bool] = False
    follows_circle: ClassVar[bool] = True  # else what goes in is no matter of who usually receives what

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._case: Case | None = None
        self.made: Booklet | None = None
        self._watch: Watch | None = None
        self.choices: BookletFields | None = None
        self.fields: ReceiverFields | None = None
        self.guard: RecipientGuard | None = None
        self.circle: CircleField | None = None
        self._title = Label(theme, self._words().title, role="title", wrap=True)
        self._subtitle = Label(theme, ink="ink2", wrap=True)
        self._slot = QVBoxLayout()
        self._slot.setSpacing(theme.px(6))
        self._unwritten = UnwrittenBanner(workspace)
        self._recap = Label(theme, role="small", ink="ink2", wrap=True)
        self.progress = ProgressBar(theme, cancel_text=text("Cancel"))
        self._again = Button(theme, text("Make it"), kind="quiet", small=True)
        self.picture = PdfPreview(workspace)
        self._build()
        self._again.clicked.connect(self._make)
        self.progress.cancelled.connect(self._cancel)

    def open(self, destination: Destination) -> None:
        """A case by its identifier; RecordUnknown."""
        workspace = self.workspace
        self._forget()
        self._case = case = workspace.notebook.cases.get(destination.record_id)
        student = workspace.notebook.students.find(case.student_id)
        self._subtitle.setText(" · ".join(filter(None, (student.name if student else "", case.reference))))
        self.choices, self.fields = self._fields_of(case), ReceiverFields(workspace)
        self.guard = RecipientGuard(workspace, case)
        self.fields.stand_under_receiver(self.guard)
        parts: list[QWidget] = [self.choices, self.fields]
        for part in reversed(parts) if self.receiver_first else parts:
            self._slot.addWidget(part)
            self._slot.addSpacing(workspace.theme.px(8))
        if self.follows_circle:
            self.circle = CircleField(workspace, case)
            self._slot.addWidget(self.circle)
            self.circle.changed.connect(self._follow)
        self.choices.changed.connect(self._make)
        self.fields.noted.connect(self._look_twice)
        self.guard.changed.connect(self._allow)
        self.guard.look("", at_once=True)
        self._make()

    def leave(self) -> bool:
        """Nobody waits for it any more."""
        self._cancel()
        return True

    def focus_first(self) -> None:
        """On what the ledger still needs."""
        if self.fields is not None:
            self.fields.focus_first()

    def written_on(self) -> list[QWidget]:
        """What goes in, and to whom."""
        return [part for part in (self.choices, self.fields) if part is not None]

    def shown(self) -> bytes:
        """All of it."""
        return self.made.pdf if self.made is not None else b""

    def may_leave(self) -> bool:
        """An agreement that is over is told of; on another ground it may leave all the same."""
        assert self._case is not None
        assert self.fields is not None
        return self.ground_holds(self.fields, [(self._case.student_id, self.fields.receiver)])

    def notings(self) -> list[Noting]:
        """One line for all of it."""
        return [Noting(note_booklet, {"means": "printed", **self._leaving()})]

    def hand_out(self, path: Path) -> Changes:
        """The file and its line, or neither."""
        return hand_out_booklet(self.workspace.notebook, path=path, **self._leaving())

    def file_name(self) -> str:
        """What it is and the case, never the person."""
        assert self._case is not None
        return "-".join((self._words().file, self._case.reference))

    def _words(self) -> Words:
        """What it is called."""
        text = self.workspace.text
        return Words(text("Case booklet"), text("The booklet is being made…"), text("booklet"))

    def _fields_of(self, case: Case) -> BookletFields:
        """What is chosen about it."""
        return BookletFields(self.workspace, case.id)

    def _work(self, case: Case, choices: BookletFields) -> Callable[..., Booklet]:
        """How it is made."""
        workspace = self.workspace
        return partial(
            make_booklet, workspace.notebook, library=workspace.library, case_id=case.id,
            language=choices.language, today=workspace.today, choices=choices.choices,
        )  # fmt: skip

    def _leaving(self) -> dict[str, Any]:
        assert self.made is not None
        assert self.fields is not None
        assert self.choices is not None
        proposal = self.circle.proposal if self.circle else None
        return {
            "circle": proposal.circle.who if proposal and proposal.circle else "",
            "scope": self.choices.scope(proposal) if proposal else "",
            "case": self._case, "pdf": self.made.pdf, "inside": self.made.inside,
            "recipient": self.fields.receiver, "ground": self.fields.ground, "language": self.made.language,
            "cover": self.cover,
        }  # fmt: skip

    def _build(self) -> None:
        theme = self.workspace.theme
        column = PaperColumn(theme, self._back)
        column.parts.addLayout(stacked(theme, self._title, self._subtitle))
        column.parts.addSpacing(theme.px(12))
        column.parts.addLayout(self._slot)
        column.end(
            stacked(theme, self._unwritten, self._recap, self.progress, self._again, self._news), self.save,
            self.print, said_scrolls=theme.large,
        )  # fmt: skip
        whole = side_by_side(self)
        whole.addLayout(column, 4)
        whole.addWidget(self._beside(), 5)

    def _beside(self) -> QWidget:
        """At the right: the pages."""
        return self.picture

    def _forget(self) -> None:
        self._case, self.choices, self.fields, self.guard, self.circle = None, None, None, None, None
        self._cancel()
        self._subtitle.setText("")
        self._news.say("")
        while (item := self._slot.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _make(self) -> None:
        """As it is ticked now; what was being made for other ticks is dropped."""
        assert self._case is not None
        assert self.choices is not None
        self._cancel()
        self._again.hide()
        if self.circle is not None:
            self.circle.tell_scope(self.choices.scope(self.circle.proposal))
        self._watch = watch = Watch(self)
        watch.moved.connect(self._move)
        work = self._work(self._case, self.choices)
        self.progress.start(self._words().making)
        self.workspace.tasks.run(
            partial(watch.run, work),
            done=partial(self._show_made, watch),
            failed=partial(self._fail, watch),
        )
        self._allow()

    def _cancel(self) -> None:
        """Stopped, nothing of it stays and nothing may leave."""
        if self._watch is not None:
            self._watch.stop()
        self._watch, self.made = None, None
        self.picture.show_pdf(b"")
        self._unwritten.show_signs([])
        self._recap.setText("")
        self.progress.finish()
        self._again.setVisible(self._case is not None)
        self._allow()

    def _move(self, phase: Phase, done: int, total: int) -> None:
        if self.sender() is not self._watch or not total:
            return
        words = self._words().making
        step = {"reading": 0, "matching": 1, "writing": 2}[phase]
        self.progress.start(words, total=3 * total)
        self.progress.advance(step * total + done)

    def _show_made(self, watch: Watch, made: Booklet) -> None:
        if watch is not self._watch:
            return
        self._watch, self.made = None, made
        self.progress.finish()
        self.picture.show_pdf(made.pdf)
        self._unwritten.show_signs(made.signs)
        self._tell()
        self._allow()

    def _fail(self, watch: Watch, failure: CarnetError) -> None:
        if watch is not self._watch:
            return
        self._cancel()
        if not isinstance(failure, Stopped):
            self.workspace.failed.emit(failure)

    def _follow(self) -> None:
        """Another circle receives it: other sheets are proposed."""
        if self.choices is not None and self.circle is not None:
            moved = self.choices.follow(self.circle.proposal)
            self.circle.tell_scope(self.choices.scope(self.circle.proposal))
            if moved:
                self._make()

    def _look_twice(self) -> None:
        if self.circle is not None and self.fields is not None:
            self.circle.look(self.fields.receiver, self.fields.ground)
        if self.guard is not None and self.fields is not None:
            self.guard.look(self.fields.receiver)
        self._tell()
        self._allow()

    def _tell(self) -> None:
        """What, for whom, in one line above the buttons."""
        if self.made is None or self.fields is None:
            return
        text, n = self.workspace.text, page_count(self.made.pdf)
        parts = (
            self.workspace.locale.plural("{n} page", "{n} pages", n),
            NAMES.get(self.made.language, self.made.language),
            text("for {name}", name=self.fields.receiver) if self.fields.receiver else "",
            self._scope_words(),
        )
        said = text("Saving or printing adds a line to the ledger of what left.")
        self._recap.setText(" · ".join(part for part in parts if part) + "\n" + said)

    def _scope_words(self) -> str:
        if self.choices is None or self.circle is None:
            return ""
        scope = self.choices.scope(self.circle.proposal)
        return scope_words(self.workspace, scope) if scope in ("wider", "narrower") else ""

    def _allow(self) -> None:
        """Nothing leaves before it is made, and before to whom and why are known and looked at."""
        ready = self.made is not None and self.fields is not None and self.fields.complete
        ready = ready and self.guard is not None and self.guard.cleared
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
