"""The household in words, one line a person."""

from collections.abc import Callable, Sequence
from datetime import date

from app.i18n import Locale
from app.models.resident import Resident

RELATIONS = "relation"


def tell_household(
    residents: Sequence[Resident], *, label: Callable[[str, str], str], locale: Locale, day: date
) -> str:
    """One line a person, under its home where there are two."""
    lines: list[str] = []
    two, shown = any(one.home != 1 for one in residents), 0
    for one in residents:
        if two and one.home != shown:
            lines.append(home_name(one.home, locale))
        shown = one.home
        relation = label(RELATIONS, one.relation) if one.relation else ""
        who = f"{one.name} ({relation})" if one.name and relation else one.name or relation
        born = locale.date(one.birth_date) if one.birth_date else str(one.birth_year or "")
        minor = locale.text("minor") if one.is_minor_on(day) else ""
        lines.append(" · ".join(filter(None, (who, born, minor))))
    return "\n".join(lines)


def home_name(home: int, locale: Locale) -> str:
    """ "First home" or "Second home"."""
    return locale.text("Second home") if home == 2 else locale.text("First home")


def completed_years(one: Resident, day: date) -> int | None:
    """How old somebody is; None where only the year of birth is known."""
    if one.birth_date is None:
        return None
    born = one.birth_date
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
