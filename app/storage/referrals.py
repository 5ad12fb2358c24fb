"""The shelf of referrals."""

from datetime import date

from app.models.referral import Referral
from app.storage.form_shelf import FormShelf
from app.storage.shelf import STUDENT_PRESENT

_PRESENT = f"removed_at IS NULL AND {STUDENT_PRESENT}"


class Referrals(FormShelf[Referral]):
    """Referrals by student and by where they stand."""

    struct = Referral

    def open(self) -> list[Referral]:
        """Referrals that go on: proposed, accepted, sent, appointment made, seen or without news."""
        return self._where(
            f"{_PRESENT} AND status IN ('proposed', 'accepted', 'sent', 'appointment', 'seen', 'no_news')"
        )

    def without_answer(self, *, since: date) -> list[Referral]:
        """Referrals sent on or before a day with no answer yet, oldest first."""
        return self._where(
            f"{_PRESENT} AND status IN ('sent', 'appointment', 'seen', 'no_news')"
            " AND answer_date IS NULL AND coalesce(sent_date, date) <= ?",
            (since.isoformat(),),
        )

    def reminded(self, *, until: date) -> list[Referral]:
        """Referrals without answer whose reminder is due on or before a day."""
        return self._where(
            f"{_PRESENT} AND answer_date IS NULL AND remind_date <= ?"
            " AND status NOT IN ('answered', 'abandoned', 'refused_student', 'refused_parents')",
            (until.isoformat(),),
        )

    def newest(self, *, limit: int = 100) -> list[Referral]:
        """The newest referrals of everybody."""
        return self._where(
            f"removed_at IS NULL AND id IN (SELECT id FROM referral WHERE {_PRESENT}"
            " ORDER BY date DESC, seq DESC LIMIT ?)",
            (limit,),
        )[::-1]
