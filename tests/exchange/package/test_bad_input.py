"""Everything that can be wrong with a package: refused with its own sentence, the notebook as it was."""

import gzip
import io
import random
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.receiving.receive_package import receive_package
from app.errors import (
    CarnetError,
    ClockAstray,
    NotAPackage,
    NotForUs,
    PackageDamaged,
    PackageNotSigned,
    PackageOlderFormat,
    PackagePassedOn,
    PackageTooLarge,
    PackageUnknownFormat,
    RecordTwice,
    SenderRetired,
    SenderUnknown,
    SignatureMissing,
)
from app.exchange.incoming import ODD_FIELDS, ODD_VALUES, TAKEN
from app.exchange.package import limits
from app.i18n import Locale
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key
from tests import builders
from tests.exchange.letter import Letter, compact, resealed
from tests.exchange.pair import CONTENT, Pair, rows
from tests.exchange.reading import read_here

EVERYTHING = (*CONTENT, "package", "stream", "correspondent")
Make = Callable[[Pair, Letter], bytes]


def header(**changes: Any) -> Make:
    """A package whose header says something else, signed all the same."""

    def make(pair: Pair, letter: Letter) -> bytes:
        letter.header |= changes
        return letter.sealed()

    return make


def for_somebody_else(pair: Pair, letter: Letter) -> bytes:
    """Sealed for a key that is not ours."""
    letter.to = [public_sealing_key(new_sealing_key())]
    return letter.sealed()


def unknown_sender(pair: Pair, letter: Letter) -> bytes:
    """Signed well by somebody nobody here knows."""
    with pair.unit.change():
        pair.unit.correspondents.remove(pair.recipient(pair.unit).id)
    return letter.sealed()


def retired_sender(pair: Pair, letter: Letter) -> bytes:
    """From somebody one no longer exchanges with."""
    retire_correspondent(pair.unit, correspondent_id=pair.recipient(pair.unit).id)
    return letter.sealed()


def no_signature(pair: Pair, letter: Letter) -> bytes:
    """The manifest is the last line."""
    letter.unsigned = True
    return letter.sealed()


def wrong_signature(pair: Pair, letter: Letter) -> bytes:
    """Another key signed it."""
    letter.secret = new_signing_key()
    return letter.sealed()


def over_other_content(pair: Pair, letter: Letter) -> bytes:
    """One word of the header was changed after signing."""
    clear = letter.clear()
    return resealed(clear.replace(b'"sequence":1', b'"sequence":2'), letter.to)


def another_signature_line(pair: Pair, letter: Letter) -> bytes:
    """The same signature in capitals: one package has one last line."""
    *lines, last = letter.clear().splitlines()
    spoilt = last[:14] + last[14:-2].upper() + last[-2:]
    assert spoilt != last
    return resealed(b"".join(line + b"\n" for line in [*lines, spoilt]), letter.to)


def a_blank_in_the_signature(pair: Pair, letter: Letter) -> bytes:
    """The same signature, written with a blank more."""
    return resealed(letter.clear().replace(b'{"signature":"', b'{"signature": "'), letter.to)


def passed_on(pair: Pair, letter: Letter) -> bytes:
    """A letter to a third one, sealed again for us."""
    letter.header["recipients"] = ["c" * 64]
    return letter.sealed()


def header_of_another(pair: Pair, letter: Letter) -> bytes:
    """The header of one package before the payload of another, both signed by the same hand."""
    other = Letter(pair)
    other.records = [other.student(given_name="Noé")]
    first, *_ = letter.clear().splitlines(keepends=True)
    return resealed(first + b"".join(other.clear().splitlines(keepends=True)[1:]), letter.to)


def payload_of_another(pair: Pair, letter: Letter) -> bytes:
    """Records of one package between header and manifest of another."""
    other = Letter(pair)
    other.records = [other.student(given_name="Noé")]
    lines = letter.clear().splitlines(keepends=True)
    lines[1] = other.clear().splitlines(keepends=True)[1]
    return resealed(b"".join(lines), letter.to)


def bomb(pack: Callable[[bytes], bytes]) -> Make:
    """Three hundred megabytes packed into a few: nothing here unpacks anything."""

    def make(pair: Pair, letter: Letter) -> bytes:
        return resealed(pack(bytes(30_000_000)) + b"\n", letter.to)

    return make


def tiny_records(pair: Pair, letter: Letter) -> bytes:
    """A million records of nothing."""
    letter.records = [b"{}"] * 1_000_000
    return letter.sealed()


