"""The keychain: trusted by name, asked with patience that ends, believed only when it gives back."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.errors import KeychainUnavailable
from app.i18n import Locale
from app.security.keychain import ALLOWED, SERVICE, Keychain
from tests.security import keychains as kinds
from tests.security.keychains import named

SECRET = bytes(range(32))
LIMIT = 0.4


def keychain(*chosen: type, limit: float = LIMIT) -> Keychain:
    """One that may take these back ends."""
    return Keychain(backends=named(*chosen), limit=limit)


def test_what_is_kept_is_found_until_it_is_forgotten():
    """The name of the keychain goes with the slot, and finds the secret again."""
    chain = keychain(kinds.Faithful)
    name = chain.keep("entry", SECRET)
    assert name == "tests.security.keychains:Faithful"
    assert chain.find("entry", keychain=name) == SECRET
    chain.forget("entry", keychain=name)
    with pytest.raises(KeychainUnavailable) as caught:
        chain.find("entry", keychain=name)
    assert "holds nothing" in caught.value.said(Locale("en"))
    chain.forget("entry", keychain=name)  # twice is harmless


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (kinds.Forgetful, "does not give back"),
        (kinds.Lying, "does not give back"),
        (kinds.Babbling, "does not give back"),
        (kinds.Refusing, "refuses"),
        (kinds.Locked, "locked"),
        (kinds.Hanging, "did not answer"),
        (kinds.HangingBefore, "did not answer"),
        (kinds.Unfit, "no keychain"),
    ],
)
def test_one_that_fails_is_told_with_its_reason(kind, reason):
    """Nothing is believed to be kept, within the limit, and no word of the keychain's own is repeated."""
    chain = keychain(kind)
    started = time.perf_counter()
    with pytest.raises(KeychainUnavailable) as caught:
        chain.keep("entry", SECRET)
    assert time.perf_counter() - started < LIMIT + 0.5
    said = caught.value.said(Locale("en"))
    assert reason in said
    assert SECRET.hex() not in said + repr(caught.value) + str(caught.value.__cause__)


@pytest.mark.parametrize(
    "kind", [kinds.Babbling, kinds.Refusing, kinds.Locked, kinds.Hanging, kinds.Forgetful]
)
def test_one_that_fails_when_asked_is_told_too(kind):
    """Also at the cover, where the secret is looked for."""
    with pytest.raises(KeychainUnavailable):
        keychain(kind).find("entry", keychain=named(kind)[0])


def test_one_that_hangs_does_not_hold_the_program():
    """A hung call dies with the program instead of keeping it alive."""
    with pytest.raises(KeychainUnavailable):
        keychain(kinds.Hanging).keep("entry", SECRET)
    hung = [thread for thread in threading.enumerate() if thread.name == "carnet-keychain"]
    assert hung
    assert all(thread.daemon for thread in hung)


def test_the_first_that_works_is_taken():
    """One that is missing or unfit is passed over."""
    names = ("no.such.module:Keyring", "keyring.backends.fail:NoSuch", *named(kinds.Unfit, kinds.Faithful))
    assert Keychain(backends=names, limit=LIMIT).keep("entry", SECRET) == named(kinds.Faithful)[0]


def test_a_slot_cannot_name_its_own_keychain():
    """A key file changed by somebody cannot make the program load a module of theirs."""
    with pytest.raises(KeychainUnavailable):
        keychain(kinds.Faithful).find("entry", keychain="antigravity:Keyring")
    assert "antigravity" not in sys.modules


def test_only_the_systems_own_keychains_are_trusted():
    """Windows, macOS, Secret Service, KWallet: none that writes a file, keeps nothing or asks elsewhere."""
    assert {name.split(":")[0] for name in ALLOWED} == {
        "keyring.backends.Windows", "keyring.backends.macOS",
        "keyring.backends.SecretService", "keyring.backends.kwallet",
    }  # fmt: skip


def test_no_configuration_puts_another_in_their_place(tmp_path: Path):
    """Neither keyring's file nor its variable redirects a secret: without a bus there is no keychain."""
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=tests.security.keychains.Faithful\n")
    program = (
        "from app.security.keychain import Keychain\n"
        "from app.errors import KeychainUnavailable\n"
        "import keyring\n"
        "print(type(keyring.get_keyring()).__name__)\n"
        "try: print(Keychain().keep('entry', bytes(32)))\n"
        "except KeychainUnavailable as failure: print(failure.values['reason'])\n"
    )
    environment = {
        **os.environ, "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path),
        "PYTHON_KEYRING_BACKEND": "tests.security.keychains.Faithful",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/nobody",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    redirected, answer = done.stdout.splitlines()
    assert redirected == "Faithful"  # the file and the variable are in force
    assert "no keychain" in answer


def test_an_entry_says_nothing_about_anybody():
    """In the keychain's own window stand the program's name and a random number."""
    keychain(kinds.Faithful).keep("3f2a", SECRET)
    assert (SERVICE, "3f2a") in kinds.Faithful.held
    assert SERVICE == "Carnet"
