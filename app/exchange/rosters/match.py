"""Who on the list is new, who is known, and where a person has to decide."""

from collections.abc import Sequence

from app.exchange.rosters import reasons
from app.exchange.rosters.differences import differences
from app.exchange.rosters.earlier_lines import EarlierLines
from app.exchange.rosters.entry import RosterEntry
from app.exchange.rosters.face import Face, face_of
from app.exchange.rosters.known_students import KnownStudents
from app.exchange.rosters.likeness import SAME, WEAK
from app.exchange.rosters.plan import Candidate, PlannedLine, RosterPlan
from app.models.progress import Progress, unwatched
from app.models.student import Student

_Found = list[tuple[Student, str]]


def match(
    *,
    entries: Sequence[RosterEntry],
    students: Sequence[Student],
    school_id: str | None,
    progress: Progress = unwatched,
) -> RosterPlan:
    """A verdict for every entry. `students` are all of the notebook: binned and joined ones too."""
    known = KnownStudents(students)
    faces = [face_of(entry, school_id=school_id) for entry in entries]
    numbering_kept = known.keep_numbering(faces)
    found: list[_Found] = []
    for done, face in enumerate(faces):
        progress("matching", done, len(faces))
        found.append(known.resembling(face, numbering_kept=numbering_kept))
    on_list = {student.id for people in found for student, alike in people if alike == SAME}
    earlier = EarlierLines()
    lines: list[PlannedLine] = []
    for entry, face, people in zip(entries, faces, found, strict=True):
        line = earlier.compared(_judged(entry, face, people, on_list, school_id), face)
        earlier.add(line, face)
        lines.append(line)
    return RosterPlan(lines=lines, school_id=school_id)


def _judged(
    entry: RosterEntry, face: Face, people: _Found, on_list: set[str], school_id: str | None
) -> PlannedLine:
    """The verdict against the notebook alone."""
    same = [student for student, alike in people if alike == SAME]
    present = [student for student in same if not student.removed_at]
    if len(present) > 1 and face.key:
        present = [student for student in present if student.roster_key == face.key] or present
    if len(present) == 1:
        student = present[0]
        return PlannedLine(
            entry=entry,
            verdict="known",
            student_id=student.id,
            changes=differences(entry=entry, student=student, school_id=school_id),
        )
    if same:
        reason = reasons.SEVERAL if present else reasons.IN_BIN
        return _doubtful(entry, [(student, reason) for student in present or same])
    doubts = [
        (student, alike)
        for student, alike in people
        if not student.removed_at and not (alike in WEAK and student.id in on_list)
    ]
    if doubts:
        return _doubtful(entry, doubts)
    return PlannedLine(entry=entry, verdict="doubtful" if entry.doubt else "new", reason=entry.doubt)


def _doubtful(entry: RosterEntry, people: _Found) -> PlannedLine:
    candidates = [Candidate(student_id=student.id, reason=reason) for student, reason in people]
    candidates.sort(key=lambda candidate: candidate.reason in WEAK)
    return PlannedLine(entry=entry, verdict="doubtful", reason=candidates[0].reason, candidates=candidates)
