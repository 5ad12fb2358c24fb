"""A notebook whose unit changes its words."""

from collections.abc import Callable

import pytest

from app.actions.unit_changes.open_library import open_library
from app.frameworks.library import Library
from app.storage.notebook import Notebook

Now = Callable[[], Library]


@pytest.fixture
def now(notebook: Notebook, library: Library) -> Now:
    """The library as the notebook has it at this moment."""
    return lambda: open_library(notebook, shipped=library)
