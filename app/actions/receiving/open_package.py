"""Look into a package: whose, which number, what it would do. Nothing is written."""

import os
from collections.abc import Sequence
from pathlib import Path

from app.actions.other_computer.judge_own import judge_own
from app.actions.other_computer.sender_of_own import sender_of_own
from app.actions.packages.saying_the_same import saying_the_same
from app.actions.packages.shared_state import MOVED, SharedState
from app.actions.proposals.look_at_offers import Offer
from app.actions.proposals.with_offers import refused_with, with_offers
from app.actions.receiving.check_files import ArrivedFiles, check_files
from app.actions.receiving.files_here import FilesHere
from app.actions.receiving.judged_records import JudgedRecords
from app.actions.receiving.refuse_joined import refuse_joined
from app.errors import (
    FileUnreadable,
    PackageDamaged,
    PackageForked,
    SenderChanged,
    SenderRetired,
    SenderUnknown,
)
from app.exchange.accepted import Accepted, is_there, nobody
from app.exchange.checking import check_package
from app.exchange.incoming import ERASED, fault_of, out_of_place
from app.exchange.merge import Known, Verdict, judge
from app.exchange.oneself import OWN_KINDS, own_fault
from app.exchange.package.lines import Header, Receipt, RecordLine
from app.exchange.package.reader import Package
from app.exchange.package.spooled_lines import SpooledLines
from app.exchange.travelling import ATTACHMENT, INTO
from app.exchange.whereabouts import WHEREABOUTS
from app.frameworks.library import Library
from app.i18n import N_
from app.models.correspondent import Correspondent
from app.models.discreet import Discreet
from app.models.kinds import KINDS
from app.models.received_revision import ReceivedRevision
from app.models.record import Record
from app.security.fingerprint import fingerprint
from app.security.seal import public_sealing_key
from app.security.signature import public_signing_key
from app.storage.notebook import Notebook
from app.storage.spool import Spool

NEW_ROW = N_(
    "The sender begins to count anew: their notebook was restored from a copy, or is used on another"
    " computer."
)
WENT_BACK = N_(
    "This receipt is for a package that this notebook does not remember: it was put back to an older state"
    " since, or another copy of it is in use. Compare with your newest copy."
)
LATE = N_(
    "It is older than what came from the same sender already: what is newer here stays, it only adds what is"
    " missing."
)
_LOOKED_BACK = 1000  # numbers of a stream that are asked for


class JudgedLine(Discreet, frozen=True, kw_only=True):
    """One sound line, as it would be taken; the rest as in `Judged`."""

    line: RecordLine
    verdict: Verdict
    reason: str = ""
    is_met: bool = False
    is_answer: bool = False

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<JudgedLine {self.line!r}>"


class OpenedPackage(Discreet, frozen=True, kw_only=True):
    """A checked package with its verdicts. `missing` are numbers of this stream that have not come.

    `missing_parts` are those of the parts this one belongs to, by their place among them. `offers` are what
    the unit proposes; records that came with one that waits for an answer are in it, not in `records`.
    `whereabouts` say what the other computer knows of packages to others.

    `is_forked`: it does not follow what came in this stream, because its number came with other content
    or the one before it is another than it says. `is_late`: later ones came before it.
    `is_new_row`: the sender begins to count anew.
    `unknown_receipts` confirm packages this notebook does not remember: it was put back to an older state.

    What it says waits in `spool`: close it, or the lock will. So do the bytes of its `files`.
    """

    header: Header
    header_hash: str
    correspondent: Correspondent
    records: JudgedRecords
    receipts: SpooledLines[Receipt]
    spool: Spool
    files: ArrivedFiles
    missing: list[int]
    is_repeated: bool
    missing_parts: list[int] = []
    offers: list[Offer] = []
    whereabouts: Sequence[RecordLine] = ()
    is_forked: bool = False
    is_new_row: bool = False
    is_late: bool = False
    unknown_receipts: Sequence[Receipt] = ()

    def __enter__(self) -> "OpenedPackage":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """What it says is gone; how many of what it was is known still."""
        self.spool.close()

    def refuse_fork(self) -> None:
        """PackageForked when the row goes on in two places: what is damaged is looked at, never taken."""
        if self.is_forked:
            raise PackageForked

    def count(self, verdict: Verdict) -> int:
        """How many records got this verdict."""
        return self.records.counted()[verdict]


