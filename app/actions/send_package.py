"""Write a sealed package for one recipient."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.actions.choose_outgoing import Outgoing
from app.actions.give_cases import give_cases
from app.actions.look_at_lapses import hold_back
from app.actions.note_step import drop_package
from app.actions.noted_file import noted_file
from app.actions.package_header import next_header
from app.errors import NotCompared, NothingToHandOver
from app.exchange.package.lines import Header, Receipt, RecordLine
from app.exchange.package.writer import write_package
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
    """Where the file lies, which number it has, and what changed."""

    path: Path
    package_id: str
    sequence: int
    records: int
    changes: Changes


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
    instead_of: str = "",
) -> SentPackage:
    """Write the file (`path`, or a neutral name in `folder`), number it, and a ledger line for each case.

    `conditions` are those of the ground that were said to be met; the package `instead_of` is given up.
    NotCompared, NothingToHandOver, AgreementOver, DiskFull or FileNotWritten, CaseGiven, CaseUnfinished:
    then nothing is noted anywhere.
    """
    correspondent = notebook.correspondents.get(correspondent_id)
    if correspondent.state != "compared":
        raise NotCompared
    if not outgoing.case_ids:
        raise NothingToHandOver
    counts = dict(Counter(line.kind for line in outgoing.lines))
    with noted_file() as write, notebook.change() as change:
        header, stream = next_header(notebook, correspondent=correspondent, kind="records", counts=counts)
        sealed = seal_and_note(
            notebook,
            correspondent=correspondent,
            header=header,
            stream=stream,
            lines=outgoing.lines,
            case_ids=outgoing.case_ids,
        )
        notebook.transfers.add_sent(
            [
                SentRevision(
                    correspondent_id=correspondent.id,
                    record_id=line.id,
                    revision_id=line.revision,
                    projection_hash=line.hash,
                    package_id=header.package_id,
                )
                for line in outgoing.lines
            ]
        )
        give_cases(notebook, correspondent_id=correspondent.id, package_id=header.package_id,
                   lines=outgoing.lines)  # fmt: skip
        for case in notebook.cases.many(outgoing.case_ids).values():
            _note_disclosure(notebook, case, correspondent, header, ground, conditions, language)
        if instead_of:
            drop_package(notebook, package_id=instead_of)
        target = path or (folder or Path()) / neutral_name(header)
        write(sealed, target)
    return SentPackage(
        path=target, package_id=header.package_id, sequence=header.sequence, records=len(outgoing.lines),
        changes=change.changes,
    )  # fmt: skip


def seal_and_note(
    notebook: Notebook,
    *,
    correspondent: Correspondent,
    header: Header,
    stream: Stream,
    lines: list[RecordLine] | list[Receipt],
    case_ids: list[str],
) -> bytes:
    """The sealed bytes; stream and package are noted. Inside a change."""
    identity = notebook.identity
    written = write_package(
        header=header,
        lines=lines,
        sign_secret=identity.sign_secret,
        seal_keys=[correspondent.seal_key, public_sealing_key(identity.seal_secret)],
    )
    notebook.transfers.keep_stream(msgspec.structs.replace(stream, last_hash=written.header_hash))
    notebook.transfers.add_package(
        Package(
            id=header.package_id,
            correspondent_id=correspondent.id,
            direction="out",
            kind=header.kind,
            stream_id=stream.id,
            sequence=header.sequence,
            hash=written.header_hash,
            previous=header.previous,
            at=header.created_at,
            counts=header.counts,
            case_ids=case_ids,
        )
    )
    done: What = "sent" if header.kind == "records" else "acknowledged"
    notebook.audit.add(done, kind="package", record_id=header.package_id, detail=written.header_hash)
    return written.sealed


def neutral_name(header: Header) -> str:
    """A file name that says nothing: eight signs, no names."""
    return f"carnet-{header.package_id[:8]}.age"


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
