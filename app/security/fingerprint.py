"""What two people compare by voice or face before they trust a card."""

import hashlib

from mnemonic import Mnemonic

WORDS, GROUPS = 8, 8  # 88 bits of words, 130 bits of digits: both beyond forging
_LISTS = {"fr": "french", "en": "english"}


def fingerprint(*, sign_key: bytes, seal_key: str) -> bytes:
    """SHA-256 over both public keys, 32 bytes."""
    return hashlib.sha256(b"carnet-card-1\0" + sign_key + seal_key.encode("ascii")).digest()


def fingerprint_words(digest: bytes, language: str) -> list[str]:
    """Eight words; the same fingerprint has the same eight places in every language's list."""
    words = Mnemonic(_LISTS.get(language, "english")).wordlist
    bits = int.from_bytes(digest[:11], "big")
    return [words[bits >> (11 * (WORDS - 1 - n)) & 0x7FF] for n in range(WORDS)]


def fingerprint_digits(digest: bytes) -> list[str]:
    """Eight groups of five digits."""
    number = int.from_bytes(digest, "big")
    groups = []
    for _ in range(GROUPS):
        number, group = divmod(number, 100_000)
        groups.append(f"{group:05d}")
    return groups
