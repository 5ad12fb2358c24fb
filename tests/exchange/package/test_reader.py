"""Reading a package: whole, signed by whom it names, for us, and never more than can be taken."""

import hashlib
import io
import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import (
    CarnetError,
    ClockAstray,
    NotAPackage,
    NotForUs,
    PackageDamaged,
    PackageNotSigned,
    PackagePassedOn,
    PackageTooLarge,
    PackageUnknownFormat,
    RecordTwice,
    SignatureMissing,
)
from app.exchange.package import limits
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key
from tests.exchange.letter import Letter, compact, resealed
from tests.exchange.pair import Pair
from tests.exchange.reading import read_here

CHUNK, TAG = 65536, 16  # age seals 64 KiB at a time, each with its own mark


@pytest.fixture
def letter(pair: Pair) -> Letter:
    """A sound package with one student."""
    return Letter(pair)


def read(pair: Pair, content: bytes):
    """What the unit reads in these bytes."""
    return read_here(
        untrusted=io.BytesIO(content),
        seal_secret=pair.unit.identity.seal_secret,
        own_fingerprint=pair.own(pair.unit).hex(),
    )


def refused(pair: Pair, content: bytes) -> type[CarnetError] | None:
    """How the unit refuses these bytes; None when it takes them."""
    try:
        read(pair, content)
    except CarnetError as failure:
        return type(failure)
    return None


def test_a_sound_package_is_read(pair: Pair, letter: Letter) -> None:
    """Header, records and the hash the next package names come out as they went in."""
    package = read(pair, letter.sealed())
    assert package.header.package_id == letter.header["package_id"]
    assert package.header_hash == hashlib.sha256(compact(letter.header)).hexdigest()
    assert [record.fields["given_name"] for record in package.records] == ["Ysé"]
    assert list(package.receipts) == []
    assert "Ysé" not in repr(package) + repr(package.records) + repr(package.records[0]) + repr(
        package.header.sender
    )


def test_the_sender_reads_their_own_copy(pair: Pair, letter: Letter) -> None:
    """What I sent I can still read."""
    letter.to.append(public_sealing_key(pair.ours.identity.seal_secret))
    package = read_here(
        untrusted=io.BytesIO(letter.sealed()),
        seal_secret=pair.ours.identity.seal_secret,
        own_fingerprint=pair.own(pair.ours).hex(),
    )
    assert len(package.records) == 1


def test_a_package_for_somebody_else_stays_closed(pair: Pair, letter: Letter) -> None:
    """It is said to be for somebody else, not to be broken."""
    letter.to = [public_sealing_key(new_sealing_key())]
    assert refused(pair, letter.sealed()) is NotForUs


def test_a_letter_sealed_again_for_us_is_refused(pair: Pair, letter: Letter) -> None:
    """Whoever received a package cannot pass it on as if it had been written to us."""
    letter.header["recipients"] = ["c" * 64]
    assert refused(pair, letter.sealed()) is PackagePassedOn


def test_the_signature_of_another_key_is_refused(pair: Pair, letter: Letter) -> None:
    """Nobody writes in somebody else's name."""
    letter.secret = new_signing_key()
    assert refused(pair, letter.sealed()) is PackageNotSigned


def test_a_signature_covers_every_line(pair: Pair, letter: Letter) -> None:
    """A name changed in the header, a word in a record, a number in the manifest: none goes unnoticed."""
    clear = letter.clear()
    for old, new in ((b"Claire", b"Clairf"), ("Ysé".encode(), b"Ysee"), (b'"records":1', b'"records":2')):
        assert clear.count(old) == 1 + (old == b"Claire")
        assert refused(pair, resealed(clear.replace(old, new), letter.to)) in {
            PackageNotSigned, PackageDamaged,
        }  # fmt: skip


