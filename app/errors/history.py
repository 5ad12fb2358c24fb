"""What was written before."""

from app.errors.failure import CarnetError
from app.i18n import N_


class RevisionErased(CarnetError):
    """That it was written is kept, what it said is not."""

    sentence = N_("What this revision said was erased.")


class DraftWaits(CarnetError):
    """Something typed on the sheet is not finished; it would hide what comes back."""

    sentence = N_("Something typed on this sheet is not finished yet.")
    next_step = N_("Open the sheet and finish it, then bring the revision back.")


class AnotherCaseOpen(CarnetError):
    """One case is open at a time."""

    sentence = N_("This student has another open case.")
    next_step = N_("Close that one first; nothing was changed.")
