"""When a task is due, as one says it."""

from datetime import date

from app.i18n import Locale
from app.ui.theme.tokens import Token


def due_words(locale: Locale, due: date | None, today: date) -> tuple[str, Token]:
    """When something is due, and in what ink."""
    if due is None:
        return "", "ink2"
    late = (today - due).days
    if late > 0:
        return locale.plural("{n} day late", "{n} days late", late), "warn"
    if late == 0:
        return locale.text("today"), "ink"
    if late == -1:
        return locale.text("tomorrow"), "ink2"
    return locale.date(due, "brief"), "ink2"
