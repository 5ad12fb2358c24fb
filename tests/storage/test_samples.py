"""A notebook of every schema ever shipped opens for ever."""

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from app.actions.open_sheet import open_sheet
from app.actions.save_student import save_student
from app.personal.notes import PersonalNotes
from app.storage.migrate import newest
from app.storage.notebook import Notebook
from tests.builders import TODAY

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("notebook-*"))


def phrase(folder):
    """The phrase its README gives."""
    return re.search(r"^The phrase is: (.+)$", (folder / "README").read_text("utf-8"), re.MULTILINE)[1]


def test_every_schema_has_its_sample():
    """No schema is shipped without a notebook that remembers it."""
    assert [folder.name for folder in SAMPLES] == [f"notebook-{number}" for number in range(1, newest() + 1)]


@pytest.fixture(params=SAMPLES, ids=lambda folder: folder.name)
def sample(request, tmp_path):
    """A copy of each kept notebook, open."""
    folder = shutil.copytree(request.param, tmp_path / "notebook")
    notebook = Notebook.open(folder, passphrase=phrase(folder))
    yield notebook
    notebook.close()


def test_an_old_notebook_says_what_it_said(sample, library):
    """People, sheets, decisions, referral, ledger, draft: all there, found, and without damage."""
    (student,) = sample.students.list()
    assert (student.name, student.class_name) == ("Inês Da Costa", "5G2")
    (interview,) = sample.interviews.list()
    sheet = open_sheet(sample, library=library, kind="interview", record_id=interview.id)
    assert sheet.values["demand"] == "« Je n’ose plus prendre le bus. »"
    assert sheet.values["steps"][0]["text"] == "Appeler la régente"
    (referral,) = sample.referrals.list()
    assert sample.partners.get(referral.partner_id).service == "Centre de consultation Les Tilleuls"
    assert [line.means for line in sample.disclosures.list()] == ["printed"]
    assert sample.drafts.get("d" * 32).content == {"date": "32/13/"}
    assert [hit.record_id for hit in sample.search.writings("rentree moqu")] == [interview.id]
    assert sample.cases.list()[0].reference == "2026-0001"
    assert sample.damage() == []


def test_an_old_notebook_takes_new_work(sample):
    """It can be written in like a new one, and the journal goes on from where it was."""
    (student,) = sample.students.list()
    before = sample.history.of(student.id)
    changed = msgspec.structs.replace(student, class_name="4G2")
    save_student(sample, student=changed, today=TODAY)
    assert [one.parents for one in sample.history.of(student.id)[-1:]] == [[before[-1].id]]
    assert sample.damage() == []


def test_old_personal_notes_open(sample):
    """The author's own notes are read back too."""
    notes = PersonalNotes.open(*sample.personal_file(), sample.vault_id)
    assert [note.text for note in notes.search("ecout")] == ["Me laisser le temps d’écouter."]
    notes.close()
