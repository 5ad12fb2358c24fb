"""Whoever has the key reads a package without Carnet: the `age` command and what the description prints."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from app.exchange.package.lines import Piece, Receipt
from app.exchange.proposal import PROPOSED
from app.exchange.travelling import ATTACHMENT, FILE, TRAVELLING, always_on
from app.models.proposed import About
from app.storage.notebook import Notebook
from tests import pictures
from tests.architecture.house import ROOT
from tests.attached import attached
from tests.exchange.file_letter import FileLetter
from tests.exchange.letter import Letter, compact, resealed
from tests.exchange.pair import Pair

DESCRIPTION = ROOT / "docs" / "transfer-format.md"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The reader exactly as it is printed."""
    (printed,) = re.findall(r"```python\n(.*?)```", DESCRIPTION.read_text("utf-8"), re.DOTALL)
    path = tmp_path / "read.py"
    path.write_text(printed, "utf-8")
    return path


def read(script: Path, package: Path, notebook: Notebook) -> subprocess.CompletedProcess[bytes]:
    """`age -d -i my-key.txt package | python3 read.py`, far from this folder."""
    key = script.with_name("my-key.txt")
    key.write_text(notebook.identity.seal_secret + "\n", "ascii")
    clear = subprocess.run(["age", "-d", "-i", str(key), str(package)], capture_output=True, check=True)
    return subprocess.run(
        [sys.executable, "-I", str(script)], input=clear.stdout, capture_output=True, cwd=script.parent
    )


def records(printed: bytes) -> list[dict[str, object]]:
    """The JSON values one after the other."""
    decoder, text, found = json.JSONDecoder(), printed.decode("utf-8"), []
    while text.strip():
        value, end = decoder.raw_decode(text.lstrip())
        found.append(value)
        text = text.lstrip()[end:]
    return found


@pytest.mark.parametrize("side", ["recipient", "sender"])
def test_both_sides_read_it_without_carnet(pair_with_case: Pair, script: Path, side: str) -> None:
    """Signature checked, every record printed; the script knows nothing of this program."""
    assert "app" not in re.findall(r"^(?:import|from) (\w+)", script.read_text("utf-8"), re.MULTILINE)
    package = pair_with_case.hand_over().path
    done = read(script, package, pair_with_case.unit if side == "recipient" else pair_with_case.ours)
    assert (done.returncode, done.stderr) == (0, b"")
    printed = records(done.stdout)
    assert [record["kind"] for record in printed] == ["student", "case", "interview"]
    assert "À revoir en janvier." in done.stdout.decode("utf-8")
    assert set(printed[0]) == described("Records")


@pytest.mark.parametrize("as_text", [False, True])
def test_attachments_are_read_too(pair_with_case: Pair, script: Path, as_text: bool) -> None:
    """Each is a file beside the script, byte for byte, under a name that says nothing."""
    pair = pair_with_case
    (case,) = pair.ours.cases.list()
    made = [
        attached(pair.ours, content, kind="case", record_id=case.id, name="../../bilan.pdf")
        for content in (pictures.pdf(pages=1), pictures.noise("png", size=(700, 500)))
    ]
    done = read(script, pair.hand_over(as_text=as_text).path, pair.unit)
    assert (done.returncode, done.stderr) == (0, b"")
    printed = [record for record in records(done.stdout) if record["kind"] == "attachment"]
    assert [record["id"] for record in printed] == [one.id for one in made]
    assert [record["pieces"] for record in printed] == [1, 3]
    for one in made:
        written = (script.parent / f"{one.id}.{one.type}").read_bytes()
        assert written == pair.ours.attachments.content(one)
    text = DESCRIPTION.read_text("utf-8").split("### Attachments\n")[1].split("\n#")[0]
    assert set(Piece.__struct_fields__) == set(re.findall(r"^\| `(\w+)`", text, re.MULTILINE))


def test_the_printed_reader_writes_nowhere_else(pair: Pair, script: Path) -> None:
    """A record whose identifier or kind is a path, signed by whoever was trusted: nothing is written."""
    for odd in ({"id": "../x"}, {"type": "pdf/../../x"}):
        letter = FileLetter(pair)
        letter.add(**odd)
        before = sorted(script.parent.rglob("*"))
        done = read(script, letter.put(pair.stick), pair.unit)
        assert done.returncode == 1
        assert {path.name for path in script.parent.rglob("*")} - {path.name for path in before} <= {
            "my-key.txt", f"carnet-{letter.header['package_id'][:8]}.age",
        }  # fmt: skip


