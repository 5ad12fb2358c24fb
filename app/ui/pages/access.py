"""The record for whoever asks to read it: what goes in, each passage about somebody else, the pages."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.actions.disclosure.name_disclosed import ACCESS
from app.actions.left_open import ACCESS_LEFT_OPEN
from app.actions.papers.decide_passage import decide_passage
from app.actions.papers.make_access import AccessPack, make_access
from app.actions.papers.make_booklet import Booklet
from app.actions.papers.remind_of_access import end_access_reminder
from app.models.case import Case
from app.models.passage import Passage
from app.ui.destination import Destination
from app.ui.fields.typed_fields import type_again, typed_in
from app.ui.pages.booklet import BookletPage, Words
from app.ui.paper.access_fields import AccessFields
from app.ui.paper.booklet_choices import BookletFields
from app.ui.paper.passage_rows import PassageRows
from app.ui.prints import Noting
from app.ui.strips.cautions_banner import CautionsBanner
from app.ui.watch import Watch
from app.ui.widgets.tabs import Tabs
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future

_PASSAGES, _PAGES = "passages", "pages"
_GROUND = "OWN_DATA"
_PAUSE_MS = 600  # while somebody decides or types nothing is made


class AccessPage(BookletPage):
    """Nothing leaves before every passage where somebody else may be meant was kept or masked."""

    cover: ClassVar[str] = ACCESS
    receiver_first: ClassVar[bool] = True
    follows_circle: ClassVar[bool] = False  # it is the person's own record

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        text = workspace.text
        self.passages = PassageRows(workspace)
        self._tabs = Tabs(workspace.theme, [(_PASSAGES, text("Passages")), (_PAGES, text("Preview"))])
        self._stack = QStackedWidget()
        super().__init__(workspace, parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._make)
        self.passages.decided.connect(self._decide)
        self._tabs.chosen.connect(self._turn)

    def open(self, destination: Destination) -> None:
        """A case by its identifier, as it was left when the notebook was locked; RecordUnknown."""
        preferences = self.workspace.notebook.preferences
        left = preferences.get(ACCESS_LEFT_OPEN) or {}
        self.passages.show_passages([])
        super().open(destination)
        assert self._case is not None
        assert self.choices is not None
        assert self.fields is not None
        self.fields.show_line(receiver="", ground=_GROUND)
        if left.get("case") == self._case.id:
            type_again(self.choices, left["choices"])
            type_again(self.fields, left["fields"])
            self.passages.every.setChecked(left["every"])
        if left:
            preferences.set(ACCESS_LEFT_OPEN, None)
        self._turn(_PASSAGES)
        self._remake()

    def written_on(self) -> list[QWidget]:
        """It keeps more than its fields."""
        return []

    def leave(self) -> bool:
        """Nobody waits for it any more."""
        self._soon.stop()
        return super().leave()

    def keep(self) -> "Future[None] | None":
        """The notebook is locked: what was chosen comes back with this page."""
        self._soon.stop()
        if self._case is None or self.choices is None or self.fields is None:
            return None
        left = {
            "case": self._case.id, "choices": typed_in(self.choices), "fields": typed_in(self.fields),
            "every": self.passages.every.isChecked(),
        }  # fmt: skip
        return self.workspace.keep_left(ACCESS_LEFT_OPEN, left)

    def also(self) -> list[Noting]:
        """Nobody has to be reminded any more."""
        return [Noting(end_access_reminder, {"case_id": self._case.id})] if self._case is not None else []

    def left(self) -> None:
        """Nor is it said that somebody will be."""
        if isinstance(self.choices, AccessFields):
            self.choices.reminder.hide()

    def _words(self) -> Words:
        text = self.workspace.text
        return Words(text("Record handed over on request"), text("The record is being made…"), text("record"))

    def _fields_of(self, case: Case) -> BookletFields:
        cautions = CautionsBanner(self.workspace, leaving=True)
        cautions.show_student(case.student_id)
        self._slot.addWidget(cautions)
        return AccessFields(self.workspace, case.id)

    def _work(self, case: Case, choices: BookletFields) -> Callable[..., Booklet]:
        assert isinstance(choices, AccessFields)
        assert self.fields is not None
        workspace = self.workspace
        return partial(
            make_access, workspace.notebook, library=workspace.library, case_id=case.id,
            language=choices.language, today=workspace.today, choices=choices.choices,
            asked_by=self.fields.receiver, asked_on=choices.asked_on.value(),
        )  # fmt: skip

    def _beside(self) -> QWidget:
        """At the right: the passages, and the pages behind them."""
        theme, holder = self.workspace.theme, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        tabs.addWidget(self._tabs, 1)
        column.addLayout(tabs)
        self._stack.addWidget(self.passages)
        self._stack.addWidget(self.picture)
        column.addWidget(self._stack, 1)
        return holder

    def _show_made(self, watch: Watch, made: Booklet) -> None:
        super()._show_made(watch, made)
        if self.made is made and isinstance(made, AccessPack):
            self.passages.show_passages(made.passages)

    def _look_twice(self) -> None:
        """The cover says who asked."""
        super()._look_twice()
        self._remake()

    def _decide(self, passage: Passage, decided: str | None) -> None:
        if self.workspace.act(decide_passage, passage=passage, decided=decided):
            self._remake()

    def _remake(self) -> None:
        """What was made is no longer what is chosen."""
        self._cancel()
        self._again.hide()
        self._soon.start()

    def _allow(self) -> None:
        """Nothing leaves before every such passage is decided either."""
        super()._allow()
        if isinstance(self.made, AccessPack) and self.made.waiting:
            self.save.setEnabled(False)
            self.print.setEnabled(False)

    def _turn(self, side: str) -> None:
        self._tabs.set_current(side)
        self._stack.setCurrentWidget(self.picture if side == _PAGES else self.passages)
