"""A case that was given away: how it stands, and taking it back without a package."""

from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.cases.take_back_case import leave_given, take_back_case
from app.models.case import Case
from app.ui.dialogs.edit_dialog import ERASE, REVISIONS, EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.transfer.handover_words import handover_words
from app.ui.transfer.package_words import local_day
from app.ui.widgets.label import Label
from app.ui.widgets.text_area import TextArea
from app.ui.words.kept_words import kept_words
from app.ui.workspace import Workspace


def take_back(workspace: Workspace, parent: QWidget, case: Case, fields: Fields = ()) -> None:
    """Ask why, and write in it here again; undone as long as it is offered."""
    given = workspace.notebook.transfers.handovers.under_way([case.id]).get(case.id)
    if given is None:
        return
    dialog = TakeBack(workspace, parent, case)
    dialog.write_again(fields)
    answer = dialog.ask()
    if answer in (REVISIONS, ERASE):
        workspace.go("erase" if answer == ERASE else "revisions", kind="case", record_id=case.id)
    elif answer == "save":
        workspace.offer_undo(
            workspace.text("Taken back: {reference}", reference=case.reference),
            partial(workspace.act, leave_given, handover=given),
        )


class TakeBack(EditDialog):
    """Why is kept with the case, that it was done in the log. Who had it has to be told by hand."""

    question: ClassVar[str] = "take_back"

    def __init__(self, workspace: Workspace, parent: QWidget, case: Case) -> None:
        text = workspace.text
        handovers = workspace.notebook.transfers.handovers.of_cases([case.id])[case.id]
        self._case, self._given = case, handovers[-1]
        super().__init__(
            workspace,
            parent,
            title=text("Case {reference}", reference=case.reference),
            text=f"{_capital(handover_words(workspace, handovers))}.",
            more=[
                (REVISIONS, text("Revisions"), "quiet"),
                (ERASE, text("Erase for ever…"), "quiet"),
            ],
            save_words=text("Take the case back"),
        )
        theme = workspace.theme
        if self._given.acknowledged_at:
            self.add_wide(Label(theme, self._kept_until(), role="small", ink="ink2", wrap=True))
        self._why = TextArea(theme, lines=2, most=5, name=text("Why it goes on here"))
        self.add_pair((text("Why it goes on here"), self._why))
        other = workspace.notebook.correspondents.find(self._given.correspondent_id)
        note = text(
            "A package back does this by itself. Without one, tell {name}: their notebook does not know, and"
            " what both of you write would stand in two versions.",
            name=other.name if other else "",
        )
        self.add_wide(Label(theme, note, role="small", ink="ink2", wrap=True))
        self.settle()

    def written(self) -> str:
        """The reason."""
        return self._why.words().strip()

    def problem(self) -> tuple[str, QWidget] | None:
        """Nobody takes a case back without saying why."""
        return (
            None if self.written() else (self.workspace.text("Say why: it is kept with the case."), self._why)
        )

    def about(self) -> dict[str, Any]:
        """The case."""
        return {"record": self._case}

    def save(self) -> bool:
        """It is written in here again."""
        return self.workspace.act(take_back_case, case_id=self._case.id, why=self.written())

    def _kept_until(self) -> str:
        """It is kept here as long as a case that was closed the day the colleague had it."""
        closed = self._case.closed or local_day(self._given.acknowledged_at or self._given.at)
        return kept_words(self.workspace, self._case, closed=closed)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
