"""The rail: places, things to do, and how one walks there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.theme.theme import Theme
from app.ui.widgets.rail import Rail
from app.ui.widgets.rail_entry import RailEntry
from tests.ui.widgets import said


def _rail(theme: Theme) -> Rail:
    rail = Rail(theme, subtitle="SePAS · Lycée du Moulin", current_word="page ouverte")
    rail.add_place("today", "sun-horizon", "Aujourd’hui")
    rail.add_place("students", "student", "Élèves")
    rail.add_action("lock", "lock-simple", "Verrouiller", hint="Ctrl+L")
    rail.set_current("today")
    return rail


def _entries(rail: Rail) -> list[RailEntry]:
    return rail.findChildren(RailEntry)


def test_a_press_asks_and_the_window_answers(qtbot: QtBot, theme: Theme) -> None:
    """A press says which place is wanted; nothing moves before the window agrees."""
    rail = _rail(theme)
    qtbot.addWidget(rail)
    with qtbot.waitSignal(rail.place_chosen) as asked:
        qtbot.mouseClick(_entries(rail)[1], Qt.MouseButton.LeftButton)
    assert asked.args == ["students"]
    assert rail.current() == "today"
    rail.set_current("students", neighbour="list")
    assert rail.current() == "students"


def test_assistive_technology_presses_a_place(qtbot: QtBot, theme: Theme) -> None:
    """A reader finds each place by its words and presses it; the current one is told."""
    rail = _rail(theme)
    qtbot.addWidget(rail)
    today, students, lock = _entries(rail)
    assert [said.name(entry) for entry in (today, students, lock)] == ["Aujourd’hui", "Élèves", "Verrouiller"]
    assert said.described(today) == "page ouverte"
    assert said.described(lock) == "Ctrl+L"
    actions = QAccessible.queryAccessibleInterface(students).actionInterface()
    with qtbot.waitSignal(rail.place_chosen):
        actions.doAction(actions.pressAction())


def test_up_and_down_walk_and_tab_stops_once(qtbot: QtBot, theme: Theme) -> None:
    """The arrows go round all entries; Tab finds only the current place."""
    rail = _rail(theme)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    rail.activateWindow()
    rail.focus_current()
    today, students, lock = _entries(rail)
    qtbot.waitUntil(today.hasFocus)
    qtbot.keyClick(today, Qt.Key.Key_Down)
    assert students.hasFocus()
    qtbot.keyClick(students, Qt.Key.Key_Down)
    qtbot.keyClick(lock, Qt.Key.Key_Down)
    assert today.hasFocus()
    tab = Qt.FocusPolicy.TabFocus
    assert [bool(entry.focusPolicy() & tab) for entry in (today, students, lock)] == [True, False, False]


@pytest.mark.parametrize("count", [1, 128])
def test_counts_are_shown_and_told(qtbot: QtBot, theme: Theme, count: int) -> None:
    """How many things wait is seen in the pill and heard."""
    rail = _rail(theme)
    qtbot.addWidget(rail)
    entry = _entries(rail)[1]
    entry.resize(entry.sizeHint())
    before = entry.grab().toImage()
    rail.set_count("students", count)
    assert said.described(entry) == str(count)
    assert entry.grab().toImage() != before


def test_compact_keeps_the_names(qtbot: QtBot, look: Theme) -> None:
    """With icons only, the words are tooltips and names still."""
    rail = _rail(look)
    qtbot.addWidget(rail)
    wide = rail.width()
    rail.set_compact(True)
    assert rail.width() == look.px(56) < wide
    assert [entry.toolTip() for entry in _entries(rail)] == ["Aujourd’hui", "Élèves", "Verrouiller"]
    assert said.name(_entries(rail)[0]) == "Aujourd’hui"


def test_focus_is_seen(qtbot: QtBot, look: Theme) -> None:
    """The entry with the keyboard has a ring, on the cloth as on the paper tab."""
    rail = _rail(look)
    qtbot.addWidget(rail)
    with qtbot.waitExposed(rail):
        rail.show()
    rail.activateWindow()
    _entries(rail)[2].setFocus()
    for entry in _entries(rail)[:2]:
        plain = rail.grab(entry.geometry()).toImage()
        entry.setFocus()
        qtbot.waitUntil(entry.hasFocus)
        focused = rail.grab(entry.geometry()).toImage()
        ring = look.color("accent" if entry.current else "railink").rgb()
        dots = [(x, y) for x in range(focused.width()) for y in range(focused.height())]
        assert sum(focused.pixel(*dot) == ring != plain.pixel(*dot) for dot in dots) > 200


def test_the_tab_is_cut_from_its_neighbour(qtbot: QtBot, look: Theme) -> None:
    """The current place has the colour of what lies next to the rail."""
    rail = _rail(look)
    qtbot.addWidget(rail)
    rail.set_current("students", neighbour="list")
    entry = _entries(rail)[1]
    entry.resize(rail.width(), entry.sizeHint().height())
    image = entry.grab().toImage()
    assert image.pixelColor(entry.width() - 1, entry.height() // 2) == look.color("list")
