"""Files have left together."""

from collections.abc import Sequence
from datetime import date

from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.look_at_files import GatheredFile
from app.actions.sheets.open_sheet import open_sheet
from app.frameworks.library import Library
from app.models.changes import Changes
from app.storage.notebook import Notebook


def mark_files_sent(
    notebook: Notebook, *, library: Library, files: Sequence[GatheredFile], today: date
) -> Changes:
    """Note that they were sent today; an earlier day stays, and so does a file somebody is writing on."""
    with notebook.change() as change:
        for file in files:
            sheet = open_sheet(notebook, library=library, kind="paper", record_id=file.record.id)
            asked = next((one for one in sheet.form.questions if one.role == "sent"), None)
            if asked is None or sheet.draft is not None or sheet.values.get(asked.key):
                continue
            values = sheet.values | {asked.key: today.isoformat()}
            finish_sheet(notebook, library=library, sheet=sheet, values=values, today=today)
    return change.changes
