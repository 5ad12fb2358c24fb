"""Clearing away, at a moment of the window's own choosing."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from app.ui.litter import Litter


class _Knot:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_only_the_window_clears_away(qtbot: QtBot) -> None:
    """Neither the asking for memory nor another thread does; a moment later the window has."""
    litter = Litter()
    gc.collect()
    held = weakref.ref(_Knot())

    def ask_for_memory() -> None:
        assert [[number] for number in range(200_000)]

    worker = threading.Thread(target=ask_for_memory)
    worker.start()
    worker.join()
    ask_for_memory()
    kept = [[number] for number in range(20_000)]
    assert held() is not None
    qtbot.waitUntil(lambda: held() is None, timeout=5_000)
    assert kept
    litter.deleteLater()
