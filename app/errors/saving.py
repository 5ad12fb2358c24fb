"""Writing to the disk."""

from app.errors.failure import CarnetError
from app.i18n import N_


class DiskFull(CarnetError):
    """No room left."""

    sentence = N_("Not saved yet: the disk is full.")
    next_step = N_(
        "Your text stays here. Empty the computer’s bin or delete large files; Carnet tries again by itself."
    )


class NotebookGone(CarnetError):
    """The folder is not where it was: drive out, connection lost, folder moved. `folder` is its path."""

    sentence = N_("Not saved yet: the folder {folder} is not there any more.")
    next_step = N_(
        "Your text stays here. Connect the drive or put the folder back; Carnet tries again by itself."
    )


class FolderReadOnly(CarnetError):
    """Writing is refused."""

    sentence = N_("Not saved yet: the folder cannot be written to.")
    next_step = N_(
        "Your text stays here. Check that the drive is not write-protected and that the folder is yours;"
        " Carnet tries again by itself."
    )


class SavingFailed(CarnetError):
    """The disk answered with an error of another kind."""

    sentence = N_("Not saved yet: the disk answers with an error.")
    next_step = N_(
        "Your text stays here and Carnet tries again by itself. If it goes on, make a copy of the notebook on"
        " another drive."
    )
