"""A copy is put back whole or not at all, and nothing is ever written over."""

import hashlib
import json
import os
import random
import shutil
from datetime import datetime, timedelta

import pytest

from app.actions.copies.find_copies import copies_in, find_copies
from app.actions.copies.keep_copies import keep_copies
from app.actions.copies.look_into_copy import look_into_copy
from app.actions.copies.restore_notebook import replace_notebook, restore_copy
from app.actions.streams.package_header import next_header
from app.errors import (
    CarnetError,
    CopyDamaged,
    CopyFailed,
    CopyOfAnother,
    CopyTooNew,
    FolderNotEmpty,
    NotebookInUse,
    WrongPassphrase,
)
from app.models.copy import Copy
from app.personal.notes import PersonalNotes
from app.storage.kept_copies import FOLDER, list_copies
from app.storage.migrate import newest
from app.storage.notebook import KEYS, NOTEBOOK, PERSONAL, Notebook
from app.storage.read_back import read_back
from app.storage.rotation import to_drop
from tests import builders
from tests.builders import PHRASE

FLIPS = 300


@pytest.fixture
def copy(notebook, library):
    """A copy with a student and an interview in it; the notebook goes on without it."""
    student = builders.kept_student(notebook)
    builders.finished(notebook, library, student_id=student.id)
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(subject_id="s" * 32, student_id=student.id, text="à relire")
    notes.close()
    keep_copies(notebook)
    return list_copies(notebook.folder / FOLDER)[0].folder


def hashes(folder):
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }  # fmt: skip


