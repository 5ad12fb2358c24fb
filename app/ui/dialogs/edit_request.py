"""Somebody asks for help: who, for whom or for nobody yet, and what becomes of it."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.demand.save_request import save_request
from app.actions.index.index_demand import ORIGINS, REASONS
from app.models.request import Request
from app.ui.dialogs.attach_request import ask_whom, take_apart
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.dialogs.school_field import SchoolField
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.button import Kind
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField
from app.ui.words.demand_words import REQUEST_OUTCOMES, own_school
from app.ui.workspace import Workspace

_ATTACH, _AGAIN, _APART = "attach", "again", "apart"


def new_request(workspace: Workspace, parent: QWidget) -> None:
    """Note that somebody asks, with nobody attached yet."""
    request = Request(
        received=workspace.today, school_id=own_school(workspace), handler=workspace.notebook.author.name
    )
    edit_request(workspace, parent, request, is_new=True)


def edit_request(
    workspace: Workspace, parent: QWidget, request: Request, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note it or correct it, and say whom it was for."""
    answer = ask_around(RequestEditor(workspace, parent, request, is_new=is_new), fields=fields)
    if answer in (_ATTACH, _AGAIN):
        ask_whom(workspace, parent, request_id=request.id, again=answer == _AGAIN)
    elif answer == _APART:
        take_apart(workspace, request_id=request.id)


class RequestEditor(AroundEditor):
    """Who asked is enough. Whatever it is followed by is saved first."""

    question: ClassVar[str] = "request"

    def __init__(self, workspace: Workspace, parent: QWidget, request: Request, *, is_new: bool) -> None:
        text, theme = workspace.text, workspace.theme
        attached = request.student_id is not None
        also: list[tuple[str, str, Kind]] = [(_ATTACH, text("Save and say for whom…"), "outlined")]
        if attached:
            also = [
                (_AGAIN, text("Also for another student…"), "quiet"),
                (_APART, text("Not for this student"), "quiet"),
            ]
        super().__init__(
            workspace, parent, request, is_new=is_new, title=text("Request"), also=also,
            text=text("It is counted, followed or not. It stays in this notebook."),
        )  # fmt: skip
        self._received = self.day_field(request.received)
        self._origin = self.combo(ORIGINS, request.origin, none=text("not said"))
        self._asked_by = TextField(theme, text=request.asked_by)
        self._for_whom = TextField(
            theme, text=request.for_whom, placeholder=text("empty: for nobody named yet")
        )
        self._reason = self.combo(REASONS, request.reason, none=text("not said"))
        self._school = SchoolField(workspace, request.school_id)
        self._text = TextArea(theme, lines=2, most=6, name=text("What was asked"))
        self._text.setPlainText(request.text)
        self._contact = self.day_field(request.first_contact)
        self._outcome = self.combo(REQUEST_OUTCOMES, request.outcome, none=text("not said yet"))
        self._why = TextField(theme, text=request.outcome_note)
        self._handler = TextField(theme, text=request.handler)
        if attached:
            self.add_wide(self._whose(request))
        self.add_two((text("Who asked"), self._origin), (text("Name of whoever asked"), self._asked_by))
        self.add_two((text("Received on"), self._received), (text("For whom"), self._for_whom))
        if self._school.is_asked:
            self.add_two((text("Reason"), self._reason), (text("School"), self._school))
        else:
            self.add_pair((text("Reason"), self._reason))
        self.add_pair((text("What was asked"), self._text))
        contact, outcome = (text("First contact"), self._contact), (text("What becomes of it"), self._outcome)
        self.add_two(contact, outcome, note=self._noted(request))
        self.add_two((text("Handled by"), self._handler), (text("Why it is not followed"), self._why))
        self._outcome.currentIndexChanged.connect(self._ask_why)
        self._ask_why()
        self.settle()

    def written(self) -> Request:
        """What the fields say."""
        before: Request = self.record
        outcome = self.code(self._outcome, before.outcome)
        written = msgspec.structs.replace(
            before,
            received=self._received.value() or before.received,
            origin=self.code(self._origin, before.origin),
            asked_by=_line(self._asked_by),
            for_whom=_line(self._for_whom),
            school_id=self._school.school_id(),
            reason=self.code(self._reason, before.reason),
            text=self._text.words().strip(),
            outcome=outcome,
            outcome_note=_line(self._why),
            first_contact=self._contact.value(),
            handler=_line(self._handler),
        )
        return written if written.is_unfollowed else msgspec.structs.replace(written, outcome_note="")

    def problem(self) -> tuple[str, QWidget] | None:
        """Who asked, days that have been and stand in their order, a reason where nothing follows."""
        text, written = self.workspace.text, self.written()
        if not written.origin:
            return text("Choose who asked."), self._origin
        for day in (self._received, self._contact):
            if trouble := self.unclear_day(day) or self.still_to_come(day):
                return trouble
        if trouble := self.missing_day(self._received):
            return trouble
        if written.first_contact and written.first_contact < written.received:
            return text("The first contact cannot be before the request."), self._contact
        if written.outcome == "none" and not written.outcome_note:
            return text("Say in a few words why it is not followed."), self._why
        return None

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_request, request=self.written())

    def _take(self, key: str) -> None:
        if key in (_ATTACH, _AGAIN, _APART):
            hindrance = self.problem()
            if hindrance is not None:
                self.point_at(*hindrance)
                return
            if not self.save():
                return
        super()._take(key)

    def _ask_why(self) -> None:
        outcome = self.code(self._outcome, self.record.outcome)
        holder = self._why.parentWidget()
        asked = msgspec.structs.replace(self.record, outcome=outcome).is_unfollowed
        if holder is not None and holder.isHidden() == asked:
            holder.setVisible(asked)
            self.fit()

    def _whose(self, request: Request) -> Label:
        workspace = self.workspace
        student = workspace.notebook.students.find(request.student_id)
        case = workspace.notebook.cases.find(request.case_id)
        said = workspace.text(
            "For {name}, case {reference}.", name=student.name if student else "",
            reference=case.reference if case else "",
        )  # fmt: skip
        return Label(workspace.theme, said, role="strong", wrap=True)

    def _noted(self, request: Request) -> Label | None:
        """The day the interviews say, while nobody wrote another one."""
        workspace = self.workspace
        day = workspace.notebook.requests.first_interviews([request.id]).get(request.id)
        if day is None:
            return None
        said = workspace.text("Empty: the first interview since, of {day}.", day=workspace.locale.date(day))
        return Label(workspace.theme, said, role="small", ink="ink2", wrap=True)


def _line(field: TextField) -> str:
    return " ".join(field.text().split())
