"""Failures of a unit's own lists, forms and services."""

from app.errors.failure import CarnetError
from app.errors.forms import ResourceBroken
from app.i18n import N_


class UnitChangesUnreadable(CarnetError):
    """A newer program wrote the changes kept in this notebook."""

    sentence = N_("The unit’s changes to lists and forms were written by a newer Carnet.")
    next_step = N_("Update Carnet on this computer; until then what is delivered with it is used.")

    def as_file(self) -> ResourceBroken:
        """The same among the files that cannot be used."""
        reason = N_("it was written by a newer Carnet")
        return ResourceBroken(file="unit", place=N_("whole file"), reason=reason, own=True)


class ListUnknown(CarnetError):
    """No list has that key."""

    sentence = N_("There is no list “{name}”.")


class EntryUnknown(CarnetError):
    """No entry of the list has that code."""

    sentence = N_("The list has no entry “{name}”.")


class WordsMissing(CarnetError):
    """An entry without words."""

    sentence = N_("The entry has no words yet.")
    next_step = N_("Write them in one language at least.")


class WordsTooLong(CarnetError):
    """An entry that fits on no line. `n` is the limit."""

    sentence = N_("An entry may have {n} letters at most, so that it fits on paper.")
    next_step = N_("Shorten it.")


class ListFull(CarnetError):
    """More of one's own than `n`."""

    sentence = N_("There may be {n} of your own at most.")
    next_step = N_("Hide what is not used any more, or rename it.")


class NameOutOfPlace(CarnetError):
    """A file name that is none of a form, a list, a letter or a service."""

    sentence = N_("This is not the name of a form, a list, a letter or a service.")
    next_step = N_("Use small letters, digits and hyphens, for example forms/f4-referral.toml.")


class OnlyOfOneself(CarnetError):
    """A file no shipped one stands behind."""

    sentence = N_("Nothing of that name is delivered with Carnet, so there is nothing to go back to.")
    next_step = N_("What was written with it needs it; it stays.")


class UnitFileTooLarge(CarnetError):
    """A file no unit wrote."""

    sentence = N_("This file is too large to be a unit’s lists and forms.")
    next_step = N_("Ask the unit for the file again.")


class NotAUnitFile(CarnetError):
    """Not even the beginning of one."""

    sentence = N_("This is not a file of a unit’s lists and forms.")
    next_step = N_("Choose the file the unit gave you; its name usually ends in .carnet-unit.")


class ChangedFileTooLarge(CarnetError):
    """A file that is no form, list, letter or service. `file` is its name."""

    sentence = N_("The file {file} is too large to be a form, a list, a letter or a service.")
    next_step = N_("Choose the file that was saved from here and changed; nothing was taken in.")


class NotUtf8(CarnetError):
    """Text in another encoding. `line` is the first that cannot be read."""

    sentence = N_("The file {file} is not written in UTF-8 (line {line}).")
    next_step = N_("Save it again in the editor with the encoding UTF-8; nothing was taken in.")


class FileNameTaken(CarnetError):
    """A new file under the name of one that is there. `name` is the name."""

    sentence = N_("There is already a file “{name}” here.")
    next_step = N_(
        "Open that one to take in a changed copy, or give the new file another name; nothing was taken in."
    )
