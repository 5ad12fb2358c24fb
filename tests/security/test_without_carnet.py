"""The exit: the documentation alone opens a notebook."""

import json
import re
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from app.models.practitioner import Practitioner
from app.models.unit import Unit
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
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


def test_another_program_reads_both_files(script, tmp_path):
    """With the printed keys an independent engine opens notebook and personal notes and counts rows."""
    folder = tmp_path / "notebook"
    Notebook.create(
        folder,
        passphrase=PHRASE,
        role="practitioner",
        unit=Unit(name="SePAS", framework="lu-sepas"),
        practitioner=Practitioner(name="Claude Reuter"),
        cost=FLOOR,
    ).close()
    for use, table in (("notebook", "practitioner"), ("personal", "vault")):
        key = run(script, folder / "keys.json", use, phrase=PHRASE)
        connection = apsw.Connection(str(folder / f"{use}.db"), flags=apsw.SQLITE_OPEN_READONLY)
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
        connection.close()
