"""Sealing for named recipients with age: the one file that knows pyrage."""

import io
from typing import TYPE_CHECKING, BinaryIO

import pyrage

from app.errors import NotForUs, PackageDamaged
from app.security.age_header import LARGEST, count_recipients

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


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


def seal(*, content: BinaryIO, sealed: BinaryIO, recipients: list[str]) -> None:
    """Encrypt the stream for every recipient; whoever is not among them learns only size and number."""
    pyrage.encrypt_io(content, sealed, [pyrage.x25519.Recipient.from_str(one) for one in recipients])


def unseal(*, untrusted: BinaryIO, opened: BinaryIO, secret: str) -> None:
    """Decrypt the stream into `opened`, in order; nothing counts as received before this returns.

    The head is looked at first. NotAPackage, NotForUs or PackageDamaged. What `opened` raises while
    it is written to comes through, so that a reader can stop at its limits.
    """
    count_recipients(untrusted.read(LARGEST))
    untrusted.seek(0, io.SEEK_SET)
    writing = _Watched(opened)
    try:
        pyrage.decrypt_io(untrusted, writing, [pyrage.x25519.Identity.from_str(secret)])
    except Exception as error:
        if writing.failure is not None:
            raise writing.failure from None
        if isinstance(error, pyrage.DecryptError) and "matching keys" in str(error):
            raise NotForUs from None  # the library has no other word for it
        if isinstance(error, pyrage.DecryptError | OSError):
            raise PackageDamaged from None
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
