"""The receipt: what came, sealed for whoever sent it, and read there."""

from typing import Any

import msgspec
import pytest

from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.errors import FileNotWritten, NotCompared, PackageDamaged, RecordUnknown
from app.models.record import new_id
from tests.exchange.letter import AT, Letter
from tests.exchange.pair import Pair, rows


def taken(pair: Pair) -> str:
    """A package went over and was taken; its identifier."""
    opened = pair.look(pair.hand_over().path)
    pair.take(pair.stick / f"carnet-{opened.header.package_id[:8]}.age")
    return opened.header.package_id


def test_a_receipt_marks_the_package_as_received(pair_with_case: Pair) -> None:
    """The sender knows when, for this very package; both sides remember that the receipt was written."""
    pair = pair_with_case
    package_id = taken(pair)
    assert pair.ours.transfers.package(package_id).acknowledged_at is None
    assert pair.acknowledge(package_id).package_ids == [package_id]
    at = pair.unit.transfers.package(package_id).acknowledged_at
    assert at is not None
    assert pair.ours.transfers.package(package_id).acknowledged_at == at


def test_a_receipt_says_which_revisions_arrived(pair_with_case: Pair) -> None:
    """Identifiers and revisions, and no word of anybody."""
    pair = pair_with_case
    package_id = taken(pair)
    path, changes = write_acknowledgement(pair.unit, package_id=package_id, folder=pair.stick)
    package = pair.read(path, pair.ours)
    (receipt,) = package.receipts
    sent = pair.ours.transfers.sent(pair.recipient().id)
    assert receipt.records == {record_id: came[-1].revision_id for record_id, came in sent.items()}
    assert (package.header.kind, list(package.records)) == ("acknowledgement", [])
    assert changes.touches("package")


def test_a_receipt_read_twice_changes_nothing(pair_with_case: Pair) -> None:
    """The first day it was read stays."""
    pair = pair_with_case
    package_id = taken(pair)
    path, _ = write_acknowledgement(pair.unit, package_id=package_id, folder=pair.stick)
    open_acknowledgement(pair.ours, opened=pair.look(path, pair.ours))
    tables = ("package", "stream", "sent_revision", "student")
    before = rows(pair.ours, *tables)
    open_acknowledgement(pair.ours, opened=pair.look(path, pair.ours))
    assert rows(pair.ours, *tables) == before


def test_only_what_came_is_acknowledged(pair_with_case: Pair) -> None:
    """Not a package we sent, not one nobody knows, and not to somebody in doubt."""
    pair = pair_with_case
    package_id = taken(pair)
    for notebook, wrong in ((pair.unit, new_id()), (pair.ours, package_id)):
        with pytest.raises(RecordUnknown):
            write_acknowledgement(notebook, package_id=wrong, folder=pair.stick)
    with pytest.raises(FileNotWritten):
        write_acknowledgement(pair.unit, package_id=package_id, folder=pair.stick / "nowhere")
    assert pair.unit.transfers.package(package_id).acknowledged_at is None
    with pair.unit.change():
        known = pair.recipient(pair.unit)
        pair.unit.correspondents.save(msgspec.structs.replace(known, state="unknown"))
    with pytest.raises(NotCompared):
        write_acknowledgement(pair.unit, package_id=package_id, folder=pair.stick)


def receipt_of(pair: Pair, **changes: Any) -> Letter:
    """A receipt from ours to the unit, as somebody hostile would write it."""
    letter = Letter(pair)
    letter.header["kind"] = "acknowledgement"
    sound = {"package_id": new_id(), "received_at": AT, "records": {}, "counts": {}}
    letter.records = [sound | changes]
    return letter


def test_nobody_acknowledges_what_was_not_sent_to_them(pair_with_case: Pair) -> None:
    """A receipt for a package that never was, or that came from its own writer, marks nothing."""
    pair = pair_with_case
    package_id = taken(pair)
    for wrong in (new_id(), package_id):
        path = receipt_of(pair, package_id=wrong).put(pair.stick)
        read = open_acknowledgement(pair.unit, opened=pair.look(path))
        assert read.package_ids == []
    assert pair.unit.transfers.package(package_id).acknowledged_at is None


@pytest.mark.parametrize("changes", [
    {"received_at": "tomorrow"}, {"received_at": "2026-02-30T00:00:00Z"}, {"package_id": "x"},
    {"records": {"x": "y"}}, {"counts": {"case": "many"}},
], ids=str)  # fmt: skip
def test_an_odd_receipt_is_none(pair: Pair, changes: dict[str, Any]) -> None:
    """Its day is shown to people for years: it has to be one."""
    path = receipt_of(pair, **changes).put(pair.stick)
    with pytest.raises(PackageDamaged):
        pair.look(path)
