"""The shelf of partners."""

from typing import Any

from app.models.folding import fold
from app.models.partner import Partner
from app.storage.shelf import Shelf


class Partners(Shelf[Partner]):
    """The practitioner's own directory."""

    struct = Partner
    order = "sort_key, seq"

    def matching(self, text: str, *, limit: int = 20) -> list[Partner]:
        """Partners whose service, person, city or type holds every word, accents ignored."""
        words = fold(text).split()
        condition = " AND ".join(["removed_at IS NULL", *["sort_key LIKE ?" for _ in words]])
        return self._where(condition, [f"%{word}%" for word in words], tail=f"LIMIT {int(limit)}")

    def _extra(self, record: Partner) -> dict[str, Any]:
        return {"sort_key": fold(f"{record.service} {record.person} {record.city} {record.type}")}

    def _extra_names(self) -> tuple[str, ...]:
        return ("sort_key",)
