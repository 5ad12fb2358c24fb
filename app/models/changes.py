"""What an action changed: news for whoever shows it."""

import msgspec


class Changes(msgspec.Struct, frozen=True):
    """Pairs of kind and identifier, e.g. ("interview", "3f…")."""

    items: frozenset[tuple[str, str]] = frozenset()

    def touches(self, *kinds: str) -> bool:
        """Whether any record of these kinds changed."""
        return any(kind in kinds for kind, _ in self.items)

    def ids(self, kind: str) -> set[str]:
        """The identifiers that changed among one kind."""
        return {record_id for changed, record_id in self.items if changed == kind}

    def __or__(self, other: "Changes") -> "Changes":
        """Both at once."""
        return Changes(self.items | other.items)
