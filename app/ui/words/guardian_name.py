"""What a guardian is called."""

from app.models.guardian import Guardian
from app.ui.workspace import Workspace

_RELATIONS = "relation"


def called(workspace: Workspace, guardian: Guardian) -> str:
    """The guardian's name, or what they are to the student."""
    return guardian.name or workspace.label(_RELATIONS, guardian.relation) or guardian.phone
