"""What the day asks for."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from app.actions.agreements.look_at_renewals import Renewal, look_at_renewals
from app.actions.copies.copy_notebook import LAST_COPY
from app.actions.keys.keep_recovery_sheet import has_recovery_sheet
from app.actions.receipts.late_packages import late_packages
from app.actions.sheets.look_at_deadlines import Deadline, look_at_deadlines
from app.frameworks.library import Library
from app.models.draft import Draft
from app.models.interview import Interview
from app.models.package import Package
from app.models.plan import Plan
from app.models.referral import Referral
from app.models.student import Student
from app.models.task import Task
from app.storage.copy_record import read_record
from app.storage.notebook import Notebook

_WEEK = timedelta(days=6)


class Today(msgspec.Struct, kw_only=True, frozen=True):
    """`students` holds everybody named by the lines; `last_copy` is an ISO moment or None."""

    day: date
    appointments: list[Interview]
    noted: list[Interview]
    drafts: list[Draft]
    unfiled: list[Interview]
    tasks: list[Task]
    unanswered: list[Referral]
    reviews: list[Plan]
    renewals: list[Renewal]
    last_copy: str | None
    recovery_sheet: bool
    students: dict[str, Student]
    partners: dict[str, str]
    packages: list[Package] = []
    deadlines: list[Deadline] = []
    by_number: frozenset[str] = frozenset()  # sheets that lists show without a name, among those of tasks

    def __repr__(self) -> str:
        """Never who is on it."""
        return "<Today>"

    @property
    def count(self) -> int:
        """How many lines want something: the number on the rail."""
        return (
            len(self.drafts)
            + len(self.unfiled)
            + len(self.unanswered)
            + sum(one.day <= self.day for one in self.renewals)
            + len(self.packages)
            + sum(one.day <= self.day + _WEEK for one in self.deadlines)
            + sum(plan.review_date is not None and plan.review_date <= self.day for plan in self.reviews)
            + sum(task.due is None or task.due <= self.day for task in self.tasks)
        )


def look_at_today(notebook: Notebook, *, library: Library, day: date) -> Today:
    """What the week brings, drafts, unfiled notes, open tasks, silent referrals, agreements about to end.

    And deadlines of files that come near, packages whose receipt is late. What is asked of a case given to
    a colleague is asked of them.
    """
    given = notebook.transfers.handovers.given()
    framework = library.framework(notebook.framework)
    appointments = notebook.interviews.appointments(since=day, until=day + _WEEK)
    noted = notebook.interviews.on_day(day)
    unfiled = notebook.interviews.unfiled()
    drafts = notebook.drafts.list()
    tasks = notebook.tasks.open()
    waiting = notebook.referrals.without_answer(since=day - timedelta(days=framework.answer_after_days))
    unanswered = waiting + [
        referral
        for referral in notebook.referrals.reminded(until=day)
        if referral.id not in {other.id for other in waiting}
    ]
    reviews = notebook.plans.to_review(until=day + _WEEK)
    if given:
        appointments = [one for one in appointments if one.case_id not in given]
        unanswered = [one for one in unanswered if one.case_id not in given]
        reviews = [one for one in reviews if one.case_id not in given]
    ids = {
        line.student_id
        for lines in (appointments, noted, drafts, tasks, unanswered, reviews)
        for line in lines
        if line.student_id
    }
    students = {student_id: _standing(notebook, student_id) for student_id in ids}
    partner_ids = {referral.partner_id for referral in unanswered if referral.partner_id}
    return Today(
        day=day,
        appointments=sorted(appointments, key=lambda one: (one.next_date or day, one.next_time)),
        noted=noted,
        drafts=drafts,
        unfiled=unfiled,
        tasks=tasks,
        unanswered=unanswered,
        reviews=reviews,
        renewals=look_at_renewals(notebook, day=day, majority=framework.majority),
        recovery_sheet=notebook.is_demonstration or has_recovery_sheet(notebook),
        last_copy=_last_copy(notebook),
        packages=late_packages(notebook, day=day),
        deadlines=look_at_deadlines(notebook, library=library, day=day),
        students=students,
        by_number=_by_number(notebook, library, tasks),
        partners={partner_id: notebook.partners.get(partner_id).service for partner_id in partner_ids},
    )


def _by_number(notebook: Notebook, library: Library, tasks: Sequence[Task]) -> frozenset[str]:
    """Asked for at once, kind by kind, and only where a form is so discreet."""
    discreet = {key for key, form in library.forms.items() if form.by_number}
    found: set[str] = set()
    for kind in {library.forms[key].record for key in discreet}:
        ids = [task.source_id for task in tasks if task.source_id and task.source_kind == kind]
        sheets = notebook.sheets(kind).many(ids) if ids else {}
        found |= {one.id for one in sheets.values() if one.form in discreet}
    return frozenset(found)


def _last_copy(notebook: Notebook) -> str | None:
    """Of the copy that was asked for and of those that are kept by themselves, the later one."""
    made = (notebook.preferences.get(LAST_COPY), read_record(notebook.folder).verified_at)
    return max(filter(None, made), default=None)


def _standing(notebook: Notebook, student_id: str) -> Student:
    """The sheet that speaks for the person: the one theirs was joined into, if any."""
    student = notebook.students.get(student_id)
    return notebook.students.find(student.joined_into) or student
