"""What is said about a student in passing: when they were born, how old they are, when they were seen.

French agrees with the person. Sentences therefore come in three wordings: for her, for him, for somebody
of whom the notebook does not know it; the English ones differ just enough to be told apart.
"""

from collections.abc import Mapping
from datetime import date

from app.i18n import N_, Locale
from app.models.student import Student
from app.models.student_line import StudentLine
from app.ui.theme.tokens import Token

_BORN = {"f": N_("born on {day}"), "m": N_("born {day}"), "": N_("birth date {day}")}
_SEEN = {"f": N_("seen {when}"), "m": N_("met {when}"), "": N_("last met {when}")}
_WEEKS_FROM_DAYS = 35
_YEARS_FROM_DAYS = 330


def born(student: Student, locale: Locale) -> str:
    """ "née le 14/03/2012", or nothing."""
    if student.birth_date is None:
        return ""
    return locale.text(_agreed(_BORN, student.gender), day=locale.date(student.birth_date))


def age(student: Student, day: date, locale: Locale) -> str:
    """ "14 ans", or nothing without a birth date or with one still to come."""
    years = student.age_on(day)
    return locale.plural("{n} year old", "{n} years old", years) if years is not None and years >= 0 else ""


def seen(last: date, gender: str, *, today: date, locale: Locale) -> str:
    """ "vue aujourd’hui", "vu le 12/11", "vu il y a 7 semaines", "vue le 12/11/2025"."""
    days = (today - last).days
    if days == 0:
        when = locale.text("today")
    elif _WEEKS_FROM_DAYS <= days < _YEARS_FROM_DAYS:
        when = locale.plural("{n} week ago", "{n} weeks ago", days // 7)
    else:
        style = "near" if last.year == today.year or 0 < days < _WEEKS_FROM_DAYS else "short"
        when = locale.text("on {day}", day=locale.date(last, style))
    return locale.text(_agreed(_SEEN, gender), when=when)


def news(line: StudentLine, *, today: date, locale: Locale) -> tuple[str, Token]:
    """The line under a name in the list and its ink: what waits is amber."""
    if line.has_draft:
        return locale.text("draft to finish"), "warn"
    if line.last_seen is not None:
        return seen(line.last_seen, line.gender, today=today, locale=locale), "ink2"
    return (locale.text("new case") if line.is_followed else locale.text("no case")), "ink2"


def _agreed(wordings: Mapping[str, str], gender: str) -> str:
    return wordings.get(gender, wordings[""])
