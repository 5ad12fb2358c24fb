"""The random key of one notebook, while it is open."""

from typing import NoReturn

LENGTH = 32


class VaultKey:
    """32 random bytes with the identifier and the epoch they belong to.

    It never shows its content, cannot be pickled, and holds nothing after `clear`.
    """

    __slots__ = ("_key", "epoch", "vault_id")

    def __init__(self, *, key: bytes, vault_id: str, epoch: int) -> None:
        if len(key) != LENGTH:
            raise ValueError("a vault key is 32 bytes")
        self._key = bytearray(key)
        self.vault_id = vault_id
        self.epoch = epoch

    def __repr__(self) -> str:
        return f"<VaultKey {'open' if self._key else 'cleared'}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a vault key stays in memory")

    @property
    def content(self) -> memoryview:
        """The 32 bytes, without a copy; ValueError once cleared."""
        if not self._key:
            raise ValueError("this key was cleared")
        return memoryview(self._key).toreadonly()

    def clear(self) -> None:
        """Overwrite the key. Copies made by libraries are out of reach, so this promises no more."""
        self._key[:] = bytes(len(self._key))
        self._key = bytearray()
