"""The key file: what opens it, and what it says when it is not whole."""

import base64
import hashlib
import time
import traceback

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import CarnetError, KeysDamaged, NotebookTooNew, WrongPassphrase
from app.security import checked_json
from app.security.passphrase import CEILING, FLOOR, Cost
from app.security.slots import LIMIT, KeyFile, change_passphrase, create_keys, open_keys
from tests.security.conftest import NEXT_PHRASE, PHRASE

WHITE = b" \n\r\t"


def edited(keys: KeyFile, **changes: object) -> bytes:
    """A file somebody changed on purpose: fields of the file or, as slot_…, of its slot; checksum right."""
    content = msgspec.to_builtins(keys)
    for name, value in changes.items():
        if name.startswith("slot_"):
            content["slots"][0][name.removeprefix("slot_")] = value
        else:
            content[name] = value
    return checked_json.encode(content)


def test_the_phrase_opens_the_keys(keys_and_key):
    """What was created opens with its phrase and gives the same key."""
    keys, key = keys_and_key
    opened = open_keys(KeyFile.decode(keys.encode()), passphrase=PHRASE)
    assert bytes(opened.content) == bytes(key.content)
    assert (opened.vault_id, opened.epoch) == (keys.vault_id, keys.epoch)


def test_a_notebook_of_long_ago_opens(vectors):
    """A key file written by the first version opens for ever."""
    sample = vectors["key_file"]
    keys = KeyFile.decode(
        checked_json.encode({k: v for k, v in sample["content"].items() if k != "checksum"})
    )
    assert keys.encode().decode("ascii").count(sample["content"]["checksum"]) == 1
    assert bytes(open_keys(keys, passphrase=sample["passphrase"]).content).hex() == sample["vault_key"]


def test_a_wrong_phrase_says_so_and_changes_nothing(keys):
    """The file is whole, so the phrase is wrong: that and nothing else is said."""
    before = hashlib.sha256(keys.encode()).digest()
    for phrase in (PHRASE.capitalize(), PHRASE + " ", "", NEXT_PHRASE):
        with pytest.raises(WrongPassphrase):
            open_keys(keys, passphrase=phrase)
    assert hashlib.sha256(keys.encode()).digest() == before


def test_nothing_is_shared_between_notebooks(keys_and_key):
    """The same phrase on another notebook gives other keys, salts and identifiers."""
    keys, key = keys_and_key
    others, other = create_keys(passphrase=PHRASE, cost=FLOOR)
    assert bytes(other.content) != bytes(key.content)
    assert others.vault_id != keys.vault_id
    one, two = keys.slots[0], others.slots[0]
    for field in ("id", "salt", "nonce", "ciphertext"):
        assert getattr(one, field) != getattr(two, field)


def test_the_file_is_small_and_plain(keys):
    """keys.json is ASCII, far below its limit, and names what it holds."""
    raw = keys.encode()
    assert len(raw) < LIMIT / 16
    assert raw.isascii()
    assert b'"kind": "passphrase"' in raw


def test_a_changed_phrase_opens_the_same_keys(keys_and_key, changed):
    """The new phrase opens, at the same cost; the old one does not; the vault key stays."""
    keys, key = keys_and_key
    assert bytes(open_keys(changed, passphrase=NEXT_PHRASE).content) == bytes(key.content)
    with pytest.raises(WrongPassphrase):
        open_keys(changed, passphrase=PHRASE)
    assert (changed.vault_id, changed.epoch) == (keys.vault_id, keys.epoch)
    before, after = keys.slots[0], changed.slots[0]
    assert (after.id, after.cost) == (before.id, before.cost)
    assert after.salt != before.salt
    assert after.nonce != before.nonce


def test_changing_the_phrase_needs_the_old_one(keys):
    """Nobody changes the phrase of a notebook they cannot open, nor to nothing."""
    with pytest.raises(WrongPassphrase):
        change_passphrase(keys, old="autre chose", new=NEXT_PHRASE)
    with pytest.raises(ValueError, match="needs a phrase"):
        change_passphrase(keys, old=PHRASE, new="")


def test_every_accidental_edit_is_damage(keys):
    """One byte changed, lost or added anywhere: damaged, never a wrong phrase, never another key."""
    raw = keys.encode()
    for place in range(len(raw)):
        edits = [raw[:place] + bytes([raw[place] ^ 1 << bit]) + raw[place + 1 :] for bit in range(8)]
        edits.append(raw[:place] + raw[place + 1 :])
        edits += [raw[:place] + extra + raw[place:] for extra in (b"0", b"a", b" ", b'"', b"\x00")]
        for edit in edits:
            try:
                assert KeyFile.decode(edit) == keys
            except KeysDamaged:
                continue
            # only white space between the words may differ
            assert edit.translate(None, WHITE) == raw.translate(None, WHITE)


def test_every_shortened_file_is_damage(keys):
    """A file cut anywhere is damaged, an empty one too."""
    raw = keys.encode().rstrip()
    for length in range(len(raw)):
        with pytest.raises(KeysDamaged):
            KeyFile.decode(raw[:length])


@pytest.mark.parametrize(
    "changes",
    [
        {"slot_cost": {"memory_kib": FLOOR.memory_kib + 1024, "iterations": 3, "lanes": 1}},
        {"slot_cost": {"memory_kib": FLOOR.memory_kib, "iterations": 4, "lanes": 1}},
        {"slot_cost": {"memory_kib": FLOOR.memory_kib, "iterations": 3, "lanes": 2}},
        {"slot_salt": base64.b64encode(bytes(16)).decode()},
        {"slot_nonce": base64.b64encode(bytes(12)).decode()},
        {"slot_ciphertext": base64.b64encode(bytes(48)).decode()},
        {"slot_id": "0" * 32},
        {"vault_id": "0" * 32},
        {"epoch": 2},
    ],
    ids=str,
)
def test_a_deliberate_edit_never_opens(keys, changes):
    """Everything in the file is authenticated: with the right phrase too, an edited file gives no key."""
    with pytest.raises(WrongPassphrase):
        open_keys(KeyFile.decode(edited(keys, **changes)), passphrase=PHRASE)


