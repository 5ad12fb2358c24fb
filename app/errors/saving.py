"""Writing to the disk."""

from app.errors.failure import CarnetError
from app.i18n import N_


class DiskFull(CarnetError):
    """No room left."""

    sentence = N_("Not saved yet: the disk is full.")
    next_step = N_("Your text stays here. Free some space; Carnet tries again by itself.")


class StillHeldBack(CarnetError):
    """What was typed before the lock could not be written then, nor now."""

    sentence = N_("What you typed before the lock is still not saved: the disk does not take it.")
    next_step = N_(
        "Carnet holds it, encrypted, until you close the program. Free some space, then lock and open again."
    )


class FolderReadOnly(CarnetError):
    """Writing is refused."""

    sentence = N_("Not saved yet: the folder cannot be written to.")
    next_step = N_("Your text stays here. Check that the drive is connected and not write-protected.")


class SavingFailed(CarnetError):
    """The disk answered with an error of another kind."""

    sentence = N_("Not saved yet: the disk answers with an error.")
    next_step = N_("Your text stays here. Make a copy of the notebook on another drive.")
