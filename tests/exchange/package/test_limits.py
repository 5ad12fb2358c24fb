"""How much is too much, how deep is too deep."""

from typing import Any

from app.exchange.attachments.limits import LARGEST
from app.exchange.package import limits
from app.exchange.package.limits import DEEPEST, is_too_deep
from tests.architecture.house import ROOT


def nested(depth: int, wrap: Any) -> Any:
    """Something in that many lists or mappings."""
    value: Any = "x"
    for _ in range(depth):
        value = wrap(value)
    return value


def test_depth_is_counted_in_lists_and_mappings() -> None:
    """Exactly the limit is fine, one more is not, wherever among its siblings it lies."""
    for wrap in (lambda value: [value], lambda value: {"a": value}, lambda value: [1, "b", value]):
        assert not is_too_deep(nested(DEEPEST, wrap))
        assert is_too_deep(nested(DEEPEST + 1, wrap))
    assert not is_too_deep("x" * 1000)


def test_the_limits_are_those_of_the_description() -> None:
    """Whoever writes packages without this program reads there how much may be in one."""
    page = (ROOT / "docs" / "transfer-format.md").read_text(encoding="utf-8")
    (said,) = (part for part in page.split("\n\n") if part.startswith("Limits,"))
    assert f"{limits.LARGEST_HEADER >> 10} KiB for the header" in said
    assert f"{limits.LARGEST_LINE >> 20} MiB\nfor a line" in said
    assert f"{limits.MOST_RECORDS:,} records and pieces together" in said
    assert f"{limits.LARGEST_TOTAL >> 20} MiB for all of them" in said
    assert f"nesting of {limits.DEEPEST}" in said
    assert f"{LARGEST:,} bytes for an attachment" in said
    assert (limits.MOST_RECORDS, limits.LARGEST_TOTAL) == (50_000, 512 * 1024 * 1024)
