"""Erasing for ever."""

from app.errors.failure import CarnetError
from app.i18n import N_


class StillNamed(CarnetError):
    """Others lean on it: without it they would say less than was written."""

    sentence = N_("It cannot be erased yet: {n} other sheets name it.")
    next_step = N_("Erase those first, or leave it in the bin; nothing was changed.")


class TracesLeft(CarnetError):
    """What was erased could still be read somewhere in the file; nothing was counted as done."""

    sentence = N_("Erasing was not finished: the file could not be written anew.")
    next_step = N_("Free some space on the disk, then erase again.")
