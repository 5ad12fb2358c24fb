"""What a process that reads files from outside allows itself, set by the process for itself."""

import sys
from contextlib import suppress

from app import private_process


def limit_process(*, seconds: int, memory: int) -> None:
    """No more processor time, no more memory, no core dump. On Windows the wall clock alone limits it."""
    private_process.close_off()  # it is given a key, or what was under one
    if sys.platform == "win32":
        return
    import resource  # not on every system

    with suppress(ValueError, OSError):  # macOS refuses a bound on memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    limit_time(seconds)


def limit_time(seconds: int) -> None:
    """From now on this many seconds of the processor."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    end = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))


def write_nothing() -> None:
    """No file can be written from now on: nothing decoded ever lies on a disk."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
