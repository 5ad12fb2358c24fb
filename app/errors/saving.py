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


class StillHeldBack(CarnetError):
    """What was typed before the lock could not be written then, nor now."""

    sentence = N_("What you typed before the lock is still not saved: the disk does not take it.")
    next_step = N_(
        "Carnet holds it, encrypted, until you close the program. Free some space, then lock and open again."
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


class NoRoomToOpen(CarnetError):
    """A package has to wait beside the notebook while it is checked, and there is no room for it."""

    sentence = N_("There is no room to look into this file: the drive of the notebook is full.")
    next_step = N_("Nothing was taken. Empty the computer’s bin or delete large files, then open it again.")


class NoRoomForCopy(CarnetError):
    """The drive of the copies is too full for one more."""

    sentence = N_("There is no room for another copy.")
    next_step = N_("The notebook itself is saved. Free some space on that drive, or choose another one.")


class NotCopiedBefore(CarnetError):
    """An older notebook is brought up to date only once a copy of it lies beside."""

    sentence = N_("This notebook comes from an older version, and no copy of it could be made first.")
    next_step = N_("Nothing was changed. Check that its drive has room and is not write-protected.")


class CopyPutOff(CarnetError):
    """Somebody wrote all the while, and goes first."""

    sentence = N_("No copy was made: something was being written all the while.")
    next_step = N_("Make it again in a moment; the notebook itself is saved.")


class CopyDamaged(CarnetError):
    """What is to be put back is not whole."""

    sentence = N_("This copy is not whole, so it is not put back.")
    next_step = N_("Nothing was changed. Choose another copy.")


class CopyTooNew(CarnetError):
    """A later version of the program made the copy."""

    sentence = N_("This copy was made by a newer version of Carnet.")
    next_step = N_("Install the newer version, or choose an older copy; nothing was changed.")


class CopyOfAnother(CarnetError):
    """The copy belongs to a notebook that is not the one to be replaced."""

    sentence = N_("This is a copy of another notebook.")
    next_step = N_("Nothing was changed. Choose a copy of this one.")
