"""How far a referral has come, in words."""

from app.models.referral import Referral
from app.ui.workspace import Workspace

_STATUS = "referral-status"


def status_words(workspace: Workspace, referral: Referral) -> str:
    """As its own form calls it, otherwise as the list of all referrals does."""
    form = workspace.library.forms.get(referral.form)
    own = next((ask for ask in form.questions if ask.bind == "status"), None) if form else None
    for choice in own.choices if own else []:
        if choice.code == referral.status:
            return workspace.locale.words(choice.label)
    return workspace.label(_STATUS, referral.status)
