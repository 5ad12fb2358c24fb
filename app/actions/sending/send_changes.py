"""Bring one's other computer up to date: a package to oneself."""

from collections import Counter
from functools import partial
from pathlib import Path

import msgspec

from app.actions.disclosure.noted_file import noted_file
from app.actions.other_computer.changed_here import ChangedHere
from app.actions.other_computer.other_computer import other_computer
from app.actions.sending.send_package import SentPackage, neutral_name, note_revisions, seal_and_note
from app.actions.streams.package_header import next_header
from app.errors import OtherComputerUnknown
from app.exchange.oneself import LEANING
from app.exchange.package.lines import Header, RecordLine
from app.exchange.package.parts import in_parts
from app.storage.notebook import Notebook

_MOST_NAMED = 1000  # packages that are confirmed: the header is a small thing


def send_changes(
    notebook: Notebook, *, changed: ChangedHere, folder: Path, as_text: bool = False
) -> SentPackage:
    """Write the file, or several where one would hold too much, in `folder` under neutral names.

    Each says which packages came from the other computer. Nobody else receives anything, so the ledger of
    disclosures says nothing. A file with no record in it still confirms. OtherComputerUnknown, DiskFull or
    FileNotWritten: then nothing is noted.
    """
    other = other_computer(notebook)
    if other is None:
        raise OtherComputerUnknown
    parts = in_parts([*changed.lines, *changed.whereabouts], leans_on=tuple(LEANING))
    headers: list[Header] = []
    paths: list[Path] = []
    with noted_file() as write, notebook.change() as change:
        had = notebook.transfers.own.came(other.id, _MOST_NAMED)
        last: dict[str, tuple[RecordLine, Header]] = {}
        for number, lines in enumerate(parts, start=1):
            header, stream = next_header(
                notebook, correspondent=other, kind="records",
                counts=dict(Counter(line.kind for line in lines)), part=number, parts=len(parts),
            )  # fmt: skip
            header = msgspec.structs.replace(header, had=had)
            place = folder / neutral_name(header, as_text=as_text)
            seal = partial(
                seal_and_note, notebook, correspondent=other, header=header, stream=stream, lines=lines,
                case_ids=[], as_text=as_text,
            )  # fmt: skip
            write(seal, place)
            headers.append(header)
            paths.append(place)
            last |= {line.id: (line, header) for line in lines}
        notebook.transfers.own.forget_sent(other.id, [line.revision for line, _ in last.values()])
        note_revisions(notebook, correspondent_id=other.id, sent=last.values())
    return SentPackage(
        path=paths[0], package_ids=[header.package_id for header in headers], sequence=headers[0].sequence,
        records=len(changed.lines), changes=change.changes, paths=paths,
    )  # fmt: skip
