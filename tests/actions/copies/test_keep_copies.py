"""Copies are kept without being asked, proved, few enough, in two places."""

import shutil
from datetime import datetime, timedelta

import msgspec
import pytest

from app.actions.copies.keep_copies import OFF, SHARE, is_due, keep_copies, name_second_place, second_place
from app.actions.copies.look_at_copies import look_at_copies
from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.errors import FileNotWritten, NoRoomForCopy
from app.storage.copy_record import keep_record, read_record
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PHRASE
from tests.storage.test_full_disk import small_drive


@pytest.fixture
def beside(notebook):
    """Where the copies lie."""
    return notebook.folder / FOLDER


@pytest.fixture
def stick(tmp_path):
    """A second place."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_changed_notebook_is_copied_and_an_unchanged_one_is_not(notebook, beside):
    """One copy a change, remembered without writing in the notebook."""
    assert is_due(notebook)
    assert keep_copies(notebook).here
    assert not is_due(notebook)
    assert not keep_copies(notebook).here
    builders.kept_student(notebook)
    assert is_due(notebook)
    assert keep_copies(notebook).here
    assert not is_due(notebook)
    copies = list_copies(beside, notebook.vault_id)
    assert len(copies) == 2
    opened = Notebook.open(copies[0].folder, passphrase=PHRASE)
    assert opened.students.count() == 1
    opened.close()
    assert read_record(notebook.folder).verified_at.endswith("Z")


def test_what_was_erased_stays_in_no_copy(notebook, beside, stick):
    """One new copy takes the place of all; a stick that was away follows when it is back."""
    name_second_place(notebook, folder=stick)
    student = builders.kept_student(notebook)
    keep_copies(notebook)
    keep_copies(notebook, anyway=True)
    away = second_place(notebook)
    hidden = away.rename(stick / "pulled-out")
    erase_for_ever(notebook, kind="student", record_id=student.id)
    finish_erasing(notebook)
    assert keep_copies(notebook).here
    (copy,) = list_copies(beside)
    opened = Notebook.open(copy.folder, passphrase=PHRASE)
    assert opened.students.find(student.id) is None
    opened.close()
    assert len(list_copies(hidden)) == 2
    hidden.rename(away)
    assert keep_copies(notebook).away
    assert len(list_copies(away)) == 1
    builders.kept_student(notebook)
    keep_copies(notebook)
    assert len(list_copies(beside)) == len(list_copies(away)) == 2


def test_made_on_demand_it_is_made_anyway(notebook, beside):
    """Whoever asks for one gets one."""
    keep_copies(notebook)
    assert keep_copies(notebook, anyway=True).here
    assert len(list_copies(beside)) == 2


def test_a_copy_that_was_thrown_away_is_made_again(notebook, beside):
    """An unchanged notebook without any copy is not one that has a copy."""
    keep_copies(notebook)
    shutil.rmtree(list_copies(beside)[0].folder)
    assert keep_copies(notebook).here


def test_the_second_place_has_its_own_copies(notebook, stick):
    """Both places are served; what was missed while the stick was away is made when it is back."""
    place = name_second_place(notebook, folder=stick)
    assert keep_copies(notebook) == (True, True, "there")
    assert len(list_copies(place, notebook.vault_id)) == 1
    assert keep_copies(notebook) == (False, False, "there")
    stick.rename(stick.with_name("away"))
    assert not look_at_copies(notebook).waiting, "nothing has changed since"
    builders.kept_student(notebook)
    assert keep_copies(notebook) == (True, False, "missing")
    assert look_at_copies(notebook).waiting
    assert not look_at_copies(notebook).asked_for, "it was here today"
    record = read_record(notebook.folder)
    keep_record(notebook.folder, msgspec.structs.replace(record, away_at="2026-11-12T10:14:00Z"))
    assert look_at_copies(notebook).asked_for
    stick.mkdir()  # the system shows an empty folder where the stick was: that is not the stick
    assert keep_copies(notebook) == (False, False, "missing")
    stick.rmdir()
    stick.with_name("away").rename(stick)
    assert keep_copies(notebook) == (False, True, "there")
    assert not look_at_copies(notebook).waiting
    assert len(list_copies(place, notebook.vault_id)) == 2
    name_second_place(notebook, folder=None)
    assert second_place(notebook) is None
    assert keep_copies(notebook).place == "none"


def test_a_first_place_that_fails_does_not_keep_the_second_from_its_copy(notebook, beside, stick):
    """The failure is told all the same."""
    place = name_second_place(notebook, folder=stick)
    beside.write_bytes(b"a file in the way")
    with pytest.raises(FileNotWritten):
        keep_copies(notebook)
    assert len(list_copies(place)) == 1


def test_copies_stay_within_the_room_they_were_given(notebook, beside, stick):
    """The oldest of both places go; those of another notebook are nobody's business here."""
    name_second_place(notebook, folder=stick)
    theirs = beside / "carnet-00000000-2020-01-01-101400"
    beside.mkdir()
    theirs.mkdir()
    notebook.preferences.set(SHARE, 0)  # no room at all: the newest stays alone
    for _ in range(3):
        keep_copies(notebook, anyway=True)
    looked = look_at_copies(notebook)
    assert len(looked.here) == len(looked.away_copies) == 1
    assert theirs.is_dir()
    assert (looked.share, looked.budget, looked.is_off) == (0, 0, False)
    assert looked.used == looked.here[0].size > 0
    notebook.preferences.set(OFF, True)
    assert look_at_copies(notebook).is_off


def test_rotation_is_done_on_the_disk(notebook, beside):
    """A year of old copies is thinned out by the next one that is made."""
    keep_copies(notebook)
    (first,) = list_copies(beside)
    began = datetime.now() - timedelta(days=60)
    for number in range(60 * 3):
        moment = began + timedelta(hours=8 * number)
        shutil.copytree(first.folder, beside / f"carnet-{first.vault}-{moment:%Y-%m-%d-%H%M%S}")
    keep_copies(notebook, anyway=True)
    left = list_copies(beside)
    assert 20 <= len(left) <= 36
    assert left[0].made >= first.made


def test_a_full_drive_is_told_and_keeps_what_there_is(notebook, tmp_path, stick):
    """Where one more does not fit, the oldest go but never the last, and nothing half stays.

    Who may not mount a small drive meets a drive that is too small by name only: the copy is made.
    """
    with small_drive(tmp_path / "small", 4) as small:
        place = name_second_place(notebook, folder=small or stick)
        if small is None:
            assert keep_copies(notebook).away
            return
        with pytest.raises(NoRoomForCopy):
            keep_copies(notebook)
        assert list(place.iterdir()) == []
    assert len(list_copies(notebook.folder / FOLDER)) == 1