@pytest.mark.parametrize(
    "changes",
    [
        *(
            {"slot_cost": {**msgspec.to_builtins(FLOOR), field: value}}
            for field, value in [
                ("memory_kib", 8),
                ("memory_kib", FLOOR.memory_kib - 1),
                ("memory_kib", CEILING.memory_kib + 1),
                ("memory_kib", 2**63),
                ("memory_kib", 10**400),
                ("memory_kib", -FLOOR.memory_kib),
                ("memory_kib", float(FLOOR.memory_kib)),
                ("memory_kib", str(FLOOR.memory_kib)),
                ("memory_kib", None),
                ("iterations", 2),
                ("iterations", 11),
                ("iterations", 2**31),
                ("iterations", True),
                ("lanes", 0),
                ("lanes", 9),
            ]
        ),
        {"slot_cost": {"memory_kib": FLOOR.memory_kib, "iterations": 3}},
        {"slot_kind": "recovery"},
        {"slot_kind": None},
        {"slot_salt": "AAAA"},
        {"slot_salt": "*"},
        {"slot_nonce": ""},
        {"slot_ciphertext": base64.b64encode(bytes(47)).decode()},
        {"slot_ciphertext": base64.b64encode(bytes(49)).decode()},
        {"slot_id": "A" * 32},
        {"slot_id": "0" * 32 + "\n"},
        {"slot_more": 1},
        {"more": 1},
        {"format": 0},
        {"format": "1"},
        {"format": True},
        {"format": None},
        {"epoch": 0},
        {"epoch": 2**40},
        {"vault_id": "../../../etc/passwd"},
        {"slots": []},
        {"slots": {}},
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_impossible_demands_are_refused_before_any_work(keys, changes):
    """Whatever the file asks for outside its limits is damage, found at once."""
    started = time.process_time()
    with pytest.raises(KeysDamaged):
        KeyFile.decode(edited(keys, **changes))
    assert time.process_time() - started < 0.1


def test_a_second_phrase_slot_is_refused(keys):
    """A file with many slots would make every attempt last many times longer."""
    content = msgspec.to_builtins(keys)
    for count in (2, 8, 9):
        with pytest.raises(KeysDamaged):
            KeyFile.decode(checked_json.encode({**content, "slots": content["slots"] * count}))


def test_a_cost_out_of_bounds_is_refused_on_opening_too(keys):
    """Also a key file that came another way than from its bytes is looked at first."""
    slot = msgspec.structs.replace(keys.slots[0], cost=Cost(memory_kib=2**40, iterations=3, lanes=1))
    with pytest.raises(KeysDamaged):
        open_keys(msgspec.structs.replace(keys, slots=[slot]), passphrase=PHRASE)


def test_a_newer_format_is_too_new_and_not_damaged(keys):
    """Whatever a later version adds, this one says which it is; a damaged one stays damaged."""
    newer = edited(keys, format=3, something_new={"a": [1]}, slot_kind="recovery")
    with pytest.raises(NotebookTooNew):
        KeyFile.decode(newer)
    with pytest.raises(KeysDamaged):
        KeyFile.decode(newer.replace(b'"format": 3', b'"format": 4'))


def test_a_huge_file_is_not_even_read(keys):
    """Beyond 16 KiB it is no key file."""
    assert KeyFile.decode(keys.encode().ljust(LIMIT)) == keys
    with pytest.raises(KeysDamaged):
        KeyFile.decode(keys.encode().ljust(LIMIT + 1))


@given(raw=st.binary(max_size=2000))
def test_any_bytes_are_answered_in_our_words(raw):
    """Whatever stands in the file, the failure is one a person can be told."""
    with pytest.raises(KeysDamaged):
        KeyFile.decode(raw)


@given(phrase=st.text(st.characters(exclude_categories=()), min_size=6, max_size=80))
@settings(max_examples=4, deadline=None)
def test_no_failure_carries_the_phrase(keys, phrase):
    """Neither text, arguments, values nor causes of a failure hold what was typed."""
    phrase = "marqueur" + phrase
    attempts = [
        lambda: open_keys(keys, passphrase=phrase),
        lambda: change_passphrase(keys, old=phrase, new=phrase),
        lambda: create_keys(passphrase=phrase, cost=Cost(memory_kib=1, iterations=1, lanes=1)),
    ]
    for attempt in attempts:
        with pytest.raises((CarnetError, ValueError)) as caught:
            attempt()
        error = caught.value
        told = ["".join(traceback.format_exception(error)), repr(error), repr(vars(error))]
        assert error.__cause__ is None
        assert not any("marqueur" in text for text in told)


def test_nothing_of_the_keys_is_shown(keys_and_key):
    """Turned into text, keys and slots show the first digits of an identifier and no more."""
    keys, key = keys_and_key
    shown = f"{keys!r} {keys.slots!r} {key!r} {keys} {key}"
    assert bytes(key.content).hex()[:12] not in shown
    assert keys.vault_id not in shown
    assert base64.b64encode(keys.slots[0].ciphertext).decode()[:12] not in shown
    assert repr(keys.slots[0].salt)[2:14] not in shown
