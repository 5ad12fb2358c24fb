"""Writing to the disk."""

from app.errors.failure import CarnetError
from app.i18n import N_


class DiskFull(CarnetError):
    """No room left."""

    sentence = N_("Not saved yet: the disk is full.")
    next_step = N_("Your text stays here. Free some space; Carnet tries again by itself.")


class FolderReadOnly(CarnetError):
    """Writing is refused."""

    sentence = N_("Not saved yet: the folder cannot be written to.")
    next_step = N_("Your text stays here. Check that the drive is connected and not write-protected.")


class SavingFailed(CarnetError):
    """The disk answered with an error of another kind."""

    sentence = N_("Not saved yet: the disk answers with an error.")
    next_step = N_("Your text stays here. Make a copy of the notebook on another drive.")
