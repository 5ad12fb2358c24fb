"""Read a package from outside: unseal, count, check, and only then believe."""

import hashlib
from array import array
from collections.abc import Mapping
from typing import BinaryIO

import msgspec

from app.errors import (
    ClockAstray,
    PackageDamaged,
    PackageNotSigned,
    PackageOlderFormat,
    PackagePassedOn,
    PackageTooLarge,
    PackageUnknownFormat,
    RecordTwice,
    SignatureMissing,
)
from app.exchange.package import limits
from app.exchange.package.lines import (
    FORMAT,
    SUITE,
    TAG,
    VERSION,
    WITHOUT_FILES,
    Header,
    Manifest,
    Piece,
    Receipt,
    RecordLine,
    Signed,
    canonical,
    header_hash,
    is_another_age,
    is_moment,
    to_sign,
)
from app.exchange.package.pieces import Place, check_pieces
from app.exchange.package.spooled_lines import SpooledLines, decoded
from app.models.discreet import Discreet
from app.security import seal
from app.security.fingerprint import fingerprint
from app.security.signature import is_signed
from app.storage.spool import Spool

_LAST = 1024  # bytes of manifest and signature, which no record has to make room for


class Package(Discreet, frozen=True, kw_only=True):
    """Whole, and signed by the key in its header; whether we know that key is not asked here.

    Its lines wait in `spool` and are there as long as that is open. `files` are where among the pieces
    the bytes of an attachment lie, by its identifier.
    """

    header: Header
    header_hash: str
    records: SpooledLines[RecordLine]
    receipts: SpooledLines[Receipt]
    bounds: array  # type: ignore[type-arg]  # of int, which 3.11 cannot say where it looks
    pieces: SpooledLines[Piece]
    files: dict[str, Place]
    spool: Spool


def read_package(*, untrusted: BinaryIO, seal_secret: str, own_fingerprint: str, spool: Spool) -> Package:
    """Unseal and check everything there is to check without a notebook.

    What is between the header and the manifest goes into the spool as it comes and is decoded from there,
    one line after the other, once it is known to be whole and signed.

    NotAPackage, NotForUs, PackageDamaged, PackageTooLarge, PackageUnknownFormat, PackageOlderFormat,
    SignatureMissing, PackageNotSigned, PackagePassedOn, RecordTwice, ClockAstray; NoRoomToOpen,
    SavingFailed.
    """
    lines = _Lines(spool)
    seal.unseal(untrusted=untrusted, opened=lines, secret=seal_secret)  # type: ignore[arg-type]
    lines.end()
    header_line, manifest_line, signature_line = lines.around()
    header = _header(header_line)
    signed = _signature(signature_line)
    manifest = decoded(manifest_line, Manifest)
    n_pieces = manifest.pieces if isinstance(manifest.pieces, int) else 0
    if (manifest.records + n_pieces, manifest.bytes, manifest.sha512) != lines.counted():
        raise PackageDamaged
    if n_pieces > 0 and (header.version == WITHOUT_FILES or header.kind != "records"):
        raise PackageDamaged
    try:
        public, signature = bytes.fromhex(header.sender.sign_key), bytes.fromhex(signed.signature)
    except ValueError:
        raise PackageNotSigned from None
    content = to_sign(header_line, manifest_line)
    if not is_signed(public=public, tag=TAG, content=content, signature=signature):
        raise PackageNotSigned
    sender = fingerprint(sign_key=public, seal_key=header.sender.seal_key).hex()
    if own_fingerprint not in (sender, *header.recipients):
        raise PackagePassedOn
    package = package_of(
        header=header, header_hash=header_hash(header_line), bounds=lines.bounds, spool=spool,
        n_pieces=n_pieces,
    )  # fmt: skip
    for receipt in package.receipts:
        _check_receipt(receipt)
    once = set[bytes]()
    for record in package.records:
        _check_record(record)
        once.add(bytes.fromhex(record.id))
    if len(once) != len(package.records):
        raise RecordTwice
    package.files.update(check_pieces(package.records, package.pieces))
    return package


