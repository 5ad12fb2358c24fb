"""The open key."""

import copy
import pickle

import pytest

from app.security.vault_key import VaultKey

CONTENT = bytes(range(32))


def made() -> VaultKey:
    """A key with a content one can look for."""
    return VaultKey(key=CONTENT, vault_id="00" * 16, epoch=1)


def test_a_key_gives_its_content():
    """What goes in comes out, until it is cleared."""
    assert bytes(made().content) == CONTENT


def test_a_key_cannot_be_changed_through_its_content():
    """Whoever reads the key cannot write it."""
    with pytest.raises(TypeError):
        made().content[0] = 1


@pytest.mark.parametrize("show", [repr, str, "{}".format, "{0!r}".format])
def test_a_key_never_shows_itself(show):
    """No way of turning a key into text says what it is."""
    shown = show(made())
    assert CONTENT.hex() not in shown
    assert repr(CONTENT)[2:20] not in shown


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_key_stays_in_memory(duplicate):
    """A key cannot be pickled or copied by accident."""
    with pytest.raises(TypeError):
        duplicate(made())


def test_a_cleared_key_is_gone():
    """After clearing, the bytes are overwritten and using the key is an error."""
    key = made()
    seen = key.content
    key.clear()
    assert bytes(seen) == bytes(32)
    with pytest.raises(ValueError):
        _ = key.content
    key.clear()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_has_32_bytes(length):
    """No shorter or longer key is taken."""
    with pytest.raises(ValueError):
        VaultKey(key=bytes(length), vault_id="00" * 16, epoch=1)
