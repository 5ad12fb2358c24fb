"""Dialogs ask over a window."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """A window to ask over."""
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    return window
