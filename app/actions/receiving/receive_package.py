"""Take over what a package holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext

import msgspec

from app.actions.index.index_received import index_received_people, index_received_sheets, people_of
from app.actions.other_computer.cards_apart import cards_apart
from app.actions.other_computer.known_there import ways_of
from app.actions.other_computer.mend_joins import mend_joins
from app.actions.other_computer.take_own import OwnReferences, index_own
from app.actions.other_computer.take_whereabouts import take_whereabouts
from app.actions.other_computer.their_row import note_what_they_had
from app.actions.packages.meet_authors import meet_authors
from app.actions.packages.refusals import refusal_code
from app.actions.proposals.take_offers import still_open, take_offers
from app.actions.proposals.with_offers import places_of
from app.actions.receiving.check_files import check_files
from app.actions.receiving.judged_records import ChosenRecords, Judged, JudgedRecords
from app.actions.receiving.keep_conflicts import keep_conflicts
from app.actions.receiving.lines_as_taken import lines_as_taken
from app.actions.receiving.note_handovers import note_handovers
from app.actions.receiving.open_package import (
    OpenedPackage,
    fault_here,
    judge_records,
    records_here,
)
from app.exchange.incoming import incoming_answers, incoming_record
from app.exchange.package.lines import RecordLine
from app.exchange.staying import with_staying
from app.exchange.travelling import INTO
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.attachment import Attachment
from app.models.case import Case
from app.models.changes import Changes
from app.models.discreet import Discreet
from app.models.kinds import FORM_KINDS
from app.models.package import Package
from app.models.received_revision import ReceivedRevision
from app.models.record import Record, now
from app.models.stream import Stream
from app.storage.notebook import Notebook

_MANY = 100  # records


class Received(Discreet, frozen=True, kw_only=True):
    """How many records became what, and what changed; `left` proposals wait for an answer still."""

    counts: dict[str, int]
    changes: Changes
    left: int = 0


def receive_package(
    notebook: Notebook, *, library: Library, opened: OpenedPackage, answers: Mapping[str, bool] | None = None
) -> Received:
    """One transaction, all or nothing: new and updated records written with their author, conflicts kept.

    `answers` are those to the unit's proposals, by identifier; what has none changes nothing.
    The lines are judged again, because the notebook may have changed since they were looked at; so two
    windows, or the same package twice, write once. PackageForked when its row goes on in two places.
    """
    opened.refuse_fork()
    given = answers or {}
    accepted = {key for key, said in given.items() if said}
    check_files(opened.files, opened.records.with_more(_more(library, opened, accepted)))
    with notebook.change() as change:
        answers = still_open(notebook, given) if opened.offers else {}
        accepted = {one.line.id for one in opened.offers if one.is_open and answers.get(one.line.id)}
        judged = opened.records.with_more(_more(library, opened, accepted))
        correspondent = opened.correspondent.id
        judge_records(notebook, library, correspondent, judged)
        check_files(opened.files, judged)
        if opened.correspondent.is_oneself:
            notebook.transfers.own.in_any_order()
            note_what_they_had(notebook, correspondent_id=correspondent, header=opened.header)
        _write(notebook, library, opened, judged.those(lambda one: one.verdict in {"new", "updated"}))
        _note_met(notebook, opened, judged.those(lambda one: one.is_met))
        _end_conflicts(notebook, correspondent, judged)
        keep_conflicts(notebook, library, opened, judged.those(lambda one: one.verdict == "conflict"))
        note_package(notebook, opened)
        beside = take_whereabouts(
            notebook, correspondent_id=correspondent, package_id=opened.header.package_id,
            lines=opened.whereabouts,
        )  # fmt: skip
        _note_outcome(notebook, opened, judged, beside)
        note_handovers(notebook, opened=opened, judged=judged)
        done = take_offers(
            notebook, library=library, header=opened.header, correspondent_id=opened.correspondent.id,
            offers=opened.offers, answers=answers,
        )  # fmt: skip
    return Received(
        counts=dict(judged.counted()),
        changes=change.changes | done,
        left=sum(one.is_open and one.line.id not in given for one in opened.offers),
    )


def _more(
    library: Library, opened: OpenedPackage, accepted: set[str]
) -> Iterator[tuple[int, RecordLine, str]]:
    """What comes in with the proposals that were accepted."""
    for place in places_of(opened.offers, accepted):
        line = opened.records.lines.at(place)
        yield place, line, fault_here(library, line, opened.correspondent)


def _write(notebook: Notebook, library: Library, opened: OpenedPackage, taken: ChosenRecords) -> None:
    is_own, is_joined, people = opened.correspondent.is_oneself, False, set[str]()
    references: _References | OwnReferences = OwnReferences(notebook) if is_own else _References(notebook)
    with notebook.search.in_large_pieces() if len(taken) > _MANY else nullcontext():
        for _, batch in taken.batches():
            lines = lines_as_taken(notebook, library, opened.correspondent.id, batch)
            people |= _write_batch(notebook, library, opened, lines, references)
            is_joined |= any(one.is_joined for one in batch)
    index_received_people(notebook, people)
    if is_own and is_joined:
        mend_joins(notebook)


def _write_batch(
    notebook: Notebook,
    library: Library,
    opened: OpenedPackage,
    lines: Sequence[RecordLine],
    references: "_References | OwnReferences",
) -> set[str]:
    """The students whose entry in the index changes with it."""
    is_own = opened.correspondent.is_oneself
    meet_authors(notebook, {line.author.id: line.author for line in lines})
    here = records_here(notebook, lines)
    answers = {
        record_id: said
        for kind in FORM_KINDS
        for record_id, said in notebook.sheets(kind).answers_of(here).items()
    }
    groups: dict[tuple[str, str], list[tuple[Record, list[Answer]]]] = defaultdict(list)
    revisions: dict[str, str] = {}
    for line in lines:
        former, said = here.get(line.id), answers.get(line.id, [])
        record = incoming_record(line, former)
        if isinstance(record, Case):
            before = former if isinstance(former, Case) else None
            record = msgspec.structs.replace(record, reference=references.free(record, before))
        came = incoming_answers(line, [] if is_own else said)  # from oneself comes the whole sheet
        if not is_own:
            came = with_staying(form=library.forms.get(line.form), former=said, new=came)
        new = sorted(came, key=lambda answer: (answer.question, answer.row))
        if former is not None and record == former and new == said:
            revisions[line.id] = former.revision
        else:
            groups[line.kind, line.author.id].append((record, new))
    saved: dict[str, Record] = {}
    for kind, author_id in sorted(groups, key=_leaning):
        with notebook.history.written_by(author_id):
            saved |= {one.id: one for one in _save(notebook, kind, groups[kind, author_id])}
    for record_id, record in saved.items():
        if isinstance(record, Attachment) and record_id not in here:
            notebook.attachments.put_inside(record_id, opened.files.pieces(record_id))
    said_now = {record.id: new for group in groups.values() for record, new in group}
    written = list(saved.values())
    revisions |= {one.id: one.revision for one in written}
    if is_own:
        revisions |= cards_apart(notebook, correspondent_id=opened.correspondent.id, lines=lines, here=here)
        index_own(notebook, library=library, saved=written, former=here, answers=said_now)
        lines = _with_new_ancestors(notebook, opened.correspondent.id, lines, here)
    else:
        index_received_sheets(notebook, library=library, saved=written, former=here, answers=said_now)
    notebook.transfers.add_received([_received(opened, line, revisions[line.id]) for line in lines])
    return set() if is_own else people_of(written)


def _with_new_ancestors(
    notebook: Notebook, correspondent_id: str, lines: Sequence[RecordLine], here: dict[str, Record]
) -> list[RecordLine]:
    """The other computer names everything a record has been: what is known here is not kept twice."""
    ways = ways_of(notebook, correspondent_id=correspondent_id, records=here)
    return [
        msgspec.structs.replace(
            line, ancestors=[one for one in line.ancestors if one not in ways[line.id].met]
        )
        if line.id in ways
        else line
        for line in lines
    ]


def _save(notebook: Notebook, kind: str, group: list[tuple[Record, list[Answer]]]) -> list[Record]:
    if kind in FORM_KINDS:
        return notebook.sheets(kind).save_sheets(group)
    return notebook.shelf(kind).save_many([record for record, _ in group])


def _leaning(group: tuple[str, str]) -> int:
    return INTO.index(group[0]) if group[0] in INTO else len(INTO)  # own records are written in any order


class _References:
    """Two practitioners number their cases alike: here each reference stands for one case only."""

    def __init__(self, notebook: Notebook) -> None:
        self._cases = notebook.cases
        self._given: dict[str, str] = {}
        self._before: dict[str, str] = {}

    def free(self, case: Case, former: Case | None) -> str:
        """The reference as it came, or "2026-0001/2" where another case has it, or had it until now."""
        if former is not None:
            self._before[former.reference] = case.id
        wanted, n = case.reference, 1
        while not self._is_free(wanted, case.id):
            n += 1
            wanted = f"{case.reference}/{n}"
        self._given[wanted] = case.id
        return wanted

    def _is_free(self, reference: str, case_id: str) -> bool:
        holder = self._cases.by_reference(reference)
        known = {self._given.get(reference), self._before.get(reference), holder.id if holder else None}
        return known <= {None, case_id}


def _note_met(notebook: Notebook, opened: OpenedPackage, met: ChosenRecords) -> None:
    """Both sides say the same: from now on each goes on from the other's revision."""
    for _, batch in met.batches():
        lines = [one.line for one in batch]
        here = records_here(notebook, lines)
        revisions = {line.id: here[line.id].revision for line in lines}
        if opened.correspondent.is_oneself:
            revisions |= cards_apart(
                notebook, correspondent_id=opened.correspondent.id, lines=lines, here=here
            )
            lines = _with_new_ancestors(notebook, opened.correspondent.id, lines, here)
        notebook.transfers.add_received(
            [_received(opened, line, revisions[line.id]) for line in lines], keep_former=True
        )


