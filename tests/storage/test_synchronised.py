"""Is a folder synchronised by somebody."""

from pathlib import Path

import pytest

from app.storage.synchronised import synchronised_by


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".sync_3f2a.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"), (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload", "Google Drive"),
    ],
)  # fmt: skip
def test_by_what_a_service_leaves(tmp_path: Path, marker: str, service: str) -> None:
    """A service's own files, in the folder or anywhere above it, give it away."""
    (tmp_path / marker).touch()
    inside = tmp_path / "travail" / "carnet"
    assert synchronised_by(inside) == service
    inside.mkdir(parents=True)
    assert synchronised_by(inside) == service
    assert synchronised_by(tmp_path.parent) == ""


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Nextcloud", "Nextcloud"), ("OneDrive - Lycée du Moulin", "OneDrive"),
        ("Dropbox (École)", "Dropbox"),
        ("GoogleDrive-claire@example.org", "Google Drive"), ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"), ("DROPBOX", "Dropbox"),
    ],
)  # fmt: skip
def test_by_the_name_it_usually_has(tmp_path: Path, name: str, service: str) -> None:
    """The usual names of such folders, capitals aside."""
    assert synchronised_by(tmp_path / name / "Documents" / "carnet") == service


@pytest.mark.parametrize("name", ["carnet", "onedriver", "mes dropbox", "Nextcloud-notes", "drive"])
def test_other_names_are_not_suspected(tmp_path: Path, name: str) -> None:
    """Nobody is warned for nothing."""
    assert synchronised_by(tmp_path / name / "carnet") == ""


def test_where_windows_says_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A synchronised folder under another name is found through the system's own word."""
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "École"))
    assert synchronised_by(tmp_path / "École" / "carnet") == "OneDrive"
    assert synchronised_by(tmp_path / "Ailleurs" / "carnet") == ""


def test_a_link_does_not_hide_it(tmp_path: Path) -> None:
    """What counts is where the folder really lies."""
    (tmp_path / "Dropbox" / "carnet").mkdir(parents=True)
    (tmp_path / "ici").symlink_to(tmp_path / "Dropbox" / "carnet")
    assert synchronised_by(tmp_path / "ici") == "Dropbox"
