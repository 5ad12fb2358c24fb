"""The table of security cases names tests that are there."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
TABLE = TESTS.parent / "docs" / "security-cases.md"
NUMBERS = [*range(1, 34), *range(54, 61), 62]


def _cases() -> dict[int, list[str]]:
    rows = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {
        int(row[1]): re.findall(r"`([^`]+)`", row[3])
        for row in rows
        if len(row) > 3 and row[1].strip().isdigit()
    }


def test_every_number_is_there() -> None:
    """None is missing, none is written twice."""
    assert list(_cases()) == NUMBERS
    numbers = re.findall(r"^\| (\d+) \|", TABLE.read_text(encoding="utf-8"), flags=re.M)
    assert [int(number) for number in numbers] == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_named_exists(number: int) -> None:
    """A renamed or deleted test is noticed here; a bare file counts when it holds tests."""
    named = _cases()[number]
    assert named
    for name in named:
        file, _, function = name.partition("::")
        assert re.search(
            rf"^def {function or 'test_'}", (TESTS / file).read_text(encoding="utf-8"), flags=re.M
        ), name
