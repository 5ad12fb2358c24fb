"""Fingers that fill a sheet by keyboard alone, the shortest way there is, and count what they press.

A chord such as Ctrl+P counts once. Keys that write what was to be said are text, all others navigation.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from app.models.value_list import Item
from app.ui.form_view.form_view import FormView
from app.ui.form_view.kinds.base import QuestionWidget
from app.ui.form_view.kinds.cell import Cell
from app.ui.form_view.kinds.choice import Choice
from app.ui.form_view.kinds.partner import PartnerChoice
from app.ui.form_view.kinds.rank_card import RankCard
from app.ui.form_view.kinds.stacked import Stacked
from app.ui.form_view.kinds.table import Table, TableRow
from app.ui.form_view.parts.chip_picker import ChipPicker
from app.ui.form_view.parts.chip_row import ChipRow
from app.ui.form_view.parts.options import begun, label_of
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.read.folding import fold
from app.ui.form_view.section_keys import BEFORE, NEXT, leads_to
from app.ui.widgets.chip import Chip
from tests.bench.form_cases import Row, Said
from tests.stories.desk import Desk


class Fingers:
    """`moved` and `written` count keys, `seconds` what the program itself took over them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.moved, self.written, self.seconds = 0, 0, 0.0

    def press(self, chord: str, times: int = 1) -> None:
        """A key, or several at once, that only leads somewhere."""
        for _ in range(times):
            self.moved += 1
            self._timed(lambda: self.desk.press(chord))

    def write(self, words: str) -> None:
        """Letter by letter."""
        for letter in words:
            self.written += 1
            self._timed(lambda letter=letter: _letter(self.desk.here, letter))  # type: ignore[misc]

    def choose(self, letters: str) -> None:
        """Letters that are a choice among some, not words."""
        for letter in letters:
            self.moved += 1
            self._timed(lambda letter=letter: _letter(self.desk.here, letter))  # type: ignore[misc]

    def begin(self, more: QWidget, menu: Callable[[], QMenu], title: str) -> None:
        """Down the menu of a button to the entry with these words."""
        self.tab_to(more)
        self.press("Space")
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu), "the menu is not open"
        first, second = _path(shown, title)
        self._menu_key(Qt.Key.Key_Down, first + 1)
        if second is not None:
            self._menu_key(Qt.Key.Key_Right)
            self._menu_key(Qt.Key.Key_Down, second)
        self._menu_key(Qt.Key.Key_Return)

    def tab_to(self, place: QWidget) -> None:
        """Tab, or Shift+Tab where that is shorter, until the focus is there."""
        here = self.desk.here
        if here is place:
            return
        ahead, back = _stops(here, place), _stops(here, place, back=True)
        self.press(*("Tab", ahead) if ahead <= back else ("Shift+Tab", back))
        assert self.desk.here is place, f"Tab led to {self.desk.here}, not to {place}"

    def fill(self, view: FormView, said: Mapping[str, Said]) -> None:
        """Every question that is said, in its turn."""
        for key, what in said.items():
            self._answer(view, view._widgets[key], what)

    def pick(self, combo: QComboBox, words: str) -> None:
        """A choice of a closed combo: arrows, or its first letters where they are fewer."""
        at = next(n for n in range(combo.count()) if combo.itemText(n).casefold().startswith(words))
        if at == combo.currentIndex():
            return
        self.tab_to(combo)
        letters = next(
            n for n in range(1, 40)
            if combo.findText(words[:n], Qt.MatchFlag.MatchStartsWith) == at
        )  # fmt: skip
        arrows = at - combo.currentIndex()
        if letters < abs(arrows):
            self.choose(words[:letters])
        else:
            self.press("Down" if arrows > 0 else "Up", abs(arrows))
        assert combo.currentIndex() == at

    def wait(self, ready: Callable[[], bool]) -> None:
        """Until the program is ready, on its account."""
        self._timed(lambda: self.desk.bot.waitUntil(ready, timeout=30_000))

    def _answer(self, view: FormView, widget: QuestionWidget, what: Said) -> None:
        if isinstance(widget, Table):
            self._rows(view, widget, [row for row in what if not isinstance(row, str)])
        elif isinstance(widget, Choice):
            for words in [what] if isinstance(what, str) else what:
                self._choice(view, widget, str(words))
        elif isinstance(widget, PartnerChoice):
            self._go(view, widget.field)
            self._suggested(widget.field, str(what))
        elif isinstance(widget, Stacked):
            for number, words in enumerate(what):
                self._go(view, widget.stack.rows[number].fields()[0])
                self.write(str(words))
                if number + 1 < len(what):
                    self.press("Return")
        else:
            self._go(view, widget.tab_stops()[0])
            assert isinstance(what, str)
            if widget.raw() is not None:
                self.press("Ctrl+A")
            self.write(what)

    def _choice(self, view: FormView, widget: Choice, words: str) -> None:
        code = _code(widget._items, words, view._locale.code)
        if code in widget.choices.chosen:
            return
        if isinstance(widget.choices, ChipRow):
            self._chip(view, widget, widget.choices, code)
        else:
            self._go(view, widget.choices.field)
            self._picked(widget.choices, code, widget._items)
        assert code in widget.choices.chosen, f"{words} was not chosen"

    def _chip(self, view: FormView, widget: Choice, row: ChipRow, code: str) -> None:
        stop = next(one for one in row.chips if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not (isinstance(self.desk.here, Chip) and self.desk.here in row.chips):
            self._go(view, stop)
        wanted = row._chips[code]
        steps = row.chips.index(wanted) - row.chips.index(self.desk.here)  # type: ignore[arg-type]
        letter = fold(wanted.words())[:1]
        if hasattr(row, "_meant") and [fold(one.words())[:1] for one in row.chips].count(letter) == 1:
            self.choose(letter)
            return
        self.press("Right" if steps > 0 else "Left", abs(steps))
        self.press("Space")

    def _picked(self, picker: ChipPicker, code: str, items: Sequence[Item]) -> None:
        label = begun(label_of(items=items, code=code, locale=self.desk.workspace.locale))
        letters = next(
            n for n in range(picker.field._from_letters, len(label) + 1)
            if (found := picker._find_more(label[:n])) and found[0].key == code
        )  # fmt: skip
        self.choose(label[:letters])
        self.press("Return")

    def _suggested(self, field: SuggestingField, words: str) -> None:
        self.choose(words[: max(2, field._from_letters)])
        self.press("Return")

    def _rows(self, view: FormView, table: Table, rows: Sequence[Row]) -> None:
        for number, row in enumerate(rows):
            line = table.stack.rows[number]
            assert isinstance(line, TableRow | RankCard)
            for key, words in row.items():
                self._cell(view, table, line.cells.by_key[key], words)

    def _cell(self, view: FormView, table: Table, cell: Cell, words: str) -> None:
        self._go(view, cell.stop)
        if not cell.reading.items:
            self.write(words)
            return
        code = _code(cell.reading.items, words, view._locale.code)
        label = cell.reading.words(code)
        letters = next(
            n for n in range(1, len(label) + 1)
            if (found := cell.reading.find(label[:n])) and found[0].key == code
        )  # fmt: skip
        self.choose(label[:letters])
        self.press("Return")

    def _go(self, view: FormView, place: QWidget) -> None:
        """The shortest way of all keys that lead over a sheet."""
        for chord in _way(view, self.desk.here, place):
            self.press(chord)
        assert self.desk.here is place, f"the keys led to {self.desk.here}, not to {place}"

    def _menu_key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            self.moved += 1
            self._timed(lambda: (QTest.keyClick(QApplication.activePopupWidget(), key), self.desk.settle()))

    def _timed(self, doing: Callable[[], object]) -> None:
        began = time.perf_counter()
        doing()
        QApplication.processEvents()
        self.seconds += time.perf_counter() - began


def _letter(place: QWidget, letter: str) -> None:
    if letter.isascii() and letter.isprintable():
        QTest.keyClick(place, letter)
        return
    if isinstance(place, Chip | QComboBox):  # take keys, not an input method
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(place, event)
        return
    event = QInputMethodEvent()
    event.setCommitString(letter)
    QApplication.sendEvent(place, event)


def _stops(here: QWidget, there: QWidget, *, back: bool = False) -> int:
    """How often Tab is pressed from one to the other."""
    place, number = here, 0
    while place is not there:
        place, number = _next_stop(place, back=back), number + 1
        assert place is not here, f"no Tab leads from {here} to {there}"
    return number


def _way(view: FormView, here: QWidget, there: QWidget) -> list[str]:
    """What to press to get from one place of a sheet to another."""
    ways, edge = {here: list[str]()}, [here]
    while there not in ways and edge:
        found = []
        for place in edge:
            for chord, leads in _leading(view, place):
                if leads is not None and leads not in ways:
                    ways[leads] = [*ways[place], chord]
                    found.append(leads)
        edge = found
    return ways[there]


def _leading(view: FormView, place: QWidget) -> Iterator[tuple[str, QWidget | None]]:
    yield "Tab", _next_stop(place)
    yield "Shift+Tab", _next_stop(place, back=True)
    for chord, step in ((NEXT, 1), (BEFORE, -1)):
        question = leads_to(view, place, step)
        yield chord, question.tab_stops()[0] if question else None
    for table in view.findChildren(Stacked):
        lines = [row.fields() for row in table.stack.rows]
        at = next(((n, line.index(place)) for n, line in enumerate(lines) if place in line), None)
        for chord, step in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            if at and 0 <= at[0] + step < len(lines) and at[1] < len(lines[at[0] + step]):
                below = lines[at[0] + step][at[1]]
                yield chord, below if below.isVisible() else None


def _next_stop(place: QWidget, *, back: bool = False) -> QWidget:
    window, found = place.window(), place
    while True:
        found = found.previousInFocusChain() if back else found.nextInFocusChain()
        stops = found.focusPolicy() & Qt.FocusPolicy.TabFocus and found.isVisible() and found.isEnabled()
        if found is place or (stops and found.window() is window and found.focusProxy() is None):
            return found


def _path(menu: QMenu, title: str) -> tuple[int, int | None]:
    entries = _entries(menu)
    for number, action in enumerate(entries):
        if action.text().endswith(title) and action.menu() is None:
            return number, None
        under = action.menu()
        if isinstance(under, QMenu):
            for inner, one in enumerate(_entries(under)):
                if one.text() == title:
                    return number, inner
    raise AssertionError(f"{title} is not in the menu")


def _entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator() and action.isVisible()]


def _code(items: Sequence[Item], words: str, language: str) -> str:
    """The option whose words begin so, the shortest of several."""
    labels = {item.code: item.label.get(language, "") for item in items if item.active}
    found = [code for code, label in labels.items() if label.casefold().startswith(words.casefold())]
    assert found, f"no option begins with {words}: {labels}"
    return min(found, key=lambda code: len(labels[code]))
