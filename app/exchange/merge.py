"""What a record that comes means for what is there. Clocks never decide; revisions do."""

from collections.abc import Mapping
from typing import Literal

from app.exchange.package.lines import RecordLine
from app.models.discreet import Discreet

Verdict = Literal["new", "updated", "identical", "conflict", "refused"]


class Known(Discreet, frozen=True, kw_only=True):
    """What this notebook has of one record.

    `revision` and `projection` are the sender's that were written last and `ancestors` the revisions
    before; `came` has the hash of each (revision, projection) that was written. All are empty for a
    record that never came from this sender. `changed_here` says that somebody wrote here since.
    """

    exists: bool
    revision: str = ""
    projection: int = 0
    ancestors: frozenset[str] = frozenset()
    came: Mapping[tuple[str, int], str] = {}
    changed_here: bool = False


def judge(line: RecordLine, known: Known) -> Verdict:
    """The same answer in whatever order, and however often, packages come.

    Nothing there: new. What is there came from this one or a later one: identical. What is there is
    one this one follows, untouched: updated. Anything else is a conflict, and nothing is overwritten:
    also what came before under the same revision and number and said something else.
    """
    if not known.exists:
        return "new"
    before = known.came.get((line.revision, line.projection), line.hash)
    if before != line.hash:
        return "conflict"
    again = line.revision == known.revision
    if line.projection <= known.projection if again else line.revision in known.ancestors:
        return "identical"
    if (again or known.revision in line.ancestors) and not known.changed_here:
        return "updated"
    return "conflict"
