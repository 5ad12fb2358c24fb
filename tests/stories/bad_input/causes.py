"""What goes wrong, made to go wrong for real. A cause lasts as long as its context."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from app.i18n import Locale
from app.security import checked_json
from app.security.derive import derive_key
from app.security.passphrase import FLOOR
from app.security.slots import open_keys
from app.storage.database_file import PAGE
from app.storage.engine import Engine
from app.storage.holder import read as read_holder
from app.storage.notebook import KEYS, NOTEBOOK, Notebook, read_keys
from tests import builders
from tests.architecture.house import ROOT
from tests.builders import PHRASE
from tests.storage.test_full_disk import small_drive
from tests.stories.bad_input.said import DISK_FAILS, Told, in_use_since
from tests.stories.bad_input.scene import Scene

Cause = Callable[[Scene], AbstractContextManager[Told | None]]  # yields what is told instead, where it must

_HOLDER = """
import sys
from pathlib import Path
from app.storage.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]), passphrase=sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


def lasting(spoil: Callable[[Scene], object]) -> Cause:
    """A cause that is made once and stays."""

    @contextmanager
    def cause(scene: Scene) -> Iterator[Told | None]:
        spoil(scene)
        yield None

    return cause


def another_phrase(scene: Scene) -> None:
    """A passphrase that was never this notebook's."""
    scene.phrase.write_text("quatre saisons sans cerf-volant\n", "utf-8")


def gone(*names: str) -> Callable[[Scene], None]:
    """Files of the notebook were deleted."""
    return lambda scene: [(scene.notebook / name).unlink() for name in names] and None


def something_else(scene: Scene) -> None:
    """A folder of holiday pictures."""
    shutil.rmtree(scene.notebook)
    scene.notebook.mkdir()
    (scene.notebook / "plage.jpg").write_bytes(os.urandom(5000))


def no_folder(scene: Scene) -> None:
    """Nothing of that name."""
    shutil.rmtree(scene.notebook)


def a_file_instead(scene: Scene) -> None:
    """A file where a folder is meant."""
    shutil.rmtree(scene.notebook)
    scene.notebook.write_bytes(b"carnet")


def cut(name: str, size: Callable[[int], int]) -> Callable[[Scene], None]:
    """Only the first bytes of a file are left; `size` is given its whole length."""

    def spoil(scene: Scene) -> None:
        path = scene.notebook / name
        os.truncate(path, size(path.stat().st_size))

    return spoil


def flipped(name: str, position: int) -> Callable[[Scene], None]:
    """One bit is not what it was; a negative position counts from the end."""

    def spoil(scene: Scene) -> None:
        content = bytearray((scene.notebook / name).read_bytes())
        content[position] ^= 1
        (scene.notebook / name).write_bytes(content)

    return spoil


def of_somebody_else(name: str) -> Callable[[Scene], None]:
    """A file of another notebook, which the same phrase opens, in the place of ours."""

    def spoil(scene: Scene) -> None:
        other = scene.folder / "other"
        Notebook.create(
            other, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
            practitioner=builders.practitioner(), cost=FLOOR,
        ).close()  # fmt: skip
        shutil.copy2(other / name, scene.notebook / name)

    return spoil


def in_clear(scene: Scene) -> None:
    """A database without any encryption."""
    (scene.notebook / NOTEBOOK).write_bytes(b"SQLite format 3\0" + bytes(3 * PAGE - 16))


def newer_tables(scene: Scene) -> None:
    """A later version has brought the tables further."""
    key = derive_key(open_keys(read_keys(scene.notebook), passphrase=PHRASE), use="notebook")
    engine = Engine.open(scene.notebook / NOTEBOOK, key)
    engine.run("PRAGMA user_version = 999")
    engine.close()


def newer_keys(scene: Scene) -> None:
    """A later version has written the keys in its own way."""
    content = json.loads((scene.notebook / KEYS).read_text("utf-8"))
    del content["checksum"]
    (scene.notebook / KEYS).write_bytes(checked_json.encode(content | {"format": 99}))


@contextmanager
def open_elsewhere(scene: Scene) -> Iterator[Told | None]:
    """Another program has it open, and is then killed."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(scene.notebook), PHRASE],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == b"open\n"
    note = read_holder(scene.notebook)
    assert note is not None
    try:
        yield in_use_since({language: Locale(language).moment(note.since) for language in ("fr", "en")})
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        holder.stdin.close()
        holder.stdout.close()


def closed(which: Callable[[Scene], Path], mode: int) -> Cause:
    """The system refuses: a file or folder has other rights for a while."""

    @contextmanager
    def cause(scene: Scene) -> Iterator[Told | None]:
        path = which(scene)
        before = path.stat().st_mode
        path.chmod(mode)
        try:
            yield None
        finally:
            path.chmod(before)

    return cause


@contextmanager
def notebook_on_a_full_drive(scene: Scene) -> Iterator[Told | None]:
    """The notebook lies on a small drive that is full to the last byte.

    Who may not mount one meets a disk that lets no file grow: another failure, with its own sentence.
    """
    with small_drive(scene.folder / "stick", 4) as stick:
        if stick is None:
            scene.largest_file = (scene.notebook / NOTEBOOK).stat().st_size // 2
            yield DISK_FAILS
            return
        scene.notebook = Path(shutil.move(scene.notebook, stick / "carnet"))
        filled(stick)
        yield None


@contextmanager
def output_on_a_full_drive(scene: Scene) -> Iterator[Told | None]:
    """Papers go to a small drive that is full; or, without one, to where files stay tiny."""
    with small_drive(scene.folder / "stick", 1) as stick:
        if stick is None:
            scene.largest_file = 1000
        else:
            scene.out = stick
            filled(stick)
        yield None
        assert [path.name for path in scene.out.iterdir()] == (["ballast"] if stick else [])


@contextmanager
def nothing_grows(*, beyond: int = 0) -> Iterator[None]:
    """In this very process no file is written beyond so many bytes, while the drive itself has room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (beyond, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def filled(drive: Path) -> Path:
    """Not a byte is left; the file that takes the room."""
    ballast = drive / "ballast"
    with ballast.open("wb", buffering=0) as stream:
        for block in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    stream.write(bytes(block))
            except OSError:
                continue
    return ballast


def listed(content: bytes) -> Callable[[Scene], int]:
    """The class list is this."""
    return lambda scene: scene.roster.write_bytes(content)


def no_list(scene: Scene) -> None:
    """The class list is not where it was said to be."""
    scene.roster.unlink()
