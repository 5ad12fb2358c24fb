"""The whole main job, watched from outside: it writes where it should and talks to nobody."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from app.storage.notebook import Notebook
from app.storage.spools import PREFIX
from tests.architecture.house import ROOT
from tests.storage.test_leaks import found
from tests.stories.traced import IN_A_NOTEBOOK, Trace, log_of, traced, unfinished

BESIDE = ("passphrase.txt", "practitioner.carnet-card", "unit.carnet-card")


def test_the_watching_itself_works(tmp_path: Path) -> None:
    """A program that does all of it is seen doing all of it."""
    sin = (
        "import socket, pathlib; pathlib.Path('secret').write_text('colombier é1 fin');"
        "pathlib.Path('secret').unlink(); socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9));"
        "pathlib.Path('wide').write_bytes('colombier'.encode('utf-16-le'))"
    )
    subprocess.run([*traced(tmp_path / "t"), sys.executable, "-c", sin], cwd=tmp_path, check=True)
    trace = Trace(tmp_path / "t")
    assert trace.opened_for_writing() >= {str(tmp_path / "secret"), str(tmp_path / "wide")}
    assert "AF_INET" in trace.families() & trace.met()
    seen = trace.in_clear(["colombier", "é1", "absent"])
    assert {(word, Path(file).name) for word, file in seen} == {
        ("colombier", "secret"), ("é1", "secret"), ("colombier", "wide"),
    }  # fmt: skip


def test_the_whole_main_job_without_a_window(tmp_path: Path) -> None:
    """Interview, plan, referral, package, receipt: no socket, no stray file, nobody's name on the disk."""
    home, temporary, out = tmp_path / "home", tmp_path / "tmp", tmp_path / "out"
    home.mkdir()
    temporary.mkdir()
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(temporary), "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    words = [sys.executable, "-m", "app", "demo", str(out), "--students", "12", "--years", "1", "--json"]
    done = subprocess.run(
        [*traced(tmp_path / "t"), *words], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    trace, made = Trace(tmp_path / "t"), json.loads(done.stdout)
    assert trace.families() | trace.met() == set()
    exported = [made[name] for name in ("referral_pdf", "blank_referral_pdf", "package", "acknowledgement")]
    allowed = [log_of(home), *(unfinished(out / name) for name in BESIDE), *map(unfinished, exported)]
    for role in ("practitioner", "unit"):
        folder = out / role
        allowed += [
            unfinished(folder / "keys.json"),
            *(re.escape(str(folder / name)) for name in IN_A_NOTEBOOK),
            re.escape(str(folder / PREFIX)) + "[0-9a-f]{8}",
        ]
    assert trace.stray(allowed) == set()
    assert list(temporary.iterdir()) == []
    people = _people(Path(made["practitioner"]["notebook"]), Path(made["practitioner"]["passphrase_file"]))
    assert len(people) > 5
    assert trace.in_clear(people) == set()
    assert [(name, found(tmp_path / "out", name)) for name in people if found(tmp_path / "out", name)] == []
    assert [name for name in people if found(home, name)] == []


def _people(folder: Path, phrase: Path) -> set[str]:
    """The surnames of everybody in the notebook, long enough to stand nowhere by chance."""
    notebook = Notebook.open(folder, passphrase=phrase.read_text("utf-8").strip())
    people = [*notebook.students.list(), *notebook.guardians.list()]
    notebook.close()
    return {one.family_name for one in people if len(one.family_name) > 5}
