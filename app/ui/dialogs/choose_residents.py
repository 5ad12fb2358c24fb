"""Who of those noted already lives with the student."""

import msgspec
from PySide6.QtWidgets import QWidget

from app.actions.sheets.tell_household import RELATIONS, home_name
from app.actions.students.save_residents import save_residents
from app.models.resident import Resident
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.dialog import Dialog
from app.ui.workspace import Workspace


def choose_residents(workspace: Workspace, parent: QWidget, proposed: list[Resident], *, first: int) -> bool:
    """Ask; those ticked are noted, in their order from `first` on. Whether anybody was."""
    asked = ResidentChooser(workspace, parent, proposed)
    if asked.ask() != "take":
        return False
    return workspace.act(save_residents, residents=asked.chosen(first))


class ResidentChooser(Dialog):
    """Everybody is ticked: whoever does not live there is taken out."""

    def __init__(self, workspace: Workspace, parent: QWidget, proposed: list[Resident]) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            theme,
            title=text("Who lives with the student?"),
            text=text("Noted already among guardians, brothers and sisters, and those who live with them."),
            answers=[("take", text("Note those"), "primary"), ("leave", text("Leave as it was"), "outlined")],
            parent=parent.window(),
        )
        self._proposed = proposed
        self.rows = [
            CheckRow(theme, one.name, detail=_facts(workspace, one), checked=True) for one in proposed
        ]
        for row in self.rows:
            self.body.addWidget(row)
        self.fit()

    def chosen(self, first: int) -> list[Resident]:
        """Those ticked, one after the other."""
        taken = [one for one, row in zip(self._proposed, self.rows, strict=True) if row.isChecked()]
        return [msgspec.structs.replace(one, position=first + n) for n, one in enumerate(taken)]


def _facts(workspace: Workspace, one: Resident) -> str:
    born = workspace.locale.date(one.birth_date) if one.birth_date else str(one.birth_year or "")
    relation = workspace.label(RELATIONS, one.relation) if one.relation else ""
    home = home_name(one.home, workspace.locale) if one.home == 2 else ""
    return " · ".join(filter(None, (relation, born, home)))
