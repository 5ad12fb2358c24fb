"""A name in another script is read in the window as it is on paper."""

import pytest
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from app.ui.theme import fonts

NAMES = {
    "NotoSansEthiopic-Regular.ttf": "ሰላም",
    "NotoSansTamil-Regular.ttf": "தமிழ்",
    "NotoSansArabic-Regular.ttf": "مريم",
    "DroidSansFallback.ttf": "王小明",
}


@pytest.mark.parametrize("file", NAMES)
def test_letters_of_another_script_are_drawn(file: str, qtbot: QtBot) -> None:
    """By the font that is given along, or by one the computer has: never as boxes."""
    assert file in fonts.OTHER_SCRIPTS
    assert fonts.give(file)
    layout = QTextLayout(NAMES[file], QFont(fonts.SANS))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs
