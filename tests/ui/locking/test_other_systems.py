"""What can be tried here of what is written for Windows and macOS."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from app.ui import capture
from app.ui.capture import OFFERED, hide_from_capture
from app.ui.locking import session_macos, session_windows
from app.ui.locking.session_windows import _Filter, means_leaving


@pytest.mark.parametrize(
    ("message", "parameter", "leaves"),
    [
        (0x02B1, 0x7, True),  # locked
        (0x02B1, 0x2, True),  # another account took the screen
        (0x02B1, 0x4, True),  # a remote session was cut
        (0x02B1, 0x8, False),  # unlocked
        (0x02B1, 0x1, False),  # somebody is back at the screen
        (0x0218, 0x4, True),  # goes to sleep
        (0x0218, 0x12, False),  # wakes up
        (0x0100, 0x7, False),  # a key
    ],
)
def test_messages_of_windows_are_understood(message: int, parameter: int, leaves: bool) -> None:
    """Each as documented."""
    assert means_leaving(message=message, parameter=parameter) is leaves


def test_a_message_is_read_where_windows_puts_it() -> None:
    """The structure is found at the address that is handed over, and nothing is swallowed."""

    class Heard:
        def __init__(self) -> None:
            self.left, self.times = self, 0

        def emit(self) -> None:
            self.times += 1

    heard = Heard()
    told = wintypes.MSG()
    told.message, told.wParam = 0x02B1, 0x7
    listens = _Filter(heard)  # type: ignore[arg-type]
    assert listens.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert listens.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(told)) == (False, 0)
    assert heard.times == 1


def test_untried_files_say_so() -> None:
    """Nobody takes them for proved."""
    for written in (session_windows, session_macos, capture):
        assert "not yet tried" in (written.__doc__ or "").replace("\n", " ")


def test_linux_offers_no_way_to_hide_and_none_is_pretended(qtbot: QtBot) -> None:
    """The choice is not shown where it would do nothing, and asking for it does no harm."""
    assert not OFFERED
    hide_from_capture(QWindow(), hidden=True)
