"""How long nobody has touched anything, and what follows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.locking.clock import seconds

WARNING = 30  # seconds before the end in which what is left is shown
HOLD = 60 * 60  # seconds an interview may keep the notebook open
CALM = -1
_LOOK_MS = 500


class Idle(QObject):
    """`left` counts the last seconds down (CALM when somebody came back), then `over`.

    A hold stops the counting, for an hour at most: `held` says for how many seconds more, 0 when it has
    ended. Whoever sleeps with the computer is idle too.
    """

    left = Signal(int)
    over = Signal()
    held = Signal(int)

    def __init__(self, *, clock: Callable[[], float] = seconds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = 0.0
        self._last = clock()
        self._held_until: float | None = None
        self._said = CALM
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self, limit: float) -> None:
        """Count from now on; after `limit` seconds it is over. 0 is never."""
        self._limit, self._last, self._held_until, self._said = limit, self._clock(), None, CALM
        self._timer.start() if limit else self._timer.stop()

    def stop(self) -> None:
        """The notebook is closed: nothing is counted."""
        self._timer.stop()
        self._held_until = None

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self._clock()
        if self._said != CALM:
            self._say(CALM)

    @property
    def is_held(self) -> bool:
        """Whether a hold stops the counting."""
        return self._held_until is not None

    def hold(self) -> None:
        """An interview is in progress: nobody touches anything, and yet somebody is there."""
        self._held_until = self._clock() + HOLD
        self._say(CALM)
        self.held.emit(HOLD)

    def release(self) -> None:
        """The interview is over: count again."""
        self._end_hold(self._clock())

    def look(self) -> None:
        """See how late it is."""
        now = self._clock()
        if self._held_until is not None:
            if now < self._held_until:
                return
            self._end_hold(max(self._last, self._held_until - self._limit + WARNING))
        left = self._last + self._limit - now
        if left <= 0:
            self.stop()
            self.over.emit()
        elif left <= WARNING:
            self._say(int(left) + 1)

    def _end_hold(self, last: float) -> None:
        """Whoever had the notebook held still sees what is left counted down."""
        self._held_until, self._last = None, last
        self.held.emit(0)

    def _say(self, left: int) -> None:
        if left != self._said:
            self._said = left
            self.left.emit(left)
