"""How long it took, as people type it: 12, 12 min, 1h10, 1:10, 2 h."""

import re

from app.ui.form_view.read import NotUnderstood

_MINUTES = re.compile(r"(\d{1,4})\s*(?:min\.?|minutes?|minuten|mn|m|')?", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2})\s*(?:[h:]|heures?|hours?|std\.?|stunden?)\s*(?:(\d{1,2})\s*(?:min\.?|mn|m)?)?", re.I
)


def read_duration(text: str) -> int | None:
    """Minutes, None for nothing; NotUnderstood for anything else."""
    typed = text.strip()
    if not typed:
        return None
    if match := _MINUTES.fullmatch(typed):
        return int(match[1])
    match = _HOURS.fullmatch(typed)
    if match is None or int(match[2] or 0) > 59:
        raise NotUnderstood
    return int(match[1]) * 60 + int(match[2] or 0)


def show_duration(minutes: int) -> str:
    """The same in the shortest words: "12 min", "1 h 10"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}\u202fmin"
    return f"{hours}\u202fh\u202f{rest:02}" if rest else f"{hours}\u202fh"
