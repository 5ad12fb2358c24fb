"""Who may import whom."""

import subprocess
import sys

from tests.architecture.house import ROOT


def test_every_import_contract_is_kept() -> None:
    """Calls go down the floors; Qt, the encrypted driver and the paper library stay in their rooms."""
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
