"""What each proposal of a package would do here; nothing is done."""

from collections.abc import Mapping

import msgspec

from app.actions.proposals.kept import kept_proposals
from app.actions.proposals.offered_roster import plan_of
from app.actions.proposals.own_unit import is_own_unit
from app.actions.unit_changes.look_into_unit_file import UnitPreview, preview_unit_file
from app.exchange.incoming import ALONE
from app.exchange.package.lines import RecordLine
from app.exchange.package.spooled_lines import SpooledLines
from app.exchange.proposal import PROPOSED, Said, entry_said, fault_of_proposal, file_of, said_of
from app.exchange.rosters.plan import RosterPlan
from app.frameworks.library import Library
from app.i18n import N_
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.models.folding import fold
from app.models.partner import Partner
from app.models.proposed import Answer
from app.models.school import School
from app.storage.notebook import Notebook

NOT_THE_UNIT = N_(
    "Only your own unit may propose. Whose notebook that is, you say under Transfer, on their card."
)


class Offer(Discreet, frozen=True, kw_only=True):
    """One proposal. `answer` was given before; `reason` says, in English, why it is refused.

    `lines` are the records that come in with it, `here` the entry it would change, `preview` what a unit's
    lists and forms would change, `roster` what a class list would. `is_same`: it is so already, and nothing
    is asked. `place` is where in the package it stands.
    """

    line: RecordLine
    place: int
    lines: SpooledLines[RecordLine]
    said: Said | None = None
    reason: str = ""
    answer: Answer = ""
    here: Partner | School | None = None
    preview: UnitPreview | None = None
    roster: RosterPlan | None = None
    is_same: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide."""
        return not (self.reason or self.answer or self.is_same)


def look_at_offers(
    notebook: Notebook,
    *,
    library: Library,
    correspondent: Correspondent,
    proposals: Mapping[int, RecordLine],
    waiting: Mapping[str, SpooledLines[RecordLine]],
    none: SpooledLines[RecordLine],
    cases: set[str],
) -> list[Offer]:
    """`proposals` by their place, `waiting` by proposal the records that wait for it, else `none`.

    `cases` are those of the package.
    """
    if not proposals:
        return []
    may, kept, entries = is_own_unit(notebook, correspondent), kept_proposals(notebook), Entries(notebook)
    offers = []
    for place, line in proposals.items():
        lines = waiting.get(line.id, none)
        reason = NOT_THE_UNIT if not may else fault_of_proposal(line)
        if reason:
            offers.append(Offer(line=line, place=place, reason=reason, lines=lines))
            continue
        known = kept.get(line.id)
        answer = known.answer if known and known.correspondent_id == correspondent.id else ""
        bare = Offer(line=line, place=place, said=said_of(line), answer=answer, lines=none)
        offers.append(_offer(notebook, library, bare, lines, cases, entries))
    return offers


def _offer(
    notebook: Notebook,
    library: Library,
    bare: Offer,
    lines: SpooledLines[RecordLine],
    cases: set[str],
    entries: "Entries",
) -> Offer:
    said, replace = bare.said, msgspec.structs.replace
    assert said is not None
    if said.about == "unit_file":
        preview = preview_unit_file(notebook, library=library, file=file_of(said))
        return replace(bare, preview=preview, is_same=not preview.differences)
    if said.about == "roster":
        plan = plan_of(notebook, line=bare.line)
        return replace(bare, roster=plan, is_same=not (plan.with_verdict("new") or plan.changed))
    if said.about == "case":
        known = said.record_id in cases or notebook.cases.find(said.record_id) is not None
        return replace(bare, lines=lines, reason="" if known else ALONE)
    here = entries.spoken_of(said)
    same = here is not None and said.said.items() <= entry_said(here, said.about).items()
    return replace(bare, here=here, is_same=same)


class Entries:
    """The directory and the schools, read once."""

    def __init__(self, notebook: Notebook) -> None:
        self._by_id: dict[str, Partner | School] = {}
        self._by_name: dict[tuple[str, ...], Partner | School] = {}
        everything: list[Partner | School] = [*notebook.partners.list(), *notebook.schools.list()]
        for one in reversed(everything):
            self._by_id[one.id] = one
            name = (one.service, one.person) if isinstance(one, Partner) else (one.name,)
            self._by_name[tuple(map(fold, name))] = one

    def spoken_of(self, said: Said) -> Partner | School | None:
        """The entry a proposal speaks of: by its identifier, else the one of the same name."""
        names = PROPOSED["partner"][:2] if said.about == "partner" else PROPOSED["school"][:1]
        name = tuple(fold(str(said.said.get(part, ""))) for part in names)
        return self._by_id.get(said.record_id) or self._by_name.get(name)
