"""Take over what a package holds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from app.actions.index_received import index_received
from app.actions.meet_authors import meet_authors
from app.actions.note_handovers import note_handovers
from app.actions.open_package import Judged, OpenedPackage, judged_lines, records_here
from app.actions.other_computer.known_there import common_to, ways_of
from app.actions.other_computer.take_own import OwnReferences, index_own
from app.actions.other_computer.their_row import note_what_they_had
from app.actions.proposals.take_offers import still_open, take_offers
from app.actions.proposals.with_offers import lines_of
from app.actions.refusals import refusal_code
from app.actions.shared_state import SharedState, said_by
from app.exchange.incoming import fault_of, incoming_answers, incoming_record
from app.exchange.package.lines import RecordLine
from app.exchange.staying import with_staying
from app.exchange.travelling import INTO
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.case import Case
from app.models.changes import Changes
from app.models.conflict import Conflict
from app.models.discreet import Discreet
from app.models.kinds import FORM_KINDS
from app.models.package import Package
from app.models.received_revision import ReceivedRevision
from app.models.record import Record, now
from app.models.stream import Stream
from app.storage.notebook import Notebook


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
    with notebook.change() as change:
        faulty = [one for one in opened.records if not one.is_sound]
        sound = [one.line for one in opened.records if one.is_sound]
        answers = still_open(notebook, given) if opened.offers else {}
        accepted = {one.line.id for one in opened.offers if one.is_open and answers.get(one.line.id)}
        for line in lines_of(opened.offers, accepted):
            if reason := fault_of(line, form=library.forms.get(str(line.fields.get("form")))):
                faulty.append(Judged(line=line, verdict="refused", reason=reason, is_sound=False))
            elif line.id not in {one.id for one in sound}:
                sound.append(line)
        judged = [*faulty, *judged_lines(notebook, library, opened.correspondent.id, sound)]
        if opened.correspondent.is_oneself:
            notebook.transfers.own.in_any_order()
            note_what_they_had(notebook, correspondent_id=opened.correspondent.id, header=opened.header)
        _write(notebook, library, opened, [one for one in judged if one.verdict in {"new", "updated"}])
        _note_met(notebook, opened, [one for one in judged if one.is_met])
        _end_conflicts(notebook, opened.correspondent.id, judged)
        _keep_conflicts(notebook, library, opened, [one for one in judged if one.verdict == "conflict"])
        note_package(notebook, opened)
        _note_outcome(notebook, opened, judged)
        note_handovers(notebook, opened=opened, judged=judged)
        done = take_offers(
            notebook, library=library, header=opened.header, correspondent_id=opened.correspondent.id,
            offers=opened.offers, answers=answers,
        )  # fmt: skip
    counts = Counter(one.verdict for one in judged)
    return Received(
        counts={str(verdict): n for verdict, n in counts.items()},
        changes=change.changes | done,
        left=sum(one.is_open and one.line.id not in given for one in opened.offers),
    )


def _write(notebook: Notebook, library: Library, opened: OpenedPackage, taken: list[Judged]) -> None:
    lines = [one.line for one in taken]
    meet_authors(notebook, {line.author.id: line.author for line in lines})
    here = records_here(notebook, lines)
    answers = {
        record_id: said
        for kind in FORM_KINDS
        for record_id, said in notebook.sheets(kind).answers_of(here).items()
    }
    is_own = opened.correspondent.is_oneself
    references: _References | OwnReferences = OwnReferences(notebook) if is_own else _References(notebook)
    groups: dict[tuple[str, str], list[tuple[Record, list[Answer]]]] = defaultdict(list)
    revisions: dict[str, str] = {}
    for line in lines:
        former, said = here.get(line.id), answers.get(line.id, [])
        record = incoming_record(line, former)
        if isinstance(record, Case):
            record = msgspec.structs.replace(record, reference=references.free(record))
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
    said_now = {record.id: new for group in groups.values() for record, new in group}
    if is_own:
        index_own(notebook, library=library, saved=list(saved.values()), former=here, answers=said_now)
        lines = _with_new_ancestors(notebook, opened.correspondent.id, lines, here)
    else:
        index_received(notebook, library=library, saved=list(saved.values()), former=here, answers=said_now)
    revisions |= {one.id: one.revision for one in saved.values()}
    notebook.transfers.add_received([_received(opened, line, revisions[line.id]) for line in lines])


def _with_new_ancestors(
    notebook: Notebook, correspondent_id: str, lines: list[RecordLine], here: dict[str, Record]
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

    def free(self, case: Case) -> str:
        """The reference as it came, or "2026-0001/2" where another case has it."""
        wanted, n = case.reference, 1
        while not self._is_free(wanted, case.id):
            n += 1
            wanted = f"{case.reference}/{n}"
        self._given[wanted] = case.id
        return wanted

    def _is_free(self, reference: str, case_id: str) -> bool:
        holder = self._cases.by_reference(reference)
        return self._given.get(reference, case_id) == case_id and (holder is None or holder.id == case_id)


def _note_met(notebook: Notebook, opened: OpenedPackage, met: list[Judged]) -> None:
    """Both sides say the same: from now on each goes on from the other's revision."""
    lines = [one.line for one in met]
    here = records_here(notebook, lines)
    if opened.correspondent.is_oneself:
        lines = _with_new_ancestors(notebook, opened.correspondent.id, lines, here)
    notebook.transfers.add_received(
        [_received(opened, line, here[line.id].revision) for line in lines], keep_former=True
    )


