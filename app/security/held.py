"""What has to wait in memory while the notebook is closed: AES-256-GCM under a key of the notebook's."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


def seal(key: bytes, content: bytes) -> bytes:
    """The content, to be read only with the same key."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """What was sealed; ValueError when it was another key or something is wrong with it."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except InvalidTag:
        raise ValueError("sealed with another key") from None
