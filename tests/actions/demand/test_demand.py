"""Requests with a student and without, advice about nobody, and their figures."""

from datetime import date

import msgspec
import pypdfium2
import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.cases.open_case import open_case
from app.actions.demand.attach_request import attach_request, detach_request, repeat_request
from app.actions.demand.count_demand import count_demand
from app.actions.demand.find_names import known_names, names_in
from app.actions.demand.look_at_demand import look_at_demand
from app.actions.demand.prepare_demand import prepare_demand
from app.actions.demand.save_advice import save_advice
from app.actions.demand.save_request import save_request
from app.actions.demand.tell_demand import tell_demand
from app.actions.history.bring_back import bring_back
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.history.look_at_revisions import look_at_revisions
from app.actions.sheets.new_sheet import new_sheet
from app.actions.students.join_students import join_students
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.rename_entry import rename_entry
from app.documents import form_pdf
from app.errors import StillNamed
from tests import builders
from tests.builders import TODAY


@pytest.fixture
def asked(notebook, library):
    """A class tutor asked a week ago, for somebody nobody has looked up yet."""
    request = builders.request()
    save_request(notebook, request=request)
    return notebook.requests.get(request.id)


def attached(notebook, library, request, student):
    """The same once one knows whom it was for."""
    attach_request(notebook, request_id=request.id, student_id=student.id, today=TODAY)
    return notebook.requests.get(request.id)


def figures(notebook, **wanted):
    """Of the present school year, with a fortnight to be seen in."""
    return count_demand(look_at_demand(notebook, today=TODAY, **wanted), limit=14)


def test_a_request_is_counted_also_when_nobody_follows_it(notebook, library, asked):
    """Two that ended without being followed, one that waits: three asked."""
    for outcome in ("none", "refused"):
        request = builders.request(outcome=outcome, outcome_note="Plus de place", received=date(2026, 9, 14))
        save_request(notebook, request=request)
    counted = figures(notebook)
    assert (counted.requests, counted.unfollowed, counted.waiting, counted.seen) == (3, 2, 1, 0)
    assert counted.by_outcome == [("", 1), ("none", 1), ("refused", 1)]
    assert (counted.typical, counted.late) == (None, 0), "who was never seen has no wait"


def test_the_case_begins_with_the_request_and_nothing_is_typed_again(notebook, library, asked):
    """Every word stays, the case is new, and what becomes of it is said."""
    student = builders.kept_student(notebook)
    now = attached(notebook, library, asked, student)
    (case,) = notebook.cases.of_student([student.id])
    assert (now.student_id, now.case_id, now.outcome) == (student.id, case.id, "opened")
    taken_over = {"student_id": None, "case_id": None, "outcome": "", "revision": asked.revision}
    assert msgspec.structs.replace(now, **taken_over) == asked
    assert notebook.requests.of_case(case.id) == [now]
    (hit,) = notebook.search.writings("cantine")
    assert (hit.kind, hit.student_id, hit.title) == ("request", student.id, student.name)


def test_the_first_interview_says_already_who_asked_when_and_why(notebook, library, asked, locale_en):
    """And the second one asks again: somebody else may have."""
    student = builders.kept_student(notebook)
    attached(notebook, library, asked, student)
    begun = new_sheet(
        notebook, library=library, form_key="f1-interview", locale=locale_en, student_id=student.id
    ).values
    assert (begun["origin"], begun["request_date"], begun["main_reason"]) == ("ENS", "2026-11-05", "LU-03")
    builders.finished(notebook, library, student_id=student.id, values={"demand": "« Oui. »"})
    begun = new_sheet(
        notebook, library=library, form_key="f1-interview", locale=locale_en, student_id=student.id
    ).values
    assert [begun.get(key) or "" for key in ("origin", "request_date", "main_reason")] == [""] * 3


def test_undone_the_empty_case_goes_and_its_number_is_not_given_again(notebook, library, asked):
    """The wrong student: their notebook page is as it was before."""
    wrong, right = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    now = attached(notebook, library, asked, wrong)
    detach_request(notebook, request_id=now.id, outcome=asked.outcome)
    alone = notebook.requests.get(now.id)
    assert msgspec.structs.replace(alone, revision=asked.revision) == asked
    assert notebook.cases.of_student([wrong.id]) == []
    assert attached(notebook, library, asked, right).student_id == right.id
    assert [case.reference for case in notebook.cases.of_student([right.id])] == ["2026-0002"]


def test_given_to_another_at_once_the_first_ones_empty_case_goes_too(notebook, library, asked):
    """Without taking it apart first."""
    wrong, right = builders.kept_student(notebook), builders.kept_student(notebook, given_name="Tiago")
    attached(notebook, library, asked, wrong)
    assert attached(notebook, library, asked, right).outcome == "opened"
    assert notebook.cases.of_student([wrong.id]) == []


