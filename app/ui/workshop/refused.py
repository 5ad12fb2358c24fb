"""Why a changed file was not taken in, and that nothing is lost."""

from app.errors import CarnetError, ResourceBroken
from app.i18n import Locale


def refused(failure: CarnetError, locale: Locale) -> str:
    """For a place that cannot be used: which one, why, and what to do in the editor."""
    if not isinstance(failure, ResourceBroken):
        return failure.said(locale)
    kept = locale.text("Nothing was taken in. Correct that place in the editor, then read it again.")
    return f"{failure.shortly(locale)} {kept}"
