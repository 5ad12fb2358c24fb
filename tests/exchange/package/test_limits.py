"""How deep is too deep."""

from typing import Any

from app.exchange.package.limits import DEEPEST, is_too_deep


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
