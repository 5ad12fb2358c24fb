"""Cards: written, opened, compared, changed, retired."""

from datetime import date

import msgspec
import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.open_card import open_card
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.cards.write_card import write_card
from app.errors import CardInvalid, CardIsOwn, FileNotWritten, FileUnreadable
from app.exchange import card_file
from app.models.card import Card
from app.models.record import new_id
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key, public_signing_key

DAY = date(2026, 10, 12)


@pytest.fixture
def secret():
    """The unit's signing key."""
    return new_signing_key()


@pytest.fixture
def card(secret):
    """The card of an invented unit."""
    return card_file.signed(
        Card(
            id=new_id(), name="Marc Feller", unit="Unité SePAS", role="unit",
            sign_key=public_signing_key(secret).hex(), seal_key=public_sealing_key(new_sealing_key()),
            created_at="2026-10-01T08:00:00Z",
        ),
        secret=secret,
    )  # fmt: skip


@pytest.fixture
def path(tmp_path, card):
    """The unit's card as a file."""
    return put(tmp_path, card)


def put(folder, card):
    """The card as a file."""
    path = folder / f"unit{card_file.SUFFIX}"
    path.write_bytes(card_file.write(card))
    return path


def known(notebook):
    """The one correspondent there is."""
    (one,) = notebook.correspondents.list()
    return one


def test_ones_own_card_is_written_and_is_no_correspondents(notebook, tmp_path):
    """The file says who writes here; opening it in the same notebook is refused."""
    path = tmp_path / "mine.carnet-card"
    assert write_card(notebook, path=path) == own_card(notebook) == card_file.read(path.read_bytes())
    assert (own_card(notebook).name, own_card(notebook).role) == ("Claire Aubrin", "practitioner")
    with pytest.raises(CardIsOwn):
        open_card(notebook, path=path)
    with pytest.raises(FileNotWritten):
        write_card(notebook, path=tmp_path / "nowhere" / "mine.carnet-card")


def test_a_compared_card_is_kept_with_how_and_when(notebook, path, card):
    """Who compared, how and when stands beside the keys; opening it again changes nothing."""
    opened = open_card(notebook, path=path)
    assert (opened.verdict, opened.known, opened.card) == ("new", None, card)
    assert len(opened.fingerprint) == 32
    accept_card(notebook, card=opened.card, compared_how="face", compared_at=DAY)
    one = known(notebook)
    assert (one.state, one.compared_how, one.compared_at) == ("compared", "face", DAY)
    assert one.compared_by == notebook.author_id
    assert (one.name, one.unit, one.role, one.sign_key) == (card.name, card.unit, card.role, card.sign_key)
    again = open_card(notebook, path=path)
    assert (again.verdict, again.known) == ("same", one)
    assert not accept_card(notebook, card=card).items
    assert known(notebook) == one


def test_an_uncompared_card_is_kept_as_unknown(notebook, path, card):
    """It can be compared later."""
    accept_card(notebook, card=card)
    assert (known(notebook).state, known(notebook).compared_at) == ("unknown", None)
    accept_card(notebook, card=card, compared_how="phone", compared_at=DAY)
    assert known(notebook).state == "compared"


@pytest.mark.parametrize("what", ["seal_key", "name", "both keys"])
def test_another_card_blocks_until_it_is_compared(notebook, tmp_path, card, secret, what):
    """The compared keys stay, and nothing is exchanged until somebody compares the new ones."""
    accept_card(notebook, card=card, compared_how="face", compared_at=DAY)
    former = known(notebook)
    other_secret = new_signing_key() if what == "both keys" else secret
    changes = {
        "seal_key": {"seal_key": public_sealing_key(new_sealing_key())},
        "name": {"name": "Marco Feller"},
        "both keys": {
            "sign_key": public_signing_key(other_secret).hex(),
            "seal_key": public_sealing_key(new_sealing_key()),
        },
    }[what]
    other = card_file.signed(msgspec.structs.replace(card, **changes), secret=other_secret)
    assert open_card(notebook, path=put(tmp_path, other)).verdict == "changed"
    accept_card(notebook, card=other)
    blocked = known(notebook)
    assert blocked == msgspec.structs.replace(former, state="changed", revision=blocked.revision)
    accept_card(notebook, card=card)
    assert known(notebook).state == "changed"
    accept_card(notebook, card=other, compared_how="phone", compared_at=DAY)
    assert known(notebook).state == "compared"
    assert {name: getattr(known(notebook), name) for name in changes} == changes


def test_a_retired_correspondent_comes_back_by_their_card(notebook, card):
    """Retired keeps everything; the card opened again makes them known again, not compared."""
    accept_card(notebook, card=card, compared_how="face", compared_at=DAY)
    retire_correspondent(notebook, correspondent_id=known(notebook).id)
    assert known(notebook).state == "retired"
    accept_card(notebook, card=card)
    assert known(notebook).state == "unknown"


def test_files_that_are_no_card(notebook, tmp_path):
    """Missing and foreign files are told apart."""
    with pytest.raises(FileUnreadable):
        open_card(notebook, path=tmp_path / "missing.carnet-card")
    (tmp_path / "list.csv").write_text("Nom;Prénom")
    with pytest.raises(CardInvalid):
        open_card(notebook, path=tmp_path / "list.csv")
