"""A few options, all in sight, each in a chip."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.theme import Theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChipRow(QWidget):
    """Tab stops once, arrows walk, Space and Enter choose or take back; one at most when `single`."""

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
        """Arrows walk from chip to chip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, Chip):
                chips = self.chips
                chips[(chips.index(watched) + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _add(self, code: str, label: str) -> None:
        chip = Chip(self._theme, label, checkable=True, parent=self)
        chip.setAccessibleDescription(self.accessibleName())
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._press(code))
        self._chips[code] = chip
        self.flow.addWidget(chip)

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
