"""The keys of the files."""

import hmac

from app.security.derive import derive_key
from app.security.vault_key import VaultKey


def test_derived_keys_are_frozen(vectors):
    """The keys of existing notebooks never change."""
    for vector in vectors["sub_keys"]:
        key = VaultKey(
            key=bytes.fromhex(vector["vault_key"]), vault_id=vector["vault_id"], epoch=vector["epoch"]
        )
        assert derive_key(key, use=vector["use"]).hex() == vector["key"]


def test_the_documented_derivation_is_enough(vectors):
    """Somebody without Carnet finds the same keys with two HMACs."""
    for vector in vectors["sub_keys"]:
        inner = hmac.digest(bytes.fromhex(vector["vault_id"]), bytes.fromhex(vector["vault_key"]), "sha256")
        info = f"carnet/{vector['use']}/{vector['epoch']}".encode("ascii")
        assert hmac.digest(inner, info + b"\x01", "sha256").hex() == vector["key"]


def test_every_use_has_its_own_key(vectors):
    """Neither use, epoch nor notebook shares a key with another."""
    found = [vector["key"] for vector in vectors["sub_keys"]]
    assert len(set(found)) == len(found) == 6
