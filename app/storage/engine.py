"""The encrypted file: the only place that knows the driver.

SQLCipher 4 with a raw 256-bit key, a rollback journal and every write synced to the disk. Results
are fetched at once: with a rollback journal an unfinished SELECT would block every commit.
"""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from app.errors import (
    CarnetError,
    DiskFull,
    FolderReadOnly,
    NotebookDamaged,
    NotebookGone,
    NotebookUnreadable,
    SavingFailed,
    Stopped,
)
from app.storage import pragmas
from app.storage.database_file import check_whole, identity, looked_into
from app.storage.key_literal import key_literal
from app.storage.open_engines import is_given_up, remember
from app.storage.turn import Turn
from app.storage.wipe import wipe

_SHORT = 0.02  # seconds a reader waits for whoever writes
_PATIENCE, _PAUSE = 5.0, 0.01  # seconds another connection is waited for, and between two tries
# what is settled once, when the file is opened, and by nobody afterwards
_SETTLED = frozenset({
    "key", "rekey", "hexkey", "hexrekey", "textkey", "textrekey", "temp_store", "temp_store_directory",
    "journal_mode", "synchronous",
})  # fmt: skip
Row = tuple[Any, ...]


class Interrupted(Exception):
    """The query was stopped because its answer is no longer wanted."""


