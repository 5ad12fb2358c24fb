"""Which of the correspondents is the unit of this notebook: the only one that may propose."""

from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.models.folding import fold
from app.storage.notebook import Notebook

_KEY = "own_unit"  # a preference


def is_own_unit(notebook: Notebook, correspondent: Correspondent) -> bool:
    """Compared, a unit by its card, and chosen; where none was chosen, of the name on one's own papers."""
    if correspondent.state != "compared" or correspondent.role != "unit":
        return False
    chosen = notebook.preferences.get(_KEY, "")
    if chosen:
        return bool(chosen == correspondent.id)
    return fold(correspondent.unit) == fold(notebook.units.own().name)


def choose_unit(notebook: Notebook, *, correspondent_id: str) -> Changes:
    """From now on this one and no other; "" for whichever has the name."""
    notebook.preferences.set(_KEY, correspondent_id)
    return Changes(frozenset({("correspondent", correspondent_id)}))
