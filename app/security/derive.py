"""The keys of the notebook's files, each derived from the vault key for one use.

HKDF-SHA256 (RFC 5869): key material = the 32 bytes of the vault key, salt = the 16 bytes whose
hexadecimal digits are `vault_id`, info = "carnet/<use>/<epoch>" in ASCII, length 32.
"""

from typing import Literal

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.security.vault_key import VaultKey

Use = Literal["notebook", "personal", "backup", "held"]


def derive_key(key: VaultKey, *, use: Use) -> bytes:
    """The 32-byte key of `use`; the same vault key always gives the same one."""
    salt = bytes.fromhex(key.vault_id)
    info = f"carnet/{use}/{key.epoch}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key.content)
