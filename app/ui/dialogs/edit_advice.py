"""Counsel given about nobody by name: topic, who asked, how long."""

from typing import ClassVar

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.actions.demand.find_names import known_names, names_in
from app.actions.demand.save_advice import save_advice
from app.actions.index.index_demand import ORIGINS, TOPICS
from app.models.advice import Advice
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.dialogs.school_field import SchoolField
from app.ui.fields.typed_fields import Fields
from app.ui.form_view.read import NotUnderstood
from app.ui.form_view.read.durations import read_duration, show_duration
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField
from app.ui.words.demand_words import MODES, own_school
from app.ui.workspace import Workspace

_PAUSE_MS = 300  # while somebody types nothing is compared


def new_advice(workspace: Workspace, parent: QWidget) -> None:
    """Note what was just asked: a topic, who, how long."""
    advice = Advice(given_on=workspace.today, school_id=own_school(workspace))
    edit_advice(workspace, parent, advice, is_new=True)


def edit_advice(
    workspace: Workspace, parent: QWidget, advice: Advice, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note it or correct it."""
    ask_around(AdviceEditor(workspace, parent, advice, is_new=is_new), fields=fields)


class AdviceEditor(AroundEditor):
    """Topic and who asked are enough; a student's name in the note is pointed out, never refused."""

    question: ClassVar[str] = "advice"

    def __init__(self, workspace: Workspace, parent: QWidget, advice: Advice, *, is_new: bool) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace, parent, advice, is_new=is_new, title=text("Advice"),
            text=text("Counsel about nobody by name. It is counted and never handed over."),
        )  # fmt: skip
        self._known: frozenset[str] | None = None
        self._topic = self.combo(TOPICS, advice.topic, none=text("not said"))
        self._origin = self.combo(ORIGINS, advice.origin, none=text("not said"))
        self._mode = self.combo(MODES, advice.mode, none=text("not said"))
        minutes = "" if advice.minutes is None else show_duration(advice.minutes)
        self._minutes = TextField(theme, text=minutes, placeholder=text("e.g. 15 or 1 h 10"))
        self._day = self.day_field(advice.given_on)
        self._school = SchoolField(workspace, advice.school_id)
        self._note = TextArea(theme, lines=2, most=6, name=text("Note, without names"))
        self._note.setPlainText(advice.note)
        self._hint = Label(theme, role="small", ink="warn", wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._look_for_names)
        self._note.textChanged.connect(self._soon.start)
        self.add_two((text("Topic"), self._topic), (text("Who asked"), self._origin))
        self.add_two((text("How"), self._mode), (text("Minutes"), self._minutes))
        if self._school.is_asked:
            self.add_two((text("Given on"), self._day), (text("School"), self._school))
        else:
            self.add_pair((text("Given on"), self._day))
        self.add_pair((text("Note, without names"), self._note), note=self._hint)
        self._look_for_names()
        self.settle()

    def written(self) -> Advice:
        """What the fields say."""
        before: Advice = self.record
        return msgspec.structs.replace(
            before,
            given_on=self._day.value() or before.given_on,
            topic=self.code(self._topic, before.topic),
            origin=self.code(self._origin, before.origin),
            mode=self.code(self._mode, before.mode),
            minutes=self._read_minutes(),
            school_id=self._school.school_id(),
            note=self._note.words().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """A topic and who asked, a day that has been, minutes that can be understood."""
        text, written = self.workspace.text, self.written()
        if not written.topic:
            return text("Choose a topic: advice is counted by it."), self._topic
        if not written.origin:
            return text("Choose who asked."), self._origin
        if self._minutes.text().strip() and written.minutes is None:
            return text("These minutes cannot be understood, e.g. 15 or 1 h 10."), self._minutes
        return self.missing_day(self._day) or self.unclear_day(self._day) or self.still_to_come(self._day)

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_advice, advice=self.written())

    def _read_minutes(self) -> int | None:
        try:
            return read_duration(self._minutes.text())
        except NotUnderstood:
            return None

    def _look_for_names(self) -> None:
        words = self._note.words()
        if words and self._known is None:
            self._known = known_names(self.workspace.notebook)
        found = names_in(words, self._known or frozenset())
        said = self.workspace.text(
            "{names}: a student of this notebook has this name. Advice is kept without names.",
            names=", ".join(found),
        )
        if self._hint.text() != (said if found else ""):
            self._hint.setText(said if found else "")
            self.fit()
