"""The referral whose slip came back, by the code printed on it."""

from app.errors import SlipUnknown
from app.models.referral import Referral
from app.security.slip_code import beginning_of, read_slip_code, slip_code
from app.storage.notebook import Notebook


def find_slip(notebook: Notebook, *, typed: str) -> list[Referral]:
    """The referral of that code; more than one in a notebook of a hundred thousand, perhaps.

    SlipMistyped where a sign is not as printed, SlipUnknown where no referral here has that code.
    """
    code = read_slip_code(typed)
    found = [
        one
        for one in notebook.referrals.beginning_with(beginning_of(code))
        if one.removed_at is None and slip_code(one.id) == code
    ]
    if not found:
        raise SlipUnknown(code=code)
    return found
