"""What is proposed for a receiver and on what ground, in one sentence."""

from app.frameworks.proposal import Proposal
from app.i18n import N_
from app.models.disclosure import Scope
from app.ui.workspace import Workspace

CIRCLES = "share-circles"
_SAID = {
    "whole": N_("{who}: this paper is written for them, so all of it is ticked."),
    "record": N_("{who}: all this paper shows is ticked ({may})."),
    "shared": N_("{who}: only what may be handed on is ticked ({may})."),
    "chosen": N_("{who}: nothing is ticked by itself ({may})."),
    "nothing": N_("{who}: no content is ticked ({may})."),
}
_SCOPES: dict[Scope, str] = {
    "wider": N_("more than proposed"),
    "narrower": N_("less than proposed"),
    "proposed": N_("as proposed"),
}


def proposal_words(workspace: Workspace, proposal: Proposal) -> str:
    """The default and its ground; "" where no circle is known."""
    circle, text, words = proposal.circle, workspace.text, workspace.locale.words
    if circle is None:
        return ""
    who = workspace.label(CIRCLES, circle.who)
    said = text(_SAID[proposal.how], who=who[:1].upper() + who[1:], may=words(circle.may))
    why = words(circle.why)
    return " ".join((said, text("Ground: {why}.", why=why))) if why else said


def scope_words(workspace: Workspace, scope: Scope) -> str:
    """Whether more or less was given than is proposed; "" where nobody proposed anything."""
    return workspace.text(_SCOPES[scope]) if scope in _SCOPES else ""


def ledger_scope(workspace: Workspace, circle: str, scope: Scope) -> str:
    """For which circle, and whether it was more or less than proposed: for a line of the ledger."""
    who = workspace.label(CIRCLES, circle) if circle else ""
    odd = scope_words(workspace, scope) if scope != "proposed" else ""
    return " · ".join(part for part in (who, odd) if part)
