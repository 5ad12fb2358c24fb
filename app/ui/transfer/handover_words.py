"""With whom a case is, in words."""

from collections.abc import Sequence

from app.models.handover import Handover
from app.ui.transfer.package_words import local_day
from app.ui.workspace import Workspace


def is_given_away(handovers: Sequence[Handover]) -> bool:
    """Whether the case left for good and is not here again."""
    return bool(handovers) and handovers[-1].direction == "out" and not handovers[-1].ended_at


def handover_words(workspace: Workspace, handovers: Sequence[Handover]) -> str:
    """Of a case that changed hands, oldest first: to whom it went or from whom it came, last."""
    if not handovers or handovers[-1].ended_at:
        return ""
    last, text, date = handovers[-1], workspace.text, workspace.locale.date
    other = workspace.notebook.correspondents.find(last.correspondent_id)
    name = other.name if other else ""
    if last.direction == "in":
        return text("given to you for good by {name} on {day}", name=name, day=date(local_day(last.at)))
    if last.acknowledged_at is None:
        return text("given to {name} on {day}, not yet acknowledged", name=name, day=date(local_day(last.at)))
    day = date(local_day(last.acknowledged_at))
    return text("given to {name}, who has had it since {day}: read here, not written", name=name, day=day)
