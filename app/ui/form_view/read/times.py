"""Times of day as people type them: 14:32, 14h32, 14 h, 1432."""

import re

from app.ui.form_view.read import NotUnderstood

_TIME = re.compile(r"(\d{1,2})\s*(?:[:.,h]\s*(\d{2})?|(\d{2}))?\s*(?:h|uhr|auer)?", re.IGNORECASE)


def read_time(text: str) -> str | None:
    """The time as "HH:MM", None for nothing; NotUnderstood for anything else."""
    typed = text.strip()
    if not typed:
        return None
    match = _TIME.fullmatch(typed)
    if match is None:
        raise NotUnderstood
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if hour > 23 or minute > 59:
        raise NotUnderstood
    return f"{hour:02}:{minute:02}"
