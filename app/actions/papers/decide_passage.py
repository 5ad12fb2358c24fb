"""Whether a passage of a sheet may be read by the person it is about: kept or masked, and why."""

from collections.abc import Iterable

from app.models.changes import Changes
from app.models.passage import PASSAGES, Passage
from app.storage.notebook import Notebook


def decide_passage(notebook: Notebook, *, passage: Passage, decided: str | None) -> Changes:
    """Remember it for the next time: "" keeps it, a reason masks it, None leaves it to be decided."""
    key = f"{PASSAGES}{passage.record_id}"
    with notebook.change() as change:
        kept = notebook.preferences.get(key) or {}
        kept.pop(passage.key, None)
        if decided is not None:
            kept[passage.key] = decided
        notebook.preferences.set(key, kept)
    return change.changes


def decisions_about(notebook: Notebook, *, record_ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """What was decided, by sheet and passage."""
    return {one: notebook.preferences.get(f"{PASSAGES}{one}") or {} for one in record_ids}
