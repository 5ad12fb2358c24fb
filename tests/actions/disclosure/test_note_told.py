"""What was told by phone or in a meeting is in the ledger, on paper, and goes with the student."""

from datetime import date, timedelta

import pytest

from app.actions.disclosure.note_told import note_told
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.papers.hand_out_received import note_received
from app.actions.papers.prepare_received import prepare_received
from app.actions.timeline.tell_timeline import tell_timeline
from app.documents import form_pdf
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.student import Student
from app.storage.notebook import Notebook
from tests.builders import TODAY, kept_student
from tests.documents.papers import text

SAID = "Qu’elle reprend lundi, rien d’autre."


@pytest.fixture
def told(notebook: Notebook) -> Student:
    """Inês: the teacher was rung up about her two days ago, the parents were met today."""
    student = kept_student(notebook)
    where = {"student_id": student.id, "case_id": None, "language": "fr", "today": TODAY}
    note_told(
        notebook, means="phone", recipient="Mme Kieffer, régente", said=SAID, ground="AGREEMENT",
        circle="teachers", on=TODAY - timedelta(days=2), **where,
    )  # fmt: skip
    note_told(
        notebook, means="meeting", recipient="Les parents", said="Le plan.", ground="OWN_DATA",
        circle="parents", on=TODAY, **where,
    )  # fmt: skip
    return student


def test_the_ledger_knows_it(notebook: Notebook, library: Library, told: Student) -> None:
    """To whom, what, on what ground and which day; the log that it was noted, nobody's words."""
    lines = notebook.disclosures.list(student_ids=[told.id])
    assert [(line.means, line.recipient, line.said) for line in lines] == [
        ("meeting", "Les parents", "Le plan."), ("phone", "Mme Kieffer, régente", SAID),
    ]  # fmt: skip
    assert lines[1].at.startswith((TODAY - timedelta(days=2)).isoformat())
    assert [line.what for line in notebook.audit.list(limit=2)] == ["told", "told"]
    assert SAID not in repr(lines)
    events = tell_timeline(notebook, library=library, student_id=told.id, locale=Locale("fr"))
    assert {"Dit au téléphone", "Dit en réunion"} <= {event.title for event in events}


def test_it_prints(notebook: Notebook, library: Library, told: Student) -> None:
    """Oldest first, in three languages; the paper itself gets a line, and then stands on the next one."""
    for code, title in (
        ("fr", "Qui a reçu quoi"),
        ("en", "Who has received what"),
        ("de", "Wer was erhalten"),
    ):
        locale = Locale(code)
        subject = prepare_received(notebook, library=library, student_id=told.id, locale=locale, today=TODAY)
        words = " ".join(text(form_pdf.build(subject, locale)).split())
        assert title in words
        assert words.index("Mme Kieffer") < words.index("Le plan.")
        assert "Inês Da Costa" in words
    note_received(
        notebook, student_id=told.id, pdf=b"%PDF-1.4 list", means="printed", recipient="Inês Da Costa",
        ground="OWN_DATA", language="fr", circle="student",
    )  # fmt: skip
    subject = prepare_received(
        notebook, library=library, student_id=told.id, locale=Locale("fr"), today=TODAY
    )
    assert subject.values is not None
    assert subject.values["lines"][-1]["what"] == "Qui a reçu quoi\u00a0: imprimé"


def test_nothing_received_prints_too(notebook: Notebook, library: Library) -> None:
    """A student nobody was told about: the paper says so by its empty list."""
    student, locale = kept_student(notebook), Locale("fr")
    subject = prepare_received(notebook, library=library, student_id=student.id, locale=locale, today=TODAY)
    assert text(form_pdf.build(subject, locale)).count("Inês Da Costa") == 1


def test_what_was_told_goes_with_the_student(notebook: Notebook, told: Student) -> None:
    """Erased for ever: the line stays, without a name and without a word."""
    erase_for_ever(notebook, kind="student", record_id=told.id)
    lines = notebook.disclosures.list()
    assert [(line.recipient, line.said) for line in lines] == [("", ""), ("", "")]
    assert lines[0].at[:4] >= str(date(2026, 1, 1).year)
