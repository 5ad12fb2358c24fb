"""What was being written at the lock goes with whoever is erased."""

from app.actions.bin_record import bin_record
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.left_open import LETTER_LEFT_OPEN, QUESTIONS_LEFT_OPEN
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders


def test_an_erased_student_leaves_no_half_written_question(notebook: Notebook, library: Library) -> None:
    """Neither the letter nor the questions of the window keep a word; what is about nobody stays."""
    student = builders.kept_student(notebook)
    question = {"question": "student", "fields": ["Da Costa"], "about": {"record": {"id": student.id}}}
    notebook.preferences.set(LETTER_LEFT_OPEN, {"student": student.id, "own": "Chère Madame Da Costa"})
    notebook.preferences.set(QUESTIONS_LEFT_OPEN, [question])
    notebook.preferences.set("letter_window", "left")
    bin_record(notebook, library=library, kind="student", record_id=student.id)
    erase_for_ever(notebook, kind="student", record_id=student.id)
    assert not notebook.preferences.get(LETTER_LEFT_OPEN)
    assert not notebook.preferences.get(QUESTIONS_LEFT_OPEN)
    assert notebook.preferences.get("letter_window") == "left"
