"""Checking a package in a process of its own, with limits on time and memory.

A hostile file may make a library run for ever or eat all memory; the window must not feel it.
"""

import multiprocessing
import time
from array import array
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

import app.errors
from app.errors import CarnetError, PackageDamaged, PackageTooLarge, Stopped
from app.exchange.package.lines import Header
from app.exchange.package.pieces import Place
from app.exchange.package.reader import Package, package_of, read_package
from app.exchange.process_limits import limit_process
from app.models.discreet import Discreet
from app.storage.spool import Spool

_SECONDS = 120
_MEMORY = 512 << 20
_GLANCE = 0.1  # seconds until a lock is seen
_ANSWER = 6 << 20  # bytes: a header, a number for each line, and where each attachment lies


class _Answer(Discreet, frozen=True, kw_only=True):
    """What the process found, or the name of what is wrong; the lines wait in the spool."""

    failure: str = ""
    header: Header | None = None
    header_hash: str = ""
    bounds: bytes = b""
    n_pieces: int = 0
    files: dict[str, Place] = {}


def _limits() -> tuple[int, int]:
    return _SECONDS, _MEMORY


def check_package(*, path: Path, seal_secret: str, own_fingerprint: str, spool: Spool) -> Package:
    """The package in a file, whole and signed; the errors of `read_package`, PackageTooLarge past limits.

    Stopped when the spool is closed meanwhile.
    """
    seconds, memory = _limits()
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_check,
        args=(
            sender, str(path), seal_secret, own_fingerprint, str(spool.path), spool.key, seconds, memory
        ),
        daemon=True,
        name="carnet-check",
    )  # fmt: skip
    child.start()
    sender.close()
    try:
        answer = _answer(receiver, time.monotonic() + seconds, spool)
    except EOFError:  # it was stopped by a limit, or by the lock
        raise (Stopped if spool.is_closed else PackageTooLarge) from None
    finally:
        receiver.close()
        child.kill()
        child.join()
        if spool.is_closed:  # while the process still had the file
            spool.close()
    if answer.failure or answer.header is None:
        failure = getattr(app.errors, answer.failure, PackageDamaged)
        raise failure()
    bounds = array("Q")
    bounds.frombytes(answer.bounds)
    return package_of(
        header=answer.header, header_hash=answer.header_hash, bounds=bounds, spool=spool,
        n_pieces=answer.n_pieces, files=answer.files,
    )  # fmt: skip


def _answer(receiver: Connection, end: float, spool: Spool) -> _Answer:
    while not receiver.poll(_GLANCE):
        if spool.is_closed:
            raise Stopped
        if time.monotonic() > end:
            raise PackageTooLarge
    try:
        return msgspec.json.decode(receiver.recv_bytes(_ANSWER), type=_Answer)
    except msgspec.DecodeError:
        raise PackageDamaged from None


def _check(
    sender: Connection,
    path: str,
    seal_secret: str,
    own_fingerprint: str,
    spool_path: str,
    spool_key: bytes,
    seconds: int,
    memory: int,
) -> None:
    limit_process(seconds=seconds, memory=memory)
    try:
        spool = Spool(Path(spool_path), spool_key, lent=True)
        with Path(path).open("rb") as untrusted:
            package = read_package(
                untrusted=untrusted, seal_secret=seal_secret, own_fingerprint=own_fingerprint, spool=spool
            )
        answer = _Answer(
            header=package.header, header_hash=package.header_hash, bounds=package.bounds.tobytes(),
            n_pieces=len(package.pieces), files=package.files,
        )  # fmt: skip
    except CarnetError as failure:
        answer = _Answer(failure=type(failure).__name__)
    except MemoryError:
        answer = _Answer(failure=PackageTooLarge.__name__)
    except (OSError, ValueError):
        answer = _Answer(failure=PackageDamaged.__name__)
    sender.send_bytes(msgspec.json.encode(answer))