def test_a_case_in_which_something_was_written_stays(notebook, library, asked):
    """An interview in it, or only a thing to do: nobody's writing goes with a slip."""
    student = builders.kept_student(notebook)
    attached(notebook, library, asked, student)
    builders.finished(notebook, library, student_id=student.id, values={"demand": "« Oui. »"})
    detach_request(notebook, request_id=asked.id)
    assert len(notebook.cases.of_student([student.id])) == 1


def test_who_is_followed_already_gets_no_second_case(notebook, library, asked):
    """And the case stays theirs when the request is taken off again."""
    student = builders.kept_student(notebook)
    open_case(notebook, student_id=student.id, today=TODAY)
    assert attached(notebook, library, asked, student).outcome == "known"
    detach_request(notebook, request_id=asked.id)
    assert len(notebook.cases.of_student([student.id])) == 1


def test_an_outcome_somebody_said_stays(notebook, library, asked):
    """One-off advice, and the student is named only later."""
    given = msgspec.structs.replace(asked, outcome="advice")
    save_request(notebook, request=given)
    assert attached(notebook, library, given, builders.kept_student(notebook)).outcome == "advice"


def test_twins_are_two_requests(notebook, library, asked):
    """One each, with the same words; each has a case and may go its own way."""
    one, other = (builders.kept_student(notebook, given_name=name) for name in ("Inês", "Tiago"))
    attached(notebook, library, asked, one)
    repeat_request(notebook, request_id=asked.id, student_id=other.id, today=TODAY)
    (again,) = notebook.requests.of_student(other.id)
    assert (again.received, again.text, again.outcome) == (asked.received, asked.text, "opened")
    assert again.case_id != notebook.requests.get(asked.id).case_id
    assert figures(notebook).requests == 2


def test_the_first_interview_since_is_the_first_contact(notebook, library, asked):
    """Not one before the request; also one noted on a sheet joined with it; a day that was written wins."""
    student, double = (builders.kept_student(notebook, given_name=name) for name in ("Inês", "Inès"))
    attached(notebook, library, asked, student)
    join_students(notebook, kept_id=double.id, other_id=student.id)
    for student_id, day in (
        (student.id, date(2026, 11, 2)),
        (double.id, date(2026, 11, 9)),
        (student.id, TODAY),
    ):
        with notebook.change():
            notebook.interviews.save(builders.interview(student_id, date=day))
    (line,) = look_at_demand(notebook, today=TODAY).asked
    assert (line.contact, line.days) == (date(2026, 11, 9), 4)
    typed = msgspec.structs.replace(notebook.requests.get(asked.id), first_contact=date(2026, 11, 6))
    save_request(notebook, request=typed)
    assert figures(notebook).typical == 1


def test_whoever_is_not_followed_waited_too(notebook, library, asked):
    """Until that was noted the first time; what is corrected later counts for nothing."""
    closed = msgspec.structs.replace(asked, outcome="none", outcome_note="Plus de place avant janvier.")
    save_request(notebook, request=closed)
    noted = "UPDATE revision SET at = '2026-11-10T11:00:00Z' WHERE record_id = ?"
    notebook._engine.run(noted, (asked.id,))
    save_request(notebook, request=msgspec.structs.replace(closed, handler="Marc Feller"))
    (line,) = look_at_demand(notebook, today=TODAY).asked
    assert (line.contact, line.days) == (None, 5)
    assert (figures(notebook).unfollowed, figures(notebook).seen) == (1, 0)


def test_received_last_year_and_seen_this_year(notebook, library):
    """It counts where it was received; this year shows it as carried over, or as still waiting."""
    for request in (
        builders.request(received=date(2026, 6, 29), first_contact=date(2026, 9, 15), outcome="opened"),
        builders.request(received=date(2026, 7, 3)),
        builders.request(received=date(2026, 8, 1)),
    ):
        save_request(notebook, request=request)
    now, before = look_at_demand(notebook, today=TODAY), figures(notebook, year="2025-2026")
    assert (now.years, len(now.asked)) == (["2026-2027", "2025-2026"], 1)
    assert [one.request.received for one in now.earlier] == [date(2026, 7, 3), date(2026, 6, 29)]
    assert count_demand(now, limit=14).carried == 1
    assert (before.requests, before.seen, before.typical, before.late, before.carried) == (2, 1, 78, 2, 0)


def test_advice_is_counted_by_topic_and_by_who_asked(notebook, library):
    """How often and how long; minutes nobody noted are said to be missing."""
    for minutes, origin in ((15, "DIR_ECOLE"), (30, "DIR_ECOLE"), (None, "IEN")):
        save_advice(notebook, advice=builders.advice(minutes=minutes, origin=origin))
    counted = figures(notebook)
    assert (counted.advice, counted.minutes, counted.untimed) == (3, 45, 1)
    assert counted.by_topic == [("NONFREQ", "DIR_ECOLE", 2, 45), ("NONFREQ", "IEN", 1, 0)]


