"""A hidden line with the words every phrase field has."""

from app.i18n import Locale
from app.ui.theme.theme import Theme
from app.ui.widgets.password_field import PasswordField


def phrase_field(theme: Theme, locale: Locale, *, name: str) -> PasswordField:
    """A field for a phrase; `name` is what readers call it."""
    return PasswordField(
        theme,
        name=name,
        show_name=locale.text("Show the phrase"),
        hide_name=locale.text("Hide the phrase"),
        caps_hint=locale.text("Caps Lock is on"),
    )
