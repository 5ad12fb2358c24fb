"""From a phrase to a key, slowly on purpose."""

import os
import time
import unicodedata
from collections.abc import Callable

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.errors import MemoryShort

_MIB = 1024
_AIM = 0.95  # seconds
_LONG_ENOUGH, _TOO_LONG = 0.7, 1.2


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess costs with Argon2id: memory in KiB, passes over it, lanes."""

    memory_kib: int
    iterations: int
    lanes: int

    @property
    def allowed(self) -> bool:
        """Whether it lies between FLOOR and CEILING: neither weak nor a way to exhaust the machine."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.iterations <= self.iterations <= CEILING.iterations
            and FLOOR.lanes <= self.lanes <= CEILING.lanes
        )


FLOOR = Cost(memory_kib=64 * _MIB, iterations=3, lanes=1)
DEFAULT = Cost(memory_kib=256 * _MIB, iterations=3, lanes=4)
CEILING = Cost(memory_kib=1024 * _MIB, iterations=10, lanes=8)


def derive(*, passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key of a phrase; MemoryShort when the machine cannot spare the memory.

    The phrase is taken as NFC in UTF-8, so the same words typed on another system give the same key.
    """
    if not cost.allowed:
        raise ValueError("this cost is outside what is allowed")
    # surrogatepass: the error of a half character would quote the whole phrase
    material = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    argon2 = Argon2id(
        salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        return argon2.derive(material)
    except MemoryError:
        raise MemoryShort from None


def calibrate(*, measure: Callable[[Cost], float] | None = None) -> Cost:
    """The cost that takes this machine 0.7 to 1.2 s, never below FLOOR; for creating a notebook.

    `measure` gives the seconds of one derivation; without it this machine is measured.
    """
    measure = measure or _seconds
    try:
        seconds = measure(DEFAULT)
        if seconds > _TOO_LONG:
            seconds = min(seconds, measure(DEFAULT))  # a busy moment must not weaken a notebook for ever
    except MemoryShort:
        return msgspec.structs.replace(FLOOR, lanes=DEFAULT.lanes)
    if _LONG_ENOUGH <= seconds <= _TOO_LONG:
        return DEFAULT
    return _fitting(DEFAULT.memory_kib * DEFAULT.iterations * _AIM / seconds)


def _fitting(work: float) -> Cost:
    """The allowed cost nearest to `work` (KiB times passes): memory as by default where it can be."""
    memory = DEFAULT.memory_kib
    while round(work / memory) < FLOOR.iterations and memory > FLOOR.memory_kib:
        memory //= 2
    while round(work / memory) > CEILING.iterations and memory < CEILING.memory_kib:
        memory *= 2
    iterations = min(max(round(work / memory), FLOOR.iterations), CEILING.iterations)
    return Cost(memory_kib=memory, iterations=iterations, lanes=DEFAULT.lanes)


def _seconds(cost: Cost) -> float:
    started = time.perf_counter()
    derive(passphrase="", salt=os.urandom(16), cost=cost)
    return time.perf_counter() - started
