"""The table at the end, and the large notebooks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.storage import pragmas
from app.storage.notebook import Notebook
from tests import sparing
from tests.bench.ledger import Ledger
from tests.bench.notebooks import Large, large_notebook
from tests.ui import conftest as of_pages

theme = of_pages.theme
_LEDGER = pytest.StashKey[Ledger]()


def pytest_configure(config: pytest.Config) -> None:
    """One table for the whole run."""
    config.stash[_LEDGER] = Ledger()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print it under everything else."""
    terminalreporter.section("ratios, taken side by side in this run")
    for line in config.stash[_LEDGER].table():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session", autouse=True)
def as_in_the_program() -> None:
    """What is freed is wiped here too: its cost belongs to the answer."""
    pragmas.FREED_MEMORY = sparing.WIPED


@pytest.fixture
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """Where every scene writes its line; one above its bound fails at the end of its scene."""
    shared = request.config.stash[_LEDGER]
    before = len(shared.lines)
    yield shared
    missed = [line for line in shared.lines[before:] if line.missed]
    assert not missed, "; ".join(f"{one.scene}: {one.ratio:.2f}x, bound {one.bound}x" for one in missed)


@pytest.fixture(scope="session")
def ten_thousand(library: Library) -> Large:
    """A notebook of 10,000 interviews."""
    return large_notebook(10_000, library)


@pytest.fixture(scope="session")
def hundred_thousand(library: Library) -> Large:
    """A notebook of 100,000 interviews."""
    return large_notebook(100_000, library)


@pytest.fixture
def opened(ten_thousand: Large, tmp_path: Path) -> Iterator[Notebook]:
    """A copy of the smaller one, open."""
    notebook = ten_thousand.copied(tmp_path / "carnet").open()
    yield notebook
    notebook.close()
