"""An adult who answers for a student: how to reach them, and what to mind."""

from typing import Any, ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.bin_record import bin_record, restore_record
from app.actions.students.find_same_guardian import find_same_guardian
from app.actions.students.save_guardian import save_guardian
from app.models.guardian import Guardian
from app.ui.dialogs.edit_dialog import REVISIONS, EditDialog
from app.ui.fields.languages_field import LanguagesField
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.button import Kind
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

RELATIONS, AUTHORITIES = "relation", "parental-authority"
_LINES = ("given_name", "family_name", "phone", "email", "street", "postcode", "city")


def edit_guardian(
    workspace: Workspace, parent: QWidget, guardian: Guardian, *, is_new: bool = False, fields: Fields = ()
) -> None:
    """Write, correct or put away one guardian; putting away can be undone."""
    editor = GuardianEditor(workspace, parent, guardian, is_new=is_new)
    editor.write_again(fields)
    answer = editor.ask()
    if answer == REVISIONS:
        workspace.go("revisions", kind="guardian", record_id=guardian.id)
    if answer != "bin":
        return
    library = workspace.library
    if workspace.act(bin_record, library=library, kind="guardian", record_id=guardian.id):
        workspace.offer_undo(
            workspace.text("Put in the bin: {name}", name=guardian.name or guardian.phone),
            lambda: workspace.act(restore_record, library=library, kind="guardian", record_id=guardian.id),
        )


class GuardianEditor(EditDialog):
    """One name or a phone number is enough."""

    question: ClassVar[str] = "guardian"

    def __init__(
        self, workspace: Workspace, parent: QWidget, guardian: Guardian, *, is_new: bool = False
    ) -> None:
        text, theme = workspace.text, workspace.theme
        more: list[tuple[str, str, Kind]] = [
            ("bin", text("Put in the bin"), "quiet"),
            (REVISIONS, text("Revisions"), "quiet"),
        ]
        title = text("New guardian") if is_new else text("Correct the guardian")
        super().__init__(workspace, parent, title=title, more=[] if is_new else more)
        self._before, self._is_new = guardian, is_new
        self._lines = {key: TextField(theme, text=getattr(guardian, key)) for key in _LINES}
        self._relation = ComboField(theme, choices=self._choices(RELATIONS, guardian.relation))
        self._relation.choose(guardian.relation)
        self._authority = ComboField(theme, choices=self._choices(AUTHORITIES, guardian.authority))
        self._authority.choose(guardian.authority)
        self._languages = LanguagesField(workspace)
        self._languages.set_codes(guardian.languages)
        self._no_message = CheckRow(theme, text("Do not leave a message"), checked=guardian.phone_no_message)
        self._no_contact = CheckRow(
            theme,
            text("Do not contact"),
            detail=text("Said at the top of the sheet and on what is printed."),
            checked=guardian.do_not_contact,
        )
        self._warning = TextArea(theme, lines=2, most=5, name=text("To mind: custody, safety"))
        self._warning.setPlainText(guardian.warning)
        same = [] if is_new else find_same_guardian(workspace.notebook, guardian=guardian)
        self._same = [other.id for _, other in same]
        names = ", ".join(dict.fromkeys(sibling.given_name or sibling.name for sibling, _ in same))
        self._everywhere = CheckRow(
            theme, text("Also correct it for {names}", names=names),
            detail=text("Name, languages, telephone, address. Authority and warnings are each child’s own."),
            checked=True,
        )  # fmt: skip
        self._build()
        self.settle()

    def written(self) -> Guardian:
        """The guardian as the fields say."""
        return msgspec.structs.replace(
            self._before,
            relation=self._relation.chosen() or "",
            authority=self._authority.chosen() or "",
            languages=self._languages.codes(),
            phone_no_message=self._no_message.isChecked(),
            do_not_contact=self._no_contact.isChecked(),
            warning=self._warning.toPlainText().strip(),
            **{key: " ".join(field.text().split()) for key, field in self._lines.items()},
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """Somebody who can be named or reached."""
        written = self.written()
        if written.name or written.phone or written.email:
            return None
        return self.workspace.text("A name or a phone number is needed."), self._lines["given_name"]

    def about(self) -> dict[str, Any]:
        """The guardian as they were, and whether they are new."""
        return {"record": self._before, "is_new": self._is_new}

    def save(self) -> bool:
        """Write the guardian."""
        also = self._same if self._everywhere.isChecked() else []
        return self.workspace.act(save_guardian, guardian=self.written(), also=also)

    def _build(self) -> None:
        text, lines = self.workspace.text, self._lines
        self.add_pair((text("Given name"), lines["given_name"]), (text("Family name"), lines["family_name"]))
        self.add_pair((text("Relation"), self._relation), (text("Parental authority"), self._authority))
        self.add_pair(
            (text("Phone"), lines["phone"]), (text("E-mail"), lines["email"]), note=self._no_message
        )
        self.add_pair((text("Languages"), self._languages), ("", self._no_contact))
        self.add_pair((text("Street and number"), lines["street"]))
        self.add_pair((text("Postcode"), lines["postcode"]), (text("Town"), lines["city"]))
        self.add_pair((text("To mind: custody, safety"), self._warning))
        if self._same:
            self.add_wide(self._everywhere)

    def _choices(self, list_key: str, chosen: str) -> list[tuple[str, str]]:
        words, known = self.workspace.locale.words, self.workspace.lists.get(list_key)
        items = [(item.code, words(item.label)) for item in (known.offered_with(chosen) if known else [])]
        return [("", self.workspace.text("not known")), *items]
