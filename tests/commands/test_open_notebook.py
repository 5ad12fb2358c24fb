"""Whoever opens the notebook without a window stands in the log too."""

from pathlib import Path

import pytest

from app.__main__ import main
from app.storage.notebook import Notebook
from tests.builders import PHRASE


def openings(folder: Path) -> int:
    """How many lines of the log say that it was opened."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    try:
        return sum(line.what == "opened" for line in notebook.audit.list())
    finally:
        notebook.close()


@pytest.mark.parametrize(
    "words",
    [
        ("check", "{notebook}"),
        ("backup", "{notebook}", "{out}"),
        ("print", "{notebook}", "--form", "f1-interview", "--blank", "-o", "{out}/f1.pdf"),
        ("card", "{notebook}", "-o", "{out}/unit.carnet-card"),
    ],
    ids=lambda words: words[0],
)
def test_each_command_has_its_line(folder: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """One opening, one line."""
    out, phrase = tmp_path / "out", tmp_path / "phrase.txt"
    out.mkdir()
    phrase.write_text(PHRASE, encoding="utf-8")
    before = openings(folder)
    said = [word.format(notebook=folder, out=out) for word in words]
    assert main([*said, "--passphrase-file", str(phrase)]) == 0
    assert openings(folder) == before + 1
