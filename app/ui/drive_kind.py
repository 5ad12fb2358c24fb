"""On what kind of drive a folder lies. Windows and macOS are written by their documentation, untried."""

import sys
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QStorageInfo

DriveKind = Literal["", "network", "removable"]
_NETWORK = {
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.sshfs", "ncpfs", "nfs", "nfs3", "nfs4", "smb", "smb2", "smb3", "smbfs", "virtiofs", "webdav",
}  # fmt: skip
_OF_STICKS = {"exfat", "fuse.exfat", "msdos", "vfat"}
_WHERE_STICKS_ARE = ("/media/", "/run/media/", "/Volumes/")
_REMOVABLE, _REMOTE = 2, 4  # what Windows answers


def drive_kind(folder: Path) -> DriveKind:
    """Of the nearest folder that exists; empty for a drive that stays in its computer."""
    place = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if sys.platform == "win32":
        return _of_windows(place)
    drive = QStorageInfo(str(place.resolve()))
    return kind_of(file_system=drive.fileSystemType().toStdString().lower(), mounted_at=drive.rootPath())


def kind_of(*, file_system: str, mounted_at: str) -> DriveKind:
    """By the name of its file system and the place where the system has put it."""
    if file_system in _NETWORK:
        return "network"
    if file_system in _OF_STICKS or f"{mounted_at}/".startswith(_WHERE_STICKS_ARE):
        return "removable"
    return ""


def _of_windows(place: Path) -> DriveKind:
    import ctypes

    if place.drive.startswith("\\\\"):
        return "network"
    windows = getattr(ctypes, "windll").kernel32  # noqa: B009  # exists on Windows alone
    kinds: dict[int, DriveKind] = {_REMOVABLE: "removable", _REMOTE: "network"}
    return kinds.get(windows.GetDriveTypeW(place.drive + "\\"), "")
