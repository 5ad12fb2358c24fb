"""What the form may ask the notebook while someone types."""

from typing import Protocol

from app.models.partner import Partner


class Sources(Protocol):
    """Answers at once, from memory or an index: it is asked at every key."""

    def find_partners(self, text: str) -> list[Partner]:
        """Directory entries matching what was typed, best first."""

    def partner(self, partner_id: str) -> Partner | None:
        """The directory entry with that identifier."""

    def find_people(self, text: str) -> list[tuple[str, str]]:
        """People matching what was typed, best first, as (identifier, name)."""
