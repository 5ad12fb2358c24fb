"""What came and stands here in another version is kept beside it."""

from collections.abc import Callable, Sequence

import msgspec

from app.actions.other_computer.known_there import common_to
from app.actions.packages.shared_state import SharedState, said_by
from app.actions.receiving.judged_records import ChosenRecords
from app.actions.receiving.open_package import OpenedPackage, records_here
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.models.conflict import Conflict
from app.models.record import Record
from app.storage.notebook import Notebook


def keep_conflicts(notebook: Notebook, library: Library, opened: OpenedPackage, found: ChosenRecords) -> None:
    """Both versions and what they come from; one that is kept already stays as it is. Inside a change."""
    if not found:
        return
    kept = {
        (one.record_id, one.their_revision, msgspec.json.encode(said_by(one.theirs), order="sorted"))
        for one in notebook.transfers.conflicts()
        if one.correspondent_id == opened.correspondent.id
    }
    for _, batch in found.batches():
        lines = [one.line for one in batch]
        notebook.transfers.add_conflicts(_conflicts(notebook, library, opened, lines, kept))


def _conflicts(
    notebook: Notebook,
    library: Library,
    opened: OpenedPackage,
    lines: Sequence[RecordLine],
    kept: set[tuple[str, str, bytes]],
) -> list[Conflict]:
    correspondent = opened.correspondent.id
    here = records_here(notebook, lines)
    base_of = _bases(notebook, library, opened, here, lines)
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
    return conflicts


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
