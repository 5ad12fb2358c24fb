"""The words of one entry of a list, language by language: a new one, or other words for one."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.actions.unit_changes.add_entry import add_entry
from app.actions.unit_changes.rename_entry import rename_entry
from app.i18n import NAMES
from app.models.form import Words
from app.models.value_list import Item
from app.ui.dialogs.edit_dialog import EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

_USUAL = ("fr", "de", "en")


def edit_entry(
    workspace: Workspace, parent: QWidget, *, list_key: str, code: str = "", fields: Fields = ()
) -> bool:
    """A new entry, or with `code` other words for that one; whether it was saved."""
    listed = workspace.library.lists.get(list_key)
    item = listed.item(code) if listed and code else None
    if listed is None or (code and item is None):
        return False
    editor = EntryEditor(workspace, parent, list_key, item)
    editor.write_again(fields)
    return editor.ask() == "save"


class EntryEditor(EditDialog):
    """Where a field is left blank, the delivered words stand."""

    question: ClassVar[str] = "entry"

    def __init__(self, workspace: Workspace, parent: QWidget, list_key: str, item: Item | None) -> None:
        text = workspace.text
        super().__init__(
            workspace, parent,
            title=text("Other words for an entry") if item else text("A new entry"),
            text=text("What was noted with it shows the new words too; the earlier ones still find it.")
            if item
            else text("One language is enough; the others then show the same words."),
        )  # fmt: skip
        self._list_key, self._item = list_key, item
        shipped = workspace.library.as_shipped.lists.get(list_key)
        before = shipped.item(item.code) if shipped and item else None
        codes = dict.fromkeys((*_USUAL, *(item.label if item else ())))
        self.fields = {
            code: TextField(
                workspace.theme,
                text=item.label.get(code, "") if item else "",
                placeholder=before.label.get(code, "") if before else "",
            )
            for code in codes
        }
        for code, field in self.fields.items():
            self.add_pair((NAMES.get(code, code), field))
        self.sensitive: CheckRow | None = None
        if item is None:
            self.sensitive = CheckRow(workspace.theme, text("Sensitive: hidden in lists until it is opened"))
            self.add_wide(self.sensitive)
        elif item.aliases:
            names = text("Earlier names: {names}", names=", ".join(item.aliases))
            self.add_wide(Label(workspace.theme, names, role="small", ink="ink2", wrap=True))
        self.settle()

    def written(self) -> Words:
        """What the fields say."""
        return {code: field.text().strip() for code, field in self.fields.items()}

    def problem(self) -> tuple[str, QWidget] | None:
        """A new entry needs words."""
        if self._item is None and not any(self.written().values()):
            return self.workspace.text("Write it in one language at least."), next(iter(self.fields.values()))
        return None

    def about(self) -> dict[str, Any]:
        """Which list and which entry."""
        return {"record": {"list_key": self._list_key, "code": self._item.code if self._item else ""}}

    def save(self) -> bool:
        """Write it."""
        workspace, where = self.workspace, {"library": self.workspace.library, "list_key": self._list_key}
        if self._item is not None:
            return workspace.act(rename_entry, code=self._item.code, label=self.written(), **where)
        sensitive = self.sensitive is not None and self.sensitive.isChecked()
        return workspace.act(add_entry, label=self.written(), sensitive=sensitive, **where)
