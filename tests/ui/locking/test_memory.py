"""What is left in the memory of the program once the notebook is locked, read from outside."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.security.derive import derive_key
from app.security.vault_key import VaultKey
from app.storage.notebook import read_keys
from tests.architecture.house import ROOT
from tests.builders import PHRASE

WORDS = "Le cerf-volant bleu de Zuleika"
CYCLES = 20


@pytest.fixture
def program(folder: Path, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The whole program in a process of its own, its cover up."""
    own = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.locking.cycles", str(folder), WORDS],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **own},
    )  # fmt: skip
    _hear(program, "there")
    yield program
    program.communicate("", timeout=60)
    assert program.returncode == 0


@pytest.fixture
def secrets(folder: Path, vault_key: bytes) -> dict[str, bytes]:
    """The keys as they may lie about: as they are and in hexadecimal digits."""
    keys = read_keys(folder)
    key = VaultKey(key=vault_key, vault_id=keys.vault_id, epoch=keys.epoch)
    raw = {
        "vault": vault_key,
        "notebook": derive_key(key, use="notebook"),
        "personal": derive_key(key, use="personal"),
    }
    return raw | {f"{name} in digits": each.hex().encode() for name, each in raw.items()}


def test_no_key_is_left_and_words_do_not_pile_up(
    program: "subprocess.Popen[str]", secrets: dict[str, bytes]
) -> None:
    """Twenty times opened, written in and locked: no key anywhere, and not more of the words each time."""
    words = {"words": WORDS.encode(), "words in Qt": WORDS.encode("utf-16-le")}
    left = []
    for cycle in range(CYCLES):
        _tell(program)
        _hear(program, "open")
        if cycle == 0:
            seen = _in_memory(program.pid, secrets | words)
            assert seen["vault"], "the look itself finds what is there"
            assert seen["words in Qt"]
        _tell(program)
        _hear(program, "locked")
        phrase = {"phrase": PHRASE.encode(), "phrase in Qt": PHRASE.encode("utf-16-le")}
        left.append(_in_memory(program.pid, secrets | words | phrase))
    assert [{name: n for name, n in each.items() if name in secrets and n} for each in left] == [{}] * CYCLES
    typed = [each["phrase in Qt"] for each in left]  # the other is in this test's own code
    assert typed == [0] * CYCLES
    for each in words:
        counted = [one[each] for one in left]
        print(each, counted)
        assert max(counted[CYCLES // 2 :]) <= max(counted[: CYCLES // 2]) + 1, counted


def _tell(program: "subprocess.Popen[str]") -> None:
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()


def _hear(program: "subprocess.Popen[str]", word: str) -> None:
    assert program.stdout is not None
    assert program.stdout.readline().strip() == word


def _in_memory(pid: int, wanted: dict[str, bytes]) -> Counter[str]:
    """How often each lies in what the process can read and write."""
    found = Counter(dict.fromkeys(wanted, 0))
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:
                continue
            for name, each in wanted.items():
                found[name] += content.count(each)
    return found
