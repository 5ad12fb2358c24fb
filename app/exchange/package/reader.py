"""Read a package from outside: unseal, count, check, and only then believe."""

import hashlib
from typing import BinaryIO, TypeVar

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
    Header,
    Manifest,
    Receipt,
    RecordLine,
    Signed,
    canonical,
    header_hash,
    is_another_age,
    is_moment,
    to_sign,
)
from app.models.discreet import Discreet
from app.security import seal
from app.security.fingerprint import fingerprint
from app.security.signature import is_signed

T = TypeVar("T")
_LAST = 1024  # bytes of manifest and signature, which no record has to make room for


class Package(Discreet, frozen=True, kw_only=True):
    """Whole, and signed by the key in its header; whether we know that key is not asked here."""

    header: Header
    header_hash: str
    records: list[RecordLine]
    receipts: list[Receipt]


def read_package(*, untrusted: BinaryIO, seal_secret: str, own_fingerprint: str) -> Package:
    """Unseal and check everything there is to check without a notebook.

    NotAPackage, NotForUs, PackageDamaged, PackageTooLarge, PackageUnknownFormat, PackageOlderFormat,
    SignatureMissing, PackageNotSigned, PackagePassedOn, RecordTwice, ClockAstray.
    """
    lines = _Lines()
    seal.unseal(untrusted=untrusted, opened=lines, secret=seal_secret)  # type: ignore[arg-type]
    lines.end()
    if len(lines.kept) < 3:
        raise PackageDamaged
    header_line, *between, manifest_line, signature_line = lines.kept
    lines.kept.clear()  # each line is given back as soon as it is a record
    header = _header(header_line)
    signed = _signature(signature_line)
    manifest = _decoded(manifest_line, Manifest)
    digest = hashlib.sha512()
    for line in between:
        digest.update(line + b"\n")
    size = sum(len(line) + 1 for line in between)
    if (manifest.records, manifest.bytes, manifest.sha512) != (len(between), size, digest.hexdigest()):
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
    records, receipts = list[RecordLine](), list[Receipt]()
    between.reverse()
    while between:
        if header.kind == "acknowledgement":
            receipts.append(_receipt(between.pop()))
        else:
            records.append(_record(between.pop()))
    if len({record.id for record in records}) != len(records):
        raise RecordTwice
    return Package(
        header=header,
        header_hash=header_hash(header_line),
        records=records,
        receipts=receipts,
    )


def _header(line: bytes) -> Header:
    if len(line) > limits.LARGEST_HEADER:
        raise PackageTooLarge
    claimed = _decoded(line, _Claim)
    if claimed.format != FORMAT:
        raise PackageDamaged
    if claimed.version < VERSION or claimed.suite < SUITE:
        raise PackageOlderFormat
    if (claimed.version, claimed.suite) != (VERSION, SUITE):
        raise PackageUnknownFormat
    header = _decoded(line, Header)
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


def _record(line: bytes) -> RecordLine:
    record = _decoded(line, RecordLine)
    if limits.is_too_deep(record.fields) or any(
        limits.is_too_deep(answer.value) for answer in record.answers
    ):
        raise PackageTooLarge
    said = {(answer.question, answer.row) for answer in record.answers}
    if record.hash != record.digest() or not is_moment(record.at) or len(said) != len(record.answers):
        raise PackageDamaged
    return record


def _receipt(line: bytes) -> Receipt:
    receipt = _decoded(line, Receipt)
    if not is_moment(receipt.received_at):
        raise PackageDamaged
    return receipt


def _decoded(line: bytes, struct: type[T]) -> T:
    try:
        return msgspec.json.decode(line, type=struct)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackageDamaged from None  # its own text would quote the value


class _Claim(Discreet, frozen=True, kw_only=True):
    format: str = ""
    version: int = 0
    suite: int = 0


class _Lines:
    """What age writes, cut into lines, within the limits."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self._open = bytearray()
        self._total = 0

    def write(self, content: bytes) -> int:
        self._total += len(content)
        header = len(self.kept[0] if self.kept else self._open)
        if self._total > limits.LARGEST_TOTAL + header + _LAST:
            raise PackageTooLarge
        *whole, rest = (bytes(self._open) + bytes(content)).split(b"\n")
        for line in whole:
            self._keep(line)
        self._open = bytearray(rest)
        if len(self._open) > limits.LARGEST_LINE:
            raise PackageTooLarge
        return len(content)

    def end(self) -> None:
        """Nothing may follow the last newline."""
        if self._open:
            raise PackageDamaged

    def _keep(self, line: bytes) -> None:
        if len(line) > limits.LARGEST_LINE or len(self.kept) >= limits.MOST_RECORDS + 3:
            raise PackageTooLarge
        self.kept.append(line)
