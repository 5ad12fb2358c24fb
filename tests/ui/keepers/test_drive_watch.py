"""The window looks at the drive before it hurts: room, reserve, place."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.i18n import Locale
from app.storage.reserve import SHORT
from app.ui.covers.folder_line import FolderLine
from app.ui.destination import Destination
from app.ui.drive_kind import drive_kind, kind_of
from app.ui.keepers.drive_watch import Drive, DriveWatch, look_at_drive
from app.ui.pages.today import TodayPage
from app.ui.strips.place_strip import PlaceStrip
from app.ui.theme.theme import Theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.label import Label
from app.ui.words.place_words import hazard_of, hazard_words
from app.ui.workspace import Workspace

WAIT = 10_000


def labels(widget: TodayPage | FolderLine) -> str:
    """What is written on it."""
    return " ".join(label.text() for label in widget.findChildren(Label) if not label.isHidden())


def test_it_keeps_the_reserve_and_tells_the_room(workspace: Workspace, qtbot: QtBot) -> None:
    """A first look keeps the room, the next one finds it kept."""
    watch = DriveWatch(workspace)
    for _ in range(2):
        with qtbot.waitSignal(workspace.drive_looked, timeout=WAIT) as looked:
            watch.look()
        drive: Drive = looked.args[0]
        assert drive.room is not None
        assert drive.room > 0
        assert workspace.notebook.reserve.held
    watch.stop()


def test_once_stopped_it_tells_nobody(workspace: Workspace, qtbot: QtBot) -> None:
    """A look that is under way when the notebook is locked comes to nothing."""
    watch, told = DriveWatch(workspace), []
    workspace.drive_looked.connect(told.append)
    watch.look()
    watch.stop()
    workspace.tasks.submit(lambda: None).result()
    qtbot.wait(50)
    assert told == []


def test_a_drive_that_is_gone_is_no_news(workspace: Workspace) -> None:
    """What cannot be looked at is told when something has to be saved, not before."""
    folder = workspace.notebook.folder
    away = folder.rename(folder.with_name("ailleurs"))
    assert look_at_drive(workspace.notebook).room is None
    away.rename(folder)


def test_today_says_that_room_is_short(workspace: Workspace, qtbot: QtBot) -> None:
    """Under 200 MB a quiet line with the number; with more, nothing."""
    page = TodayPage(workspace)
    qtbot.addWidget(page)
    page.open(Destination("today"))
    page.show()
    workspace.drive_looked.emit(Drive(SHORT, ""))
    assert "Little room" not in labels(page)
    workspace.drive_looked.emit(Drive(SHORT - 1, ""))
    qtbot.waitUntil(lambda: "Little room is left on this drive: 199 MB." in labels(page), timeout=WAIT)
    workspace.drive_looked.emit(Drive(None, ""))
    qtbot.waitUntil(lambda: "Little room" not in labels(page), timeout=WAIT)


def test_a_bad_place_is_told_once(workspace: Workspace, qtbot: QtBot) -> None:
    """With the reason, until somebody has read it; told again only for another place or reason."""
    strip = PlaceStrip(workspace)
    qtbot.addWidget(strip)
    workspace.drive_looked.emit(Drive(None, ""))
    assert strip.isHidden()
    workspace.drive_looked.emit(Drive(None, "Nextcloud"))
    banner = strip.findChild(Banner)
    assert banner is not None
    assert banner.accessibleName() == hazard_words(workspace.locale, "Nextcloud")
    assert not strip.isHidden()
    strip.read.click()
    assert strip.isHidden()
    again = PlaceStrip(workspace)
    qtbot.addWidget(again)
    workspace.drive_looked.emit(Drive(None, "Nextcloud"))
    assert again.isHidden()
    workspace.drive_looked.emit(Drive(None, "network"))
    assert not again.isHidden()


@pytest.mark.parametrize(
    ("file_system", "mounted_at", "kind"),
    [
        ("ext4", "/", ""), ("ext4", "/home", ""), ("apfs", "/", ""), ("btrfs", "/mediatheque", ""),
        ("cifs", "/mnt/ecole", "network"), ("nfs4", "/home", "network"), ("fuse.sshfs", "/mnt", "network"),
        ("smbfs", "/Volumes/ecole", "network"), ("vfat", "/mnt/x", "removable"),
        ("ext4", "/media/claire/CLE", "removable"), ("exfat", "/run/media/claire/CLE", "removable"),
        ("apfs", "/Volumes/CLE", "removable"),
    ],
)  # fmt: skip
def test_kinds_of_drives(file_system: str, mounted_at: str, kind: str) -> None:
    """Known by the file system and by where the system puts what is plugged in."""
    assert kind_of(file_system=file_system, mounted_at=mounted_at) == kind


def test_the_first_start_warns_before_anything_is_written(
    tmp_path: Path, theme: Theme, locale_en: Locale, qtbot: QtBot
) -> None:
    """A synchronised folder is allowed, and its danger told with the reason; a good one says nothing."""
    line = FolderLine(theme, locale_en, tmp_path / "carnet")
    qtbot.addWidget(line)
    assert drive_kind(tmp_path / "carnet" / "not" / "there") == ""
    assert hazard_of(tmp_path / "carnet") == ""
    assert "synchronises" not in labels(line)
    line.set_folder(tmp_path / "Nextcloud" / "carnet")
    assert "Nextcloud synchronises this folder" in labels(line)
    assert line.missing() == ""
    line.set_folder(tmp_path / "ailleurs")
    assert "synchronises" not in labels(line)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_hazard_has_its_reason(language: str) -> None:
    """Three dangers, three reasons; no danger, no word."""
    locale = Locale(language)
    words = [hazard_words(locale, hazard) for hazard in ("network", "removable", "Dropbox")]
    assert len(set(words)) == 3
    assert all("Carnet" in one or "Dropbox" in one for one in words)
    assert hazard_words(locale, "") == ""
