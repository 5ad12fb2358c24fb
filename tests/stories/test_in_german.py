"""The longest of the languages, on every page."""

import re
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.destination import Destination
from app.ui.settings_sections.section import Section
from app.ui.widgets.label import Label
from tests.stories.conftest import OpenDesk
from tests.stories.every_place import every_place
from tests.stories.words import english_words

_BREAKS = re.compile("[ \u00ad\n-]")  # where a line may end; a soft hyphen shows only there


def test_german_is_whole_on_every_page(open_desk: OpenDesk, tmp_path: Path) -> None:
    """No sentence was left in English, no word is cut at its label's edge, no page needs a wider screen."""
    words: set[str] = set()
    with open_desk(tmp_path / "carnet", "de") as desk:
        settings = desk.go("settings").findChildren(Section)
        parts = [Destination("settings", kind=section.key) for section in settings]
        assert len(parts) > 5
        for place in [*every_place(desk.notebook, desk.workspace.library), *parts]:
            desk.go(place)
            words |= {words for one in desk.window.findChildren(QWidget) for words in _said(one)}
            assert [label.text() for label in desk.window.findChildren(Label) if _is_cut(label)] == [], place
            assert desk.window.width() <= 1366, place
    assert "Erziehungs\u00adberechtigte" in words
    assert english_words(words - {""}, language="de") == set()


def _said(widget: QWidget) -> set[str]:
    if not widget.isVisible():
        return set()
    shown = {widget.accessibleName(), widget.toolTip()}
    if isinstance(widget, Label | QAbstractButton):
        shown.add(widget.text())
    return shown


def _is_cut(label: Label) -> bool:
    """Whether a word of it is wider than the label, whatever breaks its lines."""
    if not label.isVisible() or not label.text().strip():
        return False
    around = label.contentsMargins()
    room = label.width() - around.left() - around.right()
    longest = max(map(label.fontMetrics().horizontalAdvance, _BREAKS.split(label.text())))
    return longest > room + 1
