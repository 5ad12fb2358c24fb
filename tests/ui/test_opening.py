"""Opening a notebook in the window: a line of the log, and no reason for a copy."""

from pathlib import Path

import pytest

from app.actions.copies.keep_copies import is_due, keep_copies
from app.errors import WrongPassphrase
from app.storage.notebook import Notebook
from app.ui.opening import open_notebook
from tests import builders
from tests.builders import PHRASE


def test_each_opening_with_the_right_phrase_is_a_line(folder: Path) -> None:
    """Once each, by the author; a wrong phrase writes nothing, and neither does a command that looks."""
    for _ in range(2):
        opened = open_notebook(folder, PHRASE)
        opened.personal.close()
        opened.notebook.close()
    before = (folder / "notebook.db").read_bytes()
    with pytest.raises(WrongPassphrase):
        open_notebook(folder, "pas celle-ci du tout")
    notebook = Notebook.open(folder, passphrase=PHRASE)
    assert [line.what for line in notebook.audit.list()] == ["opened", "opened", "created"]
    assert {line.author_id for line in notebook.audit.list()} == {notebook.author_id}
    assert notebook.damage() == []
    notebook.close()
    assert (folder / "notebook.db").read_bytes() == before


def test_opening_alone_is_no_change(folder: Path) -> None:
    """The log has one line more, and no copy is made for that; nor is a change before it forgotten."""
    opened = open_notebook(folder, PHRASE)  # the first opening lays out the personal notes
    keep_copies(opened.notebook)
    opened.personal.close()
    opened.notebook.close()
    opened = open_notebook(folder, PHRASE)
    assert not is_due(opened.notebook)
    builders.kept_student(opened.notebook)
    opened.personal.close()
    opened.notebook.close()
    opened = open_notebook(folder, PHRASE)
    assert is_due(opened.notebook)
    opened.personal.close()
    opened.notebook.close()