def deep(pair: Pair, letter: Letter) -> bytes:
    """A list in a list in a list."""
    value: Any = "x"
    for _ in range(200):
        value = [value]
    letter.records.append(letter.record("student", {"family_name": value}))
    return letter.sealed()


def huge(pair: Pair, letter: Letter) -> bytes:
    """One name of two megabytes."""
    letter.records.append(letter.student(class_name="x" * 2_000_000))
    return letter.sealed()


def endless(pair: Pair, letter: Letter) -> bytes:
    """More lines of text than any package holds."""
    letter.records = [letter.student(class_name="x" * 900) for _ in range(30)]
    return letter.sealed()


def twice(pair: Pair, letter: Letter) -> bytes:
    """One identifier with two contents."""
    first = letter.records[0]
    letter.records.append(letter.record("student", first["fields"] | {"given_name": "Noé"}, id=first["id"]))
    return letter.sealed()


TABLE: dict[str, tuple[Make, type[CarnetError]]] = {
    "no package at all": (lambda pair, letter: b"Nom;Classe\n", NotAPackage),
    "for somebody else": (for_somebody_else, NotForUs),
    "an unknown sender": (unknown_sender, SenderUnknown),
    "a retired sender": (retired_sender, SenderRetired),
    "no signature": (no_signature, SignatureMissing),
    "a wrong signature": (wrong_signature, PackageNotSigned),
    "a signature over other content": (over_other_content, PackageNotSigned),
    "the same signature otherwise": (another_signature_line, SignatureMissing),
    "a blank in the last line": (a_blank_in_the_signature, SignatureMissing),
    "sealed again for us": (passed_on, PackagePassedOn),
    "downgraded": (header(version=0), PackageOlderFormat),
    "downgraded suite": (header(suite=0), PackageOlderFormat),
    "a future format": (header(version=3), PackageUnknownFormat),
    "a future suite": (header(suite=2), PackageUnknownFormat),
    "a header of another package": (header_of_another, PackageNotSigned),
    "a payload of another package": (payload_of_another, PackageDamaged),
    "a bomb of gzip": (bomb(lambda content: gzip.compress(content, 9)), PackageDamaged),
    "a bomb of zlib": (bomb(lambda content: zlib.compress(content, 9)), PackageDamaged),
    "a million tiny records": (tiny_records, PackageTooLarge),
    "nested without end": (deep, PackageTooLarge),
    "a huge value": (huge, PackageTooLarge),
    "a record twice": (twice, RecordTwice),
    "a clock a thousand years ahead": (header(created_at="3026-11-21T10:00:00Z"), ClockAstray),
    "a clock before all computers": (header(created_at="1601-01-01T00:00:00Z"), ClockAstray),
}


@pytest.mark.parametrize("name", TABLE)
def test_it_is_refused_and_nothing_is_touched(pair: Pair, name: str) -> None:
    """With the sentence that is its own; every row of every table is what it was."""
    make, failure = TABLE[name]
    letter = Letter(pair)
    path = letter.put(pair.stick)
    path.write_bytes(make(pair, letter))
    before = rows(pair.unit, *EVERYTHING)
    with pytest.raises(CarnetError) as caught:
        pair.look(path)
    assert caught.type is failure
    assert rows(pair.unit, *EVERYTHING) == before


