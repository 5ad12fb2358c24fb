"""What importing a list would do, before anything is written."""

from typing import Any, Literal

from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.entry import RejectedLine, RosterEntry, SkippedLine, UnusedLine
from app.models.discreet import Discreet

Verdict = Literal["new", "known", "doubtful"]


class Candidate(Discreet, frozen=True, kw_only=True):
    """A student of the notebook the line may be, and why it is not certain (a sentence of `reasons`)."""

    student_id: str
    reason: str


class PlannedLine(Discreet, frozen=True, kw_only=True):
    """One student of the list and what would become of them.

    `student_id` says who a known one is (None when the line repeats a new one: `repeats` is that
    line's number); `changes` are the attributes of that student the list would change; a doubtful
    one has a `reason` and perhaps `candidates`, the likeliest first.
    """

    entry: RosterEntry
    verdict: Verdict
    reason: str = ""
    student_id: str | None = None
    candidates: list[Candidate] = []
    changes: dict[str, Any] = {}
    repeats: int | None = None

    @property
    def line(self) -> int:
        """The line of the file."""
        return self.entry.line


class RosterPlan(Discreet, frozen=True, kw_only=True):
    """Every line of a list with its verdict, beside the lines that were not taken."""

    lines: list[PlannedLine]
    school_id: str | None
    rejected: list[RejectedLine] = []
    skipped: list[SkippedLine] = []
    mapping: Mapping = Mapping({})
    fingerprint: str = ""
    format_name: str = ""

    def with_verdict(self, verdict: Verdict) -> list[PlannedLine]:
        """The lines judged so, in the order of the file."""
        return [line for line in self.lines if line.verdict == verdict]

    @property
    def changed(self) -> list[PlannedLine]:
        """The known ones something would change for: a new class, mostly."""
        return [line for line in self.lines if line.changes]

    @property
    def unused(self) -> list[UnusedLine]:
        """Every line no student comes of, in the order of the file."""
        return sorted([*self.rejected, *self.skipped], key=lambda line: line.line)
