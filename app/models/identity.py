"""The keys a notebook signs and receives with."""

import msgspec


class Identity(msgspec.Struct, kw_only=True, frozen=True):
    """Both secret halves: Ed25519 (32 bytes) and age ("AGE-SECRET-KEY-1…"). They never leave the notebook."""

    sign_secret: bytes
    seal_secret: str
    created_at: str

    def __repr__(self) -> str:
        """Secrets reach no log."""
        return "<Identity>"