def test_what_was_renamed_in_the_middle_of_the_year_counts_as_one(notebook, library, asked, locale_fr):
    """The code stays: before and after stand on one line, under the new words."""
    words = {"fr": "professeur principal"}
    rename_entry(notebook, library=library, list_key="n03-origins", code="ENS", label=words)
    save_request(notebook, request=builders.request())
    own = open_library(notebook, shipped=library)
    said = tell_demand(figures(notebook), library=own, schools={}, limit=14, locale=locale_fr)
    assert said["origins"] == [("professeur principal", "2")]


def test_a_name_in_a_note_is_noticed(notebook):
    """A known student's, written with a capital, accents or not; other words and little ones are none."""
    builders.kept_student(notebook, given_name="Inês", family_name="Van der Rose")
    known = known_names(notebook)
    assert names_in("Pour Ines et Mme Roth, rose des vents. Der Rose van Rose", known) == ["Ines", "Rose"]
    assert names_in("qui appeler d’abord", known) == []


def test_whoever_lies_in_the_bin_takes_the_request_along(notebook, library, asked):
    """Out of list, count and search, and back with them."""
    student = builders.kept_student(notebook)
    attached(notebook, library, asked, student)
    bin_record(notebook, library=library, kind="student", record_id=student.id)
    assert (notebook.requests.present(), notebook.search.writings("cantine")) == ([], [])
    restore_record(notebook, library=library, kind="student", record_id=student.id)
    assert [hit.record_id for hit in notebook.search.writings("cantine")] == [asked.id]
    assert len(look_at_demand(notebook, today=TODAY).asked) == 1
    assert notebook.damage() == []


@pytest.mark.parametrize(("kind", "word"), [("request", "cantine"), ("advice", "parents")])
def test_each_is_binned_found_again_and_brought_back(notebook, library, locale_en, asked, kind, word):
    """The search follows every step, the earlier wording comes back, the check finds nothing wrong."""
    save_advice(notebook, advice=builders.advice())
    (record,) = notebook.shelf(kind).list()
    bin_record(notebook, library=library, kind=kind, record_id=record.id)
    assert notebook.search.writings(word) == []
    restore_record(notebook, library=library, kind=kind, record_id=record.id)
    assert [hit.kind for hit in notebook.search.writings(word)] == [kind]
    if kind == "request":
        changed = msgspec.structs.replace(record, text="Rien.")
        save_request(notebook, request=changed)
    else:
        save_advice(notebook, advice=msgspec.structs.replace(record, note="Rien."))
    assert notebook.search.writings(word) == []
    looks, _ = look_at_revisions(notebook, library=library, kind=kind, record_id=record.id, locale=locale_en)
    labels = {change.label for one in looks for change in one.changes}
    assert labels & {"What was asked", "Note"}
    bring_back(notebook, library=library, revision_id=record.revision, today=TODAY)
    assert [hit.record_id for hit in notebook.search.writings(word)] == [record.id]
    assert notebook.damage() == []


def test_a_request_missing_in_the_search_is_found_by_the_check(notebook, asked):
    """Whatever a list knows, the search has to know."""
    with notebook.change():
        notebook.search.drop(asked.id)
        notebook.advice.save(builders.advice())
    assert notebook.damage() == ["search: 1 request missing", "search: 1 advice missing"]


def test_each_is_erased_alone_and_a_case_takes_its_request_along(notebook, library, asked):
    """Nothing of it stays, and the other one does; a school they name is not erased before them."""
    save_advice(notebook, advice=builders.advice(school_id=builders.SCHOOL_ID))
    with pytest.raises(StillNamed):
        notebook.erasures.look(kind="school", record_ids=[builders.SCHOOL_ID])
    (advice,) = notebook.advice.list()
    assert erase_for_ever(notebook, kind="advice", record_id=advice.id).erasure.counts["advice"] == 1
    assert notebook.requests.list() == [asked]
    case_id = attached(notebook, library, asked, builders.kept_student(notebook)).case_id
    counts = erase_for_ever(notebook, kind="case", record_id=case_id).erasure.counts
    assert (counts["case"], counts["request"]) == (1, 1)
    assert notebook.search.writings("cantine") == []
    assert notebook.damage() == []


def test_the_paper_holds_numbers_only(notebook, library, asked, locale_fr):
    """No name, no note, no word of the request; the words of the lists and how many."""
    save_advice(notebook, advice=builders.advice())
    demand = look_at_demand(notebook, today=TODAY)
    subject = prepare_demand(notebook, library=library, demand=demand, today=TODAY, locale=locale_fr)
    paper = pypdfium2.PdfDocument(form_pdf.build(subject, locale_fr))
    said = " ".join(page.get_textpage().get_text_range() for page in paper)
    assert "non-fréquentation" in said
    assert "2026–2027" in said
    for word in ("Inês", "Roth", "cantine", "écrire"):
        assert word not in said
