"""Many hostile packages, one after the other, within time and memory."""

import base64
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from app.errors import CarnetError
from app.frameworks.library import Library
from tests.exchange.package import hostile

SEED = "CARNET_FUZZ_SEED"  # of an earlier run, to see the same packages again
SLOWEST, MOST = 5.0, 512 << 10  # seconds of the processor, KiB


def seed() -> int:
    """Of this run."""
    return int(os.environ.get(SEED) or random.SystemRandom().randrange(1 << 40))


def run(numbers: Iterable[int], *, library: Library, found: Path) -> Counter[str]:
    """How often each was said; what goes wrong is put into `found`, ready for the corpus, and raised."""
    said: Counter[str] = Counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in numbers:
        case = hostile.case(number)
        started = time.process_time()
        try:
            answer = hostile.read(case.content)
            if isinstance(answer, CarnetError):
                said[type(answer).__name__] += 1
            else:
                assert case.is_signed, "nobody signed this, and it was taken"
                said.update(reason or "sound" for reason in hostile.judged(answer, library))
            assert time.process_time() - started < SLOWEST
            assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST
        except BaseException:
            (found / f"{number}.txt").write_bytes(base64.encodebytes(case.content))
            raise
    return said
