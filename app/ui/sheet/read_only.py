"""Whether a sheet is read here and not written on, and how it is shown then."""

from collections.abc import Callable, Mapping

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.ui.sheet.given_sheet import GivenSheet
from app.ui.sheet.replaced_sheet import ReplacedSheet
from app.ui.workspace import Workspace


def read_only(
    workspace: Workspace, sheet: OpenSheet, facts: Callable[[], Mapping[str, str]]
) -> ReplacedSheet | GivenSheet | None:
    """A version that was replaced, or a sheet of a case a colleague goes on with; None to write on."""
    plans, handovers = workspace.notebook.plans, workspace.notebook.transfers.handovers
    replacement = plans.replacement(sheet.record.id) if sheet.kind == "plan" else None
    if replacement is not None:
        return ReplacedSheet(workspace, sheet, replacement, facts())
    given = handovers.given().get(str(sheet.record.case_id or ""))
    return GivenSheet(workspace, sheet, given, facts()) if given is not None else None
