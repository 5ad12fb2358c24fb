"""Write a sealed package for one recipient, in as many parts as it needs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.actions.agreements.look_at_lapses import hold_back
from app.actions.cases.give_cases import give_cases
from app.actions.disclosure.note_files_sent import note_files_sent
from app.actions.disclosure.noted_file import noted_file
from app.actions.proposals.kept import keep_proposals
from app.actions.proposals.note_proposals import proposed_in
from app.actions.sending.choose_outgoing import Outgoing
from app.actions.sending.note_step import drop_package
from app.actions.sending.outgoing_files import outgoing_pieces
from app.actions.streams.package_header import next_header
from app.errors import FileThere, NotCompared, NothingToHandOver
from app.exchange.package.lines import VERSION, Header, Receipt, RecordLine
from app.exchange.package.parts import in_parts
from app.exchange.package.writer import write_package
from app.exchange.proposal import PROPOSAL
from app.models.audit_line import What
from app.models.case import Case
from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.models.disclosure import Disclosure
from app.models.discreet import Discreet
from app.models.framework import SAME_SERVICE
from app.models.package import Package
from app.models.sent_revision import SentRevision
from app.models.stream import Stream
from app.security.seal import public_sealing_key
from app.storage.notebook import Notebook


class SentPackage(Discreet, frozen=True, kw_only=True):
    """Where the first file lies, its number, and what changed; `paths` are those of all its parts."""

    path: Path
    package_ids: list[str]
    sequence: int
    records: int
    changes: Changes
    paths: list[Path] = []

    @property
    def package_id(self) -> str:
        """That of the first part."""
        return self.package_ids[0]


def send_package(
    notebook: Notebook,
    *,
    correspondent_id: str,
    outgoing: Outgoing,
    folder: Path | None = None,
    path: Path | None = None,
    ground: str = "",
    conditions: Sequence[str] = (),
    language: str = "fr",
    as_text: bool = False,
    instead_of: str = "",
) -> SentPackage:
    """Write the file (`path`, or a neutral name in `folder`), number it, and a ledger line for each case.

    What is too much for one goes as parts, each a package of its own with the next number; beside `path`
    they are called "…-2" and so on. `as_text` writes what any mail lets through.
    `conditions` are those of the ground that were said to be met; the package `instead_of` is given up.
    NotCompared, NothingToHandOver, AgreementOver, AttachmentNotSent, FileThere, DiskFull or
    FileNotWritten, CaseGiven, CaseUnfinished: then nothing is noted anywhere.
    """
    correspondent = notebook.correspondents.get(correspondent_id)
    if correspondent.state != "compared":
        raise NotCompared
    if not outgoing.lines or not (outgoing.case_ids or any(one.kind == PROPOSAL for one in outgoing.lines)):
        raise NothingToHandOver
    parts = in_parts(outgoing.lines, beside=outgoing.beside)
    places = _places(path, len(parts))
    headers: list[Header] = []
    paths: list[Path] = []
    told: set[str] = set()
    with noted_file() as write, notebook.change() as change:
        for number, lines in enumerate(parts, start=1):
            header, stream = next_header(
                notebook, correspondent=correspondent, kind="records",
                counts=dict(Counter(line.kind for line in lines)), part=number, parts=len(parts),
            )  # fmt: skip
            cases = _cases_of(lines, outgoing.case_ids)
            name = neutral_name(header, as_text=as_text)
            place = places[number - 1] if places else (folder or Path()) / name
            seal = partial(
                seal_and_note, notebook, correspondent=correspondent, header=header, stream=stream,
                lines=lines, case_ids=cases, as_text=as_text,
            )  # fmt: skip
            write(seal, place)
            headers.append(header)
            paths.append(place)
            fresh = set(cases) - told
            own = [line for line in lines if line.kind == "case" and line.id in fresh]
            give_cases(notebook, correspondent_id=correspondent.id, package_id=header.package_id, lines=own)
            for case in notebook.cases.many(fresh).values():
                _note_disclosure(notebook, case, correspondent, header, ground, conditions, language)
            told |= fresh
            note_files_sent(
                notebook, lines=lines, recipient=correspondent.name, ground=ground, conditions=conditions,
                language=language,
            )  # fmt: skip
        _note_sent(notebook, correspondent, parts, headers)
        if instead_of:
            drop_package(notebook, package_id=instead_of)
    return SentPackage(
        path=paths[0], package_ids=[header.package_id for header in headers], sequence=headers[0].sequence,
        records=len(outgoing.lines), changes=change.changes, paths=paths,
    )  # fmt: skip


def seal_and_note(
    notebook: Notebook,
    sealed: BinaryIO,
    *,
    correspondent: Correspondent,
    header: Header,
    stream: Stream,
    lines: Sequence[RecordLine] | Sequence[Receipt],
    case_ids: list[str],
    as_text: bool = False,
) -> None:
    """Write the sealed bytes; stream and package are noted. Inside a change.

    With attachments it is of the newest version, which an older Carnet refuses by name.
    """
    identity = notebook.identity
    records = [line for line in lines if isinstance(line, RecordLine)]
    if any(line.pieces for line in records):
        header = msgspec.structs.replace(header, version=VERSION)
    written = write_package(
        header=header,
        lines=lines,
        pieces=outgoing_pieces(notebook, records),
        sign_secret=identity.sign_secret,
        seal_keys=[correspondent.seal_key, public_sealing_key(identity.seal_secret)],
        sealed=sealed,
        as_text=as_text,
    )
    notebook.transfers.keep_stream(msgspec.structs.replace(stream, last_hash=written))
    notebook.transfers.add_package(
        Package(
            id=header.package_id,
            correspondent_id=correspondent.id,
            direction="out",
            kind=header.kind,
            stream_id=stream.id,
            sequence=header.sequence,
            hash=written,
            previous=header.previous,
            at=header.created_at,
            counts=header.counts,
            case_ids=case_ids,
        )
    )
    done: What = "sent" if header.kind == "records" else "acknowledged"
    notebook.audit.add(done, kind="package", record_id=header.package_id, detail=written)


def neutral_name(header: Header, *, as_text: bool = False) -> str:
    """A file name that says nothing: eight signs, no names."""
    return f"carnet-{header.package_id[:8]}.{'txt' if as_text else 'age'}"


def _places(path: Path | None, parts: int) -> list[Path]:
    """Where the parts go when a person named the first."""
    if path is None:
        return []
    more = [path.with_stem(f"{path.stem}-{number}") for number in range(2, parts + 1)]
    for one in more:
        if one.exists():
            raise FileThere(file=one.name)
    return [path, *more]


def _cases_of(lines: Sequence[RecordLine], case_ids: Sequence[str]) -> list[str]:
    here = {line.id for line in lines if line.kind == "case"}
    return [case_id for case_id in case_ids if case_id in here]


def _note_sent(
    notebook: Notebook,
    correspondent: Correspondent,
    parts: Sequence[Sequence[RecordLine]],
    headers: Sequence[Header],
) -> None:
    """What stands in several parts was sent once."""
    sent: Mapping[str, tuple[RecordLine, Header]] = {
        line.id: (line, header)
        for lines, header in reversed(list(zip(parts, headers, strict=True)))
        for line in lines
    }
    keep_proposals(
        notebook,
        [
            one
            for line, header in sent.values()
            for one in proposed_in([line], header=header, correspondent_id=correspondent.id, direction="out")
        ],
    )
    note_revisions(
        notebook,
        correspondent_id=correspondent.id,
        sent=[(line, header) for line, header in sent.values() if line.kind != PROPOSAL],
    )


def note_revisions(
    notebook: Notebook, *, correspondent_id: str, sent: Iterable[tuple[RecordLine, Header]]
) -> None:
    """What somebody has now, record by record, and by which package; inside a change."""
    notebook.transfers.add_sent(
        [
            SentRevision(
                correspondent_id=correspondent_id,
                record_id=line.id,
                revision_id=line.revision,
                projection_hash=line.hash,
                package_id=header.package_id,
            )
            for line, header in sent
        ]
    )


def _note_disclosure(
    notebook: Notebook,
    case: Case,
    correspondent: Correspondent,
    header: Header,
    ground: str,
    conditions: Sequence[str],
    language: str,
) -> None:
    line = Disclosure(
        record_kind="case",
        record_id=case.id,
        case_id=case.id,
        student_id=case.student_id,
        what=f"package {header.sequence}",
        means="sent",
        recipient=correspondent.name,
        ground=ground,
        conditions=" ".join(conditions),
        language=language,
        author_id=notebook.author_id,
        circle=SAME_SERVICE,
        scope="proposed",
    )
    hold_back(notebook, line)
    notebook.disclosures.add(line)
