"""Agreements that hold no longer."""

from app.errors.failure import CarnetError
from app.i18n import N_


class AgreementOver(CarnetError):
    """What would leave rests on an agreement that was taken back, ran out or is no longer the parents'."""

    sentence = N_("The agreement this would rest on holds no longer: nothing left.")
    next_step = N_("Choose another ground if there is one, or ask again and note the new agreement.")
