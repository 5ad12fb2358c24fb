"""Something to mind before anybody is written to or rung up for a student."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.students.save_caution import save_caution
from app.models.caution import Caution
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace


def edit_caution(
    workspace: Workspace, parent: QWidget, caution: Caution, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note it or correct it."""
    ask_around(CautionEditor(workspace, parent, caution, is_new=is_new), fields=fields)


class CautionEditor(AroundEditor):
    """A few words, and from when to when a decision counts."""

    question: ClassVar[str] = "caution"

    def __init__(self, workspace: Workspace, parent: QWidget, caution: Caution, *, is_new: bool) -> None:
        text = workspace.text
        super().__init__(
            workspace, parent, caution, is_new=is_new, title=text("Something to mind"),
            text=text(
                "Said at the top of the student’s page, of every sheet and before anything is printed. It"
                " goes along when a case is handed over."
            ),
        )  # fmt: skip
        self._text = TextArea(workspace.theme, lines=3, most=8, name=text("To mind: custody, safety"))
        self._text.setPlainText(caution.text)
        self._since, self._until = self.day_field(caution.since), self.day_field(caution.until)
        self.add_pair((text("To mind: custody, safety"), self._text))
        self.add_pair((text("Since"), self._since), (text("Until"), self._until))
        self.settle()

    def written(self) -> Caution:
        """What the fields say."""
        before: Caution = self.record
        return msgspec.structs.replace(
            before, text=self._text.words().strip(), since=self._since.value(),
            until=self._until.value(),
        )  # fmt: skip

    def problem(self) -> tuple[str, QWidget] | None:
        """Some words, and days that can be understood."""
        if not self.written().text:
            return self.workspace.text("Say in a few words what is to be minded."), self._text
        return self.unclear_day(self._since, self._until) or self.wrong_order(self._since, self._until)

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_caution, caution=self.written())
