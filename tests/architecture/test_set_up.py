"""What the set-up says to somebody who may install nothing."""

import os
import shutil
import subprocess
import sys

from tests.architecture.house import ROOT

SCRIPT = ROOT / "installer" / "linux" / "system-libraries.sh"


def test_what_is_missing_is_one_line_to_type() -> None:
    """Where nothing may be installed, one line names everything that is missing, and nothing goes on."""
    done = _look("python", PYTHON="/nowhere/python3")
    if sys.platform != "linux":
        assert done.returncode == 0
        return
    assert done.returncode == 1
    assert done.stdout == ""
    lines = [line for line in done.stderr.splitlines() if "python3-venv" in line]
    assert len(lines) == 1
    assert " python3 " in lines[0]
    if shutil.which("apt-get"):
        assert "apt-get install" in lines[0]


def test_where_nothing_is_missing_nothing_is_said() -> None:
    """A computer that has it all hears nothing."""
    done = _look("python", PYTHON=sys.executable)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _look(purpose: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", SCRIPT, purpose],
        env={**os.environ, "INSTALL": "no", **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
