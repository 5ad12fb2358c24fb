"""What is fetched, and that nothing is fetched unseen."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.architecture.house import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
PLACES = re.compile(r"https?://|(?<!no-emit-)index-url|find-links|trusted-host", re.IGNORECASE)


def test_every_locked_package_has_a_hash_and_one_version() -> None:
    """A file nobody hashed cannot come in with the set-up."""
    for lock in LOCKS:
        blocks = _blocks(ROOT / lock)
        assert len(blocks) > 15
        for block in blocks:
            assert "--hash=sha256:" in block, block.splitlines()[0]
            assert len(Requirement(_requirement(block)).specifier) == 1, block.splitlines()[0]
            assert "==" in _requirement(block), block.splitlines()[0]


def test_no_file_says_where_packages_come_from() -> None:
    """From where a computer fetches its packages is that computer's business."""
    files = [ROOT / name for name in (*LOCKS, "Makefile", "pyproject.toml", ".ci/run")]
    files += [
        path for path in (ROOT / "installer").rglob("*") if path.suffix in {".py", ".sh", ".spec", ".ps1"}
    ]
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if PLACES.search(line)
    ]
    assert found == []


def test_the_locks_are_what_the_project_asks_for() -> None:
    """Every dependency the project names is locked at a version it accepts, the build back end too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = _asked(project["project"]["dependencies"] + groups["build"] + project["build-system"]["requires"])
    dev = run | _asked([line for line in groups["dev"] if isinstance(line, str)])
    for lock, asked in ((LOCKS[0], run), (LOCKS[1], dev)):
        locked = _versions(ROOT / lock)
        missing = {
            name for name, wanted in asked.items() if not any(map(wanted.contains, locked.get(name, [])))
        }
        assert missing == set(), lock


def test_the_tests_run_on_what_people_run() -> None:
    """What is tested has the same versions as what is used."""
    run, dev = (_versions(ROOT / lock) for lock in LOCKS)
    assert {name: versions for name, versions in run.items() if dev.get(name) != versions} == {}


def test_the_locks_hold_for_windows_and_macos() -> None:
    """What only Windows needs is locked as well."""
    needed = " ".join(_requirement(block) for block in _blocks(ROOT / LOCKS[0]))
    assert "win32" in needed


def _blocks(lock: Path) -> list[str]:
    text = "\n".join(line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#"))
    return [block for block in re.split(r"\n(?=\S)", text.strip()) if block]


def _requirement(block: str) -> str:
    return block.splitlines()[0].removesuffix("\\").strip()


def _versions(lock: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in _blocks(lock):
        requirement = Requirement(_requirement(block))
        found.setdefault(_name(requirement), []).append(str(requirement.specifier).removeprefix("=="))
    return found


def _asked(lines: list[str]) -> dict[str, SpecifierSet]:
    return {_name(Requirement(line)): Requirement(line).specifier for line in lines}


def _name(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()
