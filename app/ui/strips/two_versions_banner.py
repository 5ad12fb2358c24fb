"""On a sheet or paper of what stands in two versions: that it does, and the way to both."""

from PySide6.QtWidgets import QWidget

from app.actions.conflicts.open_conflicts import open_conflicts
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace


class TwoVersionsBanner(Banner):
    """Not there where there is one version."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._look = Button(workspace.theme, workspace.text("See both"), kind="outlined", small=True)
        super().__init__(workspace.theme, actions=[self._look], parent=parent)
        self._workspace, self._conflict_id = workspace, ""
        self._look.clicked.connect(lambda: workspace.go("conflict", record_id=self._conflict_id))
        self.hide()

    def show_record(self, *record_ids: str | None) -> None:
        """What waits about this record, or about another one that is shown with it."""
        workspace = self._workspace
        waiting = open_conflicts(workspace.notebook)
        found = [one for record_id in record_ids for one in waiting if one.record_id == record_id]
        if not found:
            self.set_lines([])
            return
        self._conflict_id = found[0].id
        sender = workspace.notebook.correspondents.get(found[0].correspondent_id).name
        said = workspace.text(
            "{name} wrote here too. This is your version; the other one waits.", name=sender
        )
        self.set_lines([("info", said)])
