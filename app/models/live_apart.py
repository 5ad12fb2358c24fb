"""Whether a student's parents decide together from two homes."""

from collections.abc import Sequence

from app.models.folding import fold
from app.models.guardian import Guardian

_JOINT = {"joint", "10", "20"}  # codes of list `parental-authority` under which both parents decide


def live_apart(guardians: Sequence[Guardian]) -> list[Guardian]:
    """One guardian of each home, where those who decide together and may be written to have several."""
    homes: dict[str, Guardian] = {}
    for guardian in guardians:
        home = fold(f"{guardian.street} {guardian.postcode} {guardian.city}")
        if home and guardian.authority in _JOINT and not guardian.do_not_contact:
            homes.setdefault(home, guardian)
    return list(homes.values()) if len(homes) > 1 else []
