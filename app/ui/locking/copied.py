"""What was copied from here does not stay in the clipboard."""

import secrets
import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 30_000
_MARK, _OURS = "application/x-carnet-copied", secrets.token_bytes(16)
_OF_ITS_OWN = ("offscreen", "minimal")  # here the clipboard is this process's alone
# what asks other programs not to keep it: histories, the cloud, remote sessions
_HINTS = {
    "win32": {
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
        'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
        'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    },
    "darwin": {"application/x-nspasteboard-concealed-type": b"1"},
}
_HINTS_ELSEWHERE = {"x-kde-passwordManagerHint": b"secret"}


class Copied(QObject):
    """Marks what is copied in this program and takes it back after half a minute, if it is still there."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._note)

    def clear(self) -> None:
        """Take it back now; what somebody else has put there since stays."""
        self._timer.stop()
        if self._is_marked():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def end(self) -> None:
        """Take it back, and look at the clipboard no more."""
        self.clear()
        self._clipboard.dataChanged.disconnect(self._note)

    def _note(self) -> None:
        if self._is_marked() or not self._is_ours():
            return
        content = self._clipboard.mimeData()
        if content is None or not content.hasText():  # it was emptied
            return
        marked = QMimeData()  # the words alone, without the looks
        marked.setText(content.text())
        marked.setData(_MARK, _OURS)
        for name, value in _HINTS.get(sys.platform, _HINTS_ELSEWHERE).items():
            marked.setData(name, value)
        self._clipboard.setMimeData(marked)
        self._timer.start()

    def _is_marked(self) -> bool:
        content = self._clipboard.mimeData()
        return content is not None and bytes(content.data(_MARK).data()) == _OURS

    def _is_ours(self) -> bool:
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() in _OF_ITS_OWN
