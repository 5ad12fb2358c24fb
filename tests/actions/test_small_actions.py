"""Actions that write one thing."""

from datetime import date

import msgspec
import pytest

from app.actions.cases.open_case import open_case
from app.actions.cases.save_case import save_case
from app.actions.copies.copy_notebook import LAST_COPY, copy_notebook
from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.disclosure.save_paper import save_paper
from app.actions.keys.create_notebook import create_notebook
from app.actions.papers.prepare_paper import prepare_blank_paper, prepare_paper
from app.actions.save_own_details import save_own_details
from app.actions.save_partner import save_partner
from app.actions.sheets.find_sheet import find_sheet
from app.actions.sheets.mark_sent import mark_sent
from app.actions.sheets.save_task import save_task
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_student import save_student
from app.errors import FileNotWritten, FormUnknown, NotFiledYet, RecordUnknown
from app.models.school import School
from app.models.task import Task
from app.security.passphrase import FLOOR
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import PDF, PHRASE, TODAY, finished


@pytest.fixture
def student(notebook):
    """Inês Da Costa."""
    return builders.kept_student(notebook)


def test_a_corrected_name_is_found_everywhere(notebook, library, student):
    """The list, the search of people and the titles of the sheets all say the new name."""
    finished(notebook, library, student_id=student.id, values={"demand": "bus"})
    changes = save_student(
        notebook, student=msgspec.structs.replace(student, family_name="Reis"), today=TODAY
    )
    assert changes.ids("student") == {student.id}
    assert [line.listed_name for line in notebook.students.page()] == ["Reis, Inês"]
    assert notebook.search.people("reis")
    assert not notebook.search.people("costa")
    assert notebook.search.writings("reis")


def test_a_new_class_is_a_new_line_of_the_years(notebook, student):
    """Class and school are kept year by year; the same class twice is one line."""
    save_student(notebook, student=msgspec.structs.replace(student, phone="1"), today=TODAY)
    save_student(notebook, student=msgspec.structs.replace(student, class_name="5G3"), today=TODAY)
    save_student(
        notebook, student=msgspec.structs.replace(student, class_name="4G3"), today=date(2027, 9, 20)
    )
    years = [(one.school_year, one.class_name) for one in notebook.enrolments.of_student(student.id)]
    assert years == [("2027-2028", "4G3"), ("2026-2027", "5G3"), ("2026-2027", "5G2")]


def test_each_writes_its_thing(notebook, student):
    """Guardian, partner, case and task, told by what changed."""
    guardian, partner = builders.guardian(student.id), builders.partner()
    case, task = builders.case(student.id), Task(text="x")
    assert save_guardian(notebook, guardian=guardian).ids("guardian") == {guardian.id}
    assert save_partner(notebook, partner=partner).ids("partner") == {partner.id}
    assert save_case(notebook, case=case).ids("case") == {case.id}
    assert save_task(notebook, task=task).ids("task") == {task.id}


def test_a_case_is_opened_once(notebook, student):
    """Opening a case that is open opens nothing."""
    assert open_case(notebook, student_id=student.id, today=TODAY).touches("case")
    assert not open_case(notebook, student_id=student.id, today=TODAY).touches("case")
    assert [case.reference for case in notebook.cases.list()] == ["2026-0001"]


def test_own_details_stand_on_the_next_paper(notebook):
    """Who one is, the unit and the schools, together; schools left out are kept."""
    author = msgspec.structs.replace(notebook.author, phone="1")
    unit = msgspec.structs.replace(notebook.units.own(), name="SePAS Nord")
    changes = save_own_details(notebook, practitioner=author, unit=unit, schools=[School(name="Annexe")])
    assert changes.touches("practitioner")
    assert (notebook.author.phone, notebook.units.own().name) == ("1", "SePAS Nord")
    assert len(notebook.schools.list()) == 2


def test_a_referral_is_sent_once(notebook, library, student):
    """Printing a proposal makes it sent today; one that was sent before keeps its day."""
    sheet = finished(notebook, library, form_key="f4-referral", student_id=student.id)
    assert mark_sent(notebook, referral_id=sheet.record.id, today=TODAY).touches("referral")
    referral = notebook.referrals.get(sheet.record.id)
    assert (referral.status, referral.sent_date) == ("sent", TODAY)
    assert not mark_sent(notebook, referral_id=sheet.record.id, today=date(2027, 1, 1)).touches("referral")


def test_a_copy_is_remembered(notebook, tmp_path):
    """When the last copy was made, for the day's page."""
    assert notebook.preferences.get(LAST_COPY) is None
    (tmp_path / "drive").mkdir()
    folder = copy_notebook(notebook, destination=tmp_path / "drive")
    assert folder.is_dir()
    assert notebook.preferences.get(LAST_COPY).endswith("Z")


