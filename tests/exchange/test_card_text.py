"""A card as text: what a scanner reads or a telephone copies is the card again, or is refused."""

import re
import textwrap

import msgspec
import pytest

from app.actions.cards.own_card import own_card
from app.errors import CardInvalid
from app.exchange import card_file, card_text


@pytest.fixture
def card(notebook):
    """The card of the tests' notebook."""
    return own_card(notebook)


def test_only_signs_of_the_dense_alphabet(card):
    """A QR code packs these closer, and no keyboard or messenger rewrites them."""
    assert re.fullmatch(r"CARNET-CARD-1:[A-Z2-7]+", card_text.write(card))
    assert card_text.read(card_text.write(card)) == card


@pytest.mark.parametrize(
    "as_pasted",
    [
        lambda text: f"\n {text} \r\n",
        lambda text: "\r\n".join(textwrap.wrap(text, 40)),
        lambda text: " ".join(textwrap.wrap(text, 7)),
        lambda text: "\u00a0".join(textwrap.wrap(text, 60)) + "\t",
        lambda text: f"\ufeff{text.lower()}",
    ],
)
def test_blanks_line_ends_and_small_letters_do_not_matter(card, as_pasted):
    """Scanners end with a line end, messengers break long lines."""
    assert card_text.read(as_pasted(card_text.write(card))) == card


def test_what_stands_in_a_card_file_may_be_pasted_too(card):
    """Somebody opens the file in an editor and copies everything."""
    assert card_text.read("\n" + card_file.write(card).decode()) == card


def test_every_end_that_is_missing_is_noticed(card):
    """Half a text is no card, wherever it was cut."""
    text = card_text.write(card)
    for end in [*range(0, len(text), 23), len(text) - 1]:
        with pytest.raises(CardInvalid):
            card_text.read(text[:end])


def test_a_changed_letter_is_no_other_card(card):
    """The signature holds whatever way the card came."""
    text = card_text.write(card)
    for place in range(0, len(text), 29):
        changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        try:
            assert card_text.read(changed) == card
        except CardInvalid:
            continue


@pytest.mark.parametrize(
    "text",
    ["", "  ", "https://example.org/", "CARNET-CARD-1:", "CARNET-CARD-1:é", "CARNET-CARD-2:AAAA", "{",
     "01230-4567M-89AB9", "CARNET-CARD-1:" + "A" * 20_000, "CARNET-CARD-1:AAAA====", "\ud800", "{\ud800"],
    ids=ascii,
)  # fmt: skip
def test_anything_else_is_refused(text):
    """In one way, and nothing else."""
    with pytest.raises(CardInvalid):
        card_text.read(text)


def test_names_in_any_script_fit_one_square(notebook, card):
    """Names as long as a card may have them, three bytes a sign."""
    from reportlab.graphics.barcode.qr import QrCodeWidget

    long = msgspec.structs.replace(card, name="語" * 200, unit="語" * 200)
    signed = card_file.signed(long, secret=notebook.identity.sign_secret)
    text = card_text.write(signed)
    assert card_text.read(text) == signed
    code = QrCodeWidget(text, barLevel="M").qr
    code.make()
    assert 110 / code.getModuleCount() > 0.5  # millimetres a field
