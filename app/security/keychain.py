"""The keychain of this computer: the only place that knows keyring.

The system's own keychains are taken by their names, so that neither a configuration file nor a plug-in
can put another in their place. A keychain may hang, refuse, forget or answer something else: every
call has a thread of its own and five seconds, and what was written is read back.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from app.errors import KeychainUnavailable
from app.i18n import N_

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "Carnet"
ALLOWED = (
    "keyring.backends.Windows:WinVaultKeyring",
    "keyring.backends.macOS:Keyring",
    "keyring.backends.SecretService:Keyring",
    "keyring.backends.kwallet:DBusKeyring",
)
LIMIT = 5.0  # seconds

_NONE = N_("there is no keychain on it that Carnet trusts.")
_SILENT = N_("its keychain did not answer within five seconds.")
_LOCKED = N_("its keychain is locked.")
_REFUSING = N_("its keychain refuses.")
_EMPTY = N_("its keychain holds nothing for this notebook any more.")
_FORGETFUL = N_("its keychain does not give back what it was given.")


class Keychain:
    """Keeps one short secret an entry. `backends` are "module:Class", the first that works is taken."""

    def __init__(self, *, backends: tuple[str, ...] = ALLOWED, limit: float = LIMIT) -> None:
        self._backends, self._limit = backends, limit

    def check(self) -> None:
        """KeychainUnavailable with its reason when there is no keychain to rely on."""
        self._within_limit(self._working)

    def keep(self, entry: str, secret: bytes) -> str:
        """Keep a secret and read it back; the name of the keychain that holds it."""
        return self._within_limit(lambda: self._keep(entry, secret.hex()))

    def find(self, entry: str, *, keychain: str) -> bytes:
        """The secret from the keychain of that name; KeychainUnavailable when it is not there."""
        if keychain not in self._backends:
            raise KeychainUnavailable(reason=_NONE)
        found = self._within_limit(lambda: _loaded(keychain)().get_password(SERVICE, entry))
        if found is None:
            raise KeychainUnavailable(reason=_EMPTY)
        try:
            return bytes.fromhex(found)
        except (TypeError, ValueError):
            raise KeychainUnavailable(reason=_FORGETFUL) from None

    def forget(self, entry: str, *, keychain: str) -> None:
        """Remove a secret; what cannot be removed opens nothing without its slot anyway."""
        if keychain in self._backends:
            with suppress(KeychainUnavailable):
                self._within_limit(lambda: _loaded(keychain)().delete_password(SERVICE, entry))

    def _keep(self, entry: str, secret: str) -> str:
        name, backend = self._working()
        backend.set_password(SERVICE, entry, secret)
        if backend.get_password(SERVICE, entry) != secret:
            raise KeychainUnavailable(reason=_FORGETFUL)
        return name

    def _working(self) -> "tuple[str, KeyringBackend]":
        for name in self._backends:
            with suppress(ImportError, AttributeError):
                kind = _loaded(name)
                if kind.viable:
                    return name, kind()
        raise KeychainUnavailable(reason=_NONE)

    def _within_limit(self, call: Callable[[], T]) -> T:
        """The answer of a call in a thread that dies with the program, however long it hangs."""
        answers: list[T] = []
        failures: list[KeychainUnavailable] = []

        def ask() -> None:
            try:
                answers.append(call())
            except KeychainUnavailable as failure:
                failures.append(failure)
            except Exception as error:  # a keychain may raise anything at all, and with any words
                locked = type(error).__name__ == "KeyringLocked"
                failures.append(KeychainUnavailable(reason=_LOCKED if locked else _REFUSING))

        thread = threading.Thread(target=ask, name="carnet-keychain", daemon=True)
        thread.start()
        thread.join(self._limit)
        if answers:
            return answers[0]
        raise failures[0] if failures else KeychainUnavailable(reason=_SILENT)


def _loaded(name: str) -> "type[KeyringBackend]":
    module, kind = name.split(":")
    found: type[KeyringBackend] = getattr(import_module(module), kind)
    return found
