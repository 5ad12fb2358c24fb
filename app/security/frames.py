"""Numbered pieces under a key that is used once: AES-256-GCM, the number is the nonce."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MARK = 16  # bytes a sealed piece is longer


class Frames:
    """Whoever seals must give each number once, under a key made for this alone."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, number: int, content: bytes) -> bytes:
        """The piece, to be read only with the same key and only as this number."""
        return self._cipher.encrypt(_nonce(number), content, None)

    def unseal(self, number: int, sealed: bytes) -> bytes:
        """What was sealed; ValueError when it was another piece or something is wrong with it."""
        try:
            return self._cipher.decrypt(_nonce(number), sealed, None)
        except InvalidTag:
            raise ValueError("sealed as another piece") from None


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")
