"""What went wrong, in codes: class names and places in the code, never anybody's words.

The text of an exception may quote a name or a note, so it is never looked at. Other libraries'
messages are not collected for the same reason.
"""

import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app import paths

_logger = logging.getLogger("carnet")
_logger.propagate = False
_logger.addHandler(logging.NullHandler())
_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_NAME = re.compile(r"[\w.<>]{1,120}")
_LARGEST, _KEPT = 256 * 1024, 3
_DEEPEST = 60  # frames told of one failure


def configure(*, level: int = logging.INFO, file: Path | None = None) -> None:
    """Start writing to the log file; where it cannot be written the program works without."""
    for former in list(_logger.handlers):
        _logger.removeHandler(former)
        former.close()
    file = file or paths.log_file()
    handler: logging.Handler = logging.NullHandler()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _private_file(file)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    except OSError:
        pass
    _logger.addHandler(handler)
    _logger.setLevel(level)


def note(code: str, /, **numbers: int) -> None:
    """Write that something happened: a code such as "backup_made" and numbers, no other values."""
    if not _CODE.fullmatch(code) or not all(isinstance(number, int) for number in numbers.values()):
        raise ValueError("the log takes codes and numbers only")
    _logger.info(" ".join([code, *(f"{name}={number:d}" for name, number in numbers.items())]))


def log_failure(error: BaseException) -> None:
    """Write a failure and what led to it: classes, system error numbers, places in the code."""
    for line in described(error):
        _logger.error(line)


def install_hooks(*, tell: Callable[[BaseException], None] | None = None) -> None:
    """Send every failure nobody caught to the log, in any thread; `tell` then speaks to the person.

    Standard error gets the same lines as the log: Python's own traceback would quote the message.
    """

    def caught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        error = error if error is not None else kind()
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log_failure(error)
        if sys.stderr is not None:  # a built program has no console
            sys.stderr.write("\n".join([*described(error), ""]))
        if tell is not None:
            tell(error)

    sys.excepthook = caught
    threading.excepthook = lambda seen: caught(seen.exc_type, seen.exc_value, seen.exc_traceback)
    sys.unraisablehook = lambda seen: caught(seen.exc_type, seen.exc_value, seen.exc_traceback)


def described(error: BaseException) -> Iterator[str]:
    """A failure as lines without a word of its text, the causes after it."""
    waiting, seen = [error], set[int]()
    while waiting:
        error = waiting.pop(0)
        if id(error) in seen:
            continue
        seen.add(id(error))
        kind = type(error)
        yield _plain(f"{kind.__module__}.{kind.__qualname__}") + _number(error)
        yield from _places(error.__traceback__)
        context = None if error.__suppress_context__ else error.__context__
        group = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
        waiting += [each for each in (error.__cause__, context, *group) if each is not None]


def _private_file(file: Path) -> logging.Handler:
    """A log only its owner reads, and that never stops the work."""
    from logging.handlers import RotatingFileHandler  # slow to import, and no window waits for it

    class PrivateFile(RotatingFileHandler):
        def _open(self) -> TextIO:  # type: ignore[override]
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            return os.fdopen(os.open(self.baseFilename, flags, 0o600), "a", encoding="utf-8")

        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's own name
            """Be silent: a full disk is told where the writing matters."""

    return PrivateFile(file, maxBytes=_LARGEST, backupCount=_KEPT)


def _number(error: BaseException) -> str:
    """The system's or the database's own code; nothing of the exception's is called."""
    own = error.errno if isinstance(error, OSError) else vars(error).get("sqlite_errorcode")
    return f" code={own:d}" if type(own) is int else ""


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        frame = trace.tb_frame
        # the module's name rather than its path: that would hold the account's name
        module = _plain(str(frame.f_globals.get("__name__", "?")))
        places.append(f"  {module}:{trace.tb_lineno} {_plain(frame.f_code.co_name)}")
        trace = trace.tb_next
    return places[-_DEEPEST:]


def _plain(name: str) -> str:
    return name if _NAME.fullmatch(name) else "?"
