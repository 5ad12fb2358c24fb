"""The rail: the spine of the notebook, where one chooses a place."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Token
from app.ui.widgets.cloth import cloth
from app.ui.widgets.rail_entry import RailEntry
from app.ui.widgets.shapes import hairline

_WIDEST = 216  # a longer name of the unit is shortened


class Rail(QWidget):
    """Places above, things to do below; says which was pressed by its key.

    A press only asks; the window answers with `set_current` or `set_active`. Up and Down walk through
    it, Enter or Space press, and Tab stops once, at the current place. `current_word` tells readers
    which place is the current one.
    """

    place_chosen = Signal(str)
    action_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        wordmark: str = "Carnet",
        subtitle: str = "",
        current_word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._wordmark, self._subtitle = theme, wordmark, subtitle
        self._current_word = current_word
        self._compact = False
        self._places: dict[str, RailEntry] = {}
        self._actions: dict[str, RailEntry] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._top = QVBoxLayout()
        self._bottom = QVBoxLayout()
        layout = QVBoxLayout(self)
        self._whole = layout
        for part in (layout, self._top, self._bottom):
            part.setSpacing(0)
        layout.addLayout(self._top)
        layout.addStretch(1)
        layout.addLayout(self._bottom)
        self._fit()

    def add_place(self, key: str, icon: str, text: str) -> RailEntry:
        """A place; `icon` must exist in both weights, regular and fill."""
        entry = RailEntry(self._theme, icon, text, parent=self)
        entry.make_tab()
        entry.clicked.connect(lambda: self.place_chosen.emit(key))
        self._places[key] = entry
        self._top.addWidget(entry)
        self._after_adding(entry)
        return entry

    def add_action(self, key: str, icon: str, text: str, *, hint: str = "") -> RailEntry:
        """Something to do, at the bottom, with the key that does it too."""
        entry = RailEntry(self._theme, icon, text, hint=hint, parent=self)
        entry.clicked.connect(lambda: self.action_chosen.emit(key))
        self._actions[key] = entry
        self._bottom.addWidget(entry)
        self._after_adding(entry)
        return entry

    def set_current(self, key: str, *, neighbour: Token = "paper") -> None:
        """Show the place as the current one, cut from the paper of what lies next to the rail."""
        for other, entry in self._places.items():
            entry.set_current(other == key, neighbour=neighbour, word=self._current_word)
        self._set_tab_stop()

    def current(self) -> str:
        """The key of the current place, or nothing."""
        return next((key for key, entry in self._places.items() if entry.current), "")

    def set_count(self, key: str, count: int) -> None:
        """How many things wait in that place; 0 shows nothing."""
        self._places[key].set_count(count)

    def set_active(self, key: str, active: bool) -> None:
        """Show an action as being in force, such as the discreet view."""
        self._actions[key].set_current(active)

    def set_compact(self, compact: bool) -> None:
        """Icons only, for narrow windows and large text; words become tooltips."""
        self._compact = compact
        for entry in self._entries():
            entry.set_compact(compact)
        self._fit()
        self.update()

    def focus_current(self) -> None:
        """Put the keyboard on the current place."""
        entries = self._entries()
        stop = next((entry for entry in entries if entry.current), entries[0] if entries else None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk from entry to entry."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        entries = self._entries()
        focused = next((n for n, entry in enumerate(entries) if entry.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        entries[(focused + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cloth, ribbon, wordmark, and the line above what one can do."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), cloth(theme, self.devicePixelRatioF()))
        icon = QRect(theme.px(20), theme.px(22), theme.px(18), theme.px(18))
        if self._compact:
            icon.moveLeft((self.width() - icon.width()) // 2)
        theme.draw_icon(painter, "bookmark-simple-fill", "railink", icon, 18)
        if not self._compact:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(theme.color("railink"))
            painter.setFont(theme.font("wordmark"))
            width = self.width()
            painter.drawText(QRect(theme.px(46), theme.px(14), width, theme.px(32)), left, self._wordmark)
            painter.setPen(theme.color("rail2"))
            painter.setFont(theme.font("small"))
            where = QRect(theme.px(20), theme.px(46), width - theme.px(28), theme.px(22))
            elided = Qt.TextElideMode.ElideRight
            painter.drawText(
                where, left, painter.fontMetrics().elidedText(self._subtitle, elided, where.width())
            )
        if self._actions:
            y = self._bottom.geometry().top() - theme.px(10)
            edge = theme.px(20)
            faint = theme.color("railink", 1.0 if theme.flat else 0.12)
            hairline(painter, edge, self.width() - edge, y, faint)

    def _entries(self) -> Sequence[RailEntry]:
        return [*self._places.values(), *self._actions.values()]

    def _after_adding(self, entry: RailEntry) -> None:
        entry.set_compact(self._compact)
        self._set_tab_stop()
        self._fit()

    def _set_tab_stop(self) -> None:
        entries = self._entries()
        stop = next((entry for entry in entries if entry.current), entries[0])
        for entry in entries:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is stop else Qt.FocusPolicy.ClickFocus)

    def _fit(self) -> None:
        theme = self._theme
        self._whole.setContentsMargins(0, theme.px(52 if self._compact else 82), 0, theme.px(18))
        if self._compact:
            self.setFixedWidth(theme.px(56))
            return
        words = [entry.sizeHint().width() for entry in self._entries()]
        subtitle = theme.metrics("small").horizontalAdvance(self._subtitle) + theme.px(32)
        self.setFixedWidth(max(theme.px(184), min(subtitle, theme.px(_WIDEST)), *words))
