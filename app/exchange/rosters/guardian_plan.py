"""What importing guardians would do, before anything is written."""

from typing import Any, Literal

from app.exchange.rosters.entry import RejectedLine
from app.exchange.rosters.guardian_entry import GuardianEntry
from app.models.discreet import Discreet


class PlannedGuardian(Discreet, frozen=True, kw_only=True):
    """One guardian of one followed student; a known one has `changes`, attributes that were empty."""

    entry: GuardianEntry
    student_id: str
    verdict: Literal["new", "known"]
    guardian_id: str | None = None
    changes: dict[str, Any] = {}

    @property
    def line(self) -> int:
        """The link of the file."""
        return self.entry.line


class GuardianPlan(Discreet, frozen=True, kw_only=True):
    """The guardians of followed students only; everybody else's are counted in `left` and forgotten.

    `followed` students have an open case, `found` of them stand in the file, `unnumbered` cannot be
    looked for: no list of SIECLE has given them their number.
    """

    lines: list[PlannedGuardian]
    rejected: list[RejectedLine]
    followed: int
    found: int
    unnumbered: int
    left: int

    def with_verdict(self, verdict: Literal["new", "known"]) -> list[PlannedGuardian]:
        """The guardians judged so, in their order."""
        return [line for line in self.lines if line.verdict == verdict]
