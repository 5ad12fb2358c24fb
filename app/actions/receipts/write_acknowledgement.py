"""The receipt of a package, sealed for whoever sent it."""

from functools import partial
from pathlib import Path

import msgspec

from app.actions.disclosure.noted_file import noted_file
from app.actions.proposals.note_proposals import answers_to
from app.actions.receiving.taken_on import taken_on
from app.actions.sending.send_package import neutral_name, seal_and_note
from app.actions.streams.package_header import next_header
from app.errors import NotCompared, RecordUnknown
from app.exchange.package.lines import Receipt
from app.models.changes import Changes
from app.models.record import now
from app.storage.notebook import Notebook

_A_LINE = 3_000  # records of each sort that one line tells of: half of what would fit


def write_acknowledgement(
    notebook: Notebook,
    *,
    package_id: str,
    folder: Path | None = None,
    path: Path | None = None,
    as_text: bool = False,
) -> tuple[Path, Changes]:
    """Write the receipt of a package that came: which of its records are here now, and in which revision.

    Also which stand in two versions, which were refused and why, and which cases we go on with.

    RecordUnknown, NotCompared, DiskFull or FileNotWritten.
    """
    package = notebook.transfers.package(package_id)
    if package is None or package.direction != "in":
        raise RecordUnknown(reference=package_id[:8])
    correspondent = notebook.correspondents.get(package.correspondent_id)
    if correspondent.state != "compared":
        raise NotCompared
    given = taken_on(notebook, package_id=package_id)
    received = notebook.transfers.received(correspondent.id)
    revisions = {
        record_id: came[-1].revision_id
        for record_id, came in received.items()
        if any(one.package_id == package_id for one in came)
    }
    receipt = Receipt(
        package_id=package_id,
        received_at=now(),
        records=revisions,
        counts=package.counts,
        conflicts=sorted(
            {one.record_id for one in notebook.transfers.conflicts() if one.package_id == package_id}
        ),
        refused=package.refused,
        taken_on=[one.case_id for one in given],
        answers=answers_to(notebook, package_id=package_id),
    )
    lines = _in_lines(receipt)
    with noted_file() as write, notebook.change() as change:
        header, stream = next_header(
            notebook, correspondent=correspondent, kind="acknowledgement", counts={"receipt": len(lines)}
        )
        target = path or (folder or Path()) / neutral_name(header, as_text=as_text)
        seal = partial(
            seal_and_note, notebook, correspondent=correspondent, header=header, stream=stream,
            lines=lines, case_ids=[], as_text=as_text,
        )  # fmt: skip
        write(seal, target)
        notebook.transfers.acknowledge(package_id, receipt.received_at)
        for handover in given:
            notebook.transfers.handovers.acknowledge(handover, receipt.received_at)
    return target, change.changes


def _in_lines(receipt: Receipt) -> list[Receipt]:
    """The same in as many lines as it takes: of a large package one would be longer than a reader allows."""
    records, refused = list(receipt.records.items()), list(receipt.refused.items())
    longest = max(len(records), len(refused), len(receipt.conflicts), 1)
    pieces = [slice(start, start + _A_LINE) for start in range(0, longest, _A_LINE)]
    lines = [
        msgspec.structs.replace(
            receipt, records=dict(records[piece]), refused=dict(refused[piece]),
            conflicts=receipt.conflicts[piece], taken_on=[], answers={},
        )
        for piece in pieces
    ]  # fmt: skip
    lines[0] = msgspec.structs.replace(lines[0], taken_on=receipt.taken_on, answers=receipt.answers)
    return lines
