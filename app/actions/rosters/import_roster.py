"""Write a class list into the notebook."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from app.actions.bin_record import restore_record
from app.actions.index.index_students import index_students
from app.actions.rosters.open_roster import remember_columns
from app.errors import RecordUnknown
from app.exchange.rosters.differences import differences
from app.exchange.rosters.match import match
from app.exchange.rosters.plan import PlannedLine, RosterPlan
from app.frameworks.library import Library
from app.models.changes import Changes
from app.models.enrolment import Enrolment
from app.models.progress import Progress, unwatched
from app.models.record import Record
from app.models.school_year import school_year
from app.models.student import Student
from app.storage.notebook import Notebook
from app.storage.shelf import Shelf

NEW, SKIP = "new", "skip"
_ROUNDS = 3  # every line is judged, then its student written, then where they are this year
_PORTION = 200
R = TypeVar("R", bound=Record)


class ImportedRoster(msgspec.Struct, frozen=True, kw_only=True):
    """How many lines became what; `doubtful` ones nobody decided on and `left_out` ones were not written."""

    changes: Changes
    new: int
    known: int
    doubtful: int
    left_out: int


def import_roster(
    notebook: Notebook,
    *,
    plan: RosterPlan,
    decisions: Mapping[int, str] | None = None,
    library: Library,
    today: date,
    progress: Progress = unwatched,
) -> ImportedRoster:
    """Write new and known students in one transaction and remember the columns.

    `decisions` says of a line: NEW, SKIP, or the identifier of the student it is. The notebook may
    have changed since the preview, so the lines are judged again: one that has become known is not
    written twice. Nothing is written when a decision names nobody (RecordUnknown) or `progress` raises.
    """
    with notebook.change() as change:
        writing = _Writing(notebook, plan, decisions or {}, library, progress)
        new = known = doubtful = left_out = 0
        for done, line in enumerate(writing.lines):
            progress("writing", done, _ROUNDS * len(writing.lines))
            verdict = writing.verdict(line)
            new += verdict == NEW
            left_out += verdict == SKIP
            doubtful += verdict == "doubtful"
            known += verdict not in {NEW, SKIP, "doubtful"}
        writing.save(today)
        if plan.fingerprint:  # a list from no file has no columns
            remember_columns(notebook, header=plan.fingerprint, mapping=plan.mapping)
    return ImportedRoster(changes=change.changes, new=new, known=known, doubtful=doubtful, left_out=left_out)


class _Writing:
    """Collects what the lines come to, then saves it set-based."""

    def __init__(
        self,
        notebook: Notebook,
        plan: RosterPlan,
        decisions: Mapping[int, str],
        library: Library,
        progress: Progress,
    ) -> None:
        self._notebook = notebook
        self._library = library
        self._progress = progress
        self._decisions = decisions
        self._school_id = plan.school_id
        self._shown = {line.line: line.verdict for line in plan.lines}
        everybody = [*notebook.students.list(), *notebook.students.list(removed=True)]
        self._students = {student.id: student for student in everybody}
        self._met: dict[str, Student] = {}  # everybody on the list, as they stand after it
        self._renamed: list[Student] = []
        self.lines = match(
            entries=[line.entry for line in plan.lines],
            students=everybody,
            school_id=plan.school_id,
            progress=progress,
        ).lines

    def verdict(self, line: PlannedLine) -> str:
        """NEW, SKIP, "doubtful", or whom the line is: collected for `save`."""
        decision = self._decisions.get(line.line)
        if decision == NEW and line.verdict == "known" and self._shown[line.line] != "known":
            decision = None  # imported meanwhile
        outcome = decision or (NEW if line.verdict == "new" else line.student_id or line.verdict)
        if outcome == NEW:
            self._add(line)
        elif outcome not in {SKIP, "doubtful", "known"}:
            self._update(line, outcome, decided=decision is not None)
        return outcome

    def save(self, today: date) -> None:
        """Write students, where they are this school year, and the search index."""
        year = school_year(today)
        changed = [student for student in self._met.values() if self._students.get(student.id) != student]
        notebook = self._notebook
        self._save(notebook.students, changed, done=1)
        index_students(notebook, students=changed)
        for student in self._renamed:
            notebook.search.retitle(student_id=student.id, title=student.name)
        places: dict[str, tuple[str | None, str]] = {}  # this year's; those of other years stay as they are
        for enrolment in notebook.enrolments.list():  # newest first
            if enrolment.school_year == year:
                places.setdefault(enrolment.student_id, (enrolment.school_id, enrolment.class_name))
        enrolments = [
            Enrolment(
                student_id=student.id,
                school_year=year,
                school_id=student.school_id,
                class_name=student.class_name,
                since=today if student.id in places else None,
            )
            for student in self._met.values()
            if (student.class_name or student.school_id)
            and places.get(student.id) != (student.school_id, student.class_name)
        ]
        self._save(notebook.enrolments, enrolments, done=2)

    def _save(self, shelf: Shelf[R], records: Sequence[R], *, done: int) -> None:
        """In portions, so that the person can still stop between them."""
        count = len(self.lines)
        for start in range(0, len(records), _PORTION):
            self._progress("writing", done * count + start, _ROUNDS * count)
            shelf.save_many(records[start : start + _PORTION])

    def _add(self, line: PlannedLine) -> None:
        entry = line.entry
        student = Student(
            family_name=entry.family_name,
            given_name=entry.given_name,
            used_name=entry.used_name,
            birth_date=entry.birth_date,
            gender=entry.gender,
            phone=entry.phone,
            email=entry.email,
            street=entry.street,
            postcode=entry.postcode,
            city=entry.city,
            school_id=self._school_id,
            class_name=entry.class_name,
            roster_key=entry.key,
        )
        self._met[student.id] = student

    def _update(self, line: PlannedLine, student_id: str, *, decided: bool) -> None:
        if student_id not in self._students:
            raise RecordUnknown(reference=student_id[:8])
        if student_id in self._met:
            return  # two lines of one student: the first one counts
        student = self._students[student_id]
        if student.removed_at:
            restore_record(self._notebook, library=self._library, kind="student", record_id=student_id)
            student = self._students[student_id] = self._notebook.students.get(student_id)
        changes = differences(entry=line.entry, student=student, school_id=self._school_id, decided=decided)
        self._met[student_id] = msgspec.structs.replace(student, **changes)
        if "family_name" in changes or "used_name" in changes:
            self._renamed.append(self._met[student_id])
