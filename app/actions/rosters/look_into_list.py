"""Read a list and say what importing it would do; nothing is written."""

from datetime import date
from pathlib import Path

from app.actions.rosters.open_list import open_list
from app.actions.rosters.open_roster import OpenedRoster
from app.actions.rosters.preview_guardians import preview_guardians
from app.actions.rosters.preview_roster import preview_roster
from app.errors import ColumnsMissing
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.guardian_plan import GuardianPlan
from app.exchange.rosters.plan import RosterPlan
from app.exchange.rosters.untrusted_file import read_file
from app.models.discreet import Discreet
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


class LookedInto(Discreet, frozen=True, kw_only=True):
    """What is in the file and what it would do; no plan where the columns have to be said first."""

    opened: OpenedRoster | GuardianList
    plan: RosterPlan | GuardianPlan | None


def look_into_list(
    notebook: Notebook,
    *,
    path: Path,
    school_id: str | None = None,
    today: date,
    progress: Progress = unwatched,
) -> LookedInto:
    """Students or guardians, as the file says. Raises FileUnreadable and the failures of class lists."""
    opened = open_list(notebook, data=read_file(path), progress=progress)
    if isinstance(opened, GuardianList):
        plan = preview_guardians(notebook, guardians=opened, progress=progress)
        return LookedInto(opened=opened, plan=plan)
    try:
        students = preview_roster(
            notebook, table=opened.table, mapping=opened.mapping, school_id=school_id, today=today,
            progress=progress,
        )  # fmt: skip
    except ColumnsMissing:
        return LookedInto(opened=opened, plan=None)
    return LookedInto(opened=opened, plan=students)
