"""Why a record was refused, as a receipt says it: a code on the way, a sentence where it is read."""

from app.actions.packages.shared_state import MOVED
from app.exchange import incoming
from app.exchange.incoming_file import FILE_CODES, FILES_THERE
from app.i18n import N_

_CODES = {
    incoming.NOT_OURS: "kind",
    incoming.ODD_FIELDS: "fields",
    incoming.ODD_VALUES: "values",
    incoming.ALONE: "alone",
    incoming.NO_FORM: "form",
    incoming.ERASED: "erased",
    incoming.TAKEN: "taken",
    MOVED: "moved",
    **FILE_CODES,
}
_THERE = {
    "kind": N_("Records of this kind are not known there."),
    "fields": N_("It holds fields that are not known there."),
    "values": N_("A value in it was not possible there."),
    "alone": N_("Its student or case had not come there."),
    "form": N_("Its form is not known there; a newer version of Carnet may know it."),
    "erased": N_("It was erased there for ever."),
    "taken": N_("Its identifier belongs to another record there."),
    "moved": N_("It would have moved a record of theirs to another student or case."),
    **FILES_THERE,
}
_OTHERWISE = N_("The receipt does not say why in words that are known here.")


def refusal_code(reason: str) -> str:
    """The code of a sentence of `open_package`."""
    return _CODES.get(reason, "other")


def told_there(code: str) -> str:
    """What the sender reads: an English sentence."""
    return _THERE.get(code, _OTHERWISE)
