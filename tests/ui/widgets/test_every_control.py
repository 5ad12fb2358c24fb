"""What holds for everything one can press or fill in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.chip import Chip
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.rail_entry import RailEntry
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.text_field import TextField
from tests.ui.widgets import said

WORDS = "Vertrauensperson der Schülerin hinzufügen"

CONTROLS: dict[str, Callable[[Theme], QWidget]] = {
    "primary": lambda theme: Button(theme, WORDS, kind="primary", hint="Ctrl+Entrée", icon="printer"),
    "outlined": lambda theme: Button(theme, WORDS),
    "quiet": lambda theme: Button(theme, WORDS, kind="quiet", small=True),
    "danger": lambda theme: Button(theme, WORDS, kind="danger", big=True),
    "personal": lambda theme: Button(theme, WORDS, kind="personal", small=True),
    "icon": lambda theme: IconButton(theme, "x", WORDS),
    "chip": lambda theme: Chip(theme, WORDS, tail="principal", remove_name="Retirer"),
    "selected chip": lambda theme: Chip(theme, WORDS, selected=True),
    "ticked chip": lambda theme: Chip(theme, WORDS, checkable=True, selected=True),
    "dashed chip": lambda theme: Chip(theme, WORDS, dashed=True),
    "tick": lambda theme: CheckRow(theme, WORDS, checked=True),
    "empty tick": lambda theme: CheckRow(theme, WORDS, detail="Wird gedruckt"),
    "card": lambda theme: Card(theme, WORDS, detail="Ein Detail", news="Heute", icon="folder-open"),
    "rail": lambda theme: RailEntry(theme, "student", WORDS, hint="Ctrl+L"),
    "text": lambda theme: TextField(theme, name=WORDS),
    "area": lambda theme: TextArea(theme, name=WORDS),
    "search": lambda theme: SearchField(theme, WORDS, hint="Ctrl+K"),
    "combo": lambda theme: ComboField(theme, choices=[("a", WORDS)], name=WORDS),
    "date": lambda theme: DateField(theme, calendar_name="Kalender", name=WORDS),
}
WRITTEN = [key for key in CONTROLS if key not in ("icon", "text", "area", "search", "date")]


def _picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", [key for key in CONTROLS if key != "rail"])
def test_focus_is_seen(qtbot: QtBot, look: Theme, kind: str) -> None:
    """Whoever walks with the keyboard sees where they are, in every look and size."""
    window = QWidget()
    column = QVBoxLayout(window)
    elsewhere, control = QLineEdit(), CONTROLS[kind](look)
    column.addWidget(elsewhere)
    column.addWidget(control)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    elsewhere.setFocus()
    plain = _picture(control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    focused = _picture(control)
    ring = look.color("pers" if kind == "personal" else "accent").rgb()
    dots = [(x, y) for x in range(focused.width()) for y in range(focused.height())]
    # A 2 px ring round a tick box, the smallest shape, has more than 60 dots. Inside a filled button
    # the gap is what is new.
    assert sum(focused.pixel(*dot) == ring for dot in dots) > 60
    assert sum(focused.pixel(*dot) != plain.pixel(*dot) for dot in dots) > 60


@pytest.mark.parametrize("kind", CONTROLS)
def test_readers_hear_the_visible_words(qtbot: QtBot, theme: Theme, kind: str) -> None:
    """The accessible name is the visible label, and nothing is announced as an unknown thing."""
    control = CONTROLS[kind](theme)
    qtbot.addWidget(control)
    assert said.name(control) == WORDS or said.described(control) == WORDS
    assert said.role(control) not in (said.QAccessible.Role.Client, said.QAccessible.Role.NoRole)


@pytest.mark.parametrize("kind", WRITTEN)
def test_words_are_never_cut(qtbot: QtBot, look: Theme, kind: str) -> None:
    """The room asked for holds the longest words, also at twice the text size."""
    control = CONTROLS[kind](look)
    qtbot.addWidget(control)
    metrics = QFontMetrics(look.font("small_strong" if kind in ("quiet", "personal") else "body"))
    assert control.sizeHint().width() >= metrics.horizontalAdvance(WORDS)
    assert control.sizeHint().height() >= metrics.height()
    if not control.hasHeightForWidth():
        assert control.minimumSizeHint().width() >= metrics.horizontalAdvance(WORDS)


@pytest.mark.parametrize("kind", ["tick", "card"])
def test_narrow_means_higher(qtbot: QtBot, look: Theme, kind: str) -> None:
    """Where the room is narrow, words wrap and the control grows."""
    control = CONTROLS[kind](look)
    qtbot.addWidget(control)
    wide, narrow = look.px(600), look.px(190)
    assert control.heightForWidth(narrow) > control.heightForWidth(wide)


@pytest.mark.parametrize("kind", ["primary", "outlined", "chip", "card", "icon"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press(qtbot: QtBot, theme: Theme, kind: str, key: Qt.Key) -> None:
    """Everything that can be pressed answers Enter and Space."""
    control = CONTROLS[kind](theme)
    qtbot.addWidget(control)
    with qtbot.waitSignal(control.clicked):  # type: ignore[attr-defined]
        qtbot.keyClick(control, key)


@pytest.mark.parametrize("kind", ["primary", "outlined", "chip", "tick", "text", "combo", "date"])
def test_assistive_technology_can_press(qtbot: QtBot, theme: Theme, kind: str) -> None:
    """Each control offers an action a reader can take."""
    control = CONTROLS[kind](theme)
    qtbot.addWidget(control)
    actions = said.QAccessible.queryAccessibleInterface(control).actionInterface()
    assert actions is not None
    assert actions.actionNames()


@pytest.mark.parametrize("kind", ["primary", "outlined", "danger", "tick", "combo", "text"])
def test_disabled_stays_readable(qtbot: QtBot, look: Theme, kind: str) -> None:
    """What cannot be used yet is drawn in the secondary ink, not in a grey of its own."""
    control = CONTROLS[kind](look)
    qtbot.addWidget(control)
    control.setEnabled(False)
    if isinstance(control, QLineEdit):
        control.setText(WORDS)
    if isinstance(control, ComboField):
        control.choose("a")
    control.resize(control.sizeHint())
    image = _picture(control)
    ink = look.color("ink2").rgb()
    assert any(image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height()))
