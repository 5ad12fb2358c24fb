"""Sheets of protection, crisis and aid: begun, saved, opened again, found."""

from datetime import date, datetime, timedelta

import pytest

from app.actions.look_at_today import look_at_today
from app.actions.sheets.mark_sent import mark_sent
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.save_residents import save_residents
from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.resident import Resident
from app.storage.notebook import Notebook
from tests import builders
from tests.builders import TODAY
from tests.frameworks.resources import shipped

KEYS = sorted(set(shipped().forms) - {"f1-interview", "f3-plan", "f4-referral"})
WORDS = {"text", "long_text", "quotation"}


@pytest.mark.parametrize("key", KEYS)
def test_a_sheet_is_begun_kept_and_found(notebook: Notebook, library: Library, key: str) -> None:
    """What was written on it is there when it is opened again, and its words lead to it."""
    student = builders.kept_student(notebook)
    form = library.form_for(key, notebook.framework)
    said = {ask.key: "hirondelle" for ask in form.questions if ask.kind in WORDS and not ask.shown_if}
    assert said
    sheet = builders.finished(notebook, library, form_key=key, student_id=student.id, values=said)
    again = open_sheet(notebook, library=library, kind=form.record, record_id=sheet.record.id)
    assert {name: again.values.get(name) for name in said} == said
    assert [hit.record_id for hit in notebook.search.writings("hirondelle")] == [sheet.record.id]


def test_two_reports_of_one_evening_are_two(notebook: Notebook, library: Library, locale_fr: Locale) -> None:
    """For one student, minutes apart: neither takes the place of the other, each waits for its answer."""
    student = builders.kept_student(notebook)
    evening = [datetime(2026, 11, 12, 18, minute) for minute in (40, 52)]
    first, second = (
        builders.finished(
            notebook, library, form_key="f6-report", student_id=student.id, moment=moment,
            values={"child_words": f"Les mots de {moment:%H:%M}."},
        )
        for moment in evening
    )  # fmt: skip
    assert (first.values["hour"], second.values["hour"]) == ("18:40", "18:52")
    mark_sent(notebook, referral_id=second.record.id, today=TODAY)
    kept = {one.id: one.status for one in notebook.referrals.open()}
    assert kept == {first.record.id: "proposed", second.record.id: "sent"}
    events = tell_timeline(notebook, library=library, student_id=student.id, locale=locale_fr)
    told = tell_sheets(notebook, library=library, locale=locale_fr, events=events)
    assert [one.title for one in told].count("Signalement") == 2
    assert not any("Les mots" in one.text for one in told), "read on the sheet, never over a shoulder"


def test_no_answer_comes_back_on_the_fifteenth_day(notebook: Notebook, library: Library) -> None:
    """Two weeks after it was sent a report is on Today; the day before it is not."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(notebook, library, form_key="f6-report", student_id=student.id)
    mark_sent(notebook, referral_id=sheet.record.id, today=TODAY)
    for days, there in ((13, []), (14, [sheet.record.id])):
        today = look_at_today(notebook, library=library, day=TODAY + timedelta(days=days))
        assert [one.id for one in today.unanswered] == there


def test_the_second_receiver_waits_on_today_without_a_name(notebook: Notebook, library: Library) -> None:
    """In France the mandatory copy is a thing to do from the first hour; whose it is stays off the list."""
    student = builders.kept_student(notebook)
    sheet = builders.finished(
        notebook, library, form_key="f6-report", student_id=student.id, framework="fr-ssfe"
    )
    builders.finished(notebook, library, form_key="crisis", student_id=student.id)
    today = look_at_today(notebook, library=library, day=TODAY)
    (copy,) = [task for task in today.tasks if task.source_id == sheet.record.id]
    assert (copy.text, copy.due) == ("Envoyer la copie au président du conseil départemental", TODAY)
    assert today.by_number == {sheet.record.id}, "a crisis is listed by name"
    here = builders.finished(
        notebook, library, form_key="f6-report", student_id=student.id, framework="lu-sepas"
    )
    assert notebook.tasks.of_source(here.record.id) == [], "Luxembourg has no such copy"


def test_a_crisis_brings_what_is_to_be_done(notebook: Notebook, library: Library) -> None:
    """Four tasks, due on days 0, 1, 7 and 30 after the sheet was begun, even over the turn of the year."""
    student = builders.kept_student(notebook)
    builders.finished(
        notebook, library, form_key="crisis", student_id=student.id, moment=datetime(2026, 12, 18, 11, 5)
    )
    tasks = notebook.tasks.open()
    assert [task.due for task in tasks] == [
        date(2026, 12, 18), date(2026, 12, 19), date(2026, 12, 25), date(2027, 1, 17),
    ]  # fmt: skip
    assert [task.text.split("\u00a0:")[0] for task in tasks] == ["Jour 0", "Jour 1", "Jour 7", "Jour 30"]


def test_a_budget_knows_how_many_they_are(notebook: Notebook, library: Library, locale_fr: Locale) -> None:
    """The household of the student’s page is the number the amount is shared by."""
    student = builders.kept_student(notebook)
    save_residents(notebook, residents=[Resident(student_id=student.id, given_name="Marta", birth_year=1984)])
    sheet = new_sheet(
        notebook, library=library, form_key="f9-low-income", locale=locale_fr, student_id=student.id
    )
    assert sheet.values["persons"] == 2
    assert sheet.values["household"][0]["name"] == "Marta"
