"""Looks at an attachment through a process of its own: bytes go in, plain pixels come out."""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

import app.errors
from app.errors import AttachmentBroken, AttachmentCutOff, AttachmentTooHeavy, AttachmentUnshown, Stopped
from app.exchange.attachments import limits
from app.exchange.attachments.decoder import Head, serve
from app.models.attachment import AttachmentType
from app.models.pixels import Pixels

_GLANCE = 0.1  # seconds until somebody’s having had enough is seen
_HEAD = 4096  # bytes of an answer without its pixels
_CODES = 1 << 20


def _limits() -> tuple[int, int]:
    return limits.SECONDS, limits.MEMORY


class AttachmentViewer:
    """Keeps the process while somebody looks; the bytes are there and no longer here. Close it.

    `check` has every part decoded before it is believed. AttachmentBroken, AttachmentCutOff,
    AttachmentLocked, AttachmentTooHeavy; Stopped once `stopped` says that somebody had enough.
    """

    def __init__(
        self,
        *,
        untrusted: bytes,
        kind: AttachmentType,
        file: str,
        check: bool = False,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._file, self._asking, self._stopped = file, threading.Lock(), stopped
        self._seconds, memory = _limits()
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._child = context.Process(
            target=serve, args=(theirs, kind, self._seconds, memory), daemon=True, name="carnet-look"
        )
        self._child.start()
        theirs.close()
        try:
            with self._stopped_is_too_heavy():
                self._line.send_bytes(untrusted)
                self._line.send("check" if check else "look")
                self.pages = self._answer().pages
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "AttachmentViewer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def page(self, number: int, *, width: int) -> Pixels:
        """Page `number`, from 0, about `width` pixels wide: AttachmentUnshown, AttachmentTooHeavy."""
        try:
            with self._asking, self._stopped_is_too_heavy():
                self._line.send((number, width, False))
                head = self._answer()
                data = self._line.recv_bytes(4 * limits.SHOWN + 4 * limits.SIDE)
        except (AttachmentBroken, AttachmentCutOff) as failure:
            raise AttachmentUnshown(file=self._file) from failure
        sound = 0 < 3 * head.width <= head.stride and head.height > 0
        if not sound or head.stride * head.height != len(data):
            raise AttachmentUnshown(file=self._file)
        return Pixels(
            width=head.width, height=head.height, stride=head.stride, whole_width=head.whole_width, data=data
        )

    def codes(self, number: int, *, width: int) -> list[str]:
        """What the QR codes of that page hold, "" for one that cannot be read; as untrusted as the page.

        AttachmentBroken, AttachmentCutOff, AttachmentTooHeavy.
        """
        with self._asking, self._stopped_is_too_heavy():
            self._line.send((number, width, True))
            self._answer()
            said = self._line.recv_bytes(_CODES)
        try:
            return msgspec.json.decode(said, type=list[str])
        except msgspec.DecodeError:
            raise AttachmentBroken(file=self._file) from None

    def close(self) -> None:
        """Stop the process at once, whatever it is doing; from any thread, as often as one likes."""
        self._child.kill()
        self._child.join()
        with self._asking:  # whoever waits for an answer is told at once that none will come
            self._line.close()

    @contextmanager
    def _stopped_is_too_heavy(self) -> Iterator[None]:
        """A process that went away was stopped by one of its limits, or by `close`."""
        try:
            yield
        except (EOFError, OSError):
            raise AttachmentTooHeavy(file=self._file) from None

    def _answer(self) -> Head:
        until = time.monotonic() + self._seconds
        while not self._line.poll(_GLANCE):
            if self._stopped():
                raise Stopped
            if time.monotonic() > until:
                self._child.kill()
                raise AttachmentTooHeavy(file=self._file)
        try:
            head = msgspec.json.decode(self._line.recv_bytes(_HEAD), type=Head)
        except msgspec.DecodeError:
            raise AttachmentBroken(file=self._file) from None
        if head.failure:
            failure = getattr(app.errors, head.failure, AttachmentBroken)
            raise failure(file=self._file)
        return head
