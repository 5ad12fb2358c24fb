"""Into the bin, and back."""

import time

import msgspec
import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.sheets.finish_sheet import finish_sheet
from app.errors import RecordUnknown
from app.models.task import Task
from tests import builders
from tests.builders import TODAY, finished


@pytest.fixture
def student(notebook):
    """Inês Da Costa."""
    return builders.kept_student(notebook)


def put_away(notebook, library, kind, record_id):
    """Into the bin."""
    return bin_record(notebook, library=library, kind=kind, record_id=record_id)


def take_out(notebook, library, kind, record_id):
    """Out of the bin."""
    return restore_record(notebook, library=library, kind=kind, record_id=record_id)


def test_a_sheet_comes_back_with_its_tasks(notebook, library, student):
    """In the bin it is in no list, no search and nothing to do; taken out, everything is as before."""
    sheet = finished(
        notebook,
        library,
        student_id=student.id,
        values={"demand": "bus", "steps": [{"text": "a"}, {"text": "b"}]},
    )
    changes = put_away(notebook, library, "interview", sheet.record.id)
    assert changes.touches("interview")
    assert changes.touches("task")
    assert notebook.interviews.list() == []
    assert notebook.tasks.open() == []
    assert notebook.search.writings("bus") == []
    assert notebook.damage() == []
    take_out(notebook, library, "interview", sheet.record.id)
    assert [one.id for one in notebook.interviews.list()] == [sheet.record.id]
    assert [task.text for task in notebook.tasks.of_source(sheet.record.id)] == ["a", "b"]
    assert [hit.record_id for hit in notebook.search.writings("bus")] == [sheet.record.id]
    assert notebook.damage() == []


def test_a_decision_struck_off_before_stays_struck_off(notebook, library, student):
    """Only what went into the bin with the sheet comes back with it."""
    sheet = finished(
        notebook, library, student_id=student.id, values={"steps": [{"text": "a"}, {"text": "b"}]}
    )
    values = sheet.values | {"steps": sheet.values["steps"][1:]}
    finish_sheet(notebook, library=library, sheet=sheet, values=values, today=TODAY)
    time.sleep(1.1)  # the bin tells what went in together by the second
    put_away(notebook, library, "interview", sheet.record.id)
    take_out(notebook, library, "interview", sheet.record.id)
    assert [task.text for task in notebook.tasks.of_source(sheet.record.id)] == ["b"]


def test_a_student_takes_their_sheets_along(notebook, library, student):
    """A student in the bin is found nowhere, nor are their sheets; back out, all of it is found again."""
    finished(notebook, library, student_id=student.id, values={"demand": "bus", "steps": [{"text": "a"}]})
    put_away(notebook, library, "student", student.id)
    assert notebook.students.page() == []
    assert notebook.search.people("ines") == []
    assert notebook.search.writings("bus") == []
    assert notebook.tasks.open() == []
    assert notebook.damage() == []
    take_out(notebook, library, "student", student.id)
    assert [line.id for line in notebook.students.page()] == [student.id]
    assert notebook.search.people("ines")
    assert notebook.search.writings("bus")
    assert len(notebook.tasks.open()) == 1
    assert notebook.damage() == []


def test_a_sheet_in_the_bin_stays_there_when_its_student_comes_back(notebook, library, student):
    """What was put away on its own stays away."""
    sheet = finished(notebook, library, student_id=student.id, values={"demand": "bus"})
    put_away(notebook, library, "interview", sheet.record.id)
    put_away(notebook, library, "student", student.id)
    take_out(notebook, library, "student", student.id)
    assert notebook.search.writings("bus") == []
    assert notebook.interviews.list() == []


@pytest.mark.parametrize("kind", ["guardian", "partner", "task", "case", "referral"])
def test_every_other_thing_goes_and_comes(notebook, library, student, kind):
    """Guardians, partners, tasks, cases and referrals alike; each way is one revision."""
    record = {
        "guardian": builders.guardian(student.id),
        "partner": builders.partner(),
        "task": Task(text="x"),
        "case": builders.case(student.id),
        "referral": builders.referral(student.id),
    }[kind]
    shelf = notebook.shelf(kind)
    with notebook.change():
        saved = shelf.save(record)
    put_away(notebook, library, kind, record.id)
    assert shelf.list() == []
    take_out(notebook, library, kind, record.id)
    assert [msgspec.structs.replace(one, revision=saved.revision) for one in shelf.list()] == [saved]
    assert len(notebook.history.of(record.id)) == 3


def test_what_is_nowhere_cannot_be_put_away(notebook, library):
    """Unknown records are refused."""
    with pytest.raises(RecordUnknown):
        put_away(notebook, library, "student", "0" * 32)
