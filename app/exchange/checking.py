"""Checking a package in a process of its own, with limits on time and memory.

A hostile file may make a library run for ever or eat all memory; the window must not feel it.
"""

import multiprocessing
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import app.errors
from app import private_process
from app.errors import CarnetError, PackageDamaged, PackageTooLarge
from app.exchange.package.reader import Package, read_package

_SECONDS = 120
_MEMORY = 2 << 30


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
        if not receiver.poll(seconds):
            raise PackageTooLarge
        answer = receiver.recv()
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


def _check(
    sender: Connection, path: str, seal_secret: str, own_fingerprint: str, seconds: int, memory: int
) -> None:
    private_process.close_off()  # it is given a key
    _limit(seconds, memory)
    try:
        with Path(path).open("rb") as untrusted:
            sender.send(
                read_package(untrusted=untrusted, seal_secret=seal_secret, own_fingerprint=own_fingerprint)
            )
    except CarnetError as failure:
        sender.send(type(failure).__name__)
    except MemoryError:
        sender.send(PackageTooLarge.__name__)
    except (OSError, ValueError):
        sender.send(PackageDamaged.__name__)


def _limit(seconds: int, memory: int) -> None:
    if sys.platform == "win32":
        return  # there the wall clock alone limits it
    import resource  # not on every system

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
