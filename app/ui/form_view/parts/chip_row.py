"""A few options, all in sight, each in a chip."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.form_view.read.folding import fold
from app.ui.theme.theme import Theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChipRow(QWidget):
    """Tab stops once, arrows walk, Space and Enter choose or take back; one at most when `single`.

    A letter that only one option begins with chooses it; of several it walks to the next.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        single: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._single = theme, single
        self._chips: dict[str, Chip] = {}
        self._chosen: list[str] = []
        self.flow = FlowLayout(spacing=theme.px(8), parent=self)
        for code, label in options:
            self._add(code, label)
        self._set_tab_stop()

    @property
    def chosen(self) -> list[str]:
        """The chosen codes, in the order they were chosen."""
        return list(self._chosen)

    @property
    def chips(self) -> list[Chip]:
        """Every chip in order."""
        return list(self._chips.values())

    @property
    def typing(self) -> str:
        """Nothing is typed here."""
        return ""

    def choose(self, chosen: Sequence[tuple[str, str]], typing: str = "") -> None:
        """Choose these codes; one that is not offered any more gets a chip with its words."""
        for code, label in chosen:
            if code not in self._chips:
                self._add(code, label)
        self._chosen = [code for code, _ in chosen]
        self._show()

    def describe(self, name: str) -> None:
        """Readers hear the question with every chip."""
        self.setAccessibleName(name)
        for chip in self._chips.values():
            chip.setAccessibleDescription(name)

    def fields(self) -> list[QWidget]:
        """The chips; the Tab key stops at the first chosen one."""
        return list(self._chips.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk from chip to chip, letters to the option that begins so."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Chip)
        ):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                chips = self.chips
                chips[(chips.index(watched) + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if self._meant(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _add(self, code: str, label: str) -> None:
        chip = Chip(self._theme, label, checkable=True, parent=self)
        chip.setAccessibleDescription(self.accessibleName())
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._press(code))
        self._chips[code] = chip
        self.flow.addWidget(chip)

    def _meant(self, here: Chip, event: QKeyEvent) -> bool:
        """Whether the letter was one that options begin with."""
        letter = fold(event.text()) if not event.modifiers() & ~_PLAIN else ""
        begin = [code for code, chip in self._chips.items() if letter and fold(chip.words())[:1] == letter]
        if not begin:
            return False
        codes = list(self._chips)
        at = codes.index(next(code for code, chip in self._chips.items() if chip is here))
        code = next((one for one in begin if codes.index(one) > at), begin[0])
        self._chips[code].setFocus(Qt.FocusReason.TabFocusReason)
        if len(begin) == 1 and not (self._single and code in self._chosen):
            self._press(code)
        return True

    def _press(self, code: str) -> None:
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            self._chosen = [code] if self._single else [*self._chosen, code]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for code, chip in self._chips.items():
            chip.setChecked(code in self._chosen)
        self._set_tab_stop()

    def _set_tab_stop(self) -> None:
        stop = next((code for code in self._chips if code in self._chosen), next(iter(self._chips), None))
        for code, chip in self._chips.items():
            focus = Qt.FocusPolicy.StrongFocus if code == stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(focus)
