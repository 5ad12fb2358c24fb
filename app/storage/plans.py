"""The shelf of plans."""

from datetime import date

from app.models.plan import Plan
from app.storage.form_shelf import FormShelf
from app.storage.shelf import STUDENT_PRESENT

# A version in the bin replaces nothing: the one before it is the present one again.
_PRESENT = (
    "removed_at IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM plan n WHERE n.replaces_id = plan.id AND n.removed_at IS NULL)"
)


class Plans(FormShelf[Plan]):
    """Plans by student, by version, and those whose review has come."""

    struct = Plan
    order = "date, version, created_at, seq"

    def present(self, student_ids: list[str]) -> list[Plan]:
        """The plans of a student (and of the sheets joined into theirs) that none replaces, oldest first."""
        marks = ", ".join("?" * len(student_ids))
        return self._where(f"{_PRESENT} AND student_id IN ({marks})", student_ids)

    def to_review(self, *, until: date) -> list[Plan]:
        """Present plans under way whose review is on or before a day, soonest first."""
        found = self._where(
            f"{_PRESENT} AND review_date <= ? AND status = 'current' AND {STUDENT_PRESENT}",
            (until.isoformat(),),
        )
        return sorted(found, key=lambda plan: plan.review_date or until)

    def replacement(self, record_id: str) -> Plan | None:
        """The version that replaces this one, the newest if there are several; None for a present plan."""
        found = self._where("removed_at IS NULL AND replaces_id = ?", (record_id,))
        return max(found, key=lambda plan: plan.version, default=None)

    def earlier(self, plan: Plan) -> list[Plan]:
        """The versions before this one that are here, newest first."""
        found: list[Plan] = []
        seen = {plan.id}
        before = self.find(plan.replaces_id)
        while before is not None and before.id not in seen:
            seen.add(before.id)
            if before.removed_at is None:
                found.append(before)
            before = self.find(before.replaces_id)
        return found

    def versions(self, plan: Plan) -> list[Plan]:
        """Every version of the same plan that is here, newest first, this one among them."""
        newer: list[Plan] = []
        after = self.replacement(plan.id)
        while after is not None and after.id not in {plan.id, *(one.id for one in newer)}:
            newer.insert(0, after)
            after = self.replacement(after.id)
        known = {one.id for one in newer}
        return [*newer, plan, *(one for one in self.earlier(plan) if one.id not in known)]

    def next_version(self, plan: Plan) -> int:
        """The number after this one; none is given twice, not even after one in the bin."""
        row = self._core.engine.row("SELECT max(version) FROM plan WHERE replaces_id = ?", (plan.id,))
        return max(plan.version, int(row[0] or 0) if row else 0) + 1