def test_a_copy_is_put_back_into_a_new_folder(copy, tmp_path):
    """Everything is there again, the notes too; the copy stays as it was."""
    before = hashes(copy)
    target = tmp_path / "again"
    assert restore_copy(folder=copy, passphrase=PHRASE, target=target) == target
    assert hashes(copy) == before
    assert {path.name for path in target.iterdir()} == {KEYS, NOTEBOOK, PERSONAL}
    opened = Notebook.open(target, passphrase=PHRASE)
    assert (opened.students.count(), opened.interviews.count()) == (1, 1)
    assert opened.damage() == []
    notes = PersonalNotes.open(*opened.personal_file(), opened.vault_id)
    assert notes.get("s" * 32).text == "à relire"
    notes.close()
    opened.close()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_nothing_is_written_over(copy, tmp_path):
    """A folder with anything in it, a file: refused, byte for byte as before. An empty one is taken."""
    filled = tmp_path / "filled"
    filled.mkdir()
    (filled / "letter.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for target in (filled, tmp_path / "file"):
        with pytest.raises(FolderNotEmpty):
            restore_copy(folder=copy, passphrase=PHRASE, target=target)
    assert (filled / "letter.txt").read_text() == (tmp_path / "file").read_text() == "mine"
    empty = tmp_path / "empty"
    empty.mkdir()
    restore_copy(folder=copy, passphrase=PHRASE, target=empty)
    Notebook.open(empty, passphrase=PHRASE).close()


def test_a_wrong_phrase_puts_nothing_back(copy, tmp_path):
    """It is called what it is."""
    with pytest.raises(WrongPassphrase):
        restore_copy(folder=copy, passphrase="une autre phrase", target=tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", [KEYS, NOTEBOOK, PERSONAL])
@pytest.mark.parametrize("damage", ["gone", "cut", "empty"])
def test_a_copy_that_lacks_something_is_refused(copy, tmp_path, name, damage):
    """A missing, shortened or emptied file: one sentence, nothing made."""
    path = copy / name
    if damage == "gone":
        path.unlink()
    else:
        os.truncate(path, 0 if damage == "empty" else path.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(CopyDamaged):
        restore_copy(folder=copy, passphrase=PHRASE, target=tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_every_flipped_bit_of_a_copy_is_seen(copy, notebook):
    """Wherever one bit of the record or of the notes is another one, the copy is known to be damaged."""
    assert flipped(copy, notebook, FLIPS) == []


def test_a_copy_with_a_flipped_bit_is_not_put_back(copy, tmp_path):
    """In any of its files: one sentence, and nothing is made. Flipped back it is a copy again."""
    for name in (KEYS, NOTEBOOK, PERSONAL):
        flip(copy / name, (copy / name).stat().st_size // 2, 4)
        with pytest.raises(CopyDamaged):
            restore_copy(folder=copy, passphrase=PHRASE, target=tmp_path / "again")
        assert not (tmp_path / "again").exists()
        flip(copy / name, (copy / name).stat().st_size // 2, 4)
    restore_copy(folder=copy, passphrase=PHRASE, target=tmp_path / "again")


def test_a_copy_of_a_newer_version_is_refused_politely(notebook, tmp_path):
    """It says to install that version; the copy is untouched."""
    engine = notebook.history._engine
    engine.run(f"PRAGMA user_version = {newest() + 1}")
    keep_copies(notebook)
    (copy,) = list_copies(notebook.folder / FOLDER)
    before = hashes(copy.folder)
    with pytest.raises(CopyTooNew):
        restore_copy(folder=copy.folder, passphrase=PHRASE, target=tmp_path / "again")
    assert hashes(copy.folder) == before
    assert not (tmp_path / "again").exists()


def test_a_damaged_notebook_is_replaced_and_kept(copy, notebook, folder):
    """The new one has its name and the copies; the damaged one lies beside, byte for byte."""
    notebook.close()
    os.truncate(folder / NOTEBOOK, 4096)
    damaged = hashes(folder)
    inside = look_into_copy(folder=copy, passphrase=PHRASE, present=folder)
    assert inside.counts["student"] == inside.counts["interview"] == 1
    assert inside.beyond is None
    assert inside.last_seen is not None
    former = replace_notebook(copy=inside.copy, place=folder)
    assert former.parent == folder.parent
    assert former.name.startswith(f"{folder.name}-former-")
    kept = {name: value for name, value in damaged.items() if not name.startswith(FOLDER)}
    assert {name: value for name, value in hashes(former).items() if "lock" not in name} == {
        name: value for name, value in kept.items() if "lock" not in name
    }
    opened = Notebook.open(folder, passphrase=PHRASE)
    assert opened.students.count() == 1
    opened.close()
    assert [one.folder.name for one in list_copies(folder / FOLDER)] == [copy.name]


def test_a_notebook_that_is_gone_comes_back_under_its_name(copy, notebook, folder, tmp_path):
    """Without a former one there is nothing to keep; the copies of a former one are found by its name."""
    notebook.close()
    elsewhere = shutil.copytree(copy, tmp_path / "stick" / copy.name)
    folder.rename(folder.with_name(f"{folder.name}-former-2026-11-22-101400"))
    assert [one.folder.name for one in find_copies(folder=folder)] == [copy.name]
    assert [one.folder for one in copies_in(folder=tmp_path / "stick")] == [elsewhere]
    assert [one.folder for one in copies_in(folder=elsewhere)] == [elsewhere]
    inside = look_into_copy(folder=elsewhere, passphrase=PHRASE, present=folder)
    assert replace_notebook(copy=inside.copy, place=folder) is None
    Notebook.open(folder, passphrase=PHRASE).close()


def test_an_open_notebook_and_another_one_are_not_replaced(copy, notebook, folder, made_pair):
    """Whoever has it open goes first; a copy of another notebook is called that."""
    inside = look_into_copy(folder=copy, passphrase=PHRASE, present=folder)
    with pytest.raises(NotebookInUse):
        replace_notebook(copy=inside.copy, place=folder)
    notebook.close()
    before = hashes(folder)
    keys = json.loads((folder / KEYS).read_text())
    other = folder.with_name("other")
    shutil.copytree(made_pair[0].folder, other)
    assert keys["vault_id"] not in (other / KEYS).read_text()
    with pytest.raises(CopyOfAnother):
        replace_notebook(copy=inside.copy, place=other)
    assert hashes(folder) == before


def test_what_would_be_missing_is_counted(copy, notebook, library, folder):
    """Records new since, records changed since, what is being typed: by their journal, not by a clock."""
    inside = look_into_copy(folder=copy, passphrase=PHRASE, present=folder)
    assert inside.beyond.nothing
    (student,) = notebook.students.list()
    builders.kept_student(notebook, family_name="Reis")
    builders.finished(notebook, library, student_id=student.id)
    with notebook.change():
        notebook.schools.save(builders.school())
    beyond = look_into_copy(folder=copy, passphrase=PHRASE, present=folder).beyond
    assert beyond.new == {"student": 1, "interview": 1}
    assert not beyond.nothing
    assert look_into_copy(folder=copy, passphrase=PHRASE, present=None).beyond is None


def test_a_notebook_put_back_begins_new_rows_of_packages(pair_with_case):
    """A number that was used after the copy was made is never used a second time in the same row."""
    pair = pair_with_case
    pair.hand_over()
    ours, to = pair.ours, pair.recipient()
    keep_copies(ours)
    (copy,) = list_copies(ours.folder / FOLDER)
    former, _ = next_header(ours, correspondent=to, kind="records", counts={})
    assert (former.sequence, former.stream_is_new) == (2, False)
    ours.close()
    inside = look_into_copy(folder=copy.folder, passphrase=PHRASE, present=ours.folder)
    replace_notebook(copy=inside.copy, place=ours.folder)  # the same folder of the same computer
    opened = Notebook.open(ours.folder, passphrase=PHRASE)
    header, stream = next_header(opened, correspondent=to, kind="records", counts={})
    assert (header.sequence, header.stream_is_new, header.previous) == (1, True, "")
    assert header.stream_id != former.stream_id
    with opened.change():
        opened.transfers.keep_stream(stream)
    assert next_header(opened, correspondent=to, kind="records", counts={})[0].stream_id == header.stream_id
    assert opened.damage() == []
    opened.close()


def test_every_copy_that_is_kept_can_be_put_back(notebook, tmp_path):
    """Ten recent ones, fourteen days, twelve months: some of the 31 here, opened and checked."""
    left = thirty_one(notebook)
    put_back(left[::6], tmp_path)


def test_what_cannot_be_written_leaves_nothing(copy, tmp_path):
    """A folder that cannot be made is told."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CarnetError):
        restore_copy(folder=copy, passphrase=PHRASE, target=tmp_path / "file" / "again")


def flipped(copy, notebook, flips):
    """Where a flipped bit went unseen."""
    chance, unseen = random.Random(20261122), []
    keys = {path.name: key for path, key in notebook.keys_of_files().items()}
    for number in range(flips):
        path = copy / (PERSONAL if number % 6 == 0 else NOTEBOOK)
        at, bit = chance.randrange(path.stat().st_size), 1 << chance.randrange(8)
        flip(path, at, bit)
        try:
            read_back(path, keys[path.name], path.stat().st_size)
            unseen.append((path.name, at, bit))
        except CopyFailed:
            pass
        flip(path, at, bit)
    return unseen


def flip(path, at, bit):
    """Change one bit."""
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ bit]))


def thirty_one(notebook):
    """What is left of two years with four copies a day, each year with one more student in it."""
    place, states = notebook.folder / FOLDER, []
    for _ in range(3):
        keep_copies(notebook, anyway=True)
        states.append(list_copies(place)[0])
        builders.kept_student(notebook)
    moments = [datetime.now() - timedelta(hours=6 * number) for number in range(1, 730 * 4)]
    names = [Copy(moment, 1, place, states[0].vault, 1) for moment in moments]
    gone = set(to_drop(names, newest=names[0], now=datetime.now(), budget=1 << 50))
    kept = [one for one in names if one not in gone]
    for number, one in enumerate(kept):
        source = states[len(states) * number // len(kept)].folder
        shutil.copytree(source, place / f"carnet-{one.vault}-{one.made:%Y-%m-%d-%H%M%S}")
    for state in states:
        shutil.rmtree(state.folder)
    left = list_copies(place)
    assert len(left) in {30, 31, 32}
    return left


def put_back(copies, where):
    """Each of them, into a folder of its own, opened and checked."""
    for number, one in enumerate(copies):
        target = restore_copy(folder=one.folder, passphrase=PHRASE, target=where / f"again-{number}")
        opened = Notebook.open(target, passphrase=PHRASE)
        assert opened.students.count() in {0, 1, 2}
        assert opened.damage() == []
        opened.close()
