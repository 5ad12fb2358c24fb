"""What left for other notebooks and what came from them."""

import msgspec
import pytest

from app.models.conflict import Conflict
from app.models.package import Package
from app.models.received_revision import ReceivedRevision
from app.models.sent_revision import SentRevision
from app.models.stream import Stream
from tests import builders


@pytest.fixture
def unit(notebook):
    """The unit's card, kept."""
    with notebook.change():
        return notebook.correspondents.save(builders.correspondent())


def package(unit, **changes):
    """The first package with one case."""
    given = {
        "correspondent_id": unit.id, "direction": "out", "kind": "records", "stream_id": "5" * 32,
        "sequence": 1, "hash": "a" * 64, "counts": {"case": 1}, "case_ids": ["c" * 32],
    }  # fmt: skip
    return Package(**given | changes)


def test_a_stream_goes_on(notebook, unit):
    """A stream is found with the place it has got to; a restarted one is the newest."""
    one = Stream(correspondent_id=unit.id, direction="out")
    with notebook.change():
        notebook.transfers.keep_stream(one)
        notebook.transfers.keep_stream(msgspec.structs.replace(one, last_sequence=4, last_hash="d" * 64))
    kept = notebook.transfers.stream(one.id)
    assert kept == msgspec.structs.replace(one, last_sequence=4, last_hash="d" * 64)
    assert notebook.transfers.newest_stream(unit.id, "out") == kept
    assert notebook.transfers.newest_stream(unit.id, "in") is None
    again = Stream(correspondent_id=unit.id, direction="out")
    with notebook.change():
        notebook.transfers.keep_stream(again)
    assert notebook.transfers.newest_stream(unit.id, "out") == again


def test_packages_stand_newest_first(notebook, unit):
    """All of them, of one direction, of one correspondent, the last few."""
    first, second, came = package(unit), package(unit, sequence=2), package(unit, direction="in")
    with notebook.change() as change:
        for one in (first, second, came):
            notebook.transfers.add_package(one)
    assert change.changes.ids("package") == {first.id, second.id, came.id}
    assert notebook.transfers.packages() == [came, second, first]
    assert notebook.transfers.packages(direction="out") == [second, first]
    assert notebook.transfers.packages(direction="out", limit=1) == [second]
    assert notebook.transfers.packages(correspondent_id="0" * 32) == []
    assert notebook.transfers.package(first.id) == first
    assert notebook.transfers.package("0" * 32) is None


def test_a_receipt_is_remembered_once(notebook, unit):
    """The day the receipt was first read stays, however often it is opened."""
    one = package(unit)
    with notebook.change():
        notebook.transfers.add_package(one)
        notebook.transfers.acknowledge(one.id, "2026-11-12T09:00:00Z")
        notebook.transfers.acknowledge(one.id, "2026-11-20T09:00:00Z")
    kept = notebook.transfers.package(one.id)
    assert kept == msgspec.structs.replace(one, acknowledged_at="2026-11-12T09:00:00Z")


def test_what_was_sent_and_received_keeps_its_order(notebook, unit):
    """By record, oldest first; only the records asked for; nothing of other correspondents."""
    sent = [
        SentRevision(
            correspondent_id=unit.id,
            record_id=record * 32,
            revision_id=str(n) * 32,
            projection_hash="h" * 64,
            package_id="p" * 32,
        )
        for n, record in enumerate("abab")
    ]
    received = [
        ReceivedRevision(
            correspondent_id=unit.id,
            record_id="a" * 32,
            revision_id=str(n) * 32,
            projection_hash="h" * 64,
            local_revision="",
            package_id="p" * 32,
            ancestors=["0" * 32] * n,
        )
        for n in (2, 1)
    ]
    with notebook.change():
        notebook.transfers.add_sent(sent)
        notebook.transfers.add_sent([])
        notebook.transfers.add_received(received)
    assert notebook.transfers.sent(unit.id) == {"a" * 32: [sent[0], sent[2]], "b" * 32: [sent[1], sent[3]]}
    assert notebook.transfers.sent(unit.id, ["b" * 32]) == {"b" * 32: [sent[1], sent[3]]}
    assert notebook.transfers.sent("0" * 32) == {}
    assert notebook.transfers.received(unit.id, ["a" * 32, "z"]) == {"a" * 32: received}


def test_a_conflict_keeps_all_its_versions(notebook, unit):
    """Both versions and what they come from stand there; the same conflict is kept once."""
    given = {
        "kind": "case", "record_id": "c" * 32, "correspondent_id": unit.id, "package_id": "p" * 32,
        "ours": {"fields": {"state": "open"}, "answers": []},
        "theirs": {"fields": {"state": "closed"}, "answers": []}, "their_revision": "r" * 32,
    }  # fmt: skip
    first, again = Conflict(**given), Conflict(**given)
    other = Conflict(**given | {"record_id": "d" * 32, "ancestor": {"fields": {}, "answers": []}})
    with notebook.change():
        notebook.transfers.add_conflicts([first])
        notebook.transfers.add_conflicts([again, other])
    assert notebook.transfers.conflicts() == [other, first]
    assert notebook.transfers.conflicts(settled=True) == []
    assert "closed" not in repr(first)


def test_nothing_is_written_outside_a_change(notebook, unit):
    """A package is noted with everything that belongs to it, or not at all."""
    with pytest.raises(RuntimeError):
        notebook.transfers.add_package(package(unit))
    with pytest.raises(RuntimeError):
        notebook.transfers.keep_stream(Stream(correspondent_id=unit.id, direction="out"))
