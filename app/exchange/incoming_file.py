"""Why an attachment from outside is not taken: the same looks as at one that is added by hand."""

from collections.abc import Callable

from app.errors import (
    AttachmentBroken,
    AttachmentCutOff,
    AttachmentEmpty,
    AttachmentLocked,
    AttachmentTooHeavy,
    AttachmentUnknownType,
    CarnetError,
)
from app.exchange.attachments.type_of import type_of
from app.exchange.attachments.viewer import AttachmentViewer
from app.i18n import N_
from app.models.attachment import Attachment

NO_FILE = N_("Its file did not come with the package.")
_BROKEN = N_("The file is damaged and cannot be shown.")
_CUT_OFF = N_("The file is cut off: its end is missing.")
_LOCKED = N_("The file is protected by a password.")
_HEAVY = N_("The file takes more time or memory to show than Carnet gives a file.")
_OTHER_TYPE = N_("The file is not the PNG, JPEG, WebP or PDF it says it is.")
_REASONS: dict[type[CarnetError], str] = {
    AttachmentBroken: _BROKEN,
    AttachmentCutOff: _CUT_OFF,
    AttachmentEmpty: _BROKEN,
    AttachmentLocked: _LOCKED,
    AttachmentTooHeavy: _HEAVY,
    AttachmentUnknownType: _OTHER_TYPE,
}

FILE_CODES = {
    NO_FILE: "no_file",
    _BROKEN: "broken",
    _CUT_OFF: "cut_off",
    _LOCKED: "locked",
    _HEAVY: "heavy",
    _OTHER_TYPE: "type",
}
"""How a receipt says it."""

FILES_THERE = {
    "no_file": N_("Its file had not come there with the package."),
    "broken": N_("The file was damaged there and could not be shown."),
    "cut_off": N_("The file was cut off there: its end was missing."),
    "locked": N_("The file is protected by a password, so it was not taken there."),
    "heavy": N_("The file took more time or memory to show there than Carnet gives a file."),
    "type": N_("The file was not the PNG, JPEG, WebP or PDF it says it is."),
}
"""What the sender reads."""


def fault_of_file(
    *, untrusted: bytes, attachment: Attachment, stopped: Callable[[], bool] = lambda: False
) -> str:
    """Decode all of it in a process of its own; an English sentence, "" for nothing. Slow; Stopped."""
    file = attachment.name
    try:
        if type_of(untrusted, file=file) != attachment.type:
            return _OTHER_TYPE
        AttachmentViewer(
            untrusted=untrusted, kind=attachment.type, file=file, check=True, stopped=stopped
        ).close()
    except CarnetError as failure:
        if type(failure) not in _REASONS:
            raise
        return _REASONS[type(failure)]
    return ""