def open_package(
    notebook: Notebook, *, library: Library, path: Path, with_files: bool = True
) -> OpenedPackage:
    """Check the file in a process of its own, then compare with the notebook.

    Each new attachment is looked at in one of its own as well, unless `with_files` is False: whoever takes
    the package does it then.

    FileUnreadable, SenderUnknown, SenderRetired, SenderChanged, PackageOwn; those of `check_package` and of
    `Spools.new`.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise FileUnreadable(file=path.name) from error
    identity = notebook.identity
    own_keys = public_signing_key(identity.sign_secret), public_sealing_key(identity.seal_secret)
    own = fingerprint(sign_key=own_keys[0], seal_key=own_keys[1]).hex()
    spool = notebook.spools.new(room=size)
    try:
        package = check_package(path=path, seal_secret=identity.seal_secret, own_fingerprint=own, spool=spool)
        opened = judged_package(notebook, library=library, package=package, own_key=own_keys[0].hex())
        if with_files:
            check_files(opened.files, opened.records)
    except BaseException:
        spool.close()
        raise
    return opened


def judged_package(notebook: Notebook, *, library: Library, package: Package, own_key: str) -> OpenedPackage:
    """A checked package against what is there now."""
    header = package.header
    if header.sender.sign_key == own_key:
        correspondent: Correspondent | None = sender_of_own(notebook, package=package)
    else:
        correspondent = notebook.correspondents.by_key(header.sender.sign_key)
    if correspondent is None or correspondent.removed_at:
        raise SenderUnknown
    if correspondent.state == "retired":
        raise SenderRetired
    if correspondent.state == "changed" or correspondent.seal_key != header.sender.seal_key:
        raise SenderChanged
    stream = notebook.transfers.stream(header.stream_id)
    directions = {"in", "out"} if correspondent.is_oneself else {"in"}  # a copy brings along the other’s row
    if stream is not None and (
        stream.correspondent_id != correspondent.id or stream.direction not in directions
    ):
        raise PackageDamaged  # a row of packages belongs to one sender
    came, first = notebook.transfers.numbers(header.stream_id), header.sequence - header.part + 1
    lines = package.records
    free, offers = with_offers(notebook, library=library, correspondent=correspondent, lines=lines)
    records = JudgedRecords(lines, OWN_KINDS if correspondent.is_oneself else INTO)
    beside = list[int]()
    for place in free:
        line = lines.at(place)
        if correspondent.is_oneself and line.kind in WHEREABOUTS:
            beside.append(place)
        else:
            records.add(place, line, fault=fault_here(library, line, correspondent))
    for place, reason in refused_with(offers):
        records.add(place, lines.at(place), fault=reason)
    records = records.in_order()
    judge_records(notebook, library, correspondent.id, records)
    known = notebook.transfers.package(header.package_id)
    is_repeated = known is not None and known.hash == package.header_hash
    return OpenedPackage(
        header=header,
        header_hash=package.header_hash,
        correspondent=correspondent,
        records=records,
        receipts=package.receipts,
        spool=package.spool,
        files=ArrivedFiles(package),
        offers=[one for one in offers if not one.reason],
        whereabouts=lines.only(beside),
        missing=(
            []  # the next one holds whatever did not come
            if correspondent.is_oneself
            else [n for n in range(max(1, first - _LOOKED_BACK), first) if n not in came]
        ),
        missing_parts=[
            n for n in range(1, header.parts + 1) if n != header.part and first + n - 1 not in came
        ],
        is_repeated=is_repeated,
        is_forked=_is_forked(notebook, package) or (known is not None and not is_repeated),
        is_new_row=stream is None and notebook.transfers.newest_stream(correspondent.id, "in") is not None,
        is_late=not is_repeated and stream is not None and header.sequence < stream.last_sequence,
        unknown_receipts=package.receipts.only(
            place
            for place, one in zip(package.receipts.places, package.receipts, strict=True)
            if notebook.transfers.package(one.package_id) is None
        ),
    )


def _is_forked(notebook: Notebook, package: Package) -> bool:
    header, hashes = package.header, notebook.transfers.hashes
    here = hashes(header.stream_id, header.sequence)
    before = hashes(header.stream_id, header.sequence - 1)
    after = notebook.transfers.states.named_by_next(header.stream_id, header.sequence)
    return (
        bool(here - {package.header_hash})
        or bool(before and header.previous not in before)
        or bool(after - {package.header_hash})
    )


def fault_here(library: Library, line: RecordLine, correspondent: Correspondent) -> str:
    """What is wrong with the record itself, asked of its form as it is known here; "" when nothing is."""
    form = library.forms.get(str(line.fields.get("form")))
    return (own_fault if correspondent.is_oneself else fault_of)(line, form=form)


def judge_records(
    notebook: Notebook, library: Library, correspondent_id: str, records: JudgedRecords
) -> None:
    """Say what becomes of each sound one, whatever others lean on first, a batch in memory at a time."""
    accepted = nobody(KINDS if records.holds(ATTACHMENT) else ())
    is_own = notebook.correspondents.get(correspondent_id).is_oneself
    students = records.order[: records.order.index("student") + 1] if is_own else ()
    for first in (True, False):
        some = records.those(lambda one, first=first: one.is_sound and (one.kind in students) == first)  # type: ignore[misc]
        for numbers, batch in some.batches():
            lines = [one.line for one in batch]
            judged = judged_lines(notebook, library, correspondent_id, lines, accepted)
            for at, one in zip(numbers, judged, strict=True):
                records.settle(at, one.verdict, reason=one.reason, is_met=one.is_met, is_answer=one.is_answer)
        if first and is_own:
            refuse_joined(notebook, records, accepted["student"])


def judged_lines(
    notebook: Notebook,
    library: Library,
    correspondent_id: str,
    lines: Sequence[RecordLine],
    accepted: Accepted | None = None,
) -> list[JudgedLine]:
    """Each of these sound lines with its verdict, in their order.

    `accepted` has by kind those others may lean on, of what came before in the package; it grows.
    """
    accepted = nobody(KINDS) if accepted is None else accepted
    if notebook.correspondents.get(correspondent_id).is_oneself:
        return _judged_own(notebook, correspondent_id, lines, accepted)
    ids = [line.id for line in lines]
    kinds = notebook.history.kinds(ids)
    here = records_here(notebook, lines)
    received = notebook.transfers.received(correspondent_id, ids)
    files = FilesHere(notebook, lines, accepted.setdefault(ATTACHMENT, {}))

    def exists(kind: str, record_id: str) -> bool:
        return is_there(notebook, accepted, kind, record_id)

    judged = []
    for line in lines:
        if line.kind == ATTACHMENT:
            verdict, reason = files.judge(
                line, kind_here=kinds.get(line.id, ""), here=here.get(line.id), exists=exists
            )
            judged.append(JudgedLine(line=line, verdict=verdict, reason=reason))
            continue
        reason = out_of_place(line, kind_here=kinds.get(line.id, ""), exists=exists)
        # a directory entry may come again: others lean on it, and it is about a service
        if not reason and line.kind != "partner" and line.id in kinds and line.id not in here:
            reason = ERASED
        if reason:
            judged.append(JudgedLine(line=line, verdict="refused", reason=reason))
            continue
        if line.kind in accepted:
            accepted[line.kind][bytes.fromhex(line.id)] = None
        known = _known(here.get(line.id), received.get(line.id, []))
        judged.append(JudgedLine(line=line, verdict=judge(line, known)))
    newer = [one.line.id for one in judged if one.verdict == "updated"]
    apart = notebook.transfers.written_apart(correspondent_id, newer) if newer else set[str]()
    doubtful = [one.line for one in judged if one.verdict == "conflict" or one.line.id in apart]
    if not doubtful:
        return judged
    same = saying_the_same(notebook, library=library, here=here, lines=doubtful)
    left = {line.id: here[line.id] for line in doubtful}
    shared = SharedState(notebook, library, correspondent_id, left, received)
    result = []
    for one in judged:
        if one.line.id in same:
            result.append(JudgedLine(line=one.line, verdict="identical", is_met=True))
        elif one.line.id in left:
            known = _known(left[one.line.id], received.get(one.line.id, []))
            result.append(_reconsidered(one.line, known, shared))
        else:
            result.append(one)
    return result


def _judged_own(
    notebook: Notebook, correspondent_id: str, lines: Sequence[RecordLine], accepted: Accepted
) -> list[JudgedLine]:
    here = records_here(notebook, lines)
    judged = judge_own(notebook, correspondent_id=correspondent_id, lines=lines, here=here, accepted=accepted)
    return [
        JudgedLine(line=line, verdict=verdict, reason=reason, is_met=is_met)
        for line, verdict, reason, is_met in judged
    ]


def _reconsidered(line: RecordLine, known: Known, shared: SharedState) -> JudgedLine:
    """A line whose record was written here too: an answer to what its sender had, or a second version."""
    if shared.moves(line):
        return JudgedLine(line=line, verdict="refused", reason=MOVED)
    if known.came.get((line.revision, line.projection), line.hash) == line.hash:
        update = shared.as_update(line)
        if update is not None:
            return JudgedLine(line=update, verdict="updated", is_answer=True)
    if shared.is_settled(line):
        return JudgedLine(line=line, verdict="identical")
    return JudgedLine(line=line, verdict="conflict")


def records_here(notebook: Notebook, lines: Sequence[RecordLine]) -> dict[str, Record]:
    """What of these lines is here already, by identifier."""
    here: dict[str, Record] = {}
    for kind in {line.kind for line in lines} & KINDS.keys():
        here |= notebook.shelf(kind).many(line.id for line in lines if line.kind == kind)
    return here


def _known(here: Record | None, received: list[ReceivedRevision]) -> Known:
    written = [one for one in received if one.local_revision]
    last = written[-1] if written else None
    older = {ancestor for one in received for ancestor in [*one.ancestors, one.revision_id]}
    return Known(
        exists=here is not None,
        revision=last.revision_id if last else "",
        projection=last.projection if last else 0,
        ancestors=frozenset(older),
        came={(one.revision_id, one.projection): one.projection_hash for one in received},
        changed_here=here is not None and (last is None or here.revision != last.local_revision),
    )
