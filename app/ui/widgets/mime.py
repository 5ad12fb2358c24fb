"""What is dragged or pasted: are there files in it."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent


def local_files(data: QMimeData) -> list[str]:
    """The paths of files on this computer; nothing for words and for addresses elsewhere."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def leave_files(event: QDropEvent) -> bool:
    """Refuse files held over a field, so that whatever is behind it may take them; whether there are any."""
    held = bool(local_files(event.mimeData()))
    if held:
        event.ignore()
    return held
