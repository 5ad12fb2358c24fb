"""Nothing a person writes lies in clear in any file of the notebook."""

import stat
from pathlib import Path

import pytest

from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.models.disclosure import Disclosure
from app.models.draft import Draft
from app.personal.note import NoteDraft
from app.personal.notes import PersonalNotes
from tests import builders

CANARY = "Kanarivogel-hêtre-4711"


def found(folder: Path, word: str = CANARY) -> list[str]:
    """The files that hold the word in any usual encoding."""
    forms = [word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")]
    forms += [form.upper() for form in forms] + [word.encode("utf-8").hex().encode()]
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        for content in [path.read_bytes()]
        if any(form in content for form in forms)
    ]


@pytest.fixture
def filled(notebook, library):
    """The canary in every place a word can be written to."""
    student = builders.kept_student(notebook, family_name=CANARY, phone=CANARY)
    builders.finished(
        notebook, library, student_id=student.id,
        values={"demand": CANARY, "facts": [{"mark": "said", "text": CANARY}], "steps": [{"text": CANARY}]},
    )  # fmt: skip
    notebook.drafts.keep(
        Draft(record_id="d" * 32, kind="interview", form="x", form_version=1, content={"demand": CANARY})
    )
    notebook.preferences.set("school", CANARY)
    with notebook.change():
        notebook.partners.save(builders.partner(service=CANARY))
        notebook.disclosures.add(
            Disclosure(
                record_kind="referral",
                record_id=None,
                case_id=None,
                student_id=None,
                what="x",
                means="saved",
                recipient=CANARY,
                ground="AGREEMENT",
                language="fr",
                author_id="a" * 32,
            )
        )
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(subject_id="s" * 32, student_id=student.id, text=CANARY)
    notes.keep(NoteDraft("t" * 32, None, CANARY, 3, "2026-11-12T10:00:00Z"))
    yield notebook
    notes.close()


def test_the_looking_itself_works(tmp_path):
    """A word written in clear is seen."""
    for number, encoding in enumerate(("utf-8", "utf-16-le", "utf-16-be")):
        (tmp_path / str(number)).write_bytes(b"\x01" + CANARY.encode(encoding))
    assert len(found(tmp_path)) == 3


def test_nothing_lies_in_clear_while_open(filled, folder):
    """Names, answers, drafts, decisions, ledger, preferences and personal notes: in no file, readable."""
    assert filled.search.people("kanarivogel")
    assert found(folder) == []


def test_nothing_lies_in_clear_in_the_middle_of_a_save(filled, folder, tmp_path):
    """The journal of an unfinished change holds no word either."""
    with filled.change():
        for number in range(30):
            filled.partners.save(builders.partner(service=f"{CANARY} {number}", street="x" * 3000))
        filled.history._engine.run("PRAGMA cache_spill = ON")
        filled.history._engine.run("PRAGMA cache_size = 1")
        filled.partners.save(builders.partner(service=CANARY, street="y" * 20_000))
        assert (folder / "notebook.db-journal").exists()
        assert found(folder) == []
    assert found(folder) == []


def test_nothing_lies_in_clear_when_closed(filled, folder):
    """Closing leaves the encrypted files and the lock, and nothing else."""
    filled.close()
    assert found(folder) == []
    assert sorted(path.name for path in folder.iterdir()) == [
        "keys.json", "notebook.db", "notebook.lock", "personal.db",
    ]  # fmt: skip


def test_everything_belongs_to_its_owner_alone(filled, folder):
    """Folder 0700, files 0600, also the journal while it is there."""
    with filled.change():
        filled.partners.save(builders.partner())
        files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(files.values()) == {0o600}
    assert "notebook.db-journal" in files


def test_a_new_folder_belongs_to_its_owner_alone(empty_folder):
    """Whatever the system proposes, nobody else reads a notebook."""
    assert stat.S_IMODE(empty_folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in empty_folder.iterdir()} == {0o600}


def test_the_first_bytes_are_no_database(empty_folder):
    """Neither file begins like a database in clear."""
    for name in ("notebook.db", "personal.db"):
        assert not (empty_folder / name).read_bytes().startswith(b"SQLite format 3")


def test_erased_words_are_erased_from_the_open_file(filled):
    """An erased student is in no table of the notebook any more, the index included."""
    student = filled.students.list()[0]
    engine = filled.history._engine
    erase_for_ever(filled, kind="student", record_id=student.id)
    erase_for_ever(filled, kind="partner", record_id=filled.partners.list()[0].id)
    with filled.change():
        filled.drafts.drop("d" * 32)
        engine.run("DELETE FROM preference")
        engine.run("DELETE FROM disclosure")
    finish_erasing(filled)
    names = [row[0] for row in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    left = [name for name in names for row in engine.rows(f'SELECT * FROM "{name}"') if _holds(row)]
    assert left == []
    assert filled.damage() == []


def _holds(row):
    words = [word.encode("utf-8") for word in (CANARY, "kanarivogel", "4711")]
    cells = [cell.encode("utf-8") if isinstance(cell, str) else cell for cell in row]
    return any(word in cell for cell in cells if isinstance(cell, bytes) for word in words)
