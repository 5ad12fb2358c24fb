"""Papers that left."""

from app.errors.failure import CarnetError
from app.i18n import N_


class PaperLost(CarnetError):
    """It left before papers were kept, it was erased, or what is kept is not what left any more."""

    sentence = N_("This paper is not kept as it left.")
    next_step = N_(
        "Open the sheet it was made of. If the full check names it, a copy of the notebook has it."
    )


class FontMissing(CarnetError):
    """A typeface papers are written in is gone or cannot be read. `file` is its name."""

    sentence = N_("Carnet’s own typeface {file} is missing or damaged, so no paper can be made.")
    next_step = N_("Install Carnet again; what you wrote is kept.")


class PrinterStopped(CarnetError):
    """The printer took the first pages, perhaps, and then no more."""

    sentence = N_("The printer stopped before the end, so the ledger says nothing of this paper.")
    next_step = N_(
        "Look at the printer, tear up the pages that came out, and print again; or save the paper as a file."
    )


class SlipMistyped(CarnetError):
    """The signs do not fit together."""

    sentence = N_("This is not the code of a slip: one sign is not as it is printed.")
    next_step = N_("Look at the slip again, seven letters and digits. There is no letter O, it is a zero.")


class SlipUnknown(CarnetError):
    """The code is sound and belongs to no referral here. `code` is the code."""

    sentence = N_("No referral in this notebook has the code {code}.")
    next_step = N_("It was made in another notebook, or it lies in the bin.")
