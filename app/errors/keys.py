"""The other ways of opening a notebook, and the change of its key."""

from collections.abc import Sequence

from app.errors.failure import CarnetError
from app.i18n import N_, Locale


class CodeMistyped(CarnetError):
    """Some groups are not what any sheet carries there. `groups` are their numbers, 1 to 8."""

    sentence = N_("Not as printed: group {groups}.")
    next_step = N_("Compare it sign by sign with the sheet. There is no I, L, O or U on it.")

    def __init__(self, *, groups: Sequence[int]) -> None:
        super().__init__(groups=", ".join(map(str, groups)))
        self.groups = tuple(groups)


class WrongCode(CarnetError):
    """The code is a code, but not the one that counts for this notebook."""

    sentence = N_("This code is without slips, but it does not open this notebook.")
    next_step = N_(
        "Look at the number and the date of the sheet: only the newest sheet of this notebook counts."
    )


class NoRecoverySheet(CarnetError):
    """Nobody proved a recovery sheet for this notebook."""

    sentence = N_("There is no recovery sheet for this notebook.")
    next_step = N_("Only the passphrase opens it.")


class KeyNotChanged(CarnetError):
    """The copy under a new key could not be made or does not read back; the former key stays."""

    sentence = N_("The key was not changed: the new files could not be written or do not read back whole.")
    next_step = N_(
        "The notebook opens as before. Check that the drive has room for it twice, then try again."
    )


class KeychainUnavailable(CarnetError):
    """The keychain of this computer does not help. `reason` says why."""

    sentence = N_("This computer cannot open the notebook by itself: {reason}")
    next_step = N_("The passphrase opens the notebook as always.")

    def __init__(self, *, reason: str) -> None:
        super().__init__(reason=reason)

    def said(self, locale: Locale) -> str:
        """The sentence with its reason in the same language."""
        sentence = locale.text(self.sentence, reason=locale.text(str(self.values["reason"])))
        return f"{sentence} {locale.text(self.next_step)}"
