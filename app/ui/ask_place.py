"""Asking for a file or a folder, and remembering nothing of the answer.

The dialog is Qt's own on every system: the system's writes what was chosen into lists of recent files,
and cannot be closed when the notebook locks.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, QStorageInfo, QUrl
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_REMEMBERED = ("history", "lastVisited", "shortcuts")  # what Qt keeps for all its programs
_SYSTEM_DRIVES = ("/boot", "/dev", "/proc", "/run/", "/snap", "/sys", "/var", "/System")
_STICKS = "/run/media/"


def ask_folder(parent: QWidget, title: str, *, at: Path | None = None) -> Path | None:
    """An existing folder, or None when the question was left."""
    from PySide6.QtWidgets import QFileDialog  # not before the cover is painted

    dialog = QFileDialog(parent, title, str(at or Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog)


def ask_file(parent: QWidget, title: str, filters: str) -> Path | None:
    """An existing file, or None."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(Path.home()), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog)


def ask_files(parent: QWidget, title: str, filters: str) -> list[Path]:
    """One or more existing files; none when the question was left."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(Path.home()), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask_all(dialog)


def ask_new_file(
    parent: QWidget, title: str, filters: str, *, name: str, confirms: bool = True
) -> Path | None:
    """Where a file may be written, or None; `name` is proposed, and replacing is asked about.

    Without `confirms` the caller asks.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(Path.home()), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not confirms)
    dialog.selectFile(name)
    return _ask(dialog)


def forget_places() -> None:
    """Take out of Qt's settings where one has been; other programs' settings there stay."""
    remembered = QSettings(QSettings.Scope.UserScope, "QtProject")
    for name in _REMEMBERED:
        remembered.remove(f"FileDialog/{name}")
    remembered.sync()


def _ask(dialog: "QFileDialog") -> Path | None:
    chosen = _ask_all(dialog)
    return chosen[0] if chosen else None


def _ask_all(dialog: "QFileDialog") -> list[Path]:
    from PySide6.QtWidgets import QFileDialog

    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    dialog.setSidebarUrls(_places())
    try:
        taken = dialog.exec() == QFileDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles() if taken else []
    finally:
        delete(dialog)  # now, because that is when it writes down where it was
        forget_places()
    return [Path(path) for path in chosen]


def _places() -> list[QUrl]:
    """Home, documents, and every stick or drive that is in."""
    kinds = (
        QStandardPaths.StandardLocation.HomeLocation,
        QStandardPaths.StandardLocation.DesktopLocation,
        QStandardPaths.StandardLocation.DocumentsLocation,
        QStandardPaths.StandardLocation.DownloadLocation,
    )
    paths = [QStandardPaths.writableLocation(kind) for kind in kinds]
    paths += [drive.rootPath() for drive in QStorageInfo.mountedVolumes() if _is_for_people(drive)]
    there = [path for path in dict.fromkeys(paths) if path and Path(path).is_dir()]
    return [QUrl.fromLocalFile(path) for path in there]


def _is_for_people(drive: QStorageInfo) -> bool:
    path = drive.rootPath()
    if not (drive.isValid() and drive.isReady()):
        return False
    return path.startswith(_STICKS) or not path.startswith(_SYSTEM_DRIVES)