def test_a_copy_that_failed_is_not_remembered(notebook, tmp_path):
    """Nobody is told of a copy there is not."""
    with pytest.raises(FileNotWritten):
        copy_notebook(notebook, destination=tmp_path / "absent")
    assert notebook.preferences.get(LAST_COPY) is None


def test_what_leaves_is_written_down(notebook, library, student):
    """Form and version, case and student, recipient, ground, language and author."""
    sheet = finished(notebook, library, form_key="f4-referral", student_id=student.id)
    record_disclosure(
        notebook,
        sheet=sheet,
        pdf=PDF,
        means="printed",
        recipient="Les Tilleuls",
        ground="AGREEMENT",
        language="fr",
    )
    (line,) = notebook.disclosures.list(student_ids=[student.id])
    assert (line.what, line.means, line.recipient, line.ground) == (
        f"f4-referral v{sheet.form.version}", "printed", "Les Tilleuls", "AGREEMENT",
    )  # fmt: skip
    assert (line.case_id, line.author_id) == (sheet.record.case_id, notebook.author_id)


def test_a_paper_is_loaded_whole(notebook, library, student, locale_fr):
    """Values, facts, reference, place and day; what is to stay is named."""
    sheet = finished(notebook, library, student_id=student.id, values={"demand": "bus"})
    subject = prepare_paper(
        notebook, library=library, sheet=sheet, locale=locale_fr, leave_out=frozenset({"demand"})
    )
    assert subject.values["demand"] == "bus"
    assert subject.facts["student.name"] == "Inês Da Costa"
    assert (subject.reference, subject.day) == ("2026-0001", TODAY)
    assert subject.place == "Bonnevoie-sur-Alzette"
    assert subject.leave_out == {"demand"}
    assert repr(subject) == "<PaperSubject f1-interview>"


def test_a_note_of_nobody_cannot_leave(notebook, library, locale_fr):
    """It has to be filed first."""
    with pytest.raises(NotFiledYet):
        prepare_paper(notebook, library=library, sheet=finished(notebook, library), locale=locale_fr)


def test_a_blank_paper_holds_the_head_only(notebook, library, locale_fr):
    """No values, no day, nobody's name."""
    subject = prepare_blank_paper(
        notebook, library=library, form_key="f4-referral", locale=locale_fr, day=TODAY
    )
    assert subject.blank
    assert subject.day is None
    assert "today" not in subject.facts
    assert subject.facts["practitioner.name"] == "Claire Aubrin"
    with pytest.raises(FormUnknown):
        prepare_blank_paper(notebook, library=library, form_key="f99", locale=locale_fr, day=TODAY)


def test_a_sheet_is_found_by_what_is_on_paper(notebook, library, student):
    """By the case reference the newest one; by the beginning of its identifier exactly one."""
    first, second = (finished(notebook, library, student_id=student.id) for _ in range(2))

    def found(reference, form_key="f1-interview"):
        return find_sheet(notebook, library=library, form_key=form_key, reference=reference).record.id

    assert found("2026-0001") == second.record.id
    assert found(first.record.id[:8]) == first.record.id
    for reference, form_key in [
        ("2026-0002", "f1-interview"), ("2026-0001", "f4-referral"), (first.record.id[:3], "f1-interview"),
        (first.record.id[:8], "f4-referral"), ("", "f1-interview"), ("%%%%%%%%", "f1-interview"),
    ]:  # fmt: skip
        with pytest.raises(RecordUnknown):
            found(reference, form_key)


def test_a_paper_is_written_whole_or_not_at_all(tmp_path):
    """The file there before stays when the new one cannot be written."""
    save_paper(pdf=b"%PDF-1", path=tmp_path / "a.pdf")
    save_paper(pdf=b"%PDF-2", path=tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-2"
    (tmp_path / "folder.pdf").mkdir()
    for path in (tmp_path / "absent" / "a.pdf", tmp_path / "folder.pdf"):
        with pytest.raises(FileNotWritten):
            save_paper(pdf=b"%PDF-1", path=path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "folder.pdf"]


def test_a_notebook_is_made_in_one_go(tmp_path):
    """Author, unit and schools stand in it from the first moment."""
    notebook = create_notebook(
        folder=tmp_path / "new", passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), schools=[builders.school(), School(name="Annexe")], cost=FLOOR,
    )  # fmt: skip
    notebook.close()
    notebook = Notebook.open(tmp_path / "new", passphrase=PHRASE)
    assert [school.name for school in notebook.schools.list()] == ["Annexe", "Lycée du Moulin"]
    assert notebook.author.name == "Claire Aubrin"
    assert notebook.damage() == []
    notebook.close()
