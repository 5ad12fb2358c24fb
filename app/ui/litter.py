"""What nobody holds any more is cleared away between two events, in the window's own thread.

Python by itself does it in the middle of anything and in whatever thread asks for memory just then: a
widget that is destroyed while another one is painted, or by a worker, ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Litter(QObject):
    """Does it for the whole program, from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(clear)
        self._timer.start(_EVERY_MS)


def clear() -> None:
    """As much as Python itself would have cleared by now."""
    most = gc.get_threshold()
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > most[generation]:
            gc.collect(generation)
            return
