"""What is proposed for a receiver and on what ground, in one sentence."""

from collections.abc import Mapping

from app.frameworks.proposal import Proposal
from app.i18n import N_
from app.models.disclosure import Scope
from app.ui.workspace import Workspace

CIRCLES = "share-circles"
Said = Mapping[str, str]  # by how much is proposed
PAPER: Said = {
    "whole": N_("{who}: this paper is written for them, so all of it is ticked."),
    "record": N_("{who}: all this paper shows is ticked ({may})."),
    "shared": N_("{who}: only what may be handed on is ticked ({may})."),
    "chosen": N_("{who}: nothing is ticked by itself ({may})."),
    "nothing": N_("{who}: no content is ticked ({may})."),
}
LETTER: Said = {
    "whole": N_("{who}: this letter is written for them."),
    "record": N_("{who}: a letter may go to them ({may})."),
    "shared": N_("{who}: this letter is written for others ({may})."),
    "chosen": N_("{who}: this letter is written for others ({may})."),
    "nothing": N_("{who}: this letter is written for others ({may})."),
}
FILE: Said = {
    "whole": N_("{who}: this file belongs to a paper that is written for them."),
    "record": N_("{who}: this file is part of what they receive ({may})."),
    "shared": N_("{who}: no file is proposed, only what somebody chooses ({may})."),
    "chosen": N_("{who}: no file is proposed, only what somebody chooses ({may})."),
    "nothing": N_("{who}: no file is proposed ({may})."),
}
_SCOPES: dict[Scope, str] = {
    "wider": N_("more than proposed"),
    "narrower": N_("less than proposed"),
    "proposed": N_("as proposed"),
}


def proposal_words(workspace: Workspace, proposal: Proposal, said: Said = PAPER) -> str:
    """The default and its ground; "" where no circle is known. `said` are the words for what leaves."""
    circle, text, words = proposal.circle, workspace.text, workspace.locale.words
    if circle is None:
        return ""
    who = workspace.label(CIRCLES, circle.who)
    proposed = text(said[proposal.how], who=who[:1].upper() + who[1:], may=words(circle.may))
    why = words(circle.why)
    return " ".join((proposed, text("Ground: {why}.", why=why))) if why else proposed


def scope_words(workspace: Workspace, scope: Scope) -> str:
    """Whether more or less was given than is proposed; "" where nobody proposed anything."""
    return workspace.text(_SCOPES[scope]) if scope in _SCOPES else ""


def ledger_scope(workspace: Workspace, circle: str, scope: Scope) -> str:
    """For which circle, and whether it was more or less than proposed: for a line of the ledger."""
    who = workspace.label(CIRCLES, circle) if circle else ""
    odd = scope_words(workspace, scope) if scope != "proposed" else ""
    return " · ".join(part for part in (who, odd) if part)
