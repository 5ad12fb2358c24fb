"""Whoever opens the notebook without a window stands in the log too, and only who did something there."""

import hashlib
from pathlib import Path

import pytest

from app.models.referral import Referral
from app.storage.copy_record import keep_record, read_record, state_of
from app.storage.notebook import Notebook
from tests.builders import PHRASE
from tests.commands.running import carnet

COMMANDS = {
    "check": ("check", "{notebook}"),
    "backup": ("backup", "{notebook}", "{out}"),
    "blank paper": ("print", "{notebook}", "--form", "f1-interview", "--blank", "-o", "{out}/f1.pdf"),
    "paper": (
        "print", "{notebook}", "--form", "f4-referral", "--record", "2026-0001", "--ground", "AGREEMENT",
        "-o", "{out}/f4.pdf",
    ),
    "own card": ("card", "{notebook}"),
    "card": ("card", "{notebook}", "-o", "{out}/unit.carnet-card"),
    "list": ("import-roster", "{notebook}", "{out}/list.csv"),
}  # fmt: skip
NOTHING_DONE = {
    "wrong phrase": ("check", "{notebook}", "--passphrase-file", "{out}/list.csv"),
    "no such record": (
        "print", "{notebook}", "--form", "f4-referral", "--record", "1999-0001", "--ground", "AGREEMENT",
        "-o", "{out}/f4.pdf",
    ),
    "no such folder": ("print", "{notebook}", "--form", "f1-interview", "--blank", "-o", "{out}/no/f1.pdf"),
    "preview": ("import-roster", "{notebook}", "{out}/list.csv", "--preview"),
}  # fmt: skip


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where commands write, with a class list in it."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "list.csv").write_text(
        "Nom;Prénom;Date de naissance;Classe\nColombe;Ysé;04/05/2011;5G2\n", "utf-8"
    )
    return out


def openings(folder: Path) -> int:
    """How many lines of the log say that it was opened."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    try:
        assert notebook.audit.damage() == []
        return sum(line.what == "opened" for line in notebook.audit.list())
    finally:
        notebook.close()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_line(
    referral: Referral, folder: Path, phrase_file: Path, out: Path, command: str
) -> None:
    """One opening, one line."""
    before = openings(folder)
    words = [word.format(notebook=folder, out=out) for word in COMMANDS[command]]
    assert carnet(*words, "--passphrase-file", phrase_file).code == 0
    assert openings(folder) == before + 1


@pytest.mark.parametrize("command", NOTHING_DONE)
def test_where_nothing_was_done_nothing_is_written(
    referral: Referral, folder: Path, phrase_file: Path, out: Path, command: str
) -> None:
    """Refused, or only shown what it would do: byte for byte what it was."""
    before = hashlib.sha256((folder / "notebook.db").read_bytes()).digest()
    words = [word.format(notebook=folder, out=out) for word in NOTHING_DONE[command]]
    own = () if "--passphrase-file" in words else ("--passphrase-file", phrase_file)
    assert carnet(*words, *own).code == (0 if command == "preview" else 1)
    assert hashlib.sha256((folder / "notebook.db").read_bytes()).digest() == before


def test_what_is_broken_is_not_written_into(referral: Referral, folder: Path, phrase_file: Path) -> None:
    """A check that finds damage leaves it as it found it."""
    path = folder / "notebook.db"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 5000)
        file.write(bytes(8))
    before = path.read_bytes()
    assert carnet("check", folder, "--passphrase-file", phrase_file).code == 1
    assert path.read_bytes() == before


def test_a_line_is_no_reason_for_another_copy(referral: Referral, folder: Path, phrase_file: Path) -> None:
    """The copy that was up to date before the check still is."""
    files = [folder / "notebook.db", folder / "personal.db"]
    state = state_of(folder, files)
    keep_record(folder, type(read_record(folder))(copied=state))
    assert carnet("check", folder, "--passphrase-file", phrase_file).code == 0
    assert state_of(folder, files) != state
    assert read_record(folder).copied == state_of(folder, files)
