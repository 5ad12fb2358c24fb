"""What safety costs: saving, keys, copies, checks; and that the window goes on meanwhile."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.copies.copy_notebook import copy_notebook
from app.actions.copies.restore_notebook import restore_copy
from app.frameworks.library import Library
from app.security.passphrase import DEFAULT
from app.storage.notebook import KEYS, NOTEBOOK, Notebook
from app.ui.tasks import Tasks
from tests import builders
from tests.bench.bare import connect
from tests.bench.children import run
from tests.bench.ledger import Ledger, Samples, in_turn, percentile
from tests.bench.notebooks import Large
from tests.builders import PHRASE
from tests.ui.ear import Ear

_STALL = 100.0  # milliseconds
_UNSAFE = ("journal_mode = MEMORY", "synchronous = OFF", "secure_delete = OFF")
_DERIVE = """
import resource, sys
{work}
print(0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
"""


@pytest.fixture
def hundred_thousand_open(hundred_thousand: Large, tmp_path: Path) -> Iterator[Notebook]:
    """A copy of the large one, open."""
    notebook = hundred_thousand.copied(tmp_path / "large").open()
    yield notebook
    notebook.close()


def test_save(
    ledger: Ledger, opened: Notebook, ten_thousand: Large, library: Library, tmp_path: Path
) -> None:
    """One interview finished, the longest of a hundred too; against one without any care for the disk."""
    other = ten_thousand.copied(tmp_path / "unsafe").open()
    connection = other._engine._connection
    connection.set_authorizer(None)
    for pragma in _UNSAFE:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    number = itertools.count()

    def save(notebook: Notebook) -> None:
        builders.finished(notebook, library, values={"demand": f"Le pigeonnier {next(number)}. " * 40})

    try:
        taken: Samples = in_turn(partial(save, opened), partial(save, other), rounds=100)
    finally:
        other.close()
    for named, of in (("p50", percentile(0.5)), ("p99", percentile(0.99))):
        ledger.judge(
            f"an interview saved for good, {named}", against="the same, synchronous OFF, journal in memory",
            bound=None, measure=lambda: taken, of=of,
        )  # fmt: skip


def test_memory_of_a_key(ledger: Ledger, ten_thousand: Large, tmp_path: Path) -> None:
    """The most memory a process ever had that opens the notebook, beside one that only derives."""
    home, folder = tmp_path / "home", ten_thousand.copied(tmp_path / "carnet").folder
    home.mkdir()
    bare = f"""
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
cost = dict(iterations={DEFAULT.iterations}, lanes={DEFAULT.lanes}, memory_cost={DEFAULT.memory_kib})
Argon2id(salt=bytes(16), length=32, **cost).derive(b"phrase")
"""
    ours = f"""
from pathlib import Path
from app.storage.notebook import Notebook
Notebook.open(Path({str(folder)!r}), passphrase={PHRASE!r}).close()
"""
    ledger.judge(
        "most memory while opening", against="Argon2id alone", bound=None, unit="MiB",
        measure=lambda: [(_most(ours, home), _most(bare, home)) for _ in range(2)],
    )  # fmt: skip


def _most(work: str, home: Path) -> float:
    return run(_DERIVE.format(work=work), home=home, from_start=False).memory


def test_large_copy_check_and_restore(
    ledger: Ledger, hundred_thousand_open: Notebook, tmp_path: Path
) -> None:
    """100,000 interviews: proved copy, full check, put back; each against the bare operation."""
    notebook, count = hundred_thousand_open, itertools.count()
    file, key = notebook.folder / NOTEBOOK, notebook.keys_of_files()[notebook.folder / NOTEBOOK]

    def place() -> Path:
        made = tmp_path / f"place-{next(count)}"
        made.mkdir()
        return made

    kept = copy_notebook(notebook, destination=place())

    def copied_bare() -> None:
        destination = place()
        for name in (KEYS, *(path.name for path in notebook.keys_of_files())):
            shutil.copyfile(kept / name, destination / name)
            with (destination / name).open("rb+") as there:
                os.fsync(there.fileno())
        shutil.rmtree(destination)

    def copied() -> None:
        destination = place()
        copy_notebook(notebook, destination=destination)
        shutil.rmtree(destination)

    def checked_bare() -> None:
        connection = connect(kept / file.name, key)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()

    def put_back() -> None:
        shutil.rmtree(restore_copy(folder=kept, passphrase=PHRASE, target=tmp_path / f"back-{next(count)}"))

    for scene, against, ours, bare in (
        ("copy of 100,000, proved", "file copy + fsync", copied, copied_bare),
        ("full check of 100,000", "cipher check + integrity_check", notebook.damage, checked_bare),
        ("100,000 put back, proved", "file copy + fsync", put_back, copied_bare),
    ):
        ledger.judge(
            scene, against=against, bound=None, measure=partial(in_turn, ours, bare, rounds=2, warm=0)
        )


def test_stalls(ledger: Ledger, qtbot: QtBot, opened: Notebook, ten_thousand: Large, tmp_path: Path) -> None:
    """How long the window waits at most while a worker opens, copies, checks and puts back."""
    tasks, count = Tasks(), itertools.count()
    (tmp_path / "kept").mkdir()
    kept = copy_notebook(opened, destination=tmp_path / "kept")
    closed = ten_thousand.copied(tmp_path / "closed").folder

    def copy() -> None:
        destination = tmp_path / f"place-{next(count)}"
        destination.mkdir()
        copy_notebook(opened, destination=destination)

    def put_back() -> None:
        restore_copy(folder=kept, passphrase=PHRASE, target=tmp_path / f"back-{next(count)}")

    works: dict[str, Callable[[], object]] = {
        "a key is derived and a notebook opened": lambda: Notebook.open(closed, passphrase=PHRASE).close(),
        "a copy is made": copy,
        "the notebook is checked": opened.damage,
        "a copy is put back": put_back,
    }
    try:
        for named, work in works.items():
            ledger.judge(
                f"longest stall while {named}", against="a tenth of a second", bound=1.0,
                measure=partial(_heard, qtbot, tasks, work),
            )  # fmt: skip
    finally:
        tasks.stop()


def _heard(qtbot: QtBot, tasks: Tasks, work: Callable[[], object]) -> Samples:
    samples = []
    for _ in range(3):
        ended: list[object] = []
        with Ear() as ear:
            tasks.run(work, done=ended.append)
            qtbot.waitUntil(lambda ended=ended: bool(ended), timeout=120_000)
        samples.append((ear.longest * 1000, _STALL))
    return samples
