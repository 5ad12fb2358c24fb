"""Sheets begun, and opened again."""

from datetime import date, datetime

import msgspec
import pytest

from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.errors import FormUnknown, RecordUnknown
from app.models.draft import Draft
from tests import builders

MOMENT = datetime(2026, 11, 12, 10, 5)


def begin(notebook, library, locale, form_key="f1-interview", **where):
    """A new sheet at MOMENT."""
    return new_sheet(notebook, library=library, form_key=form_key, locale=locale, moment=MOMENT, **where)


def test_a_new_sheet_knows_the_day_and_the_hour(notebook, library, locale_fr):
    """Date and time stand there already, and nothing is written."""
    sheet = begin(notebook, library, locale_fr)
    assert (sheet.values["date"], sheet.values["start"]) == ("2026-11-12", "10:05")
    assert sheet.is_new
    assert sheet.record.author_id == notebook.author_id
    assert notebook.interviews.list() == []
    assert notebook.drafts.list() == []


def test_a_new_sheet_belongs_to_the_open_case(notebook, library, locale_fr):
    """For a student being followed the sheet goes into the open case, also after two sheets were joined."""
    student = builders.kept_student(notebook)
    assert begin(notebook, library, locale_fr, student_id=student.id).record.case_id is None
    with notebook.change():
        notebook.cases.save(builders.case(student.id, "2026-0001", state="closed", closed=builders.TODAY))
        case = notebook.cases.save(builders.case(student.id, "2026-0002"))
    assert begin(notebook, library, locale_fr, student_id=student.id).record.case_id == case.id


def test_a_form_nobody_has_is_unknown(notebook, library, locale_fr):
    """Said as such."""
    with pytest.raises(FormUnknown):
        begin(notebook, library, locale_fr, form_key="f99")


def test_a_draft_alone_opens_as_a_new_sheet(notebook, library):
    """What was never finished comes back with its student, its case and its day."""
    student = builders.kept_student(notebook)
    draft = Draft(
        record_id="d" * 32, kind="interview", form="f1-interview", form_version=1, content={"date": "32/"},
        student_id=student.id, at="2026-11-10T12:00:00Z",
    )  # fmt: skip
    notebook.drafts.keep(draft)
    sheet = open_sheet(notebook, library=library, kind="interview", record_id="d" * 32)
    assert sheet.is_new
    assert sheet.draft == draft
    assert (sheet.record.id, sheet.record.student_id, sheet.record.date) == (
        "d" * 32,
        student.id,
        date(2026, 11, 10),
    )


def test_a_finished_sheet_opens_with_its_draft_beside_it(notebook, library):
    """What was typed since comes along; the finished values are still there."""
    sheet = builders.finished(notebook, library, values={"demand": "avant"})
    notebook.drafts.keep(
        Draft(
            record_id=sheet.record.id, kind="interview", form="f1-interview", form_version=1,
            content={"demand": "après"},
        )
    )  # fmt: skip
    opened = open_sheet(notebook, library=library, kind="interview", record_id=sheet.record.id)
    assert (opened.values["demand"], opened.draft.content) == ("avant", {"demand": "après"})
    assert not opened.is_new


def test_what_is_nowhere_is_unknown(notebook, library):
    """Neither sheet nor draft."""
    with pytest.raises(RecordUnknown):
        open_sheet(notebook, library=library, kind="interview", record_id="0" * 32)


def test_a_sheet_shows_no_words(notebook, library):
    """In a log a sheet is a kind and a number."""
    sheet = builders.finished(notebook, library, values={"demand": "Kanarivogel"})
    assert repr(sheet) == str(sheet) == f"<Sheet interview {sheet.record.id[:8]}>"


def test_a_sheet_begins_with_what_the_form_says(notebook, library, locale_fr):
    """A default stands there where the notebook knows nothing; what the notebook knows comes first."""
    form = library.forms["f1-interview"]
    begins = {"place": "Bureau B12", "mode": "RDV", "present": ["STUDENT"], "date": "2000-01-01"}
    sections = [
        msgspec.structs.replace(
            section,
            questions=[
                msgspec.structs.replace(ask, default=begins.get(ask.key)) for ask in section.questions
            ],
        )
        for section in form.sections
    ]
    form = msgspec.structs.replace(form, sections=sections)
    with_defaults = msgspec.structs.replace(library, forms={"f1-interview": form})
    sheet = new_sheet(
        notebook, library=with_defaults, form_key="f1-interview", locale=locale_fr, moment=MOMENT
    )
    assert {key: sheet.values[key] for key in begins} == begins | {"date": MOMENT.date().isoformat()}
