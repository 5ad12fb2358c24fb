"""Where the house stands, and how its files are walked by the tests about the house itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
TESTS = ROOT / "tests"
LOCALE = ROOT / "resources" / "locale"
TOOLS = ROOT / ".venv" / "bin"


def python_files(folder: Path) -> list[Path]:
    """Every Python file below a folder, in order."""
    return sorted(folder.rglob("*.py"))


def parsed(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every Python file below a folder as its path from the root and its syntax tree."""
    for path in python_files(folder):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))
