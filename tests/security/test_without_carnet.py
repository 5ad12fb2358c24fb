"""The exit: the documentation alone opens a notebook."""

import json
import re
import subprocess
import sys
from pathlib import Path

import apsw
import msgspec
import pytest

from app.actions.keys.change_vault_key import change_vault_key
from app.models.practitioner import Practitioner
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.security.slots import Next
from app.storage.notebook import Notebook, read_keys
from tests.security.conftest import PHRASE

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "key-file.md"


@pytest.fixture(scope="module")
def script(tmp_path_factory) -> Path:
    """The program printed in the documentation, somewhere Carnet cannot be imported from."""
    found = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert len(found) == 1
    assert "app" not in re.findall(r"(?:import|from) (\w+)", found[0])
    path = tmp_path_factory.mktemp("elsewhere") / "open_keys.py"
    path.write_text(found[0], "utf-8")
    return path


def run(script: Path, *arguments: object, phrase: str) -> str:
    """What the documented program prints."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(script), *map(str, arguments)],
        input=phrase + "\n",
        cwd=script.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def test_the_documented_program_finds_the_frozen_key(script, vectors, tmp_path):
    """A key file of the first version gives its key without Carnet."""
    sample = vectors["key_file"]
    (tmp_path / "keys.json").write_text(json.dumps(sample["content"]), "ascii")
    assert run(script, tmp_path / "keys.json", phrase=sample["passphrase"]) == sample["notebook_key"]


def test_the_documented_program_takes_the_recovery_code_too(script, vectors, tmp_path):
    """Typed in any case and spacing, the code of a printed sheet gives the same key as the phrase."""
    sample, groups = vectors["key_file_2"], vectors["recovery_code"]["groups"]
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(sample["content"]), "ascii")
    assert run(script, path, phrase=sample["passphrase"]) == sample["notebook_key"]
    for typed in (" ".join(groups), "-".join(groups).lower().replace("0", "o").replace("1", "l")):
        assert run(script, path, "notebook", "code", phrase=typed) == sample["notebook_key"]


def test_the_documented_program_is_short(script):
    """Somebody can type it from paper: about thirty lines beside its imports."""
    lines = [line for line in script.read_text("utf-8").splitlines() if line and "import" not in line]
    assert len(lines) <= 30


def test_another_program_reads_a_notebook_under_its_second_key(script, tmp_path):
    """After a change of the vault key, also one whose last step is missing, the documentation opens it."""
    folder = made(tmp_path / "notebook")
    before = read_keys(folder)
    change_vault_key(folder=folder, passphrase=PHRASE)
    assert counted(script, folder) == [1, 1]
    after = read_keys(folder)
    ready = Next(epoch=after.epoch, ready=True, slots=after.slots)
    unfinished = msgspec.structs.replace(after, epoch=before.epoch, next=ready)
    (folder / "keys.json").write_bytes(unfinished.encode())
    assert counted(script, folder) == [1, 1]


def test_another_program_reads_both_files(script, tmp_path):
    """With the printed keys an independent engine opens notebook and personal notes and counts rows."""
    assert counted(script, made(tmp_path / "notebook")) == [1, 1]


def made(folder: Path) -> Path:
    """A closed notebook under PHRASE."""
    Notebook.create(
        folder,
        passphrase=PHRASE,
        role="practitioner",
        unit=Unit(name="SePAS", framework="lu-sepas"),
        practitioner=Practitioner(name="Claude Reuter"),
        cost=FLOOR,
    ).close()
    return folder


def counted(script: Path, folder: Path) -> list[int]:
    """How many rows an independent engine finds in one table of each file."""
    found = []
    for use, table in (("notebook", "practitioner"), ("personal", "vault")):
        key = run(script, folder / "keys.json", use, phrase=PHRASE)
        connection = apsw.Connection(str(folder / f"{use}.db"), flags=apsw.SQLITE_OPEN_READONLY)
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        found.append(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        connection.close()
    return found
