"""At which of one's schools; asked only where there are several."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.combo_field import ComboField
from app.ui.workspace import Workspace


class SchoolField(ComboField):
    """The schools of the notebook, and one in the bin where it was chosen before."""

    def __init__(self, workspace: Workspace, school_id: str | None, parent: QWidget | None = None) -> None:
        schools = {one.id: one.name for one in workspace.notebook.schools.list()}
        before = workspace.notebook.schools.find(school_id)
        if before is not None:
            schools[before.id] = before.name
        super().__init__(
            workspace.theme, choices=[("", workspace.text("not said")), *schools.items()], parent=parent
        )
        self.choose(school_id or "")
        self.is_asked = len(schools) > 1

    def school_id(self) -> str | None:
        """The one chosen, or None."""
        return self.chosen() or None
