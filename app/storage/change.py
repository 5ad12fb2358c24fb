"""One transaction under way and what it has changed so far."""

from app.models.changes import Changes


class Change:
    """Filled by the shelves, read by the action when the transaction is over."""

    def __init__(self) -> None:
        self._items: set[tuple[str, str]] = set()

    def note(self, kind: str, record_id: str) -> None:
        """Remember that this record changed."""
        self._items.add((kind, record_id))

    @property
    def changes(self) -> Changes:
        """Everything that changed."""
        return Changes(frozenset(self._items))