class Engine:
    """One connection to one encrypted file, shared by threads one call at a time.

    A file that was taken away with its drive and is back is opened anew before the next change.
    """

    def __init__(self, path: Path, key: bytes, *, mode: str) -> None:
        self._path, self._mode = path, mode
        self._key = bytes(bytearray(key))  # its own, to be overwritten when it closes
        self._connection = _connect(path, key, mode=mode)
        self._file = identity(path)
        self._writing = Turn()  # one change at a time; always taken before the next one
        self._lock = threading.RLock()  # one call at a time
        self._depth = 0
        self._make_way: Callable[[], None] | None = None
        self._before_change: Callable[[], None] | None = None
        self._before_anew: Callable[[], None] | None = None
        self._after_anew: Callable[[], None] | None = None
        self._stopped = False
        self._other: Engine | None = None
        self._opening = threading.Lock()
        self._connection.set_busy_handler(self._wait)
        remember(self)

    @classmethod
    def create(cls, path: Path, key: bytes) -> "Engine":
        """Make a new encrypted file, 0600; FileExistsError when something is there already."""
        key_literal(key)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise
        except OSError as error:
            raise (DiskFull if error.errno == errno.ENOSPC else FolderReadOnly) from error
        return cls(path, key, mode="rw")

    @classmethod
    def open(cls, path: Path, key: bytes, *, read_only: bool = False) -> "Engine":
        """Open an existing file; NotebookMissing, NotebookDamaged or NotebookUnreadable otherwise.

        The key was proved on its slot before, so a file that does not answer is damaged, never locked.
        """
        check_whole(path)
        engine = cls(path, key, mode="ro" if read_only else "rw")
        try:
            engine.rows("SELECT count(*) FROM sqlite_master")
        except CarnetError:
            engine.close()
            raise
        return engine

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Run one statement and fetch all its rows.

        Whoever would have to wait for another thread's long change reads what was there before it.
        """
        if not self._lock.acquire(timeout=_SHORT):
            with suppress(NotebookUnreadable):  # just being committed: then that is waited for
                return self._beside().rows(sql, parameters)
            self._lock.acquire()
        try:
            with self._told():
                return self._connection.execute(sql, parameters).fetchall()  # type: ignore[no-any-return]
        finally:
            self._lock.release()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one writing statement; how many rows it changed."""
        with self._writing, self._lock, self._told(writing=True):
            self._stand()
            return self._connection.execute(sql, parameters).rowcount  # type: ignore[no-any-return]

    def run_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one writing statement for many rows."""
        with self._writing, self._lock, self._told(writing=True):
            self._stand()
            self._connection.executemany(sql, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; an inner transaction belongs to the outer one.

        Other threads read what was there before, so nobody sees half a change.
        """
        with self._writing, self._lock:
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            self._stand()
            with self._told(writing=True):
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                with self._told(writing=True):
                    self._connection.execute("COMMIT")
            except BaseException:
                # SQLite has already rolled back by itself after a full disk
                if self._connection.in_transaction:
                    with suppress(driver.Error):  # what went wrong first is what has to be told
                        self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Nobody writes through this connection meanwhile; reading goes on."""
        with self._writing.kept():
            yield

    @property
    def is_awaited(self) -> bool:
        """Somebody wants to write and waits: whoever keeps this connection quiet may give way."""
        return self._writing.is_awaited

    def interrupt(self) -> None:
        """Stop the query another thread is running here; it raises Interrupted."""
        self._connection.interrupt()

    def stop(self, thread: threading.Thread | None = None) -> None:
        """Nothing more is read or written here, or by one thread: its work ends with Stopped, rolled back."""
        self._stopped |= thread is None
        if self._other is not None:
            self._other.stop(thread)
        if thread in (None, self._writing.holder):
            with suppress(driver.ProgrammingError):  # closed already
                self._connection.interrupt()

    def when_held_up(self, make_way: Callable[[], None]) -> None:
        """Call this whenever another connection holds a commit back, for as long as it does."""
        self._make_way = make_way

    def ask_first(
        self, *, change: Callable[[], None], anew: Callable[[], None], after: Callable[[], None] | None = None
    ) -> None:
        """Called before a change, and before and after a file that was away is opened anew.

        Each may refuse with a CarnetError.
        """
        self._before_change, self._before_anew, self._after_anew = change, anew, after

    def open_anew(self) -> None:
        """Leave the file that was taken away for the one that lies in its place now."""
        with self._writing, self._lock:
            if self._before_anew:
                self._before_anew()
            fresh = Engine.open(self._path, self._key, read_only=self._mode == "ro")
            try:
                if self._after_anew:
                    self._after_anew()
            except CarnetError:
                fresh.close()
                raise
            with suppress(driver.Error):  # its drive is gone
                self._connection.close()
            self._close_beside()
            self._connection, self._file = fresh._connection, fresh._file
            wipe(fresh._key)
            self._connection.set_busy_handler(self._wait)

    def damage(self) -> list[str]:
        """What both integrity checks complain about; empty when the file is whole."""
        problems = [f"cipher: {row[0]}" for row in self.rows("PRAGMA cipher_integrity_check")]
        return problems + self.structure_damage()

    def structure_damage(self) -> list[str]:
        """What the check of tables and indexes alone complains about; Interrupted when it is stopped."""
        try:
            checked = self.rows("PRAGMA integrity_check(20)")
        except NotebookDamaged:
            return ["structure: unreadable"]
        said = [line for row in checked for line in str(row[0]).splitlines()]  # one answer, many lines
        return [f"structure: {line}" for line in said if line != "ok"]

    def cipher_damage(self) -> int:
        """How many pages do not carry their seal; reads every page, decodes none."""
        return len(self.rows("PRAGMA cipher_integrity_check"))

    def copy_under(self, path: Path, key: bytes) -> None:
        """This file page for page into a new one under another key; nobody writes here meanwhile.

        It goes from one keyed connection to the other inside SQLite, so that no ATTACH has to be allowed,
        and what lies between them is in memory only.
        """
        copy = Engine.create(path, key)
        try:
            with self._writing, self._lock:
                self._connection.backup(copy._connection)
        except driver.Error:  # here the driver tells no code, whatever went wrong
            raise SavingFailed from None
        finally:
            copy.close()

    def write_anew(self) -> None:
        """Write every page anew, so that nothing deleted is left between them; the space is given back.

        Outside a transaction; DiskFull, SavingFailed or MemoryError leave the file as it was. It takes as
        much memory as the file is large.
        """
        with self._writing, self._lock, self._told(writing=True):
            self._connection.set_authorizer(None)  # SQLite attaches a nameless file of its own, in memory
            try:
                self._connection.execute("VACUUM")
            finally:
                self._connection.set_authorizer(_allow)

    def close(self) -> None:
        """Close the connection; the key goes with it. Closing twice is harmless."""
        with self._lock, suppress(driver.ProgrammingError):
            self._close_beside()
            wipe(self._key)
            self._key = b""
            self._connection.set_busy_handler(None)
            self._connection.close()

    def _stand(self) -> None:
        """Before a change: the file is still the one that was opened, or is back; NotebookGone otherwise.

        SQLite would go on writing into a file that no longer has a name, and all of it would be lost.
        """
        if self._depth or not self._key:
            return
        found = identity(self._path)
        if found is None:
            raise NotebookGone(folder=str(self._path.parent))
        if found != self._file:
            self.open_anew()
        if self._before_change:
            self._before_change()

    @contextmanager
    def _told(self, *, writing: bool = False) -> Iterator[None]:
        if self._stopped or is_given_up():
            raise Stopped
        try:
            with _told(self._path, writing=writing):
                yield
        except Interrupted:
            if self._stopped or is_given_up():
                raise Stopped from None
            raise

    def _beside(self) -> "Engine":
        """The same file once more, for reading alone."""
        with self._opening:
            if self._stopped or not self._key:
                raise Stopped
            if self._other is None:
                self._other = Engine.open(self._path, self._key, read_only=True)
            return self._other

    def _close_beside(self) -> None:
        with self._opening:
            other, self._other = self._other, None
        if other is not None:
            other.close()

    def _wait(self, tries: int) -> bool:
        if self._make_way:
            self._make_way()
        time.sleep(_PAUSE)
        return not self._stopped and tries * _PAUSE < _PATIENCE


def _connect(path: Path, key: bytes, *, mode: str) -> Any:
    literal = key_literal(key)
    with _told(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = driver.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, literal, mode)
        except BaseException:
            connection.close()
            raise
        finally:
            wipe(literal)
    return connection


def _prepare(connection: Any, literal: str, mode: str) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA {pragmas.FREED_MEMORY}")
    setting = f'PRAGMA key = "{literal}"'
    connection.executescript(setting)  # the driver would remember a statement it executes, and so the key
    wipe(setting)
    for pragma in pragmas.SETTLED:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA temp_store").fetchone()[0] != 2:
        raise NotebookUnreadable  # a temporary file would hold text in clear
    if mode == "rw":
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.set_authorizer(_allow)


def _allow(action: int, first: str | None, second: str | None, *_: object) -> int:
    """Refuse ATTACH: with an empty key it would write everything in clear."""
    if action == driver.SQLITE_ATTACH:
        return driver.SQLITE_DENY  # type: ignore[no-any-return]
    if action == driver.SQLITE_PRAGMA and second is not None and (first or "").lower() in _SETTLED:
        return driver.SQLITE_DENY  # type: ignore[no-any-return]
    return driver.SQLITE_OK  # type: ignore[no-any-return]


@contextmanager
def _told(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn the driver's codes into failures a person can be told; its texts may hold values."""
    try:
        yield
    except driver.DatabaseError as error:
        failure = _failure(getattr(error, "sqlite_errorcode", None), writing)
        if failure is None:
            raise
        raise looked_into(failure, path) from None


def _failure(code: int | None, writing: bool) -> Exception | None:
    if code is None:
        return None
    primary = code & 0xFF
    if primary == driver.SQLITE_INTERRUPT:
        return Interrupted()
    if primary == driver.SQLITE_FULL:
        return DiskFull()
    if primary in {driver.SQLITE_READONLY, driver.SQLITE_CANTOPEN}:
        return FolderReadOnly() if writing else NotebookUnreadable()
    if primary in {driver.SQLITE_IOERR, driver.SQLITE_BUSY}:
        return SavingFailed() if writing else NotebookUnreadable()
    if primary in {driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB}:
        return NotebookDamaged()
    return None
