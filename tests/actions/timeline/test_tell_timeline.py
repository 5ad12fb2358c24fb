"""Everything about a student in order of time."""

from datetime import datetime

import msgspec
import pytest

from app.actions.disclosure.record_disclosure import record_disclosure
from app.actions.students.join_students import join_students
from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from tests import builders
from tests.builders import PDF, TODAY, finished


@pytest.fixture
def student(notebook):
    """Inês Da Costa."""
    return builders.kept_student(notebook)


def told(notebook, library, locale, student):
    """The chronology."""
    events = tell_timeline(notebook, library=library, student_id=student.id, locale=locale)
    return tell_sheets(notebook, library=library, locale=locale, events=events)


def test_sheets_cases_and_papers_stand_newest_first(notebook, library, locale_fr, student):
    """Interview, referral, what left, the case opened and closed: each is one line with its day."""
    partner = builders.partner()
    with notebook.change():
        notebook.partners.save(partner)
    finished(
        notebook, library, student_id=student.id, moment=datetime(2026, 10, 1, 8, 5),
        values={"demand": "« Je n’ose plus »", "duration": 35},
    )  # fmt: skip
    sheet = finished(
        notebook, library, form_key="f4-referral", student_id=student.id, values={"partner": partner.id},
        moment=datetime(2026, 10, 5, 9, 0),
    )  # fmt: skip
    record_disclosure(
        notebook,
        sheet=sheet,
        pdf=PDF,
        means="printed",
        recipient=partner.service,
        ground="AGREEMENT",
        language="fr",
    )
    (case,) = notebook.cases.list()
    with notebook.change():
        notebook.cases.save(msgspec.structs.replace(case, state="closed", closed=TODAY, outcome="OUT-APAIS"))
    events = told(notebook, library, locale_fr, student)
    assert [event.day for event in events] == sorted((event.day for event in events), reverse=True)
    assert {event.kind for event in events} == {"interview", "referral", "disclosure", "case"}
    interview = next(event for event in events if event.kind == "interview")
    assert (interview.text, interview.quoted, interview.clock) == ("« Je n’ose plus »", True, "08:05")
    assert "35\u00a0min" in interview.facts
    referral = next(event for event in events if event.kind == "referral")
    assert partner.service in referral.title
    assert any("apaisée" in event.facts for event in events if event.kind == "case")


def test_a_sensitive_reason_is_not_read_over_a_shoulder(notebook, library, locale_fr, student):
    """Reasons the list calls sensitive stand on the sheet only."""
    finished(notebook, library, student_id=student.id, values={"main_reason": "LU-02"})
    finished(notebook, library, student_id=student.id, values={"main_reason": "LU-03"})
    facts = " ".join(event.facts for event in told(notebook, library, locale_fr, student))
    assert "mobbing" in facts
    assert "mal-être" not in facts


def test_a_joined_student_has_one_chronology(notebook, library, locale_fr, student):
    """What was noted on both sheets stands in one order."""
    other = builders.kept_student(notebook, family_name="Dacosta")
    for one in (student, other):
        finished(notebook, library, student_id=one.id)
    join_students(notebook, kept_id=student.id, other_id=other.id)
    kinds = [event.kind for event in told(notebook, library, locale_fr, student)]
    assert kinds.count("interview") == 2


def test_lines_show_no_words_in_a_log(notebook, library, locale_fr, student):
    """A line of a chronology in a log is a kind and a number."""
    finished(notebook, library, student_id=student.id, values={"demand": "Kanarivogel"})
    for event in told(notebook, library, locale_fr, student):
        assert "Kanarivogel" not in f"{event}{event!r}"


def test_a_long_text_ends_with_an_ellipsis(notebook, library, locale_fr, student):
    """What goes on is told as going on; a short one ends as it was written."""
    finished(notebook, library, student_id=student.id, values={"demand": "Je n’ose plus. " * 100})
    (line,) = [event.text for event in told(notebook, library, locale_fr, student) if event.quoted]
    assert line.endswith(("plus …", "n’ose …", "Je …"))
    assert "  " not in line
    finished(notebook, library, student_id=student.id, values={"demand": "Je n’ose plus."})
    assert "Je n’ose plus." in [event.text for event in told(notebook, library, locale_fr, student)]
