"""A referral has left."""

from datetime import date

import msgspec

from app.models.changes import Changes
from app.storage.notebook import Notebook

_BEFORE_SENDING = {"proposed", "accepted", ""}


def mark_sent(notebook: Notebook, *, referral_id: str, today: date) -> Changes:
    """Note that it was sent today, unless it was sent before."""
    with notebook.change() as change:
        referral = notebook.referrals.get(referral_id)
        if referral.status in _BEFORE_SENDING:
            notebook.referrals.save(msgspec.structs.replace(referral, status="sent", sent_date=today))
    return change.changes
