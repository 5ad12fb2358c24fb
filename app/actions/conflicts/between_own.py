"""Two versions of one practitioner, from two computers."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.storage.notebook import Notebook


@contextmanager
def between_own(notebook: Notebook, *, correspondent_id: str) -> Iterator[None]:
    """What is decided inside is written also where the case was given for good.

    Both wrote before they heard of it, and nobody but oneself can say which of the two stands.
    """
    if not notebook.correspondents.get(correspondent_id).is_oneself:
        yield
        return
    with notebook.history.written_by(notebook.author_id):
        yield
