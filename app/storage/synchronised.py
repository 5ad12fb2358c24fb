"""Does some service copy this folder elsewhere by itself: told by what it leaves, and by usual names."""

import os
from collections.abc import Iterator
from pathlib import Path

_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".csync_journal.db": "Nextcloud",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".shortcut-targets-by-id": "Google Drive",
}
_PATTERNS = {".sync_*.db": "Nextcloud", "._sync_*.db": "Nextcloud"}
_NAMES = {
    "nextcloud": "Nextcloud",
    "owncloud": "Nextcloud",
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "syncthing": "Syncthing",
}
_BEGINNINGS = {  # "OneDrive - Lycée", "Dropbox (Personal)", "GoogleDrive-…" under macOS
    "onedrive - ": "OneDrive",
    "onedrive-": "OneDrive",
    "dropbox (": "Dropbox",
    "googledrive-": "Google Drive",
}
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # where Windows says it lies


def synchronised_by(folder: Path) -> str:
    """The service that synchronises this folder, existing or not, or one above it; empty for none known."""
    for place in _upwards(folder):
        service = _by_name(place.name.casefold()) or _by_marker(place)
        if service:
            return service
    return ""


def _upwards(folder: Path) -> Iterator[Path]:
    whole = Path(os.path.realpath(folder))
    return iter((whole, *whole.parents))


def _by_name(name: str) -> str:
    if name in _NAMES:
        return _NAMES[name]
    return next((service for begin, service in _BEGINNINGS.items() if name.startswith(begin)), "")


def _by_marker(place: Path) -> str:
    if any(os.environ.get(name) and Path(os.environ[name]) == place for name in _VARIABLES):
        return "OneDrive"
    try:
        for name, service in _MARKERS.items():
            if (place / name).exists():
                return service
        for pattern, service in _PATTERNS.items():
            if any(place.glob(pattern)):
                return service
    except OSError:
        return ""  # nobody may look in there
    return ""
