"""Checking a package in a process of its own, with limits on time and memory.

A hostile file may make a library run for ever or eat all memory; the window must not feel it.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

import app.errors
from app.errors import CarnetError, PackageDamaged, PackageTooLarge
from app.exchange.package.lines import RecordLine
from app.exchange.package.reader import Package, read_package
from app.exchange.process_limits import limit_process

_SECONDS = 120
_MEMORY = 2 << 30
_AT_ONCE = 200  # records between the two processes: what waits there is held twice


def _limits() -> tuple[int, int]:
    return _SECONDS, _MEMORY


def check_package(*, path: Path, seal_secret: str, own_fingerprint: str) -> Package:
    """The package in a file, whole and signed; the errors of `read_package`, PackageTooLarge past limits."""
    seconds, memory = _limits()
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_check,
        args=(sender, str(path), seal_secret, own_fingerprint, seconds, memory),
        daemon=True,
        name="carnet-check",
    )
    child.start()
    sender.close()
    try:
        answer = _answer(receiver, time.monotonic() + seconds)
    except EOFError:  # it was stopped by a limit
        raise PackageTooLarge from None
    finally:
        receiver.close()
        child.kill()
        child.join()
    if isinstance(answer, Package):
        return answer
    failure = getattr(app.errors, str(answer), PackageDamaged)
    raise failure()


def _answer(receiver: Connection, end: float) -> object:
    """The package once all of it was said to be whole, or the name of what is wrong with it."""
    package, records = None, list[RecordLine]()
    while True:
        if not receiver.poll(max(0, end - time.monotonic())):
            raise PackageTooLarge
        said = receiver.recv()
        if isinstance(said, Package):
            package = said
        elif isinstance(said, list):
            records += said
        elif said is None and package is not None:
            return msgspec.structs.replace(package, records=records)
        else:
            return said


def _check(
    sender: Connection, path: str, seal_secret: str, own_fingerprint: str, seconds: int, memory: int
) -> None:
    limit_process(seconds=seconds, memory=memory)
    try:
        with Path(path).open("rb") as untrusted:
            package = read_package(
                untrusted=untrusted, seal_secret=seal_secret, own_fingerprint=own_fingerprint
            )
        sender.send(msgspec.structs.replace(package, records=[]))
        for start in range(0, len(package.records), _AT_ONCE):
            sender.send(package.records[start : start + _AT_ONCE])
        sender.send(None)
    except CarnetError as failure:
        sender.send(type(failure).__name__)
    except MemoryError:
        sender.send(PackageTooLarge.__name__)
    except (OSError, ValueError):
        sender.send(PackageDamaged.__name__)
