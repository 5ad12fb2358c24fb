"""The lines of a package as structs: what is written and what is checked when it comes from outside."""

import hashlib
import re
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from app.exchange.package import limits
from app.models.discreet import Discreet

FORMAT, VERSION, SUITE = "carnet-package", 2, 1
WITHOUT_FILES = 1
"""The version a package without attachments is still written in: an older Carnet opens it."""

TAG = "carnet-package-1"
Answer = Literal["accepted", "declined"]
PackageKind = Literal["records", "acknowledgement"]
Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Key = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
SealKey = Annotated[str, Meta(pattern=r"^age1[0-9a-z]{1,196}\Z")]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Short = Annotated[str, Meta(max_length=200)]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_YEARS = range(1900, 2200)


class Sender(Discreet, frozen=True, kw_only=True):
    """Whose package it is: the public half of their card."""

    id: Id
    name: Short
    unit: Short
    role: Short
    sign_key: Key
    seal_key: SealKey

    def __repr__(self) -> str:
        """Name nobody."""
        return f"<Sender {self.id[:8]}>"


class Header(Discreet, frozen=True, kw_only=True):
    """The first line. `previous` is the SHA-256 of the stream's header line before, "" for the first.

    What was too much for one package has consecutive numbers: this one is `part` of `parts`. Between two
    computers of one person `had` are the packages that came the other way; elsewhere there is no such field.
    """

    format: str = FORMAT
    version: int = WITHOUT_FILES
    suite: int = SUITE
    kind: PackageKind
    package_id: Id
    stream_id: Id
    sequence: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    previous: str = ""
    stream_is_new: bool = False
    part: Annotated[int, Meta(ge=1, le=10_000)] = 1
    parts: Annotated[int, Meta(ge=1, le=10_000)] = 1
    sender: Sender
    recipients: list[Key]
    created_at: str
    app: Short
    counts: dict[Short, Count]
    had: list[Id] | msgspec.UnsetType = msgspec.UNSET


class Author(Discreet, frozen=True, kw_only=True):
    """Who wrote a record."""

    id: Id
    name: Short
    profession: Short = ""

    def __repr__(self) -> str:
        """Name nobody."""
        return f"<Author {self.id[:8]}>"


class AnswerLine(Discreet, frozen=True, kw_only=True):
    """One answer of a form."""

    question: Short
    row: Annotated[int, Meta(ge=0, le=100_000)] = 0
    value: Any = None

    def __repr__(self) -> str:
        """Name the question."""
        return f"<AnswerLine {self.question}>"


class RecordLine(Discreet, frozen=True, kw_only=True):
    """One record as it travels: the projection, never the whole.

    `ancestors` are the revisions of it this recipient was sent before, oldest first; `projection` counts
    the other projections of this same revision that were. A field or answer that is absent was not sent;
    it never means "emptied". `hash` is over kind, id, fields and answers. `given`: with this package the
    case changes hands for good, for the how-manieth time; 0 when it does not. `pieces`: in so many lines
    after the records follow the bytes of this attachment.
    """

    kind: Short
    id: Id
    revision: Id
    ancestors: list[Id] = []
    projection: Count = 0
    form: Short = ""
    form_version: Count = 0
    author: Author
    at: str
    fields: dict[str, Any]
    answers: list[AnswerLine] = []
    hash: str = ""
    given: Count = 0
    pieces: Annotated[int, Meta(ge=0, le=limits.MOST_PIECES)] = 0

    def __repr__(self) -> str:
        """Name the record, not its words."""
        return f"<RecordLine {self.kind} {self.id[:8]}>"

    def digest(self) -> str:
        """SHA-256 in hexadecimal over what the projection says."""
        said = {"kind": self.kind, "id": self.id, "fields": self.fields, "answers": self.answers}
        return hashlib.sha256(canonical(said)).hexdigest()


class Receipt(Discreet, frozen=True, kw_only=True):
    """One line of an acknowledgement: what became of one package, and what was said to its proposals.

    `conflicts` stand in two versions there, `refused` says why by a code; `taken_on` are the cases given
    with it that they go on with from now on.
    """

    package_id: Id
    received_at: str
    records: dict[Id, Id]  # record id: the sender's revision of it that came last
    counts: dict[Short, Count]
    conflicts: list[Id] = []
    refused: dict[Id, Short] = {}
    taken_on: list[Id] = []
    answers: dict[Id, Answer] = {}


class Piece(Discreet, frozen=True, kw_only=True):
    """Some bytes of an attachment; in JSON they are base64."""

    attachment: Id
    piece: Count
    content: bytes

    def __repr__(self) -> str:
        """Which one it is, not of what: nothing of a line is looked at yet."""
        return f"<Piece {self.piece}>"


class Manifest(Discreet, frozen=True, kw_only=True):
    """The last line but one: how much there was, and SHA-512 over the exact bytes of the lines between.

    Where there are attachments `pieces` counts their lines, which `records` does not.
    """

    records: Annotated[int, Meta(ge=0)]
    pieces: Count | msgspec.UnsetType = msgspec.UNSET
    bytes: int
    sha512: str


class Signed(Discreet, frozen=True, kw_only=True):
    """The last line."""

    signature: Annotated[str, Meta(pattern=r"^[0-9a-f]{128}\Z")]


def is_moment(text: str) -> bool:
    """Whether this is a moment as `now` writes it, in a year anybody of today can have written in."""
    if not _MOMENT.fullmatch(text):
        return False
    try:
        return datetime.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def is_another_age(text: str) -> bool:
    """Whether this is written as a moment, in a year nobody of today can have written in."""
    return bool(_MOMENT.fullmatch(text)) and int(text[:4]) not in _YEARS


def canonical(content: Any) -> bytes:
    """JSON with sorted keys and no blanks: the same content is the same bytes."""
    return msgspec.json.encode(content, order="sorted")


def to_sign(header_line: bytes, manifest_line: bytes) -> bytes:
    """What is signed: SHA-512 of the header line, then of the manifest line, both without newlines."""
    return hashlib.sha512(header_line).digest() + hashlib.sha512(manifest_line).digest()


def header_hash(header_line: bytes) -> str:
    """What the next header of the stream names as `previous`."""
    return hashlib.sha256(header_line).hexdigest()
