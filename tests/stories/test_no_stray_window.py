"""Going through the notebook never flashes a second window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.conftest import OpenDesk
from tests.stories.every_place import every_place


class _Watch(QObject):
    """Notes what comes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_page_comes_up_inside_the_window(open_desk: OpenDesk, tmp_path: Path, language: str) -> None:
    """Neither a page nor a piece of one is ever shown before it has its place; titles name nobody."""
    watch, application = _Watch(), QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    try:
        with open_desk(tmp_path / "carnet", language) as desk:
            for destination in every_place(desk.notebook, desk.workspace.library):
                desk.go(destination)
                assert desk.window.isActiveWindow(), destination.screen
            assert desk.titles() <= {"", "Carnet"}
    finally:
        application.removeEventFilter(watch)
    assert watch.seen == ["MainWindow"]
