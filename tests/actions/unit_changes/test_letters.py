"""Letters of the unit's own: changed, added, carried in the unit file."""

from pathlib import Path

import pytest

from app.actions.unit_changes.add_file import add_file
from app.actions.unit_changes.hide_entry import hide_entry
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.look_into_unit_file import look_into_unit_file
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.read_changed_file import read_changed_file
from app.actions.unit_changes.replace_file import replace_file
from app.actions.unit_changes.reset_file import reset_file
from app.actions.unit_changes.save_copy import save_copy
from app.actions.unit_changes.take_unit_file import take_unit_file
from app.actions.unit_changes.text_of_file import text_of_file
from app.actions.unit_changes.write_unit_file import write_unit_file
from app.errors import (
    ChangedFileTooLarge,
    FileNameTaken,
    FileNotWritten,
    FileUnreadable,
    NotUtf8,
    ResourceBroken,
)
from app.frameworks.library import Library
from app.models.unit_changes import UnitChanges
from app.storage.notebook import Notebook
from tests.acquaintance import new_unit
from tests.actions.unit_changes.conftest import Now

LETTER = "letters/l1-invitation.toml"


def test_letters_stay_when_a_unit_changes_something_else(
    notebook: Notebook, library: Library, now: Now
) -> None:
    """An entry hidden in a list takes no letter away."""
    hide_entry(notebook, library=now(), list_key="urgency", code="24h", hidden=True)
    assert now().letters == library.letters
    assert library.letters


def test_a_letter_is_changed_and_given_up(notebook: Notebook, library: Library, now: Now) -> None:
    """The changed words are written; the shipped ones come back."""
    text = text_of_file(notebook, name=LETTER).replace("version = 1", "version = 8", 1)
    replace_file(notebook, library=now(), name=LETTER, text=text)
    assert now().letters["l1-invitation"].version == 8
    reset_file(notebook, library=now(), name=LETTER)
    assert now().letters == library.letters


def test_a_broken_letter_is_refused_with_its_place(notebook: Notebook, now: Now) -> None:
    """A place nobody can fill is named, and nothing is kept."""
    text = text_of_file(notebook, name=LETTER).replace("{student.name}", "{student.nmae}", 1)
    with pytest.raises(ResourceBroken) as failure:
        replace_file(notebook, library=now(), name=LETTER, text=text)
    assert str(failure.value.values["place"]).startswith(("text.", "slip.", "subject."))
    assert read_changes(notebook) == UnitChanges()


def test_the_unit_file_carries_letters(
    notebook: Notebook, library: Library, now: Now, tmp_path: Path
) -> None:
    """The preview names the letter, and afterwards it is the same here."""
    unit = new_unit(tmp_path / "unit")
    theirs = open_library(unit, shipped=library)
    text = text_of_file(unit, name=LETTER).replace("version = 1", "version = 8", 1)
    replace_file(unit, library=theirs, name=LETTER, text=text)
    theirs = open_library(unit, shipped=library)
    add_file(unit, library=theirs, name="letters/own.toml", text=text)
    path = tmp_path / "words.carnet-unit"
    write_unit_file(unit, path=path)
    unit.close()
    preview = look_into_unit_file(notebook, library=now(), path=path)
    assert {(one.what, one.where) for one in preview.differences} == {
        ("changed_file", LETTER), ("new_file", "letters/own.toml")
    }  # fmt: skip
    take_unit_file(notebook, preview=preview)
    assert now().letters["l1-invitation"].version == 8
    assert "own" in [letter.key for letter in now().letters_for("lu-sepas")]


def test_a_new_file_never_replaces_one_of_the_same_name(notebook: Notebook, now: Now) -> None:
    """Two files with one key: the second is refused by name and the first stays."""
    with pytest.raises(FileNameTaken):
        add_file(notebook, library=now(), name=LETTER, text=text_of_file(notebook, name=LETTER))
    assert read_changes(notebook) == UnitChanges()


def test_a_copy_goes_out_and_comes_back_as_it_was(notebook: Notebook, now: Now, tmp_path: Path) -> None:
    """Also with the line ends and the mark at the beginning that some editors write."""
    path = tmp_path / "l1-invitation.toml"
    save_copy(notebook, name=LETTER, path=path)
    text = text_of_file(notebook, name=LETTER)
    assert read_changed_file(path=path) == text
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    assert read_changed_file(path=path) == text
    replace_file(notebook, library=now(), name=LETTER, text=read_changed_file(path=path))
    with pytest.raises(FileNotWritten):
        save_copy(notebook, name=LETTER, path=tmp_path / "nowhere" / "l1.toml")


def test_files_nobody_can_read_are_told_apart(tmp_path: Path) -> None:
    """Fifty megabytes are not read to the end; another encoding is told with its line; a folder is none."""
    path = tmp_path / "f.toml"
    path.write_bytes(b"x" * (50 << 20))
    with pytest.raises(ChangedFileTooLarge):
        read_changed_file(path=path)
    path.write_bytes('version = 1\ntitle = { fr = "Été" }\n'.encode("latin-1"))
    with pytest.raises(NotUtf8) as failure:
        read_changed_file(path=path)
    assert failure.value.values["line"] == 2
    with pytest.raises(FileUnreadable):
        read_changed_file(path=tmp_path)
