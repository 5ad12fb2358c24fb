"""What a record that comes means for what is there. Clocks never decide; revisions do."""

from typing import Literal

from app.exchange.package.lines import RecordLine
from app.models.discreet import Discreet

Verdict = Literal["new", "updated", "identical", "conflict", "refused"]


class Known(Discreet, frozen=True, kw_only=True):
    """What this notebook has of one record.

    `revision` is the sender's revision that was written last and `ancestors` those before it; both
    are empty for a record that never came from this sender.
    `changed_here` says that somebody wrote here since.
    """

    exists: bool
    revision: str = ""
    ancestors: frozenset[str] = frozenset()
    changed_here: bool = False


def judge(line: RecordLine, known: Known) -> Verdict:
    """The same answer in whatever order, and however often, packages come.

    Nothing there: new. What is there came from this one or a later one: identical. What is there is
    one this one follows, untouched: updated. Anything else is a conflict, and nothing is overwritten.
    """
    if not known.exists:
        return "new"
    if line.revision == known.revision or line.revision in known.ancestors:
        return "identical"
    if known.revision in line.ancestors and not known.changed_here:
        return "updated"
    return "conflict"