def test_a_package_as_text_is_read_the_same_way(pair_with_case: Pair, script: Path) -> None:
    """`age -d` opens it as it is; every sign of the file is ASCII, and its name is as neutral."""
    pair = pair_with_case
    sent = pair.hand_over(as_text=True)
    assert re.fullmatch(r"carnet-[0-9a-f]{8}\.txt", sent.path.name)
    assert sent.path.read_bytes().isascii()
    done = read(script, sent.path, pair.unit)
    assert (done.returncode, len(records(done.stdout))) == (0, 3)
    assert pair.take(sent.path).counts == {"new": 3}


def test_the_description_names_everything_that_is_proposed() -> None:
    """What may be said of an entry, kind by kind, and in a receipt."""
    text = DESCRIPTION.read_text("utf-8").split("### Proposals\n")[1].split("\n#")[0]
    cells = [line.split("|")[1:4] for line in text.splitlines() if line.startswith("| `")]
    told = {about.strip(" `"): tuple(re.findall(r"`(\w+)`", said)) for about, _, said in cells[1:]}
    assert {about: told[about] for about in PROPOSED} == PROPOSED
    assert set(told) == set(get_args(About))
    receipts = DESCRIPTION.read_text("utf-8").split("### Receipts\n")[1].split("\n#")[0]
    assert set(Receipt.__struct_fields__) <= set(re.findall(r"`(\w+)`", receipts))


def test_a_receipt_is_read_the_same_way(pair_with_case: Pair, script: Path) -> None:
    """Its one line says which package and which revisions."""
    from app.actions.receipts.write_acknowledgement import write_acknowledgement

    pair = pair_with_case
    package_id = pair.look(pair.hand_over().path).header.package_id
    pair.take(next(pair.stick.iterdir()))
    receipt, _ = write_acknowledgement(pair.unit, package_id=package_id, folder=pair.stick)
    done = read(script, receipt, pair.ours)
    assert done.returncode == 0
    (printed,) = records(done.stdout)
    assert (printed["package_id"], set(printed)) == (
        package_id,
        {"package_id", "received_at", "records", "counts", "conflicts", "refused", "taken_on", "answers"},
    )  # fmt: skip


def test_the_printed_reader_is_not_fooled(pair: Pair, script: Path) -> None:
    """A word changed after signing, a line added: it stops before it prints anything."""
    letter = Letter(pair)
    clear = letter.clear()
    package = pair.stick / "carnet-00000000.age"
    for spoilt in (
        clear.replace("Ysé".encode(), b"Ysa"),
        clear.replace(b'"sequence":1', b'"sequence":2'),
        clear + compact({"more": 1}) + b"\n",
        clear[:-1],
    ):
        assert spoilt != clear
        package.write_bytes(resealed(spoilt, letter.to))
        done = read(script, package, pair.unit)
        assert (done.returncode, done.stdout) == (1, b"")


def test_the_description_names_every_field(pair_with_case: Pair) -> None:
    """What a header has, the table of headers names, and nothing else."""
    path = pair_with_case.hand_over().path
    header = pair_with_case.read(path).header
    assert described("Header") == set(header.__struct_fields__)
    text = DESCRIPTION.read_text("utf-8")
    for name in header.sender.__struct_fields__:
        assert f"`{name}`" in text


def test_the_description_names_everything_that_travels() -> None:
    """The attributes of every noun that may leave, and what every sheet brings along."""
    text = DESCRIPTION.read_text("utf-8").split("### What travels\n")[1].split("\n#")[0]
    cells = [line.split("|")[1:3] for line in text.splitlines() if line.startswith("| ") and "`" in line]
    told = {of.strip(" `"): tuple(re.findall(r"`(\w+)`", names)) for of, names in cells[1:]}
    assert {noun: told[noun] for noun in TRAVELLING} == TRAVELLING
    assert told[ATTACHMENT] == FILE
    assert told["every sheet"] == always_on("interview")
    assert told["every sheet"] + told["plan"] == always_on("plan")


def described(heading: str) -> set[str]:
    """The names in the first column of the table under a heading."""
    text = DESCRIPTION.read_text("utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_the_reader_s_secret_is_where_the_page_says(pair_with_case: Pair, script: Path) -> None:
    """The table and column it names hold the key that opens the package."""
    page = DESCRIPTION.read_text("utf-8")
    column, table = re.search(r"the column `(\w+)` of the table `(\w+)`", page).groups()  # type: ignore[union-attr]
    row = pair_with_case.unit._engine.row(f"SELECT {column} FROM {table}")
    assert row is not None
    assert row[0] == pair_with_case.unit.identity.seal_secret
    assert read(script, pair_with_case.hand_over().path, pair_with_case.unit).returncode == 0
