"""A card as a file: what is written is read, what was changed is refused."""

import json

import msgspec
import pytest

from app.actions.cards.own_card import own_card
from app.errors import CardInvalid
from app.exchange import card_file


@pytest.fixture
def card(notebook):
    """The card of the tests' notebook."""
    return own_card(notebook)


def resigned(notebook, card, **changes):
    """The card saying something else, signed by its owner."""
    changed = msgspec.structs.replace(card, **changes)
    return card_file.write(card_file.signed(changed, secret=notebook.identity.sign_secret))


def test_a_card_comes_back_as_it_was_written(card):
    """Small, signed, and word for word the same."""
    content = card_file.write(card)
    assert len(content) <= card_file.LARGEST
    assert card_file.read(content) == card
    assert card.name not in repr(card)


def test_any_changed_letter_is_refused(card):
    """Whoever changes a name or a key on the way cannot sign for it."""
    content = json.loads(card_file.write(card))
    for field in ("id", "name", "unit", "role", "sign_key", "seal_key", "created_at", "signature", "format"):
        value = content[field]
        altered = content | {field: value[:-1] + ("0" if value[-1] != "0" else "1")}
        with pytest.raises(CardInvalid):
            card_file.read(json.dumps(altered).encode())


def test_any_flipped_bit_is_refused_or_means_the_same(card):
    """Damage is never taken for another card."""
    content = card_file.write(card)
    for place in range(0, len(content), 3):
        damaged = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        try:
            assert card_file.read(damaged) == card
        except CardInvalid:
            continue


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"null", b"[" * 4000, b"\xff\xfe", b'{"format": 7}', b" " * 4097], ids=len
)
def test_what_is_no_card_is_refused(content):
    """Anything else is refused in one way, without a word about what stands in it."""
    with pytest.raises(CardInvalid):
        card_file.read(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"role": "director"}, {"name": "  "}, {"name": "Marc\u202eFeller"}, {"unit": "x" * 201},
        {"seal_key": "age1nobody"}, {"created_at": "yesterday"}, {"id": "7"}, {"format": "carnet-card-2"},
    ],
    ids=str,
)  # fmt: skip
def test_a_signed_card_must_still_make_sense(notebook, card, changes):
    """A signature does not make an odd name, a broken key or another format acceptable."""
    with pytest.raises(CardInvalid):
        card_file.read(resigned(notebook, card, **changes))


def test_a_card_with_more_in_it_is_refused(card):
    """Nothing unsigned travels along on a card."""
    content = json.loads(card_file.write(card)) | {"note": "x"}
    with pytest.raises(CardInvalid):
        card_file.read(json.dumps(content).encode())


def test_a_name_with_french_spaces_is_a_name(notebook, card):
    """Non-breaking spaces belong to names of services."""
    content = resigned(notebook, card, unit="Unité «\u00a0Moulin\u00a0»")
    assert card_file.read(content).unit == "Unité «\u00a0Moulin\u00a0»"
