"""Keeping the memory of this process to itself, as far as each system lets it."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # Linux: <linux/prctl.h>
_PT_DENY_ATTACH = 31  # macOS: <sys/ptrace.h>
_NO_HEAP = 1  # Windows: WER_FAULT_REPORTING_FLAG_NOHEAP
_NO_BOXES = 0x0001 | 0x0002  # Windows: SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def close_off() -> None:
    """No core dump, and on Linux no other program of the same person reads what is in memory.

    What a system does not know or refuses is left out: Carnet works all the same.
    """
    with suppress(OSError, AttributeError, ValueError):
        if sys.platform == "win32":
            # a stricter access list would also keep out the processes Carnet starts itself
            kernel = ctypes.windll.kernel32
            kernel.SetErrorMode(kernel.GetErrorMode() | _NO_BOXES)
            ctypes.windll.wer.WerSetFlags(_NO_HEAP)
            return
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        own = ctypes.CDLL(None)
        if sys.platform == "darwin":
            own.ptrace(_PT_DENY_ATTACH, 0, None, 0)
        else:
            own.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
