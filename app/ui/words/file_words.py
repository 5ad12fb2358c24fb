"""How a file that is brought together paper by paper stands, in words."""

from collections.abc import Sequence
from datetime import date

from app.actions.sheets.look_at_files import GatheredFile
from app.i18n import Locale
from app.ui.theme.tokens import Token

_NEAR = 14  # days


def figures(locale: Locale, files: Sequence[GatheredFile]) -> str:
    """How many there are, how many have left, in how many something is missing."""
    sent = sum(file.sent is not None for file in files)
    missing = sum(bool(file.missing) for file in files)
    parts = (
        locale.plural("{n} file going on", "{n} files going on", len(files)) if files else "",
        locale.plural("{n} sent", "{n} sent", sent) if sent else "",
        locale.plural("{n} incomplete", "{n} incomplete", missing) if missing else "",
    )
    return ", ".join(part for part in parts if part) or locale.text("No file is going on.")


def standing(locale: Locale, file: GatheredFile) -> str:
    """What is missing, that nothing is, that nothing was noted yet; and what happened to it."""
    if file.missing:
        said = locale.text("Missing: {names}.", names=", ".join(file.missing))
    elif file.complete:
        said = locale.text("Every document is here.")
    else:
        said = locale.text("No document noted yet.")
    parts = (
        said,
        locale.text("Sent on {day}.", day=locale.date(file.sent)) if file.sent else "",
        locale.text("Decided on {day}.", day=locale.date(file.decided)) if file.decided else "",
        locale.text("Being written.") if file.busy else "",
    )
    return " ".join(part for part in parts if part)


def left_words(locale: Locale, file: GatheredFile, today: date) -> tuple[str, Token]:
    """How long there is until the deadline, and in what ink; a past one is said."""
    left = file.days_left(today)
    if left is None:
        return "", "ink2"
    if left < 0:
        return locale.plural("deadline passed {n} day ago", "deadline passed {n} days ago", -left), "warn"
    if left == 0:
        return locale.text("deadline today"), "warn"
    ink: Token = "warn" if left <= _NEAR and not file.complete else "ink2"
    return locale.plural("{n} day left", "{n} days left", left), ink
