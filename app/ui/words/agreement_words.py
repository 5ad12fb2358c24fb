"""How an agreement is said: to what, by whom, and why it holds no longer."""

from app.models.agreement import Agreement
from app.models.guardian import Guardian
from app.models.lapse import Lapse
from app.ui.words.guardian_name import called
from app.ui.workspace import Workspace

SCOPES, GIVERS, WAYS = "agreement-scopes", "agreement-givers", "agreement-ways"


def to_what(workspace: Workspace, agreement: Agreement, service: str = "") -> str:
    """Its scope, and the service where it names one."""
    words = workspace.label(SCOPES, agreement.scope)
    if not agreement.partner_id:
        return words
    if not service:
        partner = workspace.notebook.partners.find(agreement.partner_id)
        service = partner.service if partner else ""
    return workspace.text("{mark}: {text}", mark=words, text=service) if service else words


def by_whom(workspace: Workspace, agreement: Agreement, guardian: Guardian | None = None) -> str:
    """The guardian by name where it is one of them, otherwise who they are."""
    guardian = guardian or workspace.notebook.guardians.find(agreement.guardian_id)
    return (called(workspace, guardian) if guardian else "") or workspace.label(GIVERS, agreement.giver)


def why_over(workspace: Workspace, lapse: Lapse) -> str:
    """Taken back, run out, or the parents' and no longer theirs to give."""
    text, day = workspace.text, workspace.locale.date(lapse.since)
    if lapse.why == "withdrawn":
        return text("taken back on {day}", day=day)
    if lapse.why == "expired":
        return text("ended on {day}", day=day)
    return text("of age since {day}: only the student can agree now", day=day)
