"""A plan with its alternatives and steps, in one of its versions."""

import datetime

from app.models.record import FormRecord


class Plan(FormRecord, kw_only=True, frozen=True):
    """One version. `replaces_id` is the version before it; whichever none replaces is the present one.

    `status` is a code of list `plan-status`.
    """

    version: int = 1
    replaces_id: str | None = None
    review_date: datetime.date | None = None
    status: str = "current"
