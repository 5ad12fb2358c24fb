"""Tabs stay on one line where their words have room on it."""

import pytest
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.ui.pages.settings import _SECTIONS
from app.ui.theme.theme import Theme
from app.ui.widgets.tabs import Tabs

_ROOM = 972  # what the settings have at 1366 pixels beside the widest rail


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_the_settings_have_one_line_of_tabs(qtbot: QtBot, theme: Theme, language: str) -> None:
    """In every language, and nobody's words are cut."""
    locale = Locale(language)
    tabs = Tabs(theme, [(kind.key, locale.text(kind.tab)) for kind in _SECTIONS])
    qtbot.addWidget(tabs)
    tabs.resize(_ROOM, tabs.heightForWidth(_ROOM))
    tabs.show()
    qtbot.waitUntil(lambda: len({tab.y() for tab in tabs._tabs.values()}) == 1)
    for tab in tabs._tabs.values():
        assert tab.x() + tab.width() <= _ROOM
        assert tab.width() >= theme.metrics("strong").horizontalAdvance(tab.words())


def test_few_tabs_stand_apart(qtbot: QtBot, theme: Theme) -> None:
    """Where there is room they keep it, also after having been narrow."""
    tabs = Tabs(theme, [("a", "All of them"), ("b", "Some of them")])
    qtbot.addWidget(tabs)
    tabs.show()
    for width, tight in ((400, False), (150, True), (400, False)):
        tabs.resize(width, 80)
        assert all(tab.tight is tight for tab in tabs._tabs.values())
