"""A copy that is read back."""

import itertools
import os
import shutil
from pathlib import Path

from app.actions.copies.copy_notebook import copy_notebook
from app.storage.notebook import KEYS, Notebook
from app.storage.read_back import count_rows
from tests.bench.bare import connect
from tests.bench.ledger import Ledger, in_turn


def test_verified_copy(ledger: Ledger, opened: Notebook, tmp_path: Path) -> None:
    """10,000 interviews: copied, on the disk for good, every page against its seal, rows as many as there."""
    keys, count = opened.keys_of_files(), itertools.count()
    tables = list(count_rows(opened.counted_file, keys[opened.counted_file]))

    def rows(path: Path, key: bytes) -> list[int]:
        connection = connect(path, key)
        counts = [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables]
        connection.close()
        return counts

    (tmp_path / "sample").mkdir()
    sample = copy_notebook(opened, destination=tmp_path / "sample") / opened.counted_file.name

    def ours() -> None:
        destination = tmp_path / f"ours-{next(count)}"
        destination.mkdir()
        copy_notebook(opened, destination=destination)
        shutil.rmtree(destination)

    def bare() -> None:
        destination = tmp_path / f"bare-{next(count)}"
        destination.mkdir()
        # of the copy made before: opening the file itself here would drop the lock of the notebook
        rows_there = rows(sample, keys[opened.counted_file])
        for path in (opened.folder / KEYS, *keys):
            copied = Path(shutil.copyfile(path, destination / path.name))
            descriptor = os.open(copied, os.O_RDWR)
            os.fsync(descriptor)
            os.close(descriptor)
            if path == opened.counted_file:
                assert rows(copied, keys[path]) == rows_there
            if path in keys:
                connection = connect(copied, keys[path])
                assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
                connection.close()
        shutil.rmtree(destination)

    ledger.judge(
        "verified copy, 10,000 interviews", against="file copy + fsync + HMAC check + counts", bound=1.2,
        measure=lambda: in_turn(ours, bare, rounds=5, warm=1),
    )  # fmt: skip
