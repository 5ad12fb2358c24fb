"""Keychains of every character, as keyring back ends: what real ones were seen to do."""

import time
from typing import Any

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked

HERE = "tests.security.keychains"
HANGING = 60.0


class Faithful(KeyringBackend):
    """Keeps what it is given, for as long as the tests run."""

    held: dict[tuple[str, str], str] = {}

    @properties.classproperty
    def priority(self) -> float:
        """It works."""
        return 9

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.held[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        """Give it back."""
        return self.held.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        del self.held[service, username]


class Forgetful(Faithful):
    """Says yes and keeps nothing, as keyring's own null back end does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Yes."""

    def get_password(self, service: str, username: str) -> str | None:
        """What was that?"""
        return None


class Lying(Faithful):
    """Gives back something else."""

    def get_password(self, service: str, username: str) -> str | None:
        """Of the right form, and wrong."""
        return "ab" * 32


class Babbling(Faithful):
    """Gives back what is no secret at all."""

    def get_password(self, service: str, username: str) -> Any:
        """Not a string of hexadecimal digits, perhaps not even a string."""
        return b"\xff\xfe" if username.startswith("0") else "pas un secret"


class Refusing(Faithful):
    """Raises an error with somebody's words in it."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """No."""
        raise RuntimeError(f"cannot keep {password}")

    get_password = delete_password = set_password  # type: ignore[assignment]


class Locked(Faithful):
    """Wants to be unlocked first, and there is nobody to ask."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Locked."""
        raise KeyringLocked("prompt dismissed")

    def get_password(self, service: str, username: str) -> str | None:
        """Locked."""
        raise KeyringLocked("prompt dismissed")


class Hanging(Faithful):
    """Waits a minute for a question nobody sees."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """A minute."""
        time.sleep(HANGING)

    def get_password(self, service: str, username: str) -> str | None:
        """A minute."""
        time.sleep(HANGING)
        return None


class HangingBefore(Faithful):
    """Hangs already when it is asked whether it works, as without an answering bus."""

    @properties.classproperty
    def priority(self) -> float:
        """A minute."""
        time.sleep(HANGING)
        return 9


class Unfit(Faithful):
    """Says of itself that it does not work here."""

    @properties.classproperty
    def priority(self) -> float:
        """No bus, no daemon."""
        raise RuntimeError("no session bus")


def named(*kinds: type[KeyringBackend]) -> tuple[str, ...]:
    """Their names as a keychain takes them."""
    return tuple(f"{HERE}:{kind.__name__}" for kind in kinds)
