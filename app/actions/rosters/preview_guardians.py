"""What importing guardians would do; nothing is written."""

from collections import defaultdict

from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.guardian_match import match_guardians
from app.exchange.rosters.guardian_plan import GuardianPlan
from app.models.guardian import Guardian
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


def preview_guardians(
    notebook: Notebook, *, guardians: GuardianList, progress: Progress = unwatched
) -> GuardianPlan:
    """The guardians of students with an open case, new or known; nobody else's are in the plan."""
    progress("matching", 0, 1)
    present = {student.id: student for student in notebook.students.list()}
    followed: dict[str, list[str]] = {}
    for case in notebook.cases.list():
        student = present.get(case.student_id)
        if case.state == "open" and student is not None:
            kept = present.get(student.joined_into or student.id)
            if kept is not None:
                followed[kept.id] = []
    sheets = {student.id: student.joined_into or student.id for student in present.values()}
    for student in present.values():
        if student.roster_key and sheets[student.id] in followed:
            followed[sheets[student.id]].append(student.roster_key)
    known: dict[str, list[Guardian]] = defaultdict(list)
    for guardian in [*notebook.guardians.list(), *notebook.guardians.list(removed=True)]:
        known[sheets.get(guardian.student_id, "")].append(guardian)
    return match_guardians(entries=guardians.entries, followed=followed, known=known)
