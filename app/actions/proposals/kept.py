"""What was proposed and what was answered, kept in the notebook: identifiers and codes alone."""

from collections.abc import Iterable

import msgspec

from app.models.proposed import Proposed
from app.storage.notebook import Notebook

_KEY = "proposals"  # a preference


def kept_proposals(notebook: Notebook) -> dict[str, Proposed]:
    """By identifier, in the order they left or came."""
    kept = msgspec.convert(notebook.preferences.get(_KEY, []), list[Proposed])
    return {one.id: one for one in kept}


def keep_proposals(notebook: Notebook, proposed: Iterable[Proposed]) -> None:
    """Write these too, or anew; inside a change."""
    kept = kept_proposals(notebook) | {one.id: one for one in proposed}
    notebook.preferences.set(_KEY, msgspec.to_builtins(list(kept.values())))
