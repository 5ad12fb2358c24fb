"""A referral to a partner and where it stands."""

import datetime

from app.models.record import FormRecord


class Referral(FormRecord, kw_only=True, frozen=True):
    """`status` is a code of list `referral-status`; consent states are codes of their own lists."""

    partner_id: str | None = None
    urgency: str = ""
    requested_by: str = ""
    services: list[str] = []
    student_consent: str = ""
    parents_consent: str = ""
    contact_by: str = ""
    status: str = "proposed"
    sent_date: datetime.date | None = None
    appointment_date: datetime.date | None = None
    answer_date: datetime.date | None = None
    remind_date: datetime.date | None = None
