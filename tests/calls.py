"""How often a function of ours is called while something runs: what a clock could only guess."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Count:
    """The number so far."""

    number = 0


@contextmanager
def calls_of(function: Callable[..., Any]) -> Iterator[Count]:
    """Counted in this thread, the function itself untouched."""
    count, code, before = Count(), function.__code__, sys.getprofile()

    def heard(frame: FrameType, event: str, argument: Any) -> None:
        count.number += event == "call" and frame.f_code is code

    sys.setprofile(heard)
    try:
        yield count
    finally:
        sys.setprofile(before)
