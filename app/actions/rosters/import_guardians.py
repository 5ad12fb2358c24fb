"""Write the guardians of followed students into the notebook."""

import msgspec

from app.actions.rosters.preview_guardians import preview_guardians
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.guardian_plan import GuardianPlan, PlannedGuardian
from app.models.changes import Changes
from app.models.guardian import Guardian
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


class ImportedGuardians(msgspec.Struct, frozen=True, kw_only=True):
    """How many guardians were added and how many were known already."""

    changes: Changes
    new: int
    known: int


def import_guardians(
    notebook: Notebook, *, plan: GuardianPlan, progress: Progress = unwatched
) -> ImportedGuardians:
    """Write in one transaction. They are judged again: a case may have been closed since the preview."""
    with notebook.change() as change:
        shown = GuardianList(entries=[line.entry for line in plan.lines])
        lines = preview_guardians(notebook, guardians=shown, progress=progress).lines
        places: dict[str, int] = {}
        for guardian in notebook.guardians.list():
            places[guardian.student_id] = max(places.get(guardian.student_id, -1), guardian.position)
        written: list[Guardian] = []
        for done, line in enumerate(lines):
            progress("writing", done, len(lines))
            if line.verdict == "new":
                places[line.student_id] = places.get(line.student_id, -1) + 1
                written.append(_made(line, places[line.student_id]))
            elif line.changes and line.guardian_id:
                before = notebook.guardians.get(line.guardian_id)
                written.append(msgspec.structs.replace(before, **line.changes))
        notebook.guardians.save_many(written)
    new = sum(line.verdict == "new" for line in lines)
    return ImportedGuardians(changes=change.changes, new=new, known=len(lines) - new)


def _made(line: PlannedGuardian, position: int) -> Guardian:
    entry = line.entry
    return Guardian(
        student_id=line.student_id,
        family_name=entry.family_name,
        given_name=entry.given_name,
        relation=entry.relation,
        phone=entry.phone,
        email=entry.email,
        street=entry.street,
        postcode=entry.postcode,
        city=entry.city,
        position=position,
    )
