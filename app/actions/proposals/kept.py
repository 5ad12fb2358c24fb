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


def not_taken(notebook: Notebook, *, correspondent_id: str) -> set[str]:
    """The cases that were proposed to them and not accepted: what was sent of these they do not have."""
    newest = {
        one.record_id: one.answer
        for one in kept_proposals(notebook).values()
        if (one.direction, one.about, one.correspondent_id) == ("out", "case", correspondent_id)
    }
    return {case_id for case_id, answer in newest.items() if answer != "accepted"}
