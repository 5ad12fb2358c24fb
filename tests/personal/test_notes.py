"""The author's own notes."""

import os
from datetime import date

import pytest

from app.errors import NotebookDamaged, NotebookMissing, NotebookTooNew
from app.personal.note import NoteDraft
from app.personal.notes import MARK_END, MARK_START, PersonalNotes
from app.personal.review import review_day
from app.storage.engine import Engine
from tests.personal.conftest import KEY, VAULT
from tests.storage.raw_pages import raw_pages

SHEET, OTHER, STUDENT = "1" * 32, "2" * 32, "5" * 32


def everything(path):
    """Every cell of the whole file as one heap of bytes."""
    engine = Engine.open(path, KEY, read_only=True)
    names = [row[0] for row in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = [cell for name in names for row in engine.rows(f'SELECT * FROM "{name}"') for cell in row]
    engine.close()
    return b"\0".join(cell if isinstance(cell, bytes) else str(cell).encode("utf-8") for cell in cells)


def draft(**changes):
    """Half a note."""
    given = {
        "subject_id": SHEET, "student_id": STUDENT, "text": "Je me dem", "cursor": 9,
        "kept_at": "2026-11-12T10:00:00Z",
    }  # fmt: skip
    return NoteDraft(**given | changes)


def test_a_note_comes_back_with_its_days(notes):
    """What was written, when, and when it should be read again."""
    notes.save(subject_id=SHEET, student_id=STUDENT, text="Rester prudente.\nÀ relire.")
    note = notes.get(SHEET)
    assert (note.subject_id, note.student_id, note.text) == (SHEET, STUDENT, "Rester prudente.\nÀ relire.")
    assert note.written_at.endswith("Z")
    assert note.review_on == review_day(date.today())
    assert notes.get(OTHER) is None


def test_notes_are_kept_from_one_opening_to_the_next(notes, path):
    """They are on the disk when they are finished."""
    notes.save(subject_id=SHEET, student_id=None, text="Rester prudente.")
    notes.close()
    again = PersonalNotes.open(path, KEY, VAULT)
    assert again.get(SHEET).text == "Rester prudente."
    again.close()


def test_earlier_wordings_stay(notes):
    """Correcting keeps what stood before, newest first; saving the same again keeps nothing more."""
    for text in ("un", "deux", "deux", "trois"):
        notes.save(subject_id=SHEET, student_id=None, text=text)
    assert notes.get(SHEET).text == "trois"
    assert [text for _, text in notes.before(SHEET)] == ["deux", "un"]
    assert notes.before(OTHER) == []


def test_the_notes_about_a_student(notes):
    """All notes beside a student and their sheets, and of the sheets joined into theirs."""
    notes.save(subject_id=SHEET, student_id=STUDENT, text="un")
    notes.save(subject_id=OTHER, student_id="6" * 32, text="deux")
    notes.save(subject_id="3" * 32, student_id=None, text="trois")
    assert {note.text for note in notes.of_student([STUDENT, "6" * 32])} == {"un", "deux"}
    assert notes.of_student([]) == []


def test_a_draft_is_no_note(notes):
    """Typing comes back letter by letter with its cursor, is found by no search, and ends with the note."""
    notes.keep(draft())
    notes.keep(draft(text="Je me demande", cursor=13))
    assert notes.draft(SHEET) == draft(text="Je me demande", cursor=13)
    assert notes.get(SHEET) is None
    assert notes.search("demande") == []
    notes.save(subject_id=SHEET, student_id=STUDENT, text="Je me demande.")
    assert notes.draft(SHEET) is None


def test_filing_a_sheet_takes_its_note_along(notes):
    """The note and its draft follow the sheet to another student."""
    notes.save(subject_id=SHEET, student_id=None, text="un")
    notes.keep(draft(student_id=None))
    notes.refile(subject_id=SHEET, student_id=STUDENT)
    assert notes.get(SHEET).student_id == STUDENT
    assert notes.draft(SHEET).student_id == STUDENT


@pytest.mark.parametrize("erase", [lambda notes: notes.erase(SHEET), lambda notes: save_nothing(notes)])
def test_an_erased_note_is_nowhere(notes, path, erase):
    """Erasing, or emptying, removes the note, its wordings before, its draft and its words in the index."""
    notes.save(subject_id=SHEET, student_id=None, text="Kanarivogel premier")
    notes.save(subject_id=SHEET, student_id=None, text="Kanarivogel second")
    notes.keep(draft(text="Kanarivogel brouillon"))
    notes.save(subject_id=OTHER, student_id=None, text="reste")
    erase(notes)
    assert notes.get(SHEET) is None
    assert notes.before(SHEET) == []
    assert notes.draft(SHEET) is None
    assert notes.search("kanarivogel") == []
    assert notes.search("reste")
    notes.close()
    assert b"kanarivogel" not in everything(path).lower()


def save_nothing(notes):
    """What emptying the panel does."""
    notes.save(subject_id=SHEET, student_id=None, text="  \n")


@pytest.mark.parametrize(
    "typed", ["prud", "PRUDENTE rester", "a relire", "soeur", "l'ainee", "n'guyen-dupont"]
)
def test_their_search_is_as_forgiving_as_the_common_one(notes, typed):
    """Accents, capitals, apostrophes and joined letters do not matter; what matched is marked."""
    notes.save(
        subject_id=SHEET,
        student_id=None,
        text="Rester prudente avec la sœur, l’aînée N'Guyen-Dupont. À relire.",
    )
    notes.save(subject_id=OTHER, student_id=None, text="autre chose")
    (note,) = notes.search(typed)
    assert note.subject_id == SHEET
    assert MARK_START in note.passage
    assert MARK_END in note.passage


@pytest.mark.parametrize("typed", ["", "'", '"', "prudente absente", "*"])
def test_what_is_not_there_is_not_found(notes, typed):
    """Signs alone and words that stand nowhere find nothing."""
    notes.save(subject_id=SHEET, student_id=None, text="Rester prudente")
    assert notes.search(typed) == []


def test_the_newest_note_is_found_first(notes):
    """Results stand newest first, and a corrected note by its new words only."""
    for number in range(3):
        notes.save(subject_id=f"{number:032}", student_id=None, text=f"prudence {number}")
    assert [note.text for note in notes.search("prudence", limit=2)] == ["prudence 2", "prudence 1"]
    notes.save(subject_id=f"{2:032}", student_id=None, text="autre")
    assert len(notes.search("prudence")) == 2


def test_notes_whose_day_has_come(notes):
    """From 15 July on the year's notes ask to be read again or erased."""
    notes.save(subject_id=SHEET, student_id=None, text="un")
    day = notes.get(SHEET).review_on
    assert [note.subject_id for note in notes.due(day)] == [SHEET]
    assert notes.due(date(day.year, day.month, day.day - 1)) == []


def test_notes_never_show_their_words(notes):
    """In a log or an error a note is a number."""
    notes.save(subject_id=SHEET, student_id=None, text="Kanarivogel")
    for one in (notes.get(SHEET), draft(text="Kanarivogel")):
        assert "Kanarivogel" not in f"{one}{one!r}{[one]}"


def test_a_file_that_is_not_there_is_missing(notes, path):
    """Lost notes are said to be lost; no empty file takes their place."""
    notes.close()
    path.unlink()
    with pytest.raises(NotebookMissing):
        PersonalNotes.open(path, KEY, VAULT)
    assert not path.exists()


@pytest.mark.parametrize("size", [0, 1, 4096, 8192])
def test_a_cut_file_is_damaged(notes, path, size):
    """Never empty, never the wrong phrase."""
    notes.close()
    os.truncate(path, size)
    with pytest.raises(NotebookDamaged):
        PersonalNotes.open(path, KEY, VAULT)


def test_the_file_of_another_notebook_is_damage(notes, path):
    """Somebody else's notes are not opened beside this notebook."""
    notes.close()
    with pytest.raises(NotebookDamaged):
        PersonalNotes.open(path, KEY, "cd" * 16)
    with pytest.raises(NotebookDamaged):
        PersonalNotes.open(path, bytes(32), VAULT)


def test_a_file_without_its_owner_is_damage(tmp_path):
    """An encrypted file that does not say whose it is is not taken as new."""
    Engine.create(tmp_path / "empty.db", KEY).run("CREATE TABLE other (x)")
    with pytest.raises(NotebookDamaged):
        PersonalNotes.open(tmp_path / "empty.db", KEY, VAULT)


def test_a_newer_file_is_said_to_be_newer(notes, path):
    """A later version's notes are refused and stay as they are."""
    notes.close()
    engine = Engine.open(path, KEY)
    engine.run("PRAGMA user_version = 99")
    engine.close()
    with pytest.raises(NotebookTooNew):
        PersonalNotes.open(path, KEY, VAULT)


def test_several_notes_are_erased_and_leave_nothing(notes, path):
    """Wordings before, drafts and the index too; the others stay and are found; the file is written anew."""
    kept, gone = "a" * 32, ["b" * 32, "c" * 32]
    for subject in (kept, *gone):
        for text in ("Zéphyrin avant", "Zéphyrin après " + "mot " * 900):
            notes.save(subject_id=subject, student_id=None, text=f"{text} {subject[0]}")
    notes.keep(NoteDraft("d" * 32, None, "Zéphyrin en cours", 3, "2026-11-12T10:00:00Z"))
    assert notes.subjects([kept, *gone, "d" * 32, "e" * 32]) == [kept, *gone, "d" * 32]
    notes.erase_all([*gone, "d" * 32])
    assert notes.subjects([kept, *gone, "d" * 32]) == [kept]
    assert [note.subject_id for note in notes.search("zephyrin")] == [kept]
    assert notes._engine.damage() == []
    notes.erase_all([kept])
    assert notes.search("zephyrin") == []
    raw = raw_pages(path, KEY).lower()
    assert "zéphyrin".encode() not in raw
    assert b"zephyrin" not in raw


def test_long_notes_written_again_and_erased_keep_the_index_whole(notes):
    """A note written many times and then erased leaves an index that passes its own check."""
    for number in range(40):
        words = " ".join(f"mot{(number * k) % 97}" for k in range(700))
        notes.save(subject_id=f"{number % 8:032}", student_id=None, text=words)
    notes.erase(f"{3:032}")
    assert notes._engine.damage() == []
    assert len(notes.search("mot1")) == 7