def package_of(
    *,
    header: Header,
    header_hash: str,
    bounds: "array[int]",
    spool: Spool,
    n_pieces: int = 0,
    files: Mapping[str, Place] | None = None,
) -> Package:
    """A package whose lines wait in the spool, each from one bound to the next; the last ones are pieces."""
    n = len(bounds) - 1
    none, records, pieces = array("I"), array("I", range(n - n_pieces)), array("I", range(n - n_pieces, n))
    is_receipt = header.kind == "acknowledgement"
    return Package(
        header=header,
        header_hash=header_hash,
        records=SpooledLines(spool, RecordLine, bounds, none if is_receipt else records),
        receipts=SpooledLines(spool, Receipt, bounds, None if is_receipt else none),
        bounds=bounds,
        pieces=SpooledLines(spool, Piece, bounds, pieces),
        files=dict(files or {}),
        spool=spool,
    )


def _header(line: bytes) -> Header:
    if len(line) > limits.LARGEST_HEADER:
        raise PackageTooLarge
    claimed = decoded(line, _Claim)
    if claimed.format != FORMAT:
        raise PackageDamaged
    if claimed.version < WITHOUT_FILES or claimed.suite < SUITE:
        raise PackageOlderFormat
    if claimed.version > VERSION or claimed.suite > SUITE:
        raise PackageUnknownFormat
    header = decoded(line, Header)
    if is_another_age(header.created_at):
        raise ClockAstray
    if not is_moment(header.created_at) or header.part > min(header.parts, header.sequence):
        raise PackageDamaged
    return header


def _signature(line: bytes) -> Signed:
    """As it is written by everybody, so that one package has one last line."""
    try:
        signed = msgspec.json.decode(line, type=Signed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise SignatureMissing from None
    if canonical(signed) != line:
        raise SignatureMissing
    return signed


def _check_record(record: RecordLine) -> None:
    if limits.is_too_deep(record.fields) or any(
        limits.is_too_deep(answer.value) for answer in record.answers
    ):
        raise PackageTooLarge
    said = {(answer.question, answer.row) for answer in record.answers}
    if record.hash != record.digest() or not is_moment(record.at) or len(said) != len(record.answers):
        raise PackageDamaged


def _check_receipt(receipt: Receipt) -> None:
    if not is_moment(receipt.received_at):
        raise PackageDamaged


class _Claim(Discreet, frozen=True, kw_only=True):
    format: str = ""
    version: int = 0
    suite: int = 0


class _Lines:
    """What age writes, cut into lines, within the limits: the first and the last two stay, the rest waits."""

    def __init__(self, spool: Spool) -> None:
        self.bounds = array("Q", [0])
        self._spool = spool
        self._first: bytes | None = None
        self._held: list[bytes] = []  # no line knows whether it is one of the last two
        self._digest = hashlib.sha512()
        self._open = bytearray()
        self._total = 0

    def write(self, content: bytes) -> int:
        self._total += len(content)
        header = len(self._open if self._first is None else self._first)
        if self._total > limits.LARGEST_TOTAL + header + _LAST:
            raise PackageTooLarge
        *whole, rest = bytes(content).split(b"\n")
        for line in whole:  # what is open already is not looked through again: a piece is a long line
            self._open += line
            self._keep(bytes(self._open))
            self._open.clear()
        self._open += rest
        if len(self._open) > limits.LARGEST_LINE:
            raise PackageTooLarge
        return len(content)

    def end(self) -> None:
        """Nothing may follow the last newline."""
        if self._open:
            raise PackageDamaged
        self._spool.end()

    def around(self) -> tuple[bytes, bytes, bytes]:
        """Header, manifest and signature; PackageDamaged where there are not so many lines."""
        if self._first is None or len(self._held) < 2:
            raise PackageDamaged
        return self._first, self._held[0], self._held[1]

    def counted(self) -> tuple[int, int, str]:
        """How many lines are between them, their bytes with newlines, and SHA-512 over these."""
        n = len(self.bounds) - 1
        return n, self.bounds[-1] + n, self._digest.hexdigest()

    def _keep(self, line: bytes) -> None:
        if len(line) > limits.LARGEST_LINE:
            raise PackageTooLarge
        if self._first is None:
            self._first = line
            return
        self._held.append(line)
        if len(self._held) > 2:
            self._put_away(self._held.pop(0))

    def _put_away(self, line: bytes) -> None:
        if len(self.bounds) > limits.MOST_RECORDS:
            raise PackageTooLarge
        self._digest.update(line + b"\n")
        self._spool.write(line)
        self.bounds.append(self.bounds[-1] + len(line))