HEADERS: dict[str, tuple[dict[str, Any], type[CarnetError]]] = {
    "another format": ({"format": "something-else"}, PackageDamaged),
    "a later version": ({"version": 3}, PackageUnknownFormat),
    "another suite": ({"suite": 7}, PackageUnknownFormat),
    "a later version with new fields": (
        {"version": 3, "kind": "song", "sequence": "x"},
        PackageUnknownFormat,
    ),
    "a kind nobody knows": ({"kind": "song"}, PackageDamaged),
    "no number": ({"sequence": 0}, PackageDamaged),
    "a number beyond all counting": ({"sequence": 10**30}, PackageDamaged),
    "an odd identifier": ({"package_id": "../../etc"}, PackageDamaged),
    "an odd stream": ({"stream_id": "A" * 32}, PackageDamaged),
    "an odd moment": ({"created_at": "yesterday"}, PackageDamaged),
    "a moment of no calendar": ({"created_at": "2026-13-45T10:00:00Z"}, PackageDamaged),
    "a moment long ago": ({"created_at": "0001-01-01T00:00:00Z"}, ClockAstray),
    "counts below nothing": ({"counts": {"case": -1}}, PackageDamaged),
    "no recipients": ({"recipients": []}, PackagePassedOn),
    "a header of 100 KB": ({"app": "x" * 100_000}, PackageTooLarge),
    "a hundred thousand recipients": ({"recipients": ["c" * 64] * 100_000}, PackageTooLarge),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_says_nothing_odd(pair: Pair, letter: Letter, name: str) -> None:
    """Versions to come are told as such; everything else that is odd is no package."""
    changes, failure = HEADERS[name]
    letter.header |= changes
    assert refused(pair, letter.sealed()) is failure


LIES: dict[str, dict[str, Any]] = {
    "fewer records": {"records": 0},
    "more records": {"records": 2},
    "other bytes": {"bytes": 1},
    "another hash": {"sha512": "0" * 128},
    "a word for a number": {"records": "one"},
}


@pytest.mark.parametrize("name", LIES)
def test_a_manifest_that_lies_is_found_out(pair: Pair, letter: Letter, name: str) -> None:
    """Even signed, what the manifest says is counted again."""
    letter.manifest = LIES[name]
    assert refused(pair, letter.sealed()) is PackageDamaged


def test_lines_missing_doubled_or_added_are_noticed(pair: Pair, letter: Letter) -> None:
    """A stolen line, a line twice, a line in front of or behind the signature: the package is not whole."""
    letter.records.append(letter.student(given_name="Noé"))
    header, first, second, manifest, signature = letter.clear().splitlines()
    spoilt = {
        "missing": [header, first, manifest, signature],
        "doubled": [header, first, first, second, manifest, signature],
        "instead": [header, first, first, manifest, signature],
        "turned round": [header, second, first, manifest, signature],
        "behind": [header, first, second, manifest, signature, first],
        "no signature": [header, first, second, manifest],
        "two signatures": [header, first, second, manifest, signature, signature],
        "only a header": [header],
        "an empty line": [header, b"", first, second, manifest, signature],
        "nothing": [],
    }
    for name, lines in spoilt.items():
        content = b"".join(line + b"\n" for line in lines)
        refusals = {PackageDamaged, PackageNotSigned, SignatureMissing}
        assert refused(pair, resealed(content, letter.to)) in refusals, name
    letter.after = b" "
    assert refused(pair, letter.sealed()) is PackageDamaged, "one blank after the end"


def test_a_record_comes_once(pair: Pair, letter: Letter) -> None:
    """Two lines of one record in one package, though signed, would leave which one counts to chance."""
    letter.records.append(letter.records[0] | {"revision": "d" * 32})
    assert refused(pair, letter.sealed()) is RecordTwice


def test_a_record_hash_is_asked(pair: Pair, letter: Letter) -> None:
    """The hash in a line is over what the line says."""
    letter.records[0]["hash"] = "0" * 64
    assert refused(pair, letter.sealed()) is PackageDamaged


ODD_LINES: dict[str, Any] = {
    "not JSON": b"{",
    "not UTF-8": b'{"kind":"\xff"}',
    "half a character": b'{"kind":"\\ud800"}',
    "a list": [1, 2],
    "no fields": {"kind": "student", "id": "a" * 32},
    "a hundred thousand brackets": b"[" * 100_000 + b"]" * 100_000,
}


@pytest.mark.parametrize("name", ODD_LINES)
def test_a_line_that_is_no_record_stops_everything(pair: Pair, letter: Letter, name: str) -> None:
    """Though signed by somebody we know: nothing of such a package is taken."""
    letter.records.append(ODD_LINES[name])
    assert refused(pair, letter.sealed()) is PackageDamaged


@pytest.mark.parametrize("changes", [
    {"id": "A" * 32}, {"id": "a" * 31}, {"id": "a" * 32 + "\n"}, {"revision": ""}, {"ancestors": ["x"]},
    {"at": "2026-02-30T10:00:00Z"}, {"form_version": -1}, {"form_version": 2**70},
    {"author": {"id": "me", "name": "X"}},
    {"answers": [{"question": "conclusion", "row": -1, "value": "x"}]},
    {"answers": [{"question": "conclusion", "row": 2**70, "value": "x"}]},
    {"answers": [{"question": "conclusion", "row": 0, "value": "x"}] * 2},
])  # fmt: skip
def test_a_line_with_odd_parts_stops_everything(pair: Pair, letter: Letter, changes: dict[str, Any]) -> None:
    """Identifiers, revisions, moments and rows are as every notebook writes them."""
    letter.records = [letter.record("student", letter.student()["fields"], **changes)]
    assert refused(pair, letter.sealed()) is PackageDamaged


def test_deep_nesting_is_refused(pair: Pair, letter: Letter) -> None:
    """Lists in lists beyond anything a form can hold are not walked through."""
    deep: Any = "x"
    for _ in range(limits.DEEPEST + 1):
        deep = [deep]
    letter.records.append(letter.record("student", {"family_name": deep}))
    assert refused(pair, letter.sealed()) is PackageTooLarge


def test_a_line_beyond_a_mebibyte_is_refused(pair: Pair, letter: Letter) -> None:
    """The line is not even kept: reading stops there."""
    letter.records.append(letter.student(class_name="x" * limits.LARGEST_LINE))
    assert refused(pair, letter.sealed()) is PackageTooLarge
    letter.records[-1] = b"x" * (4 * limits.LARGEST_LINE)
    assert refused(pair, letter.sealed()) is PackageTooLarge


def test_one_record_too_many_is_refused(pair: Pair, letter: Letter) -> None:
    """50,000 records are a package, 50,001 are not; they are counted, whatever the manifest says."""
    letter.records = [b"{}"] * (limits.MOST_RECORDS + 1)
    letter.manifest = {"records": 1}
    assert refused(pair, letter.sealed()) is PackageTooLarge


def test_reading_stops_at_the_largest_total(
    pair: Pair, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes are counted as they come; the limit is lowered here so that the test need not write 512 MiB."""
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 10_000)
    letter.records = [letter.student(class_name="x" * 200) for _ in range(100)]
    assert refused(pair, letter.sealed()) is PackageTooLarge


def test_a_head_with_a_hundred_thousand_recipients_costs_nothing(pair: Pair, letter: Letter) -> None:
    """The age library would take minutes over it; we look first and refuse within 50 ms."""
    sealed = letter.sealed()
    end = sealed.index(b"\n-> ") + 1
    stanza = sealed[end : sealed.index(b"\n---") + 1].split(b"-> X25519")[1]
    hostile = sealed[:end] + (b"-> X25519" + stanza) * 100_000 + sealed[sealed.index(b"--- ") :]
    started = time.process_time()
    assert refused(pair, hostile) is NotAPackage
    assert time.process_time() - started < 0.05


def big(pair: Pair) -> bytes:
    """A sound package that age seals in three chunks."""
    letter = Letter(pair)
    letter.records = [letter.student(class_name="x" * 900) for _ in range(140)]
    return letter.sealed()


def test_a_package_cut_anywhere_is_not_whole(pair: Pair) -> None:
    """Cut at the border of each sealed chunk, one byte before and after it, and at 200 other places."""
    sealed = big(pair)
    body = sealed.index(b"\n", sealed.index(b"--- ")) + 1 + 16  # the head, then a nonce
    borders = [body + n * (CHUNK + TAG) for n in range(3)]
    assert borders[-1] < len(sealed) < borders[-1] + CHUNK + TAG
    cuts = {0, len(sealed) - 1} | {border + off for border in borders for off in (-1, 0, 1)}
    chance = random.Random(3)
    cuts |= {chance.randrange(len(sealed)) for _ in range(200)}
    for cut in sorted(cuts):
        assert refused(pair, sealed[:cut]) in {NotAPackage, PackageDamaged}, cut


def test_trailing_bytes_are_noticed(pair: Pair) -> None:
    """Nothing can be hung on behind a package."""
    sealed = big(pair)
    for more in (b"\0", b"\n", b"x" * 70_000, sealed):
        assert refused(pair, sealed + more) is PackageDamaged


def test_one_bit_changed_anywhere_is_noticed(pair: Pair, letter: Letter) -> None:
    """At 2,000 places of the file, the head included, one bit is turned: never is anything taken."""
    sealed = letter.sealed()
    chance = random.Random(5)
    for _ in range(2000):
        at = chance.randrange(len(sealed))
        spoilt = bytearray(sealed)
        spoilt[at] ^= 1 << chance.randrange(8)
        assert refused(pair, bytes(spoilt)) in {NotAPackage, NotForUs, PackageDamaged}, at


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_only_refused(content: bytes) -> None:
    """Whatever is called a package, the answer is a sentence and no failure of ours."""
    secret = new_sealing_key()
    for untrusted in (content, b"age-encryption.org/v1\n" + content):
        with pytest.raises((NotAPackage, NotForUs, PackageDamaged)):
            read_here(untrusted=io.BytesIO(untrusted), seal_secret=secret, own_fingerprint="0" * 64)


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=400))
def test_anybody_may_seal_any_bytes_for_us(content: bytes) -> None:
    """A card is public: what was sealed for us still says nothing about what is inside."""
    secret = new_sealing_key()
    sealed = resealed(content, [public_sealing_key(secret)])
    with pytest.raises((PackageDamaged, PackageNotSigned, PackageUnknownFormat)):
        read_here(untrusted=io.BytesIO(sealed), seal_secret=secret, own_fingerprint="0" * 64)
