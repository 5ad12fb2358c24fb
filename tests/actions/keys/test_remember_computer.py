"""This computer remembered, used and forgotten, with keychains of every character."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.actions.keys.change_vault_key import change_vault_key
from app.actions.keys.open_remembered import may_open_remembered, open_remembered
from app.actions.keys.remember_computer import forget_computer, remember_computer, remembered_until
from app.errors import KeychainUnavailable, NotebookMissing, WrongPassphrase
from app.i18n import Locale
from app.security.keychain import SERVICE, Keychain
from app.storage.notebook import Notebook, read_keys
from tests.builders import PHRASE
from tests.security import keychains as kinds
from tests.security.keychains import named

CHAIN = Keychain(backends=named(kinds.Faithful), limit=2)
FAILING = [
    kinds.Forgetful,
    kinds.Lying,
    kinds.Babbling,
    kinds.Refusing,
    kinds.Locked,
    kinds.Hanging,
    kinds.Unfit,
]


@pytest.fixture
def remembered(folder: Path) -> Path:
    """A closed notebook this computer opens by itself."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    remember_computer(notebook, passphrase=PHRASE, keychain=CHAIN)
    notebook.close()
    return folder


def test_the_notebook_opens_without_its_phrase(remembered: Path) -> None:
    """Whole, and with the phrase as before; the keychain holds neither phrase nor key."""
    notebook = open_remembered(folder=remembered, keychain=CHAIN)
    assert notebook.author.name == "Claire Aubrin"
    held = kinds.Faithful.held[SERVICE, read_keys(remembered).slots[-1].id]
    assert bytes.fromhex(held) != bytes(notebook._key.content)
    notebook.close()
    Notebook.open(remembered, passphrase=PHRASE).close()
    assert may_open_remembered(folder=remembered)


def test_forgotten_it_asks_again(remembered: Path) -> None:
    """Slot and secret are both gone."""
    entry = read_keys(remembered).slots[-1].id
    notebook = Notebook.open(remembered, passphrase=PHRASE)
    assert remembered_until(notebook)
    forget_computer(notebook, keychain=CHAIN)
    assert remembered_until(notebook) is None
    notebook.close()
    assert (SERVICE, entry) not in kinds.Faithful.held
    with pytest.raises(KeychainUnavailable):
        open_remembered(folder=remembered, keychain=CHAIN)
    assert may_open_remembered(folder=remembered) is None


def test_it_needs_the_phrase_to_begin(notebook: Notebook) -> None:
    """Nobody leaves themselves a way in by passing an open notebook; nothing is left in the keychain."""
    before = dict(kinds.Faithful.held)
    with pytest.raises(WrongPassphrase):
        remember_computer(notebook, passphrase="une autre phrase", keychain=CHAIN)
    assert kinds.Faithful.held == before
    assert remembered_until(notebook) is None


@pytest.mark.parametrize("kind", FAILING)
def test_a_keychain_that_fails_leaves_everything_as_it_was(
    notebook: Notebook, folder: Path, kind: type
) -> None:
    """Told with a reason; the key file has not a byte more."""
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(KeychainUnavailable):
        remember_computer(notebook, passphrase=PHRASE, keychain=Keychain(backends=named(kind), limit=0.3))
    assert (folder / "keys.json").read_bytes() == before


@pytest.mark.parametrize("kind", FAILING)
def test_a_keychain_that_fails_later_never_locks_anybody_out(
    remembered: Path, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    """Hung, locked, emptied or lying on another day: said why, and the phrase opens."""
    chain = Keychain(backends=named(kind), limit=0.3)
    if kind is not kinds.Unfit:  # the same keychain as yesterday, of another character today
        chain = Keychain(backends=named(kinds.Faithful), limit=0.3)
        monkeypatch.setattr(kinds.Faithful, "get_password", kind.get_password)
    with pytest.raises(KeychainUnavailable):
        open_remembered(folder=remembered, keychain=chain)
    Notebook.open(remembered, passphrase=PHRASE).close()


def test_after_thirty_days_or_with_a_clock_set_back_the_phrase_is_asked(remembered: Path) -> None:
    """Used on the twentieth day, it opens neither on the tenth nor on the thirty-first."""
    begun = datetime.now(UTC)
    open_remembered(folder=remembered, keychain=CHAIN, now=begun + timedelta(days=20)).close()
    for days, word in ((10, "clock"), (31, "thirty days")):
        with pytest.raises(KeychainUnavailable) as caught:
            open_remembered(folder=remembered, keychain=CHAIN, now=begun + timedelta(days=days))
        assert word in caught.value.said(Locale("en"))
        assert may_open_remembered(folder=remembered, now=begun + timedelta(days=days)) is None
    assert may_open_remembered(folder=remembered, now=begun + timedelta(days=25))


def test_a_change_of_key_keeps_this_computer_where_its_keychain_answers(remembered: Path) -> None:
    """With the keychain it follows; without, the phrase is asked again and nothing else is lost."""
    change_vault_key(folder=remembered, passphrase=PHRASE, keychain=CHAIN)
    notebook = open_remembered(folder=remembered, keychain=CHAIN)
    assert notebook._key.epoch == 2
    notebook.close()
    silent = Keychain(backends=named(kinds.Hanging), limit=0.2)
    change_vault_key(folder=remembered, passphrase=PHRASE, keychain=silent)
    assert may_open_remembered(folder=remembered) is None
    Notebook.open(remembered, passphrase=PHRASE).close()


def test_what_is_wrong_with_the_notebook_keeps_its_own_words(remembered: Path) -> None:
    """A missing database is not a matter of the keychain."""
    (remembered / "notebook.db").unlink()
    with pytest.raises(NotebookMissing):
        open_remembered(folder=remembered, keychain=CHAIN)
