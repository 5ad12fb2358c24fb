"""Write a package: records, attachments, manifest, signature, seal, one line in memory at a time."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

import msgspec

from app.errors import PackageTooLarge
from app.exchange.package import limits
from app.exchange.package.lines import (
    TAG,
    Header,
    Manifest,
    Piece,
    Receipt,
    RecordLine,
    Signed,
    canonical,
    header_hash,
    to_sign,
)
from app.security import seal
from app.security.signature import sign


def write_package(
    *,
    header: Header,
    lines: Iterable[RecordLine | Receipt],
    pieces: Iterable[Piece] = (),
    sign_secret: bytes,
    seal_keys: list[str],
    sealed: BinaryIO,
    as_text: bool = False,
) -> str:
    """Write the sealed bytes; the hash the next package of the stream names.

    `pieces` are those of the attachments among the lines, in their order.

    PackageTooLarge beyond the limits a reader keeps to, or what `sealed` raises: it is then no package.
    """
    header_line = canonical(header)
    content = _Pieces(_clear(header_line, lines, pieces, sign_secret))
    recipients = list(dict.fromkeys(seal_keys))
    seal.seal(content=content, sealed=sealed, recipients=recipients, as_text=as_text)
    return header_hash(header_line)


def _clear(
    header_line: bytes, lines: Iterable[RecordLine | Receipt], pieces: Iterable[Piece], sign_secret: bytes
) -> Iterator[bytes]:
    digest, size = hashlib.sha512(), 0
    counts = {Piece: 0, RecordLine: 0, Receipt: 0}
    yield header_line + b"\n"
    for line in chain(lines, pieces):
        content = canonical(line) + b"\n"
        counts[type(line)] += 1
        size += len(content)
        most = sum(counts.values()) > limits.MOST_RECORDS
        if len(content) > limits.LARGEST_LINE or most or size > limits.LARGEST_TOTAL:
            raise PackageTooLarge
        digest.update(content)
        yield content
    manifest_line = canonical(
        Manifest(
            records=counts[RecordLine] + counts[Receipt], pieces=counts[Piece] or msgspec.UNSET, bytes=size,
            sha512=digest.hexdigest(),
        )
    )  # fmt: skip
    signature = sign(secret=sign_secret, tag=TAG, content=to_sign(header_line, manifest_line))
    yield manifest_line + b"\n" + canonical(Signed(signature=signature.hex())) + b"\n"


class _Pieces:
    """What is read of it is made when it is asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._waiting = bytearray()

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes; everything for -1."""
        while (size < 0 or len(self._waiting) < size) and (piece := next(self._pieces, b"")):
            self._waiting += piece
        end = len(self._waiting) if size < 0 else size
        part = bytes(self._waiting[:end])
        del self._waiting[:end]
        return part
