"""Open whatever list a school's software exported."""

from app.actions.rosters.open_roster import OpenedRoster, open_roster
from app.exchange.rosters.guardian_entry import GuardianList
from app.exchange.rosters.open_file import open_file
from app.models.progress import Progress, unwatched
from app.storage.notebook import Notebook


def open_list(
    notebook: Notebook, *, data: bytes, progress: Progress = unwatched
) -> OpenedRoster | GuardianList:
    """Students with their columns, or guardians: the file says which. Raises the failures of class lists."""
    found = open_file(data, progress=progress)
    return found if isinstance(found, GuardianList) else open_roster(notebook, table=found)
