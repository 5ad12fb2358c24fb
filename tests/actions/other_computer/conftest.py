"""Two computers of one practitioner."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.frameworks.library import Library
from tests.actions.other_computer.computers import Computers, made_for_two, two_computers
from tests.exchange.pair import Made


@pytest.fixture(scope="session")
def made_desk(made_pair: tuple[Made, Made], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A closed notebook that knows of another computer; never written to."""
    return made_for_two(made_pair[0], tmp_path_factory.mktemp("made-desk") / "desk")


@pytest.fixture
def computers(made_desk: Made, library: Library, tmp_path: Path) -> Iterator[Computers]:
    """Both open."""
    with two_computers(made_desk, library, tmp_path / "computers") as both:
        yield both
