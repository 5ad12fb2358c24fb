"""Opening a notebook and its keys."""

from app.errors.failure import CarnetError
from app.i18n import N_, Locale


class NotANotebook(CarnetError):
    """The folder holds neither keys nor notebook."""

    sentence = N_("This folder is not a notebook.")
    next_step = N_("Choose the folder that holds keys.json and notebook.db.")


class FolderNotEmpty(CarnetError):
    """A new notebook never mixes with other files and never overwrites."""

    sentence = N_("This folder already holds something.")
    next_step = N_("Choose an empty folder for the new notebook.")


class WrongPassphrase(CarnetError):
    """The key slot did not open; nothing else was touched."""

    sentence = N_("This is not the right phrase.")
    next_step = N_("Check capital letters and the keyboard language.")


class KeysDamaged(CarnetError):
    """keys.json cannot be read or asks for impossible things."""

    sentence = N_("The key file of this notebook is damaged.")
    next_step = N_("Put back keys.json from a copy of this notebook; your writings are not lost.")


class KeysMissing(CarnetError):
    """The database is there without its keys."""

    sentence = N_("The key file of this notebook is missing.")
    next_step = N_("Put back keys.json from a copy of this notebook; your writings are not lost.")


class KeysNotWritten(CarnetError):
    """keys.json could not be replaced; the former one stays."""

    sentence = N_("The key file of this notebook could not be written.")
    next_step = N_("Check that the drive has room and is not write-protected. The phrase stays what it was.")


class MemoryShort(CarnetError):
    """Checking a phrase takes memory on purpose, and there is not enough."""

    sentence = N_("This computer has too little free memory to check the phrase.")
    next_step = N_("Close other programs, then try again.")


class NotebookMissing(CarnetError):
    """The keys are there without the database."""

    sentence = N_("The key file is here, but the notebook itself is missing.")
    next_step = N_("Put back notebook.db from a copy; nothing new was created.")


class NotebookDamaged(CarnetError):
    """The phrase was right; the file is not whole."""

    sentence = N_("This notebook is damaged; the phrase is right.")
    next_step = N_("Nothing was changed. Open your most recent copy.")


class PersonalMissing(NotebookMissing):
    """The record is there, the author's own notes are not."""

    sentence = N_("The notebook is here, but the file of your personal notes is missing.")
    next_step = N_(
        "Put back personal.db from a copy of this notebook. Opened without it, an empty one takes its place;"
        " the record is whole."
    )


class PersonalDamaged(NotebookDamaged):
    """The author's own notes are not whole."""

    sentence = N_("The file of your personal notes is damaged; the phrase is right.")
    next_step = N_("Put back personal.db from a copy of this notebook; the record was not touched.")


class NotebookTooNew(CarnetError):
    """A later version of the program wrote this notebook."""

    sentence = N_("This notebook was written by a newer version of Carnet.")
    next_step = N_("Install the newer version; nothing was changed.")


class NotebookInUse(CarnetError):
    """Another window holds the notebook.

    If that one left a note: `since` is a moment in UTC, `computer` a name, empty for this computer.
    """

    sentence = N_("This notebook is already open in another window.")
    next_step = N_("Close it there, then try again.")
    _here = N_("This notebook is already open in another window, since {moment}.")
    _there = N_("This notebook is already open on the computer {computer}, since {moment}.")

    def __init__(self, *, computer: str = "", since: str = "") -> None:
        super().__init__(computer=computer, since=since)
        self._computer, self._since = computer, since

    def said(self, locale: Locale) -> str:
        """Where and since when, as far as it is known, and the next step."""
        if not self._since:
            return super().said(locale)
        sentence = self._there if self._computer else self._here
        moment = locale.moment(self._since)
        held = locale.text(sentence, computer=self._computer, moment=moment)
        return f"{held} {locale.text(self.next_step)}"


class NotebookLeftOpen(CarnetError):
    """Nobody holds the lock, but another computer's note lies there. `since` is a moment in UTC."""

    sentence = N_("This notebook was opened on the computer {computer}, {moment}, and not closed there.")
    next_step = N_("Close it there first. If it is open there no longer, open it here anyway, in the window.")

    def __init__(self, *, computer: str, since: str) -> None:
        super().__init__(computer=computer, since=since)
        self._computer, self._since = computer, since

    def said(self, locale: Locale) -> str:
        """Where and when, and the next step."""
        moment = locale.moment(self._since)
        left = locale.text(self.sentence, computer=self._computer, moment=moment)
        return f"{left} {locale.text(self.next_step)}"


class NotebookUnreadable(CarnetError):
    """The operating system refuses the files."""

    sentence = N_("This computer does not let Carnet read this notebook.")
    next_step = N_("Check that the folder belongs to you and that the drive is connected.")
