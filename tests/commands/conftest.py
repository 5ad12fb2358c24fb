"""A passphrase in a file, a notebook with a referral in it."""

from pathlib import Path

import pytest

from app.frameworks.library import Library
from app.models.record import Record
from app.storage.notebook import Notebook
from tests import builders


@pytest.fixture
def phrase_file(tmp_path: Path) -> Path:
    """A file whose first line opens the tests' notebooks."""
    file = tmp_path / "phrase.txt"
    file.write_text(builders.PHRASE + "\n", "utf-8")
    return file


@pytest.fixture
def referral(notebook: Notebook, library: Library) -> Record:
    """A referral of Inês Da Costa, case 2026-0001, to Les Tilleuls; the notebook is closed again."""
    student = builders.kept_student(notebook)
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    values = {
        "partner": partner.id, "reason": "Un lieu d’écoute hors de l’école.", "services": ["psychological"],
        "student_consent": "agrees", "parents_consent": "agrees",
    }  # fmt: skip
    sheet = builders.finished(notebook, library, form_key="f4-referral", student_id=student.id, values=values)
    notebook.close()
    record: Record = sheet.record
    return record
