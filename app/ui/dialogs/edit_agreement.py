"""That an adult student agrees to the guardians being told."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.save_agreement import save_agreement
from app.models.agreement import Agreement
from app.models.majority import of_age_since
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.services import service_for
from app.ui.typed_fields import Fields
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace


def edit_agreement(
    workspace: Workspace, parent: QWidget, agreement: Agreement, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note an agreement or correct it."""
    ask_around(AgreementEditor(workspace, parent, agreement, is_new=is_new), fields=fields)


class AgreementEditor(AroundEditor):
    """The day it was given; where it ends, its last day."""

    question: ClassVar[str] = "agreement"

    def __init__(self, workspace: Workspace, parent: QWidget, agreement: Agreement, *, is_new: bool) -> None:
        text = workspace.text
        super().__init__(
            workspace,
            parent,
            agreement,
            is_new=is_new,
            title=text("Agreement of the student"),
            text=text(
                "While it is good, the guardians may be told and written to, except those one must not"
                " contact. It can be taken back at any time: write the last day."
            ),
        )
        student = workspace.notebook.students.get(agreement.student_id)
        self._student = workspace.notebook.students.find(student.joined_into) or student
        self._given = self.day_field(self.record.given_on)
        self._until = self.day_field(self.record.until)
        self._note = TextArea(workspace.theme, lines=2, most=5, name=text("What for"))
        self._note.setPlainText(self.record.note)
        self.add_pair((text("Given on"), self._given), (text("Until"), self._until))
        self.add_pair((text("What for"), self._note))
        self.settle()

    def written(self) -> Agreement:
        """The agreement as the fields say."""
        before: Agreement = self.record
        return msgspec.structs.replace(
            before,
            given_on=self._given.value() or self.record.given_on,
            until=self._until.value(),
            note=self._note.words().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """Days that can be understood; given by an adult, not by a minor or by somebody yet to be asked."""
        text = self.workspace.text
        if (unclear := self.unclear_day(self._given, self._until)) is not None:
            return unclear
        given = self._given.value()
        if given is None:
            return text("The day it was given is needed."), self._given
        if given > self.workspace.today:
            return text("This day lies ahead."), self._given
        majority = service_for(self.workspace, self._student.id).majority
        if (
            self._student.birth_date is not None
            and of_age_since(self._student, given, majority=majority) is None
        ):
            return text("The student was not of age on that day."), self._given
        return self.wrong_order(self._given, self._until)

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_agreement, agreement=self.written())
