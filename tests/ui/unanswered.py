"""A dialog nobody answers fails its test; otherwise the run would wait with it for ever."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

_PATIENCE_MS = 120_000


@contextmanager
def nobody_waits(patience: int = _PATIENCE_MS) -> Iterator[None]:
    """Close what asks and is not answered for `patience` milliseconds, then fail."""
    left: list[str] = []
    watch = QTimer()

    def look() -> None:
        asking = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if asking is not None:
            left.append(type(asking).__name__)
            asking.done(0) if isinstance(asking, QDialog) else asking.close()

    watch.setInterval(patience)
    watch.timeout.connect(look)
    watch.start()
    try:
        yield
    finally:
        watch.stop()
    if left:
        pytest.fail(f"nobody answered {', '.join(left)}")
