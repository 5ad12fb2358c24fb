"""The one base of everything a notebook keeps."""

import secrets
from datetime import UTC, date, datetime

import msgspec


def new_id() -> str:
    """A random identifier: 128 bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


def now() -> str:
    """The moment as ISO 8601 in UTC, to the second; shown to people, never compared."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Record(msgspec.Struct, kw_only=True, frozen=True):
    """A thing with an identifier whose every finished change is a revision.

    `removed_at` says since when it lies in the bin; `revision` is its newest revision's id.
    """

    id: str = msgspec.field(default_factory=new_id)
    removed_at: str | None = None
    revision: str = ""

    def __repr__(self) -> str:
        """Name the kind and the identifier only: a record's words reach no log and no exception."""
        return f"<{type(self).__name__} {self.id[:8]}>"

    __str__ = __repr__

    def __rich_repr__(self):  # type: ignore[no-untyped-def]  # msgspec's own shows every field
        yield self.id[:8]


class FormRecord(Record, kw_only=True, frozen=True):
    """A record written on a form: questions bind to its attributes, the rest are answers.

    `framework` is the service that asks it, "" where its notebook used one alone.
    """

    form: str
    form_version: int
    author_id: str
    student_id: str | None = None
    case_id: str | None = None
    date: date
    created_at: str = msgspec.field(default_factory=now)
    framework: str = ""