def _end_conflicts(notebook: Notebook, correspondent_id: str, judged: JudgedRecords) -> None:
    """What came decides, when it goes on from both versions, or says what stands here."""
    theirs = [one for one in notebook.transfers.conflicts() if one.correspondent_id == correspondent_id]
    doubtful = {one.record_id for one in theirs}
    reached = {
        one.id: {(line := one.line).revision, *line.ancestors}
        for one in judged
        if one.id in doubtful and one.verdict in {"updated", "identical"}
    }
    ended = [one.id for one in theirs if one.their_revision in reached.get(one.record_id, ())]
    notebook.transfers.settle(ended, now())


def _received(opened: OpenedPackage, line: RecordLine, local_revision: str) -> ReceivedRevision:
    return ReceivedRevision(
        correspondent_id=opened.correspondent.id,
        record_id=line.id,
        revision_id=line.revision,
        projection=line.projection,
        projection_hash=line.hash,
        local_revision=local_revision,
        package_id=opened.header.package_id,
        ancestors=line.ancestors,
    )


def _note_outcome(
    notebook: Notebook, opened: OpenedPackage, judged: Sequence[Judged], beside: dict[str, str]
) -> None:
    """What the receipt will say of those that were not taken, the last time the package was opened."""
    refused = {one.id: refusal_code(one.reason) for one in judged if one.verdict == "refused"}
    notebook.transfers.states.answered(
        opened.header.package_id, applied=len(judged) - len(refused), conflicts=[], refused=refused | beside
    )


def note_package(notebook: Notebook, opened: OpenedPackage) -> None:
    """Remember that this package came and where its stream has got to; inside a change."""
    header = opened.header
    stream = notebook.transfers.stream(header.stream_id) or Stream(
        id=header.stream_id, correspondent_id=opened.correspondent.id, direction="in"
    )
    if header.sequence > stream.last_sequence:
        stream = msgspec.structs.replace(stream, last_sequence=header.sequence, last_hash=opened.header_hash)
    notebook.transfers.keep_stream(stream)
    if notebook.transfers.package(header.package_id) is None:
        notebook.audit.add("received", kind="package", record_id=header.package_id, detail=opened.header_hash)
        notebook.transfers.add_package(
            Package(
                id=header.package_id,
                correspondent_id=opened.correspondent.id,
                direction="in",
                kind=header.kind,
                stream_id=header.stream_id,
                sequence=header.sequence,
                hash=opened.header_hash,
                previous=header.previous,
                at=header.created_at,
                counts=header.counts,
                case_ids=[]
                if opened.correspondent.is_oneself
                else [
                    *(one.id for one in opened.records if one.kind == "case"),
                    *(line.id for one in opened.offers for line in one.lines if line.kind == "case"),
                ],
            )
        )
