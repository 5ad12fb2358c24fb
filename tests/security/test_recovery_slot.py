"""The sheet's way in: beside the phrase, one at a time, and never without its code."""

import msgspec
import pytest

from app.errors import KeysDamaged, NoRecoverySheet, NotebookTooNew, WrongCode, WrongPassphrase
from app.security import checked_json
from app.security.recovery_slot import open_with_code, recovery_slot, with_recovery
from app.security.slots import FIRST_FORMAT, FORMAT, KeyFile, change_passphrase, open_keys, renew_phrase
from tests.security.conftest import NEXT_PHRASE, PHRASE

CODE, OTHER = bytes(range(20)), bytes(range(1, 21))
MADE = "2026-11-12T09:00:00Z"


@pytest.fixture(scope="module")
def with_sheet(keys):
    """The keys of PHRASE with a sheet of CODE."""
    return with_recovery(keys, passphrase=PHRASE, code=CODE, made=MADE)


def test_code_and_phrase_open_the_same_key(keys_and_key, with_sheet):
    """After a round trip through its bytes the file opens both ways."""
    _, key = keys_and_key
    read = KeyFile.decode(with_sheet.encode())
    assert bytes(open_with_code(read, code=CODE).content) == bytes(key.content)
    assert bytes(open_keys(read, passphrase=PHRASE).content) == bytes(key.content)
    assert recovery_slot(read).made == MADE


def test_a_file_becomes_format_2_only_with_another_way_in(keys, changed, with_sheet):
    """Older programs go on opening a notebook whose phrase alone was changed; with a sheet they say newer."""
    assert keys.format == changed.format == FIRST_FORMAT
    assert with_sheet.format == FORMAT
    assert change_passphrase(with_sheet, old=PHRASE, new=NEXT_PHRASE).format == FORMAT


def test_a_sheet_of_long_ago_opens(vectors):
    """A key file of format 2 opens for ever with its phrase and its code."""
    sample = vectors["key_file_2"]
    keys = KeyFile.decode(
        checked_json.encode({k: v for k, v in sample["content"].items() if k != "checksum"})
    )
    assert keys.encode().decode("ascii").count(sample["content"]["checksum"]) == 1
    code = bytes.fromhex(vectors["recovery_code"]["code"])
    for key in (open_keys(keys, passphrase=sample["passphrase"]), open_with_code(keys, code=code)):
        assert bytes(key.content).hex() == sample["vault_key"]


def test_no_sheet_and_another_sheet_are_two_answers(keys, with_sheet):
    """Whoever types a code learns whether there is a sheet at all."""
    with pytest.raises(NoRecoverySheet):
        open_with_code(keys, code=CODE)
    with pytest.raises(WrongCode):
        open_with_code(with_sheet, code=OTHER)


def test_a_new_sheet_ends_the_former_one(with_sheet):
    """Only the newest sheet counts."""
    renewed = with_recovery(with_sheet, passphrase=PHRASE, code=OTHER, made=MADE)
    assert len(renewed.slots) == 2
    open_with_code(renewed, code=OTHER)
    with pytest.raises(WrongCode):
        open_with_code(renewed, code=CODE)


def test_nobody_makes_a_sheet_in_passing(keys):
    """Without the phrase an open notebook gives no second key."""
    with pytest.raises(WrongPassphrase):
        with_recovery(keys, passphrase=NEXT_PHRASE, code=CODE, made=MADE)


def test_a_new_phrase_leaves_the_sheet(with_sheet):
    """Changed or chosen after a recovery, the phrase changes and the sheet goes on counting."""
    changed = change_passphrase(with_sheet, old=PHRASE, new=NEXT_PHRASE)
    chosen = renew_phrase(with_sheet, open_with_code(with_sheet, code=CODE), passphrase=NEXT_PHRASE)
    for keys in (changed, chosen):
        open_with_code(keys, code=CODE)
        open_keys(keys, passphrase=NEXT_PHRASE)
        with pytest.raises(WrongPassphrase):
            open_keys(keys, passphrase=PHRASE)


@pytest.mark.parametrize("field", ["id", "salt", "nonce", "ciphertext", "made"])
def test_a_deliberate_edit_never_opens(with_sheet, field):
    """Everything in the slot is authenticated."""
    slot = recovery_slot(with_sheet)
    value = getattr(slot, field)
    forged = (
        bytes(len(value))
        if isinstance(value, bytes)
        else value.replace("2", "3")
        if field == "made"
        else "0" * 32
    )
    edited = msgspec.structs.replace(slot, **{field: forged})
    with pytest.raises(WrongCode):
        open_with_code(msgspec.structs.replace(with_sheet, slots=[with_sheet.slots[0], edited]), code=CODE)


def test_every_accidental_edit_is_damage(with_sheet):
    """One bit changed in the bytes of format 2 is damage, never a wrong code."""
    raw = with_sheet.encode()
    for place in range(0, len(raw), 3):
        with pytest.raises((KeysDamaged, AssertionError)):
            assert KeyFile.decode(raw[:place] + bytes([raw[place] ^ 2]) + raw[place + 1 :]) != with_sheet


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["slots"].append(content["slots"][1]),
        lambda content: content["slots"].append(content["slots"][0]),
        lambda content: content["slots"].pop(0),
        lambda content: content.update(format=1),
        lambda content: content["slots"][1].update(kind="escrow"),
        lambda content: content["slots"][1].update(made="yesterday"),
        lambda content: content["slots"][1].update(cost=content["slots"][0]["cost"]),
        lambda content: content.update(next=None),
        lambda content: content.update(next={"epoch": 2, "ready": True, "slots": []}),
    ],
    ids=[
        "two sheets",
        "two phrases",
        "no phrase",
        "old format",
        "kind",
        "made",
        "cost",
        "null",
        "empty next",
    ],
)
def test_impossible_files_are_refused(with_sheet, change):
    """A phrase there must be, one sheet at most, and nothing unknown."""
    content = msgspec.to_builtins(with_sheet)
    change(content)
    if content.get("next", 0) is None:
        assert KeyFile.decode(checked_json.encode(content)) == with_sheet
        return
    with pytest.raises(KeysDamaged):
        KeyFile.decode(checked_json.encode(content))


def test_a_later_format_is_too_new(with_sheet):
    """Format 3 is a newer program's, and this one says so."""
    with pytest.raises(NotebookTooNew):
        KeyFile.decode(checked_json.encode(msgspec.to_builtins(with_sheet) | {"format": 3}))


def test_nothing_of_the_sheet_is_shown(with_sheet):
    """Turned into text, slots show no more than the first digits of an identifier."""
    shown = repr(with_sheet.slots)
    assert recovery_slot(with_sheet).ciphertext.hex()[:8] not in shown
    assert MADE not in shown
