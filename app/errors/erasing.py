"""Erasing for ever."""

from app.errors.failure import CarnetError
from app.i18n import N_


class StillNamed(CarnetError):
    """Others lean on it: without it they would say less than was written."""

    sentence = N_("It cannot be erased yet: it is named elsewhere ({n}).")
    next_step = N_("Erase what names it first, or leave it in the bin; nothing was changed.")


class TracesLeft(CarnetError):
    """What was erased is out of reach, but traces of it may still stand between the pages of the file."""

    sentence = N_("Erasing was not finished: the file could not be written anew.")
    next_step = N_("Free some space on the disk, then finish erasing.")
