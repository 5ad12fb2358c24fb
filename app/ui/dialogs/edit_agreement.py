"""What somebody agrees to: asked, noted, corrected, taken back."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.agreements.save_agreement import save_agreement
from app.models.agreement import GUARDIANS, GUARDIANS_TOLD, Agreement
from app.models.live_apart import live_apart
from app.models.majority import of_age_since
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.fields.typed_fields import Fields
from app.ui.services import service_for
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_area import TextArea
from app.ui.words.agreement_words import SCOPES, WAYS
from app.ui.words.guardian_name import called
from app.ui.workspace import Workspace

_PARTNER = "partner"


def edit_agreement(
    workspace: Workspace, parent: QWidget, agreement: Agreement, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Note an agreement or correct it."""
    ask_around(AgreementEditor(workspace, parent, agreement, is_new=is_new), fields=fields)


class AgreementEditor(AroundEditor):
    """To what, who gives it, how; from when to when, and the day it was taken back."""

    question: ClassVar[str] = "agreement"

    def __init__(self, workspace: Workspace, parent: QWidget, agreement: Agreement, *, is_new: bool) -> None:
        text = workspace.text
        super().__init__(
            workspace,
            parent,
            agreement,
            is_new=is_new,
            title=text("Agreement"),
            text=text(
                "Each person’s agreement on a line of its own. It can be taken back at any time: write the"
                " day. Nothing in the notebook waits for it; what would leave on it does."
            ),
        )
        student = workspace.notebook.students.get(agreement.student_id)
        self._student = workspace.notebook.students.find(student.joined_into) or student
        self._majority = service_for(workspace, self._student.id).majority
        self._scope = self._of_list(SCOPES, agreement.scope)
        self._partner = self._partners(agreement.partner_id or "")
        self._giver = ComboField(workspace.theme, choices=self._givers(agreement))
        self._giver.choose(_key(agreement))
        self._how = self.combo(WAYS, agreement.how)
        self._given = self.day_field(self.record.given_on)
        self._until = self.day_field(self.record.until)
        self._withdrawn = self.day_field(self.record.withdrawn_on)
        self._note = TextArea(workspace.theme, lines=2, most=5, name=text("What for"))
        self._note.setPlainText(self.record.note)
        self.add_pair((text("Agreement to"), self._scope), (text("Service"), self._partner))
        self.add_pair((text("Given by"), self._giver), (text("In which form"), self._how))
        self.add_pair((text("Given on"), self._given), (text("Until"), self._until))
        self.add_pair((text("What for"), self._note))
        self.add_pair((text("Taken back on"), self._withdrawn))
        self._scope.currentIndexChanged.connect(self._follow)
        self._follow()
        self.settle()

    def written(self) -> Agreement:
        """The agreement as the fields say."""
        before: Agreement = self.record
        giver, _, guardian_id = (self._giver.chosen() or before.giver).partition(":")
        given = self._given.value() or before.given_on
        if giver in ("student", "adult") and self._student.birth_date is not None:
            giver = "adult" if self._was_of_age() else "student"
        scope = self._scope.chosen() or before.scope
        return msgspec.structs.replace(
            before,
            scope=scope,
            partner_id=(self._partner.chosen() or None) if scope == _PARTNER else None,
            giver=giver,
            guardian_id=guardian_id or None,
            how=self._how.chosen() or "",
            given_on=given,
            until=self._until.value(),
            withdrawn_on=self._withdrawn.value(),
            note=self._note.words().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """Days that can be understood and are in order; given by somebody who could give it then."""
        text = self.workspace.text
        if (unclear := self.unclear_day(self._given, self._until, self._withdrawn)) is not None:
            return unclear
        given, withdrawn, written = self._given.value(), self._withdrawn.value(), self.written()
        if given is None:
            return text("The day it was given is needed."), self._given
        if given > self.workspace.today:
            return text("This day lies ahead."), self._given
        if withdrawn is not None and withdrawn > self.workspace.today:
            return text("This day lies ahead."), self._withdrawn
        of_age = self._was_of_age()
        if written.scope == GUARDIANS_TOLD and self._student.birth_date is not None and not of_age:
            return text("The student was not of age on that day."), self._given
        if written.giver in GUARDIANS and of_age:
            return text("The student was of age on that day: only they could agree."), self._giver
        if written.scope == "other" and not written.note:
            return text("Say in a few words what it is for."), self._note
        return self.wrong_order(self._given, self._until) or self.wrong_order(self._given, self._withdrawn)

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_agreement, agreement=self.written())

    def _was_of_age(self) -> bool:
        day = self._given.value()
        return day is not None and of_age_since(self._student, day, majority=self._majority) is not None

    def _follow(self) -> None:
        """A service is named where it is about one."""
        self._partner.setEnabled(self._scope.chosen() == _PARTNER)

    def _of_list(self, key: str, code: str) -> ComboField:
        words, known = self.workspace.locale.words, self.workspace.lists.get(key)
        items = [(one.code, words(one.label)) for one in (known.items if known else [])
                 if one.active or one.code == code]  # fmt: skip
        field = ComboField(self.workspace.theme, choices=items)
        field.choose(code)
        return field

    def _partners(self, chosen: str) -> ComboField:
        workspace = self.workspace
        services = [
            (one.id, " · ".join(filter(None, (one.service, one.person))))
            for one in workspace.notebook.partners.list()
        ]
        field = ComboField(
            workspace.theme, choices=[("", workspace.text("no service in particular")), *services]
        )
        field.choose(chosen)
        return field

    def _givers(self, agreement: Agreement) -> list[tuple[str, str]]:
        """The student; each guardian; both where they have one home. Of an adult nobody else."""
        workspace, student = self.workspace, self._student
        label = workspace.label
        known, adult = (
            student.birth_date is not None,
            student.is_adult_on(workspace.today, majority=self._majority),
        )
        own = ["adult" if adult else "student"] if known else ["student", "adult"]
        own = (
            ["adult" if agreement.giver == "adult" else "student"]
            if known and agreement.giver in ("student", "adult")
            else own
        )
        choices = [(one, label("agreement-givers", one)) for one in own]
        ids = workspace.notebook.students.ids_of(student.id)
        guardians = [one for one in workspace.notebook.guardians.of_students(ids) if not one.do_not_contact]
        if not adult:
            choices += [(f"guardian:{one.id}", called(workspace, one)) for one in guardians]
            if not live_apart(guardians):
                choices.append(("guardians", label("agreement-givers", "guardians")))
        present = _key(agreement)
        if present not in dict(choices):
            guardian = workspace.notebook.guardians.find(agreement.guardian_id)
            words = called(workspace, guardian) if guardian else label("agreement-givers", agreement.giver)
            choices.append((present, words))
        return choices


def _key(agreement: Agreement) -> str:
    return f"{agreement.giver}:{agreement.guardian_id}" if agreement.guardian_id else agreement.giver
