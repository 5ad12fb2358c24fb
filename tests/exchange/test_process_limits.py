"""A process that reads what comes from outside keeps to what it allows itself."""

import subprocess
import sys
from pathlib import Path

_LIMITED = """
import sys
from app.exchange.process_limits import limit_process, write_nothing
limit_process(seconds=1, memory=200 << 20)
write_nothing()
"""


def ran(then: str, tmp_path: Path) -> tuple[int, str]:
    """How it ended and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED + then, str(tmp_path / "x")],
        capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return done.returncode, done.stdout.strip()


def test_it_can_still_work(tmp_path: Path) -> None:
    """Within its share nothing stands in its way."""
    assert ran("print(len(bytes(10 << 20)))", tmp_path) == (0, str(10 << 20))


def test_it_writes_no_file(tmp_path: Path) -> None:
    """What was decoded never lies on a disk, not even as a temporary file."""
    write = (
        "\ntry:\n    open(sys.argv[1], 'wb', 0).write(b'x')\nexcept OSError as error:\n    print(error.errno)"
    )
    exit_code, said = ran(write, tmp_path)
    assert (exit_code, said) == (0, "27")  # EFBIG
    assert not (tmp_path / "x").exists() or not (tmp_path / "x").read_bytes()


def test_it_takes_no_more_memory_and_no_more_time(tmp_path: Path) -> None:
    """More than its share ends it."""
    eat = "\ntry:\n    bytes(400 << 20)\nexcept MemoryError:\n    print('short')"
    assert ran(eat, tmp_path) == (0, "short")
    assert ran("\nwhile True:\n    pass", tmp_path)[0] < 0
