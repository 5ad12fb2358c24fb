"""Take over what a package holds."""

from collections import Counter, defaultdict

import msgspec

from app.actions.index_received import index_received
from app.actions.open_package import Judged, OpenedPackage, judged_lines, records_here
from app.exchange.incoming import incoming_answers, incoming_record
from app.exchange.package.lines import Author
from app.exchange.travelling import INTO
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.case import Case
from app.models.changes import Changes
from app.models.conflict import Conflict
from app.models.discreet import Discreet
from app.models.kinds import FORM_KINDS
from app.models.package import Package
from app.models.practitioner import Practitioner
from app.models.received_revision import ReceivedRevision
from app.models.record import Record
from app.models.stream import Stream
from app.storage.notebook import Notebook


class Received(Discreet, frozen=True, kw_only=True):
    """How many records became what, and what changed."""

    counts: dict[str, int]
    changes: Changes


def receive_package(notebook: Notebook, *, library: Library, opened: OpenedPackage) -> Received:
    """One transaction, all or nothing: new and updated records written with their author, conflicts kept.

    The lines are judged again, because the notebook may have changed since they were looked at; so two
    windows, or the same package twice, write once.
    """
    with notebook.change() as change:
        faulty = [one for one in opened.records if not one.is_sound]
        sound = [one.line for one in opened.records if one.is_sound]
        judged = [*faulty, *judged_lines(notebook, opened.correspondent.id, sound)]
        _write(notebook, library, opened, [one for one in judged if one.verdict in {"new", "updated"}])
        _keep_conflicts(notebook, opened, [one for one in judged if one.verdict == "conflict"])
        note_package(notebook, opened)
    counts = Counter(one.verdict for one in judged)
    return Received(counts={str(verdict): n for verdict, n in counts.items()}, changes=change.changes)


def _write(notebook: Notebook, library: Library, opened: OpenedPackage, taken: list[Judged]) -> None:
    lines = [one.line for one in taken]
    _meet(notebook, {line.author.id: line.author for line in lines})
    here = records_here(notebook, lines)
    answers = {
        record_id: said
        for kind in FORM_KINDS
        for record_id, said in notebook.sheets(kind).answers_of(here).items()
    }
    references = _References(notebook)
    groups: dict[tuple[str, str], list[tuple[Record, list[Answer]]]] = defaultdict(list)
    revisions: dict[str, str] = {}
    for line in lines:
        former, said = here.get(line.id), answers.get(line.id, [])
        record = incoming_record(line, former)
        if isinstance(record, Case):
            record = msgspec.structs.replace(record, reference=references.free(record))
        new = sorted(incoming_answers(line, said), key=lambda answer: (answer.question, answer.row))
        if former is not None and record == former and new == said:
            revisions[line.id] = former.revision
        else:
            groups[line.kind, line.author.id].append((record, new))
    saved: dict[str, Record] = {}
    for kind, author_id in sorted(groups, key=_leaning):
        with notebook.history.written_by(author_id):
            saved |= {one.id: one for one in _save(notebook, kind, groups[kind, author_id])}
    said_now = {record.id: new for group in groups.values() for record, new in group}
    index_received(notebook, library=library, saved=list(saved.values()), former=here, answers=said_now)
    revisions |= {one.id: one.revision for one in saved.values()}
    notebook.transfers.add_received(
        [
            ReceivedRevision(
                correspondent_id=opened.correspondent.id,
                record_id=line.id,
                revision_id=line.revision,
                projection=line.projection,
                projection_hash=line.hash,
                local_revision=revisions[line.id],
                package_id=opened.header.package_id,
                ancestors=line.ancestors,
            )
            for line in lines
        ]
    )


def _save(notebook: Notebook, kind: str, group: list[tuple[Record, list[Answer]]]) -> list[Record]:
    if kind in FORM_KINDS:
        return notebook.sheets(kind).save_sheets(group)
    return notebook.shelf(kind).save_many([record for record, _ in group])


def _leaning(group: tuple[str, str]) -> int:
    return INTO.index(group[0]) if group[0] in INTO else len(INTO)


def _meet(notebook: Notebook, authors: dict[str, Author]) -> None:
    """Those who wrote are known by name from now on."""
    known = notebook.practitioners.many(authors)
    for author in authors.values():
        if author.id not in known:
            with notebook.history.written_by(author.id):
                notebook.practitioners.save(
                    Practitioner(id=author.id, name=author.name, profession=author.profession)
                )


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


def _keep_conflicts(notebook: Notebook, opened: OpenedPackage, found: list[Judged]) -> None:
    correspondent = opened.correspondent.id
    lines = [one.line for one in found]
    here = records_here(notebook, lines)
    received = notebook.transfers.received(correspondent, [line.id for line in lines])
    content = notebook.history.content
    conflicts = []
    for line in lines:
        came = received.get(line.id, [])
        conflicts.append(
            Conflict(
                kind=line.kind,
                record_id=line.id,
                correspondent_id=correspondent,
                package_id=opened.header.package_id,
                ancestor=content(came[-1].local_revision) if came else None,
                ours=content(here[line.id].revision) or {"record": msgspec.to_builtins(here[line.id])},
                theirs={
                    "fields": line.fields,
                    "answers": [msgspec.to_builtins(answer) for answer in line.answers],
                },
                their_revision=line.revision,
            )
        )
    notebook.transfers.add_conflicts(conflicts)


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
                at=header.created_at,
                counts=header.counts,
                case_ids=[one.line.id for one in opened.records if one.line.kind == "case"],
            )
        )
