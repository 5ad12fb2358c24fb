"""The household in words: rows for a form to begin from, and one line a person."""

from collections.abc import Callable, Sequence
from datetime import date

from app.i18n import Locale
from app.models.resident import Resident

RELATIONS = "relation"


def household_rows(
    residents: Sequence[Resident], *, label: Callable[[str, str], str], locale: Locale, day: date
) -> list[dict[str, str]]:
    """One row a person: name, relation, birth, age, minor ("yes", "no", "" unknown), home ("1", "2")."""
    rows = []
    for one in residents:
        minor = one.is_minor_on(day)
        born = locale.date(one.birth_date) if one.birth_date else str(one.birth_year or "")
        rows.append(
            {
                "name": one.name,
                "relation": label(RELATIONS, one.relation) if one.relation else "",
                "birth": born,
                "age": _age(one, day),
                "minor": "" if minor is None else "yes" if minor else "no",
                "home": str(one.home),
            }
        )
    return rows


def tell_household(
    residents: Sequence[Resident], *, label: Callable[[str, str], str], locale: Locale, day: date
) -> str:
    """One line a person, under its home where there are two."""
    rows, lines, homes = household_rows(residents, label=label, locale=locale, day=day), [], {"1"}
    two = {row["home"] for row in rows} > homes
    shown = ""
    for row in rows:
        if two and row["home"] != shown:
            shown = row["home"]
            lines.append(home_name(shown, locale))
        name = row["name"] or row["relation"]
        relation = f"{name} ({row['relation']})" if row["name"] and row["relation"] else name
        minor = locale.text("minor") if row["minor"] == "yes" else ""
        lines.append(" · ".join(filter(None, (relation, row["birth"], minor))))
    return "\n".join(lines)


def home_name(home: str | int, locale: Locale) -> str:
    """ "First home" or "Second home"."""
    return locale.text("Second home") if str(home) == "2" else locale.text("First home")


def _age(one: Resident, day: date) -> str:
    """Completed years; nothing where only the year of birth is known."""
    if one.birth_date is None:
        return ""
    born = one.birth_date
    return str(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
