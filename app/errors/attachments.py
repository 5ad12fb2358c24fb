"""Pictures and PDFs kept with a record. `file` is the harmless name of the file."""

from app.errors.failure import CarnetError
from app.i18n import N_


class AttachmentEmpty(CarnetError):
    """Not one byte."""

    sentence = N_("The file {file} is empty, so it was not added.")
    next_step = N_("Check where it comes from; it may not have finished copying.")


class AttachmentTooLarge(CarnetError):
    """More bytes than an attachment may have. `n` is how many megabytes it may have."""

    sentence = N_("The file {file} is larger than {n} MB, so it was not added.")
    next_step = N_("Save it smaller, or in parts, then add it again.")


class AttachmentUnknownType(CarnetError):
    """None of the four, whatever the name says."""

    sentence = N_("The file {file} is neither PNG, JPEG, WebP nor PDF, so it was not added.")
    next_step = N_("Its name does not count, only what is in it. Save it as PDF or JPEG, then add it again.")


class AttachmentCutOff(CarnetError):
    """The right kind, but its end is missing."""

    sentence = N_("The file {file} is cut off: its end is missing, so it was not added.")
    next_step = N_("Copy or download it again, then add it.")


class AttachmentBroken(CarnetError):
    """The right kind, but it does not hold together."""

    sentence = N_("The file {file} is damaged and cannot be shown, so it was not added.")
    next_step = N_("Ask for it again, or print it and scan it.")


class AttachmentLocked(CarnetError):
    """A PDF that asks for a password."""

    sentence = N_("The file {file} is protected by a password, so it was not added.")
    next_step = N_("Ask for it without one: the notebook encrypts it anyway.")


class AttachmentTooHeavy(CarnetError):
    """Decoding it takes more pixels, time or memory than the checking process is given."""

    sentence = N_("The file {file} takes more time or memory to show than Carnet gives a file.")
    next_step = N_("Save it smaller, then add it again.")


class AttachmentUnshown(CarnetError):
    """A page of something kept here does not decode."""

    sentence = N_("This page of {file} cannot be shown.")
    next_step = N_("What was added is kept as it was: saved outside, another program may open it.")


class AttachmentNoRoom(CarnetError):
    """The disk is full while the bytes are written."""

    sentence = N_("The disk is full, so the file {file} was not added.")
    next_step = N_("Nothing of it is left in the notebook. Free some space, then add it again.")


class AttachmentLost(CarnetError):
    """The bytes in the notebook are not those that were added."""

    sentence = N_("This attachment is damaged in the notebook and cannot be read.")
    next_step = N_("Nothing was changed. It may be whole in an earlier copy.")


class AttachmentNotSent(CarnetError):
    """One that should go with a package is not what was added any more."""

    sentence = N_("The attachment {file} is damaged in the notebook, so no package was written.")
    next_step = N_("Put it into the bin, or bring it back from an earlier copy; then try again.")


class SourceNotDeleted(CarnetError):
    """The file an attachment was made of is still there."""

    sentence = N_("The file {file} could not be deleted.")
    next_step = N_("It is in the notebook; delete the file yourself where it lies.")


class NameTaken(CarnetError):
    """Something lies where an attachment should be saved, and nobody agreed to replace it."""

    sentence = N_("A file of that name is there already, so nothing was written.")
    next_step = N_("Choose another name.")


class LogoUnsuited(CarnetError):
    """A file that is no picture a logo can be made of."""

    sentence = N_("The file {file} cannot be a logo: only PNG and JPEG can.")
    next_step = N_("Save the logo as PNG or JPEG, then choose it again.")
