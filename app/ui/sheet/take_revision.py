"""An earlier revision brought back, and the way back from that."""

from app.actions.history.bring_back import bring_back
from app.models.revision import Revision
from app.ui.workspace import Workspace


def take_revision(workspace: Workspace, revision: Revision) -> bool:
    """Bring it back and offer to undo; False when that failed, which has been told."""
    present = workspace.notebook.shelf(revision.kind).find(revision.record_id)
    before = present.revision if present else ""
    if not _bring(workspace, revision.id):
        return False
    workspace.offer_undo(
        workspace.text("Brought back as it was on {moment}", moment=workspace.locale.moment(revision.at)),
        lambda: _bring(workspace, before),
    )
    return True


def _bring(workspace: Workspace, revision_id: str) -> bool:
    return workspace.act(
        bring_back, library=workspace.library, revision_id=revision_id, today=workspace.today
    )
