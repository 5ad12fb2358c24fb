"""Seconds that go on while the computer sleeps, whatever day somebody tells it."""

import sys
import time


def seconds() -> float:
    """Seconds since some moment; sleeping counts, setting the clock does not."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # there Python's own stands still in sleep
    return time.monotonic()
