"""What this notebook remembers about how it is used."""

from typing import Any

import msgspec

from app.storage.engine import Engine


class Preferences:
    """Small JSON values by key; kept inside the notebook because they may name a school."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or the default."""
        row = self._engine.row("SELECT value FROM preference WHERE key = ?", (key,))
        return msgspec.json.decode(row[0]) if row else default

    def set(self, key: str, value: Any) -> None:
        """Remember a value."""
        self._engine.run(
            "INSERT OR REPLACE INTO preference VALUES (?, ?)", (key, msgspec.json.encode(value).decode())
        )
