"""The attachments of a package: where the pieces of each lie, and whether they are what its record says."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.errors import PackageDamaged
from app.exchange.package import limits
from app.exchange.package.lines import Piece, RecordLine
from app.exchange.package.spooled_lines import SpooledLines
from app.exchange.travelling import ATTACHMENT


class Place(NamedTuple):
    """The first piece of an attachment, counted from the first of all, and how many there are."""

    first: int
    lines: int


def check_pieces(records: Iterable[RecordLine], pieces: SpooledLines[Piece]) -> dict[str, Place]:
    """Where they lie, once it is known that they are the very bytes their records speak of, in their order.

    PackageDamaged otherwise: its sender signed something that does not hold together.
    """
    places, at, coming = dict[str, Place](), 0, iter(pieces)
    for record in records:
        if not record.pieces:
            continue
        if record.kind != ATTACHMENT:
            raise PackageDamaged
        if _look(record, coming) != (record.fields.get("size"), record.fields.get("sha256")):
            raise PackageDamaged
        places[record.id] = Place(at, record.pieces)
        at += record.pieces
    if at != len(pieces):
        raise PackageDamaged
    return places


def content_of(pieces: SpooledLines[Piece], place: Place) -> Iterator[bytes]:
    """The bytes, piece by piece."""
    for number in range(place.first, place.first + place.lines):
        yield pieces[number].content


def pieces_of(attachment_id: str, contents: Iterable[bytes]) -> Iterator[Piece]:
    """An attachment as it travels."""
    for number, content in enumerate(contents):
        yield Piece(attachment=attachment_id, piece=number, content=content)


def count_for(size: int) -> int:
    """In how many pieces so many bytes travel."""
    return -(-size // limits.LARGEST_PIECE)


def _look(record: RecordLine, coming: Iterator[Piece]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for number in range(record.pieces):
        piece = next(coming, None)
        if piece is None or (piece.attachment, piece.piece) != (record.id, number):
            raise PackageDamaged
        is_last = number == record.pieces - 1
        if not 0 < len(piece.content) <= limits.LARGEST_PIECE or (
            not is_last and len(piece.content) < limits.LARGEST_PIECE
        ):
            raise PackageDamaged
        size += len(piece.content)
        digest.update(piece.content)
    return size, digest.hexdigest()
