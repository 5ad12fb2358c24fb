"""Forms on a screen, in English and in French."""

import pytest
from pytestqt.qtbot import QtBot

from app.frameworks.library import Library
from app.i18n import Locale
from app.ui.theme.theme import Theme
from tests.ui.form_view.sheet import Desk


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, locale_en: Locale, library: Library) -> Desk:
    """In English, the language of the sources."""
    return Desk(qtbot, theme, locale_en, library)


@pytest.fixture
def desk_fr(qtbot: QtBot, theme: Theme, locale_fr: Locale, library: Library) -> Desk:
    """In French."""
    return Desk(qtbot, theme, locale_fr, library)
