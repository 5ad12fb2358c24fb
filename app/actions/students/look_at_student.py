"""Everything a student's sheet shows but its chronology."""

from collections.abc import Iterable
from datetime import date

import msgspec

from app.actions.students.look_around import Around, look_around
from app.models.case import Case
from app.models.draft import Draft
from app.models.enrolment import Enrolment
from app.models.guardian import Guardian
from app.models.handover import Handover
from app.models.interview import Interview
from app.models.referral import Referral
from app.models.request import Request
from app.models.student import Student
from app.models.task import Task
from app.storage.notebook import Notebook


class StudentFile(msgspec.Struct, kw_only=True, frozen=True):
    """One person with all that stands on the sheets joined into theirs.

    `referrals` go on, `tasks` are not done, `appointments` lie ahead; `alike` are other people one might
    take them for. `schools` and `partners` are names by identifier. `handovers` are those of each case that
    changed hands, oldest first; the cases in `given` are read here and not written.
    """

    student: Student
    joined: list[Student]
    around: Around
    cases: list[Case]
    requests: list[Request]
    enrolments: list[Enrolment]
    tasks: list[Task]
    referrals: list[Referral]
    appointments: list[Interview]
    drafts: list[Draft]
    alike: list[Student]
    schools: dict[str, str]
    partners: dict[str, str]
    handovers: dict[str, list[Handover]] = {}
    given: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        """Name the sheet, not the people on it."""
        return f"<StudentFile {self.student.id[:8]}>"

    @property
    def guardians(self) -> list[Guardian]:
        """The adults who answer for the student."""
        return self.around.guardians

    @property
    def open_case(self) -> Case | None:
        """The case under way, if any."""
        return next((case for case in self.cases if case.state == "open" and case.id not in self.given), None)


def look_at_student(notebook: Notebook, *, student_id: str, day: date) -> StudentFile:
    """The sheet of a student, or of the one theirs was joined into; RecordUnknown when there is none."""
    student = notebook.students.get(student_id)
    student = notebook.students.find(student.joined_into) or student
    ids = notebook.students.ids_of(student.id)
    ahead = notebook.interviews.ahead(ids, since=day)
    going_on = {referral.id for referral in notebook.referrals.open()}
    referrals = [one for one in notebook.referrals.of_student(ids) if one.id in going_on]
    enrolments = [one for each in ids for one in notebook.enrolments.of_student(each)]
    cases = notebook.cases.of_student(ids)
    handovers = notebook.transfers.handovers.of_cases(case.id for case in cases)
    return StudentFile(
        student=student,
        joined=[notebook.students.get(other) for other in ids[1:]],
        around=look_around(notebook, student_id=student.id),
        cases=cases,
        requests=notebook.requests.of_students(ids),
        enrolments=sorted(enrolments, key=lambda one: (one.school_year, one.since or date.min), reverse=True),
        tasks=[task for task in notebook.tasks.of_student(ids) if task.done_at is None],
        referrals=referrals,
        appointments=sorted(ahead, key=lambda one: (one.next_date or day, one.next_time)),
        drafts=[draft for draft in notebook.drafts.list() if draft.student_id in ids],
        alike=_alike(notebook, student),
        schools={school.id: school.name for school in notebook.schools.list()},
        partners=_partners(notebook, referrals),
        handovers=handovers,
        given=frozenset(notebook.transfers.handovers.given() if handovers else ()),
    )


def _alike(notebook: Notebook, student: Student) -> list[Student]:
    found = [*notebook.students.born_with(student), *notebook.students.named_like(student)]
    return list({other.id: other for other in found}.values())


def _partners(notebook: Notebook, referrals: Iterable[Referral]) -> dict[str, str]:
    ids = {referral.partner_id for referral in referrals if referral.partner_id}
    return {partner_id: notebook.partners.get(partner_id).service for partner_id in ids}