def _end_conflicts(notebook: Notebook, correspondent_id: str, judged: list[Judged]) -> None:
    """What came decides, when it goes on from both versions, or says what stands here."""
    reached = {
        one.line.id: {one.line.revision, *one.line.ancestors}
        for one in judged
        if one.verdict in {"updated", "identical"}
    }
    ended = [
        one.id
        for one in notebook.transfers.conflicts()
        if one.correspondent_id == correspondent_id and one.their_revision in reached.get(one.record_id, ())
    ]
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


def _note_outcome(notebook: Notebook, opened: OpenedPackage, judged: list[Judged]) -> None:
    """What the receipt will say of those that were not taken, the last time the package was opened."""
    refused = {one.line.id: refusal_code(one.reason) for one in judged if one.verdict == "refused"}
    notebook.transfers.states.answered(
        opened.header.package_id, applied=len(judged) - len(refused), conflicts=[], refused=refused
    )


def _keep_conflicts(notebook: Notebook, library: Library, opened: OpenedPackage, found: list[Judged]) -> None:
    correspondent = opened.correspondent.id
    lines = [one.line for one in found]
    here = records_here(notebook, lines)
    base_of = _bases(notebook, library, opened, here, lines)
    kept = {
        (one.record_id, one.their_revision, msgspec.json.encode(said_by(one.theirs), order="sorted"))
        for one in notebook.transfers.conflicts()
        if one.correspondent_id == correspondent
    }
    content = notebook.history.content
    conflicts = []
    for line in lines:
        said = {"fields": line.fields, "answers": [msgspec.to_builtins(answer) for answer in line.answers]}
        if (line.id, line.revision, msgspec.json.encode(said, order="sorted")) in kept:
            continue
        base = base_of(line)
        conflicts.append(
            Conflict(
                kind=line.kind,
                record_id=line.id,
                correspondent_id=correspondent,
                package_id=opened.header.package_id,
                ancestor=content(base) if base else None,
                ours=content(here[line.id].revision) or {"record": msgspec.to_builtins(here[line.id])},
                theirs=said
                | {
                    "author": msgspec.to_builtins(line.author),
                    "at": line.at,
                    "ancestors": line.ancestors,
                    "projection": line.projection,
                    "base": base,
                },
                their_revision=line.revision,
            )
        )
    notebook.transfers.add_conflicts(conflicts)


def _bases(
    notebook: Notebook,
    library: Library,
    opened: OpenedPackage,
    here: dict[str, Record],
    lines: Sequence[RecordLine],
) -> Callable[[RecordLine], str]:
    """How to find what two versions come from."""
    correspondent_id = opened.correspondent.id
    if opened.correspondent.is_oneself:
        return lambda line: common_to(
            notebook, correspondent_id=correspondent_id, record_id=line.id, named=line.ancestors
        )
    received = notebook.transfers.received(correspondent_id, [line.id for line in lines])
    shared = SharedState(notebook, library, correspondent_id, here, received)
    return lambda line: shared.base(line) or shared.newest(line)


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
                case_ids=[
                    line.id
                    for line in [
                        *(one.line for one in opened.records),
                        *(line for one in opened.offers for line in one.lines),
                    ]
                    if line.kind == "case" and not opened.correspondent.is_oneself
                ],
            )
        )
