"""The certificate: what, how many, when, by whom and the hash; no name but the practitioner's."""

import subprocess

import msgspec
import pytest

from app import paths
from app.actions.bin_record import bin_record
from app.actions.history.erase_for_ever import erase_for_ever, finish_erasing
from app.actions.papers.prepare_certificate import counted, prepare_certificate
from app.actions.students.save_guardian import save_guardian
from app.documents import form_pdf
from app.frameworks.check import form_faults
from app.frameworks.check_question import Known
from app.frameworks.decode import decode
from app.i18n import Locale
from app.models.form import Form
from app.storage.erasing import _ORDER
from tests import builders


@pytest.fixture
def erased(notebook, library):
    """Inês with a guardian and an interview, gone."""
    student = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(student.id))
    builders.finished(notebook, library, student_id=student.id)
    bin_record(notebook, library=library, kind="student", record_id=student.id)
    done = erase_for_ever(notebook, kind="student", record_id=student.id).erasure
    finish_erasing(notebook)
    return notebook.erasures.get(done.id)


def text_of(pdf, tmp_path):
    """What somebody reads on the paper."""
    path = tmp_path / "certificate.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["Procès-verbal d’effacement", "1 entretien", "1 responsable", "1 dossier", "Journal"]),
        ("de", ["Löschprotokoll", "1 Gespräch", "1 erziehungsberechtigte Person", "1 Fall", "Zeile"]),
        ("en", ["Certificate of erasure", "1 interview", "1 guardian", "1 case", "line"]),
    ],
)
def test_it_says_what_how_many_when_and_by_whom(notebook, library, erased, tmp_path, language, words):
    """In the reader's language, with the hash of its line in the log and of its facts."""
    locale = Locale(language)
    subject = prepare_certificate(notebook, library=library, erasure=erased, locale=locale)
    said = text_of(form_pdf.build(subject, locale), tmp_path)
    number, digest = notebook.erasures.line(erased.id)
    for part in [
        *words,
        "2026-0001",
        "Claire Aubrin",
        erased.digest(),
        digest,
        str(number),
        erased.record_id,
    ]:
        assert part in said, part
    assert notebook.audit.list(limit=1)[0].hash == digest


def test_it_names_nobody(notebook, library, erased, locale_fr, tmp_path):
    """Neither the student, nor a guardian, nor what they said."""
    subject = prepare_certificate(notebook, library=library, erasure=erased, locale=locale_fr)
    said = text_of(form_pdf.build(subject, locale_fr), tmp_path)
    assert not any(word in said for word in ("Costa", "Inês", "Marta", "5G2", "LU-03"))
    assert "Costa" not in repr(msgspec.to_builtins(subject.values))


def test_its_form_is_sound(library):
    """The shipped file passes the checks of every form, in three languages."""
    form = decode(path=paths.resources() / "certificates" / "erasure.toml", kind=Form)
    known = Known(lists=library.lists, frameworks=set(library.frameworks))
    assert list(form_faults(form, known)) == []
    for question in form.questions:
        assert set(question.label) == {"fr", "en", "de"}


def test_every_kind_that_can_be_erased_is_counted(locale_en):
    """A kind added later has to be given words here too."""
    kinds = [*_ORDER, "draft", "revision"]
    assert len(counted(dict.fromkeys(kinds, 2), locale_en)) == len(kinds)
    assert counted({"interview": 1, "task": 0}, locale_en) == ["1 interview"]
