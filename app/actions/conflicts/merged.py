"""One value out of two."""

from typing import Any, Literal

from app.actions.conflicts.versions_of import Differing, Said

Choice = Literal["ours", "theirs", "both", "written"]
_SETS = frozenset({"several_of", "documents"})
_ROWS = frozenset({"marked_text", "table"})


def is_set(one: Differing) -> bool:
    """Whether it is a list of which order and repetition say nothing."""
    return one.question is not None and one.question.kind in _SETS


def can_keep_both(one: Differing) -> bool:
    """Lists and narrative hold both versions; a day, a number or one choice among some cannot."""
    if one.is_empty_there or not one.ours.value:
        return is_set(one)
    return is_set(one) or one.is_narrative or (one.question is not None and one.question.kind in _ROWS)


def proposed(one: Differing) -> Choice | None:
    """What merges by itself: sets, and what one side alone wrote anew. Narrative never, emptying never."""
    if is_set(one):
        return "both"
    if one.is_narrative or one.common is None:
        return None
    if one.changed_there and not one.changed_here and not one.is_empty_there:
        return "theirs"
    return "ours" if one.changed_here and not one.changed_there else None


def both(one: Differing) -> Said:
    """Sets: what either side has, less what one of them took away. Narrative: one after the other."""
    ours, theirs = one.ours.value or [], one.theirs.value or []
    other = one.ours.other or one.theirs.other
    if one.ours.other and one.theirs.other and one.ours.other != one.theirs.other:
        other = f"{one.ours.other} ; {one.theirs.other}"
    if isinstance(ours, str) or isinstance(theirs, str):
        return Said(value="\n\n".join(filter(None, (one.ours.value, one.theirs.value))), other=other)
    before: list[Any] = (one.common.value if one.common and is_set(one) else None) or []
    kept = [value for value in ours if value in theirs or value not in before]
    return Said(
        value=kept + [value for value in theirs if value not in ours and value not in before], other=other
    )
