"""A sheet is filed, or filed elsewhere."""

import msgspec
import pytest

from app.actions.sheets.file_sheet import file_sheet
from app.errors import RecordUnknown
from app.models.draft import Draft
from tests import builders
from tests.builders import TODAY, finished


@pytest.fixture
def students(notebook):
    """Two students."""
    return builders.kept_student(notebook), builders.kept_student(
        notebook, family_name="Welter", given_name="Tom"
    )


def refile(notebook, library, record_id, student_id):
    """File an interview."""
    return file_sheet(
        notebook, library=library, kind="interview", record_id=record_id, student_id=student_id, today=TODAY
    )


def test_a_note_of_nobody_is_filed(notebook, library, students):
    """It gets a student and a case, its decisions go along, and it is found under the name."""
    student, _ = students
    sheet = finished(notebook, library, values={"demand": "x", "steps": [{"text": "Appeler"}]})
    with notebook.change():
        record = notebook.interviews.save(
            msgspec.structs.replace(sheet.record, unfiled_name="la grande de 4e")
        )
    changes = refile(notebook, library, record.id, student.id)
    filed = notebook.interviews.get(record.id)
    assert (filed.student_id, filed.unfiled_name) == (student.id, "")
    assert notebook.cases.get(filed.case_id).student_id == student.id
    assert [task.case_id for task in notebook.tasks.of_student([student.id])] == [filed.case_id]
    assert [hit.title for hit in notebook.search.writings("ines")]
    assert changes.touches("interview", "task", "case")
    assert notebook.interviews.unfiled() == []


def test_a_sheet_filed_to_the_wrong_student_moves_whole(notebook, library, students):
    """Answers, decisions and draft go to the other student; what is written stays, the history too."""
    wrong, right = students
    sheet = finished(
        notebook, library, student_id=wrong.id, values={"demand": "« x »", "steps": [{"text": "y"}]}
    )
    notebook.drafts.keep(
        Draft(
            record_id=sheet.record.id, kind="interview", form="f1-interview", form_version=1,
            content={"a": 1}, student_id=wrong.id, case_id=sheet.record.case_id,
        )
    )  # fmt: skip
    refile(notebook, library, sheet.record.id, right.id)
    assert notebook.interviews.of_student([wrong.id]) == []
    assert [one.id for one in notebook.interviews.of_student([right.id])] == [sheet.record.id]
    assert [task.text for task in notebook.tasks.of_student([right.id])] == ["y"]
    assert notebook.drafts.get(sheet.record.id).student_id == right.id
    assert "« x »" in [answer.value for answer in notebook.interviews.answers(sheet.record.id)]
    assert [hit.title for hit in notebook.search.writings("welter")]
    assert not notebook.search.writings("costa")
    assert len(notebook.history.of(sheet.record.id)) == 2


def test_a_sheet_never_finished_stays_a_draft(notebook, library, students):
    """Filing what is still being typed writes no revision and opens no case."""
    student, _ = students
    notebook.drafts.keep(
        Draft(
            record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, content={"demand": "x"}
        )
    )
    changes = refile(notebook, library, "d" * 32, student.id)
    assert notebook.drafts.get("d" * 32).student_id == student.id
    assert notebook.interviews.list() == []
    assert notebook.cases.count() == 0
    assert changes.ids("interview") == {"d" * 32}


def test_what_is_nowhere_cannot_be_filed(notebook, library, students):
    """Unknown sheets are refused."""
    with pytest.raises(RecordUnknown):
        refile(notebook, library, "0" * 32, students[0].id)
