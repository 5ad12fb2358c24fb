"""What a form is told about the person, the case and who writes, before anything is typed."""

from app.actions.sheets.gather_facts import gather_facts
from app.actions.sheets.sheet import Sheet
from app.ui.workspace import Workspace


def sheet_facts(workspace: Workspace, sheet: Sheet) -> dict[str, str]:
    """The facts of one sheet in the window's language, on the day the sheet speaks of."""
    record = sheet.record
    return gather_facts(
        workspace.notebook,
        library=workspace.library,
        student_id=record.student_id,
        case_id=record.case_id,
        partner_id=getattr(record, "partner_id", None),
        author_id=record.author_id,
        locale=workspace.locale,
        day=record.date,
        today=workspace.today,
        replaces_id=getattr(record, "replaces_id", None),
        framework=record.framework,
    )
