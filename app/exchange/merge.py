"""What a record that comes means for what is there. Clocks never decide; revisions do."""

from typing import Literal

import msgspec

from app.exchange.package.lines import RecordLine

Verdict = Literal["new", "updated", "identical", "conflict", "refused"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What this notebook has of one record.

    `revision` is the sender's revision that was written last and `ancestors` those before it, `hash`
    the projection it came as; all empty for a record that never came from this sender.
    `changed_here` says that somebody wrote here since.
    """

    exists: bool
    revision: str = ""
    ancestors: frozenset[str] = frozenset()
    hash: str = ""
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
    follows = bool(known.revision) and known.revision in line.ancestors
    if follows and (not known.changed_here or line.hash == known.hash):
        return "updated" if not known.changed_here else "identical"
    return "conflict"
