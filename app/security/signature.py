"""Signing what leaves and checking what comes: Ed25519, each use under its own tag."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def new_signing_key() -> bytes:
    """A random secret signing key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_signing_key(secret: bytes) -> bytes:
    """The public half, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def sign(*, secret: bytes, tag: str, content: bytes) -> bytes:
    """The signature over tag and content, 64 bytes. A signature under one tag says nothing under another."""
    return Ed25519PrivateKey.from_private_bytes(secret).sign(_tagged(tag, content))


def is_signed(*, public: bytes, tag: str, content: bytes, signature: bytes) -> bool:
    """Whether that key signed that content under that tag; malformed keys and signatures did not."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _tagged(tag, content))
    except (InvalidSignature, ValueError):
        return False
    return True


def _tagged(tag: str, content: bytes) -> bytes:
    return tag.encode("ascii") + b"\0" + content
