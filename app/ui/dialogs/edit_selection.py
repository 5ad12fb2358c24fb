"""What the cases one hands over to somebody have in common."""

from functools import partial
from typing import Any, ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.sending.keep_selection import drop_selection, keep_selection
from app.actions.sending.select_cases import select_cases
from app.models.selection import Selection
from app.ui.dialogs.edit_dialog import EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.services import services
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.widgets.text_field import TextField
from app.ui.workspace import Workspace

_DROP = "drop"


def edit_selection(
    workspace: Workspace,
    parent: QWidget,
    correspondent_id: str,
    selection: Selection | None,
    fields: Fields = (),
) -> str | None:
    """The selection that was saved, "" when it was taken out, None when it was left as it was."""
    before = selection or Selection(name="", correspondent_id=correspondent_id, shared="before")
    dialog = SelectionEditor(workspace, parent, before, is_new=selection is None)
    dialog.write_again(fields)
    answer = dialog.ask()
    if answer == _DROP and workspace.act(drop_selection, selection_id=before.id):
        workspace.offer_undo(
            workspace.text("Selection taken out: {name}", name=before.name),
            partial(workspace.act, keep_selection, selection=before),
        )
        return ""
    return before.id if answer == "save" else None


class SelectionEditor(EditDialog):
    """Says how many cases it means today."""

    question: ClassVar[str] = "selection"

    def __init__(self, workspace: Workspace, parent: QWidget, before: Selection, *, is_new: bool) -> None:
        text, theme = workspace.text, workspace.theme
        other = workspace.notebook.correspondents.get(before.correspondent_id)
        super().__init__(
            workspace,
            parent,
            title=text("New selection") if is_new else text("Correct the selection"),
            text=text(
                "For {name}. What the cases have in common is kept, not a list: each time it is looked up"
                " anew.",
                name=other.name,
            ),
            more=[] if is_new else [(_DROP, text("Take the selection out"), "quiet")],
        )
        self._before, self._is_new = before, is_new
        self._name = TextField(theme)
        self._name.setText(before.name)
        self._name.setPlaceholderText(text("for example: my open cases with the unit"))
        self._state = self._choice(
            [("open", text("open cases")), ("closed", text("closed cases")), ("any", text("open or closed"))],
            before.state,
        )
        self._shared = self._choice(
            [
                ("before", text("handed over to them before")),
                ("never", text("never handed over to them")),
                ("any", text("either way")),
            ],
            before.shared,
        )
        self.add_pair((text("Name"), self._name))
        self.add_pair((text("Which"), self._state), (text("With them"), self._shared))
        every = [("", text("every one"))]
        schools = [(one.id, one.name) for one in workspace.notebook.schools.list()]
        offered = services(workspace, before.framework)
        self._school: ComboField | None = None
        self._service: ComboField | None = None
        if len(schools) > 1 or before.school_id:
            self._school = self._choice([*every, *schools], before.school_id)
            self.add_pair((text("School"), self._school))
        if offered:
            self._service = self._choice([*every, *offered], before.framework)
            self.add_pair((text("Service"), self._service))
        self._count = Label(theme, role="small", ink="ink2", wrap=True)
        self.add_wide(self._count)
        self._tell()
        self.settle()

    def written(self) -> Selection:
        """The selection as the fields say."""
        return msgspec.structs.replace(
            self._before,
            name=self._name.text().strip(),
            state=self._state.chosen() or "open",
            shared=self._shared.chosen() or "any",
            school_id=(self._school.chosen() or "") if self._school else "",
            framework=(self._service.chosen() or "") if self._service else "",
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """It is found again by its name."""
        return None if self.written().name else (self.workspace.text("Give it a name."), self._name)

    def about(self) -> dict[str, Any]:
        """The selection as it was."""
        return {"record": self._before, "is_new": self._is_new}

    def save(self) -> bool:
        """Write it."""
        return self.workspace.act(keep_selection, selection=self.written())

    def _choice(self, choices: list[tuple[str, str]], chosen: str) -> ComboField:
        field = ComboField(self.workspace.theme, choices=choices)
        field.choose(chosen)
        field.currentIndexChanged.connect(lambda _: self._tell())
        return field

    def _tell(self) -> None:
        n = len(select_cases(self.workspace.notebook, selection=self.written()))
        self._count.setText(
            self.workspace.locale.plural("Today it means {n} case.", "Today it means {n} cases.", n)
        )
