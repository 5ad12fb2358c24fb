"""Sealing for named recipients with age: the one file that knows pyrage."""

import io
from typing import TYPE_CHECKING, BinaryIO, Protocol

import pyrage

from app.errors import CarnetError, NotForUs, PackageDamaged
from app.security.age_header import LARGEST, count_recipients
from app.security.armour import binary_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


class Readable(Protocol):
    """What is sealed: read a piece at a time."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes, none at the end."""


def new_sealing_key() -> str:
    """A random secret age identity, "AGE-SECRET-KEY-1…"."""
    return str(pyrage.x25519.Identity.generate())


def public_sealing_key(secret: str) -> str:
    """The public half, "age1…"."""
    return str(pyrage.x25519.Identity.from_str(secret).to_public())


def is_recipient(text: str) -> bool:
    """Whether this is the public half of a sealing key."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(*, content: Readable, sealed: BinaryIO, recipients: list[str], as_text: bool = False) -> None:
    """Encrypt the stream for every recipient; whoever is not among them learns only size and number.

    `as_text` writes age's armour. What `content` or `sealed` raises comes through as it is.
    """
    reading, writing = _WatchedRead(content), _Watched(sealed)
    keys = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    try:
        pyrage.encrypt_io(reading, writing, keys, as_text)
    except Exception:
        failure = reading.failure or writing.failure
        if failure is not None:
            raise failure from None
        raise


def recipients_of(untrusted: BinaryIO) -> int:
    """For how many a file is sealed, from its outside; NotAPackage, PackageDamaged."""
    return count_recipients(binary_of(untrusted).read(LARGEST))


def unseal(*, untrusted: BinaryIO, opened: BinaryIO, secret: str) -> None:
    """Decrypt the stream into `opened`, in order; nothing counts as received before this returns.

    The head is looked at first. NotAPackage, NotForUs or PackageDamaged. What `opened` raises while
    it is written to comes through, so that a reader can stop at its limits.
    """
    recipients_of(untrusted)
    reading, writing = _WatchedRead(binary_of(untrusted)), _Watched(opened)
    try:
        pyrage.decrypt_io(reading, writing, [pyrage.x25519.Identity.from_str(secret)])
        if reading.read(1):  # armour is read to its last line
            raise PackageDamaged
    except Exception as error:
        if writing.failure is not None:
            raise writing.failure from None
        if isinstance(reading.failure, CarnetError):
            raise reading.failure from None
        if isinstance(error, pyrage.DecryptError) and "matching keys" in str(error):
            raise NotForUs from None  # the library has no other word for it
        if isinstance(error, pyrage.DecryptError | OSError):
            raise PackageDamaged from None
        raise


class _WatchedRead:
    """What is read, and why reading failed: the library makes every failure look like its own."""

    def __init__(self, content: Readable) -> None:
        self._content = content
        self.failure: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._content.read(size)
        except BaseException as error:
            self.failure = error
            raise


class _Watched(io.RawIOBase):
    """Tells a failure of the reader's own from one of the sealed file: the library makes them look alike."""

    def __init__(self, opened: BinaryIO) -> None:
        super().__init__()
        self._opened = opened
        self.failure: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, content: "Buffer") -> int:
        try:
            return self._opened.write(content)
        except BaseException as error:
            self.failure = error
            raise
