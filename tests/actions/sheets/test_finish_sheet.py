"""What was typed becomes one revision."""

from datetime import date, datetime

import msgspec
import pytest

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.save_task import save_task
from app.errors import SheetIncomplete
from app.i18n import Locale
from app.models.draft import Draft
from app.models.task import Task
from tests import builders
from tests.builders import TODAY, finished


@pytest.fixture
def student(notebook):
    """Inês Da Costa."""
    return builders.kept_student(notebook)


def draft_of(sheet, **content):
    """A draft of a sheet as the window keeps one."""
    record = sheet.record
    return Draft(
        record_id=record.id, kind=sheet.kind, form=record.form, form_version=record.form_version,
        student_id=record.student_id, case_id=record.case_id, content=content,
    )  # fmt: skip


def test_everything_is_written_together(notebook, library, student):
    """One sheet: its record, answers, decisions, case, revision and search, and the draft is gone."""
    sheet = new_sheet(
        notebook, library=library, form_key="f1-interview", locale=Locale("fr"), student_id=student.id,
        moment=datetime(2026, 11, 12, 10, 5),
    )  # fmt: skip
    notebook.drafts.keep(draft_of(sheet, demand="« Je n’o"))
    values = {
        "date": "2026-11-12", "start": "10:05", "duration": 35, "main_reason": "LU-03",
        "present": ["student"], "demand": "« Je n’ose plus »",
        "facts": [{"mark": "seen", "text": "Tremble."}, {"mark": "said", "text": "Le bus."}],
        "steps": [{"text": "Appeler la régente", "due": "2026-11-20"}],
    }  # fmt: skip
    done = finish_sheet(notebook, library=library, sheet=sheet, values=values, today=TODAY)
    record = notebook.interviews.get(sheet.record.id)
    assert (record.duration, record.main_reason, record.present) == (35, "LU-03", ["student"])
    assert record.case_id == notebook.cases.of_student([student.id])[0].id
    assert [task.text for task in notebook.tasks.open()] == ["Appeler la régente"]
    assert len(notebook.history.of(record.id)) == 1
    assert [hit.record_id for hit in notebook.search.writings("ose plus")] == [record.id]
    assert [hit.record_id for hit in notebook.search.writings("regente")] == [record.id]
    assert notebook.drafts.list() == []
    assert done.changes.ids("interview") == {record.id}
    assert done.changes.touches("task", "case")
    assert open_sheet(notebook, library=library, kind="interview", record_id=record.id) == done.sheet


def test_finishing_again_without_a_change_writes_nothing(notebook, library, student):
    """Ctrl+S on an unchanged sheet leaves one revision, the same tasks, and no news."""
    sheet = finished(
        notebook, library, student_id=student.id, values={"steps": [{"text": "a"}, {"text": "b"}]}
    )
    again = finish_sheet(notebook, library=library, sheet=sheet, values=sheet.values, today=TODAY)
    assert again.changes.items == frozenset()
    assert len(notebook.history.of(sheet.record.id)) == 1
    assert notebook.tasks.count() == 2


def test_what_cannot_be_understood_writes_nothing(notebook, library, student):
    """A wrong date keeps the draft and leaves no half of the sheet anywhere."""
    sheet = finished(notebook, library, student_id=student.id)
    notebook.drafts.keep(draft_of(sheet, date="32/13/"))
    with pytest.raises(SheetIncomplete):
        finish_sheet(
            notebook, library=library, sheet=sheet, today=TODAY,
            values=sheet.values | {"next_date": "32/13/", "steps": [{"text": "x"}]},
        )  # fmt: skip
    assert len(notebook.history.of(sheet.record.id)) == 1
    assert notebook.tasks.count() == 0
    assert notebook.drafts.get(sheet.record.id)


