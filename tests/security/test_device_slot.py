"""A computer that opens the notebook by itself: for thirty days, for that computer, never alone."""

import json
import platform
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from app.errors import KeychainUnavailable, KeysDamaged
from app.i18n import Locale
from app.security import checked_json
from app.security.device_slot import (
    device_slot,
    new_entry,
    open_with_secret,
    opening_slot,
    seen_now,
    with_device,
    without_device,
    without_expired,
)
from app.security.next_keys import next_keys
from app.security.recovery_slot import open_with_code, with_recovery
from app.security.slots import FORMAT, DeviceSlot, KeyFile, change_passphrase, open_keys
from tests.security.conftest import NEXT_PHRASE, PHRASE

NOW = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
ENTRY, SECRET = "ab" * 16, bytes(range(32))


@pytest.fixture(scope="module")
def remembered(keys_and_key) -> KeyFile:
    """The keys of PHRASE with this computer, from NOW."""
    keys, key = keys_and_key
    return with_device(
        keys, key, passphrase=PHRASE, secret=SECRET, slot_id=ENTRY, keychain="some:Keychain", now=NOW
    )


def reason(keys: KeyFile, now: datetime) -> str:
    """Why this computer may not open."""
    with pytest.raises(KeychainUnavailable) as caught:
        opening_slot(keys, now=now)
    return caught.value.said(Locale("en"))


def test_the_secret_opens_the_same_key(keys_and_key, remembered):
    """After a round trip through its bytes phrase and secret open the same key, for thirty days."""
    _, key = keys_and_key
    read = KeyFile.decode(remembered.encode())
    slot = opening_slot(read, now=NOW + timedelta(days=29, hours=23))
    assert bytes(open_with_secret(read, slot, secret=SECRET).content) == bytes(key.content)
    assert bytes(open_keys(read, passphrase=PHRASE).content) == bytes(key.content)
    assert read.format == FORMAT


def test_it_ends_after_thirty_days(remembered):
    """To the second, and the slot goes from the file at the next opening."""
    assert opening_slot(remembered, now=NOW + timedelta(days=30, seconds=-1))
    assert "thirty days" in reason(remembered, NOW + timedelta(days=30))
    assert "thirty days" in reason(remembered, datetime(2100, 1, 1, tzinfo=UTC))
    tidied = without_expired(remembered, now=NOW + timedelta(days=30))
    assert device_slot(tidied) is None
    assert "never asked" in reason(tidied, NOW)  # a clock set back revives nothing
    assert without_expired(remembered, now=NOW + timedelta(days=29)) == remembered


@pytest.mark.parametrize("clock", [datetime(1970, 1, 1, tzinfo=UTC), NOW - timedelta(hours=1)])
def test_a_clock_before_the_beginning_opens_nothing(remembered, clock):
    """An empty battery or a turned-back clock asks for the phrase."""
    assert "clock" in reason(remembered, clock)


def test_a_clock_set_back_after_use_opens_nothing(keys_and_key, remembered):
    """The moment of the last opening counts, so the thirty days cannot be stretched."""
    _, key = keys_and_key
    used = NOW + timedelta(days=20)
    seen = seen_now(remembered, device_slot(remembered), key, secret=SECRET, now=used)
    assert "clock" in reason(seen, used - timedelta(days=10))
    assert opening_slot(seen, now=used - timedelta(minutes=5))
    again = seen_now(seen, device_slot(seen), key, secret=SECRET, now=used - timedelta(minutes=5))
    assert device_slot(again).seen == device_slot(seen).seen  # never an earlier moment
    assert device_slot(again).expires == device_slot(remembered).expires  # and never a later end
    assert bytes(open_with_secret(again, device_slot(again), secret=SECRET).content) == bytes(key.content)


def test_another_computer_is_refused(remembered, monkeypatch):
    """The folder copied to another computer asks for the phrase there, even with the secret."""
    monkeypatch.setattr(platform, "node", lambda: "another-computer")
    assert device_slot(remembered) is None
    assert "never asked" in reason(remembered, NOW)


def test_another_secret_is_refused(remembered):
    """A keychain with another notebook's secret opens nothing."""
    with pytest.raises(KeychainUnavailable):
        open_with_secret(remembered, device_slot(remembered), secret=bytes(32))


