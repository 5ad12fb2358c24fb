"""A professional around a student: of the directory, or noted by name."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.students.save_professional import save_professional
from app.models.professional import Professional
from app.ui.dialogs.edit_around import AroundEditor, ask_around
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_field import TextField
from app.ui.words.secrecy_words import secrecy_choices
from app.ui.workspace import Workspace


def edit_professional(
    workspace: Workspace,
    parent: QWidget,
    professional: Professional,
    *,
    is_new: bool = False,
    fields: Fields = (),
) -> None:
    """Note somebody or correct them."""
    ask_around(ProfessionalEditor(workspace, parent, professional, is_new=is_new), fields=fields)


class ProfessionalEditor(AroundEditor):
    """A directory entry proposes its secrecy and its number; both may be another for this person."""

    question: ClassVar[str] = "professional"

    def __init__(
        self, workspace: Workspace, parent: QWidget, professional: Professional, *, is_new: bool
    ) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace, parent, professional, is_new=is_new, title=text("A professional around the student")
        )
        partners = [
            (one.id, " · ".join(filter(None, (one.service, one.person))))
            for one in workspace.notebook.partners.list()
        ]
        self._partner = ComboField(theme, choices=[("", text("not in the directory")), *partners])
        self._partner.choose(professional.partner_id or "")
        self._name = TextField(theme, text=professional.name)
        self._role = TextField(theme, text=professional.role, placeholder=text("e.g. speech therapist"))
        self._secrecy = ComboField(theme, choices=[("", text("not known")), *secrecy_choices(workspace)])
        self._secrecy.choose(professional.secrecy)
        self._phone = TextField(theme, text=professional.phone)
        self._since, self._until = self.day_field(professional.since), self.day_field(professional.until)
        self._partner.currentIndexChanged.connect(self._propose)
        self.add_pair((text("Directory entry"), self._partner))
        self.add_pair((text("Name"), self._name), (text("Role"), self._role))
        self.add_pair((text("Professional secrecy"), self._secrecy), (text("Phone"), self._phone))
        self.add_pair((text("Since"), self._since), (text("Until"), self._until))
        self.settle()

    def written(self) -> Professional:
        """What the fields say."""
        before: Professional = self.record
        return msgspec.structs.replace(
            before,
            partner_id=self._partner.chosen() or None,
            name=" ".join(self._name.text().split()),
            role=" ".join(self._role.text().split()),
            secrecy=self._secrecy.chosen() or "",
            phone=" ".join(self._phone.text().split()),
            since=self._since.value(),
            until=self._until.value(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """An entry or a name, and days that can be understood."""
        written = self.written()
        if not (written.partner_id or written.name):
            return self.workspace.text("An entry of the directory or a name is needed."), self._name
        return self.unclear_day(self._since, self._until) or self.wrong_order(self._since, self._until)

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(save_professional, professional=self.written())

    def _propose(self) -> None:
        """What the directory knows."""
        partner = self.workspace.notebook.partners.find(self._partner.chosen())
        if partner is None:
            return
        if partner.secrecy:
            self._secrecy.choose(partner.secrecy)
        if not self._phone.text().strip():
            self._phone.setText(partner.phone)
        if not self._name.text().strip():
            self._name.setText(partner.person)
