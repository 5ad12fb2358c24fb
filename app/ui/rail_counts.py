"""The numbers on the rail."""

from app.actions.look_at_today import look_at_today
from app.ui.destination import Place
from app.ui.workspace import Workspace


def rail_counts(workspace: Workspace) -> dict[Place, int]:
    """How many things wait in each place that counts them."""
    today = look_at_today(workspace.notebook, library=workspace.library, day=workspace.today)
    return {
        "today": today.count,
        "requests": workspace.notebook.requests.waiting_count(),
        "referrals": len(today.unanswered),
        "transfer": workspace.notebook.transfers.waiting(),
    }