def test_decisions_stay_the_same_tasks(notebook, library, student):
    """Correcting, reordering, ticking and removing decisions changes the tasks they became, no more."""
    sheet = finished(
        notebook,
        library,
        student_id=student.id,
        values={"steps": [{"text": "a"}, {"text": "b"}, {"text": "c"}]},
    )
    first, second, third = sheet.values["steps"]
    rows = [
        third,
        first | {"text": "a, mieux", "due": "2026-12-01", "who": "moi"},
        {"text": "d"},
        {"text": "  "},
    ]
    again = finish_sheet(
        notebook, library=library, sheet=sheet, values=sheet.values | {"steps": rows}, today=TODAY
    )
    tasks = notebook.tasks.of_source(sheet.record.id)
    assert [task.text for task in tasks] == ["c", "a, mieux", "d"]
    assert [task.id for task in tasks][:2] == [third["id"], first["id"]]
    assert tasks[1].due == date(2026, 12, 1)
    assert notebook.tasks.get(second["id"]).removed_at
    assert [row["text"] for row in again.sheet.values["steps"]] == ["c", "a, mieux", "d"]
    assert {(task.student_id, task.case_id) for task in tasks} == {(student.id, sheet.record.case_id)}


def test_a_task_done_stays_done_from_the_same_moment(notebook, library, student):
    """Ticking a decision notes when; saving the sheet later does not note it again."""
    sheet = finished(notebook, library, student_id=student.id, values={"steps": [{"text": "a"}]})
    task = notebook.tasks.of_source(sheet.record.id)[0]
    save_task(notebook, task=msgspec.structs.replace(task, done_at="2026-11-01T08:00:00Z"))
    sheet = open_sheet(notebook, library=library, kind="interview", record_id=sheet.record.id)
    assert sheet.values["steps"][0]["done"] is True
    finish_sheet(notebook, library=library, sheet=sheet, values=sheet.values, today=TODAY)
    assert notebook.tasks.get(task.id).done_at == "2026-11-01T08:00:00Z"
    rows = [sheet.values["steps"][0] | {"done": False}]
    finish_sheet(notebook, library=library, sheet=sheet, values=sheet.values | {"steps": rows}, today=TODAY)
    assert notebook.tasks.get(task.id).done_at is None


def test_a_form_without_decisions_leaves_tasks_alone(notebook, library, student):
    """A reminder hung on a referral survives the referral's being finished again."""
    sheet = finished(notebook, library, form_key="f4-referral", student_id=student.id)
    with notebook.change():
        notebook.tasks.save(Task(text="Relancer", source_kind="referral", source_id=sheet.record.id))
    finish_sheet(
        notebook,
        library=library,
        sheet=sheet,
        values=sheet.values | {"reason": "Un lieu d’écoute."},
        today=TODAY,
    )
    assert [task.text for task in notebook.tasks.open()] == ["Relancer"]


def test_a_sheet_of_nobody_waits(notebook, library):
    """Without a student nothing is opened; the note is counted as unfiled and found by what it says."""
    sheet = finished(notebook, library, values={"demand": "« C’est pour une amie »"})
    assert (sheet.record.student_id, sheet.record.case_id) == (None, None)
    assert len(notebook.interviews.unfiled()) == 1
    assert notebook.cases.count() == 0
    assert notebook.search.writings("amie")


def test_a_student_has_one_open_case(notebook, library, student):
    """The first sheet opens a case, the following ones belong to it; after a closed one comes a new one."""
    sheets = [finished(notebook, library, student_id=student.id) for _ in range(2)]
    sheets.append(finished(notebook, library, form_key="f4-referral", student_id=student.id))
    (case,) = notebook.cases.list()
    assert {sheet.record.case_id for sheet in sheets} == {case.id}
    assert case.reference == "2026-0001"
    with notebook.change():
        notebook.cases.save(msgspec.structs.replace(case, state="closed", closed=TODAY))
    later = finished(notebook, library, student_id=student.id)
    assert notebook.cases.get(later.record.case_id).reference == "2026-0002"
    again = finish_sheet(notebook, library=library, sheet=sheets[0], values=sheets[0].values, today=TODAY)
    assert again.sheet.record.case_id == case.id, "an old sheet stays in its case"


def test_the_reference_leads_to_the_student(notebook, library, student):
    """As soon as a case is open its reference is found."""
    finished(notebook, library, student_id=student.id)
    assert [hit.student_id for hit in notebook.search.people("2026-0001")] == [student.id]
