"""The two notebooks of one story, as they lie on the disk: made, opened, looked into between two windows."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.security.passphrase import FLOOR
from app.security.seal import unseal
from app.storage.notebook import Notebook
from tests import builders
from tests.architecture.house import ROOT
from tests.stories.looking import Word
from tests.stories.person import Person
from tests.stories.stage import Stage

PHRASE = "trois pommes pour un parapluie"
NOTE = "zibeline"  # stands in the personal note and nowhere else
THOUGHT = "pétaudière"  # stands in the analysis of the interview and nowhere else
OBSTACLE = "hippocampe"  # stands among the obstacles of the plan and nowhere else
CONCLUSION = "Veut un métier manuel, on se revoit en mai."
WISH = "Voir ce que j’ai fait à la fin de la journée"
FIRST, SECOND, STEP = "Apprentissage de menuisier", "Rester en quatrième", "Stage de découverte"
WHO, NAMED = "Da Costa, Inês", "Inês Da Costa"
STAYS = (NOTE, THOUGHT, OBSTACLE)


def practitioner_s_notebook(folder: Path, library: Library) -> None:
    """Closed, with a student who was seen once; something was concluded, something thought beside it."""
    notebook = Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=FLOOR,
    )  # fmt: skip
    with notebook.change():
        notebook.schools.save(builders.school())
    student = builders.kept_student(notebook)
    seen = builders.finished(
        notebook, library, student_id=student.id, moment=datetime.combine(date.today(), time(9, 5)),
        values={"analysis": f"Une {THOUGHT} à la maison.", "conclusion": CONCLUSION},
    )  # fmt: skip
    notes = PersonalNotes.open(*notebook.personal_file(), notebook.vault_id)
    notes.save(subject_id=seen.record.id, student_id=student.id, text=f"Penser à la {NOTE}.")
    notes.close()
    notebook.close()


def unit_s_notebook(folder: Path, *, phrase_file: Path, card: Path) -> None:
    """Closed, made without a window; its card is written."""
    phrase_file.write_text(PHRASE, encoding="utf-8")
    made = ["--role", "unit", "--framework", "lu-sepas", "--name", "Marc Feller", "--unit", "Unité du Moulin"]
    for words in (["new", str(folder), *made], ["card", str(folder), "-o", str(card)]):
        subprocess.run(
            [sys.executable, "-m", "app", *words, "--passphrase-file", str(phrase_file)],
            cwd=ROOT, check=True, capture_output=True,
        )  # fmt: skip


@contextmanager
def opened(stage: Stage, person: Person, folder: Path) -> Iterator[None]:
    """The notebook in a window, closed in order at the end."""
    program = stage.open_program(str(folder))
    person.is_in("Phrase de passe", role="password text")
    person.types(PHRASE)
    person.presses("Enter")
    person.sees("À faire", role="label")
    yield
    person.presses("Alt+F4")
    assert program.wait(20) == 0


def tell_what_left(letter: Path, unit: Path) -> None:
    """A name that names nobody; what the unit can read holds plan and conclusion and nothing that stays."""
    assert re.fullmatch(r"carnet-[0-9a-f]{8}\.age", letter.name)
    notebook, clear = Notebook.open(unit, passphrase=PHRASE), io.BytesIO()
    with letter.open("rb") as untrusted:
        unseal(untrusted=untrusted, opened=clear, secret=notebook.identity.seal_secret)
    notebook.close()
    for said in (CONCLUSION, WISH, FIRST, SECOND, STEP):
        assert Word(said).in_bytes(clear.getvalue())
        assert not Word(said).in_bytes(letter.read_bytes())
    for word in STAYS:
        assert not Word(word).in_bytes(clear.getvalue())


def tell_what_came(unit: Path) -> None:
    """Everything once, in one revision, by the practitioner; no second version of anything."""
    notebook = Notebook.open(unit, passphrase=PHRASE)
    try:
        names = {one.id: one.name for one in notebook.practitioners.list()}
        for shelf in (notebook.students, notebook.cases, notebook.interviews, notebook.plans):
            (record,) = shelf.list()
            (revision,) = notebook.history.of(record.id)
            assert names[revision.author_id] == "Claire Aubrin"
            assert names[getattr(record, "author_id", revision.author_id)] == "Claire Aubrin"
        assert len(notebook.transfers.packages(direction="in", limit=9)) == 1
        assert notebook.transfers.conflicts() == []
        assert notebook.damage() == []
    finally:
        notebook.close()


def a_week_goes_by(folder: Path) -> None:
    """The notebook believes that the letter was handed over eight days ago."""
    notebook = Notebook.open(folder, passphrase=PHRASE)
    (package,) = notebook.transfers.packages(direction="out")
    before = date.today() - timedelta(days=8)
    with notebook.change():
        notebook.transfers.states.note_step(package.id, "handed_over_at", f"{before}T12:00:00Z")
    notebook.close()


def review() -> date:
    """The day of the next review."""
    return date.today() + timedelta(days=30)
