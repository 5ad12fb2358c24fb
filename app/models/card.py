"""What one gives to those who shall send packages or receive them."""

import msgspec

FORMAT = "carnet-card-1"


class Card(msgspec.Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """Public keys with a name, signed by the key it names.

    `id` is who writes in the notebook; `sign_key` and `signature` are hexadecimal, `seal_key` "age1…".
    """

    format: str = FORMAT
    id: str
    name: str
    unit: str
    role: str
    sign_key: str
    seal_key: str
    created_at: str
    signature: str = ""

    def __repr__(self) -> str:
        """Name nobody."""
        return f"<Card {self.id[:8]}>"
