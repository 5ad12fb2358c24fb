"""Structs that hold people's words and show none of them."""

import msgspec


class Discreet(msgspec.Struct, frozen=True, kw_only=True):
    """Its repr names the kind only, so that no name reaches a log or an exception."""

    def __repr__(self) -> str:
        """Name the kind, and the line where there is one."""
        line = getattr(self, "line", None)
        return f"<{type(self).__name__}>" if line is None else f"<{type(self).__name__} line {line}>"

    __str__ = __repr__

    def __rich_repr__(self):  # type: ignore[no-untyped-def]  # msgspec's own shows every field
        yield getattr(self, "line", None)
