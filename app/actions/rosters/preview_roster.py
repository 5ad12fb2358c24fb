"""What importing a class list would do; nothing is written."""

from datetime import date

import msgspec

from app.actions.rosters.open_roster import open_roster
from app.exchange.rosters.columns import Mapping
from app.exchange.rosters.match import match
from app.exchange.rosters.plan import RosterPlan
from app.exchange.rosters.read_roster import read
from app.exchange.rosters.table import Table
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


def preview_roster(
    notebook: Notebook,
    *,
    table: Table,
    mapping: Mapping | None = None,
    school_id: str | None = None,
    today: date,
    progress: Progress = unwatched,
) -> RosterPlan:
    """New, known and doubtful lines, and those not taken.

    Without `mapping` the columns are those remembered or guessed; without `school_id` the list is of
    the notebook's school where there is only one. Raises ColumnsMissing.
    """
    mapping = mapping or open_roster(notebook, table=table).mapping
    roster = read(table=table, mapping=mapping, today=today, progress=progress)
    schools = notebook.schools.list()
    if school_id is None and len(schools) == 1:
        school_id = schools[0].id
    everybody = [*notebook.students.list(), *notebook.students.list(removed=True)]
    plan = match(entries=roster.entries, students=everybody, school_id=school_id, progress=progress)
    return msgspec.structs.replace(
        plan,
        rejected=roster.rejected,
        skipped=roster.skipped,
        mapping=roster.mapping,
        fingerprint=roster.fingerprint,
        format_name=roster.format_name,
    )
