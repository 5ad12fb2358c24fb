"""How copies are said: when, how large, how much of what."""

from datetime import date, timedelta

from app.actions.copies.look_into_copy import Beyond, Inside
from app.i18n import Locale
from app.models.copy import Copy

_UNITS = ("kB", "MB", "GB", "TB")
_STEP = 1000.0


def copy_title(locale: Locale, copy: Copy, today: date) -> str:
    """The day and the time in its name; today and yesterday by their words."""
    day = copy.made.date()
    clock = f"{copy.made:%H:%M}"
    if day == today:
        return locale.text("Today, {clock}", clock=clock)
    if day == today - timedelta(days=1):
        return locale.text("Yesterday, {clock}", clock=clock)
    return locale.text("{day}, {clock}", day=locale.date(day, "long"), clock=clock)


def size_words(locale: Locale, size: int) -> str:
    """Bytes as people count them, with two digits at most before the unit grows."""
    number, unit = size / _STEP, 0
    while number >= _STEP and unit + 1 < len(_UNITS):
        number, unit = number / _STEP, unit + 1
    digits = f"{number:.0f}" if number >= 10 or unit == 0 else f"{number:.1f}"
    names = {
        "kB": locale.text("{n} kB", n=_comma(locale, digits)),
        "MB": locale.text("{n} MB", n=_comma(locale, digits)),
        "GB": locale.text("{n} GB", n=_comma(locale, digits)),
        "TB": locale.text("{n} TB", n=_comma(locale, digits)),
    }
    return names[_UNITS[unit]]


def count_words(locale: Locale, counts: dict[str, int]) -> str:
    """So many students, so many interviews; what there is none of is left out."""
    said = {
        "student": locale.plural("{n} student", "{n} students", counts.get("student", 0)),
        "interview": locale.plural("{n} interview", "{n} interviews", counts.get("interview", 0)),
        "plan": locale.plural("{n} plan", "{n} plans", counts.get("plan", 0)),
        "referral": locale.plural("{n} referral", "{n} referrals", counts.get("referral", 0)),
        "paper": locale.plural("{n} paper", "{n} papers", counts.get("paper", 0)),
        "task": locale.plural("{n} thing to do", "{n} things to do", counts.get("task", 0)),
    }
    return ", ".join(words for kind, words in said.items() if counts.get(kind))


def missing_words(locale: Locale, inside: Inside) -> list[str]:
    """What the notebook holds beyond the copy, or how one can tell where nobody can count."""
    beyond = inside.beyond
    if beyond is None:
        return _uncounted(locale, inside)
    if beyond.nothing:
        return [locale.text("Nothing: this copy holds everything that can be read in the notebook.")]
    return [*_counted(locale, beyond), locale.text("Personal notes written since are missing too.")]


def _counted(locale: Locale, beyond: Beyond) -> list[str]:
    new = count_words(locale, beyond.new)
    return [
        *([locale.text("New since: {what}", what=new)] if new else []),
        *([locale.plural("{n} change made since", "{n} changes made since", beyond.changed)]
          if beyond.changed else []),
        *([locale.plural("{n} draft not finished", "{n} drafts not finished", beyond.drafts)]
          if beyond.drafts else []),
    ]  # fmt: skip


def _uncounted(locale: Locale, inside: Inside) -> list[str]:
    from datetime import datetime

    written = locale.moment(inside.written_at) if inside.written_at else ""
    lines = [
        locale.text("Whatever was written after {moment}. It cannot be counted.", moment=written)
        if written
        else locale.text("Whatever was written in the notebook. It cannot be counted.")
    ]
    if inside.last_seen is not None:
        last = datetime.fromtimestamp(inside.last_seen)
        when = f"{locale.date(last.date())} {last:%H:%M}"
        lines.append(locale.text("The notebook was last written on {moment}.", moment=when))
    return lines


def _comma(locale: Locale, digits: str) -> str:
    return digits if locale.code == "en" else digits.replace(".", ",")
