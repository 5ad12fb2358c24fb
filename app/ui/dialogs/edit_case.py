"""A case: when it was opened, how it goes, when and with what outcome it was closed."""

from datetime import date
from typing import Any, ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.cases.save_case import save_case
from app.actions.service_of import service_of
from app.models.case import Case
from app.ui.dialogs.edit_dialog import ERASE, REVISIONS, EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.services import services
from app.ui.widgets.button import Kind
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.label import Label
from app.ui.words.kept_words import kept_words
from app.ui.workspace import Workspace

OUTCOMES = "n10b-outcomes"


def edit_case(
    workspace: Workspace, parent: QWidget, case: Case, *, closing: bool = False, fields: Fields = ()
) -> None:
    """Correct a case; with `closing` say when and how it ends."""
    editor = CaseEditor(workspace, parent, case, closing=closing)
    editor.write_again(fields)
    answer = editor.ask()
    if answer in (REVISIONS, ERASE):
        workspace.go("erase" if answer == ERASE else "revisions", kind="case", record_id=case.id)


class CaseEditor(EditDialog):
    """A closed case shows its end as well. The outcome may stay open: it is asked, never demanded."""

    question: ClassVar[str] = "case"

    def __init__(self, workspace: Workspace, parent: QWidget, case: Case, *, closing: bool = False) -> None:
        text, theme = workspace.text, workspace.theme
        more: list[tuple[str, str, Kind]] = [
            (REVISIONS, text("Revisions"), "quiet"),
            (ERASE, text("Erase for ever…"), "quiet"),
        ]
        super().__init__(
            workspace,
            parent,
            title=text("Close the case") if closing else text("Correct the case"),
            text=text("Case {reference}", reference=case.reference),
            save_words=text("Close the case") if closing else "",
            more=[] if closing else more,
            width=560 if closing else 720,
        )
        self._before, self._closing = case, closing
        self._ends = closing or case.state == "closed"
        self._opened = self._day_field(case.opened)
        self._closed = self._day_field(case.closed or workspace.today)
        self._rhythm = ComboField(
            theme,
            choices=[
                ("", text("not said")),
                ("occasional", text("occasional")),
                ("regular", text("regular")),
            ],
        )
        self._rhythm.choose(case.rhythm)
        self._outcome = ComboField(theme, choices=self._outcomes())
        self._outcome.choose(case.outcome or "")
        if self._ends:
            self.add_pair((text("Outcome"), self._outcome))
            self.add_pair((text("Opened on"), self._opened), (text("Closed on"), self._closed))
        else:
            self.add_pair((text("Opened on"), self._opened), (text("Rhythm"), self._rhythm))
        if self._ends and not closing:
            self.add_pair((text("Rhythm"), self._rhythm))
        key = service_of(workspace.notebook, case=case)
        offered = services(workspace, key)
        self._service: ComboField | None = None
        if offered and not closing:
            self._service = ComboField(theme, choices=offered)
            self._service.choose(key)
            self.add_pair((text("Service"), self._service))
        if self._ends:
            closed = self._before.closed or workspace.today
            kept = kept_words(workspace, self._before, closed=closed)
            self.add_wide(Label(theme, kept, role="small", ink="ink2", wrap=True))
        self.settle()

    def written(self) -> Case:
        """The case as the fields say."""
        before = self._before
        service = self._service.chosen() if self._service is not None else ""
        was = service_of(self.workspace.notebook, case=before)
        return msgspec.structs.replace(
            before,
            framework=service if service and service != was else before.framework,
            opened=self._opened.value() or self._before.opened,
            rhythm=self._rhythm.chosen() or "",
            state="closed" if self._ends else self._before.state,
            closed=self._closed.value() if self._ends else None,
            outcome=(self._outcome.chosen() or None) if self._ends else None,
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """Days that can be understood, in their order."""
        text = self.workspace.text
        for field in (self._opened, *([self._closed] if self._ends else [])):
            if field.value() is None:
                return text("This day cannot be understood: day, month, year."), field
        written = self.written()
        if written.closed is not None and written.closed < written.opened:
            return text("The case cannot end before it was opened."), self._closed
        return None

    def about(self) -> dict[str, Any]:
        """The case as it was, and whether it is to be closed."""
        return {"record": self._before, "closing": self._closing}

    def save(self) -> bool:
        """Write the case."""
        return self.workspace.act(save_case, case=self.written())

    def _day_field(self, day: date) -> DateField:
        workspace = self.workspace
        field = DateField(
            workspace.theme,
            calendar_name=workspace.text("Calendar"),
            placeholder=workspace.text("day/month/year"),
            shown=workspace.locale.date,
            language=workspace.locale.code,
        )
        field.set_value(day)
        return field

    def _outcomes(self) -> list[tuple[str, str]]:
        words, known = self.workspace.locale.words, self.workspace.lists.get(OUTCOMES)
        chosen = self._before.outcome
        items = [(item.code, words(item.label)) for item in (known.offered_with(chosen) if known else [])]
        return [("", self.workspace.text("not said")), *items]
