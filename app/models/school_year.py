"""School years."""

from datetime import date


def school_year(day: date) -> str:
    """The school year a day belongs to, e.g. "2026-2027"; it turns on 1 August."""
    start = day.year if day.month >= 8 else day.year - 1
    return f"{start}-{start + 1}"