def test_it_stops_at_the_largest_whole(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted while it is read; the limit is lowered so that the test need not write 512 MiB."""
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 20_000)
    path = Letter(pair).put(pair.stick)
    path.write_bytes(endless(pair, Letter(pair)))
    before = rows(pair.unit, *EVERYTHING)
    with pytest.raises(PackageTooLarge):
        pair.look(path)
    assert rows(pair.unit, *EVERYTHING) == before


def test_each_has_its_own_sentence() -> None:
    """A sentence and a next step, in three languages, and no two are the same."""
    failures = {failure for _, failure in TABLE.values()}
    for language in ("en", "fr", "de"):
        told = {failure: failure().said(Locale(language)) for failure in failures}
        assert len(set(told.values())) == len(failures)
        assert all(said.endswith(".") and said.count(".") >= 2 for said in told.values())


def test_cut_at_every_byte(pair: Pair) -> None:
    """Whatever is left of it, it is not whole."""
    sealed = Letter(pair).sealed()
    for cut in range(len(sealed)):
        assert refusal(pair, sealed[:cut]) in {NotAPackage, PackageDamaged}, cut


def test_a_bit_turned_in_every_byte(pair: Pair) -> None:
    """One of its eight, drawn by chance: never is anything taken."""
    sealed = Letter(pair).sealed()
    chance = random.Random(17)
    for at in range(len(sealed)):
        spoilt = bytearray(sealed)
        spoilt[at] ^= 1 << chance.randrange(8)
        assert refusal(pair, bytes(spoilt)) in {NotAPackage, NotForUs, PackageDamaged}, at


def refusal(pair: Pair, content: bytes) -> type[CarnetError] | None:
    """How the unit refuses these bytes; None when it takes them."""
    secret, own = pair.unit.identity.seal_secret, pair.own(pair.unit).hex()
    try:
        read_here(untrusted=io.BytesIO(content), seal_secret=secret, own_fingerprint=own)
    except CarnetError as failure:
        return type(failure)
    return None


def test_a_path_for_a_name_goes_nowhere(pair: Pair) -> None:
    """An attachment that says too little is refused; no field of any record is a place on the disk."""
    letter = Letter(pair)
    file = {"record_kind": "student", "record_id": letter.records[0]["id"], "type": "pdf", "size": 1}
    for name in ("../../../etc/cron.d/x", "C:\\Windows\\x.exe", "/etc/passwd", "a\x00.pdf", "CON"):
        letter.records.append(letter.record("attachment", file | {"name": name}))
    letter.records.append(letter.student(attachments=["../../x"]))
    outside = sorted(path for path in pair.stick.parent.rglob("*") if path.is_file())
    opened = pair.look(letter.put(pair.stick))
    reasons = [one.reason for one in opened.records]
    assert sorted(reasons) == sorted(["", *[ODD_VALUES] * 5, ODD_FIELDS])
    receive_package(pair.unit, library=pair.library, opened=opened)
    assert pair.unit._engine.rows("SELECT count(*) FROM attachment") == [(0,)]
    new = [path for path in pair.stick.parent.rglob("*") if path.is_file() and path not in outside]
    assert {path.suffix for path in new} <= {".age", ".db", ".db-journal"}


def test_an_identifier_of_ours_is_refused(pair_with_case: Pair) -> None:
    """What is an interview here cannot come as a student; the rest of the package is taken."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (interview,) = pair.unit.interviews.list()
    before = pair.unit.interviews.get(interview.id)
    letter = Letter(pair)
    letter.records = [letter.student(), letter.record("student", letter.student()["fields"], id=interview.id)]
    opened = pair.look(letter.put(pair.stick))
    assert [one.reason for one in opened.records] == ["", TAKEN]
    receive_package(pair.unit, library=pair.library, opened=opened)
    assert pair.unit.interviews.get(interview.id) == before
    assert pair.unit.damage() == []


@pytest.mark.parametrize("year", [1999, 2150])
def test_a_clock_years_away_decides_nothing(pair: Pair, year: int) -> None:
    """A battery that died: it is shown with its day, and what follows what is asked of revisions alone."""
    letter = Letter(pair)
    moment = f"{year}-03-04T10:00:00Z"
    letter.header["created_at"] = moment
    letter.records[0]["at"] = moment
    opened = pair.look(letter.put(pair.stick))
    assert opened.count("new") == 1
    receive_package(pair.unit, library=pair.library, opened=opened)
    later = Letter(pair)
    first = letter.records[0]
    later.records = [
        later.record(
            "student", first["fields"] | {"given_name": "Noé"}, id=first["id"], ancestors=[first["revision"]]
        )
    ]
    assert pair.look(later.put(pair.stick)).count("updated") == 1
    assert datetime.now(UTC).year not in (1999, 2150)


def test_a_reply_in_the_wrong_place_is_no_package(pair: Pair) -> None:
    """Records in a receipt, receipts among records: the kinds are not mixed."""
    student = builders.kept_student(pair.unit)
    receipt = {"package_id": "a" * 32, "received_at": "2026-11-21T10:00:00Z", "records": {}, "counts": {}}
    before = rows(pair.unit, *EVERYTHING)
    for kind, line in (("records", receipt), ("acknowledgement", Letter(pair).student(id=student.id))):
        letter = Letter(pair)
        letter.header["kind"] = kind
        letter.records = [compact(line)]
        with pytest.raises(PackageDamaged):
            pair.look(letter.put(pair.stick))
    assert rows(pair.unit, *EVERYTHING) == before
