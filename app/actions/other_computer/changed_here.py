"""What the other computer does not have yet."""

from collections import Counter
from collections.abc import Sequence

from app.actions.other_computer.known_there import ways_of
from app.actions.other_computer.other_computer import other_computer
from app.actions.other_computer.their_row import their_row
from app.actions.other_computer.whereabouts_here import whereabouts_here
from app.errors import OtherComputerUnknown
from app.exchange.oneself import OWN_KINDS, project_own
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.discreet import Discreet
from app.models.kinds import FORM_KINDS, NAMES
from app.models.record import Record
from app.storage.notebook import Notebook


class ChangedHere(Discreet, frozen=True, kw_only=True):
    """`lines` in the order they are written. `counts` by kind, `bytes` those of the attachments that leave.

    `whereabouts` say how far what left for others has got.

    `is_everything`: nothing was confirmed by the other computer yet, so all of it leaves.
    """

    lines: list[RecordLine]
    whereabouts: list[RecordLine]
    counts: dict[str, int]
    bytes: int
    is_everything: bool

    def __repr__(self) -> str:
        """How much, not what."""
        return f"<ChangedHere {len(self.lines)}>"


def changed_here(notebook: Notebook, *, library: Library, everything: bool = False) -> ChangedHere:
    """Every record in a revision the other computer has not confirmed, however it is shared.

    What left without being confirmed leaves again: a package that is lost holds back nothing. With
    `everything` what was confirmed leaves too. Nothing is written. OtherComputerUnknown.
    """
    other = other_computer(notebook)
    if other is None:
        raise OtherComputerUnknown
    confirmed = notebook.transfers.own.confirmed(other.id, their_row(notebook))
    skipped = set() if everything else confirmed
    changed: dict[str, Record] = {}
    answers: dict[str, list[Answer]] = {}
    for kind in OWN_KINDS:
        shelf = notebook.shelf(kind)
        found = {
            one.id: one for one in [*shelf.list(), *shelf.list(removed=True)] if one.revision not in skipped
        }
        changed |= found
        if kind in FORM_KINDS:
            answers |= notebook.sheets(kind).answers_of(found)
    lines = _lines(notebook, library, other.id, list(changed.values()), answers, skipped)
    return ChangedHere(
        lines=lines,
        whereabouts=whereabouts_here(notebook, skipped=skipped),
        counts=dict(Counter(NAMES[type(one)] for one in changed.values())),
        bytes=sum(int(line.fields["size"]) for line in lines if line.pieces),
        is_everything=not confirmed or everything,
    )


def _lines(
    notebook: Notebook,
    library: Library,
    correspondent_id: str,
    records: Sequence[Record],
    answers: dict[str, list[Answer]],
    confirmed: set[str],
) -> list[RecordLine]:
    by_id = {one.id: one for one in records}
    ways = ways_of(notebook, correspondent_id=correspondent_id, records=by_id)
    revisions = notebook.history.many([one.revision for one in records])
    authors, own = {one.id: one for one in notebook.practitioners.list()}, notebook.author
    return [
        project_own(
            record=one,
            answers=answers.get(one.id, []),
            form=library.forms.get(str(getattr(one, "form", ""))),
            author=authors.get(revisions[one.revision].author_id, own),
            at=revisions[one.revision].at,
            ancestors=sorted(ways[one.id].met - {one.revision}),
            with_bytes=not ways[one.id].met & confirmed,
        )
        for one in records
    ]