@pytest.mark.parametrize(
    ("field", "forged"),
    [
        ("expires", "2036-11-12T09:00:00Z"),
        ("made", "2026-11-13T09:00:00Z"),
        ("seen", "2026-11-13T09:00:00Z"),
        ("keychain", "other:Keychain"),
        ("computer", "0" * 32),
        ("salt", bytes(16)),
        ("id", "0" * 32),
    ],
)
def test_an_edited_slot_never_opens(remembered, field, forged):
    """Whoever can write to the file cannot give a slot more days or another computer."""
    edited = msgspec.structs.replace(device_slot(remembered), **{field: forged})
    with pytest.raises(KeychainUnavailable):
        open_with_secret(remembered, edited, secret=SECRET)


def test_a_slot_that_promises_more_than_thirty_days_is_held_to_thirty(remembered):
    """The term is the program's, not the file's."""
    slot = msgspec.structs.replace(device_slot(remembered), expires="2036-11-12T09:00:00Z")
    longer = msgspec.structs.replace(remembered, slots=[remembered.slots[0], slot])
    assert "thirty days" in reason(longer, NOW + timedelta(days=31))


def test_an_impossible_day_opens_nothing(remembered):
    """A 31st of February is no day before which anything could be opened."""
    slot = msgspec.structs.replace(device_slot(remembered), expires="2026-02-31T09:00:00Z")
    assert "thirty days" in reason(
        msgspec.structs.replace(remembered, slots=[remembered.slots[0], slot]), NOW
    )


def test_it_is_never_the_only_way(remembered):
    """A key file without a phrase is damaged, whatever else is in it."""
    content = msgspec.to_builtins(remembered)
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] == "device"]
    with pytest.raises(KeysDamaged):
        KeyFile.decode(checked_json.encode(content))


def test_asked_twice_there_is_one_slot_and_at_most_four_computers(keys_and_key, remembered, monkeypatch):
    """A new one replaces this computer's; a fifth computer puts the oldest out."""
    _, key = keys_and_key

    def also(keys: KeyFile, node: str) -> KeyFile:
        monkeypatch.setattr(platform, "node", lambda: node)
        entry, secret = new_entry()
        return with_device(
            keys, key, passphrase=PHRASE, secret=secret, slot_id=entry, keychain="some:Keychain", now=NOW
        )

    keys = also(remembered, platform.node())
    assert len(keys.slots) == 2
    assert device_slot(keys).id != ENTRY
    for node in ("b", "c", "d", "e"):
        keys = also(keys, node)
    assert sum(isinstance(slot, DeviceSlot) for slot in keys.slots) == 4
    assert KeyFile.decode(keys.encode()) == keys


def test_forgotten_the_other_ways_stay(keys_and_key, remembered):
    """The computer goes; phrase and sheet stay, and a change of phrase leaves the computer."""
    both = with_recovery(remembered, passphrase=PHRASE, code=bytes(20), made="2026-11-12T09:00:00Z")
    assert device_slot(both) == device_slot(remembered)
    assert device_slot(change_passphrase(both, old=PHRASE, new=NEXT_PHRASE)) == device_slot(remembered)
    gone = without_device(both)
    assert device_slot(gone) is None
    open_with_code(gone, code=bytes(20))
    open_keys(gone, passphrase=PHRASE)


@pytest.mark.parametrize("secret", [SECRET, None])
def test_under_a_new_key_it_follows_with_its_secret_only(remembered, secret):
    """At a change of the vault key this computer stays known where its keychain answered."""
    pending, _, coming = next_keys(remembered, passphrase=PHRASE, secret=secret)
    ready = msgspec.structs.replace(pending, next=msgspec.structs.replace(pending.next, ready=True))
    slot = device_slot(ready)
    assert (slot is not None) == (secret is not None)
    if slot is not None:
        assert bytes(open_with_secret(ready, slot, secret=SECRET).content) == bytes(coming.content)
        assert slot.expires == device_slot(remembered).expires


def test_nothing_of_it_is_shown(remembered):
    """The file holds no name of the computer, and text of it no more than an identifier."""
    written = json.loads(remembered.encode())
    named = [value for slot in written["slots"] for value in slot.values() if isinstance(value, str)]
    assert platform.node() not in named
    assert device_slot(remembered).computer not in repr(remembered.slots)
