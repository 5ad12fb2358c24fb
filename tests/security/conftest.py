"""One set of keys, made once: a derivation takes a fifth of a second even at the lowest cost."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.security.passphrase import FLOOR
from app.security.slots import KeyFile, change_passphrase, create_keys
from app.security.vault_key import VaultKey

PHRASE = "sept mots français tirés au sort"
NEXT_PHRASE = "une tout autre phrase, plus récente"


@pytest.fixture(scope="session")
def keys_and_key() -> tuple[KeyFile, VaultKey]:
    """A key file and the vault key it holds, under PHRASE."""
    return create_keys(passphrase=PHRASE, cost=FLOOR)


@pytest.fixture(scope="session")
def keys(keys_and_key: tuple[KeyFile, VaultKey]) -> KeyFile:
    """A key file under PHRASE."""
    return keys_and_key[0]


@pytest.fixture(scope="session")
def changed(keys: KeyFile) -> KeyFile:
    """The same keys under NEXT_PHRASE."""
    return change_passphrase(keys, old=PHRASE, new=NEXT_PHRASE)


@pytest.fixture(scope="session")
def vectors() -> dict[str, Any]:
    """Values frozen for ever: a notebook written today must open with them in ten years."""
    content: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
    return content
