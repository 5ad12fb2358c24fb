"""The row of attachments under a sheet."""

from collections.abc import Callable

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.ui.attachments.adding import Adding
from app.ui.attachments.block import AttachmentsBlock
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


def add_attachments_row(
    workspace: Workspace,
    paper: Sheet,
    sheet: OpenSheet,
    *,
    adding: Adding,
    owner: Callable[[], tuple[str, str] | None],
) -> None:
    """Put it at the end; files may be dropped anywhere on the sheet."""
    words = workspace.text("Attachments")
    block = AttachmentsBlock(
        workspace, shown=lambda: [sheet.record.id], owner=owner, adding=adding, target=paper
    )
    if sheet.form.addressed:  # its margin holds numbers only
        paper.add_row("", Labelled(workspace.theme, words, block), gap=24)
    else:
        paper.add_row(words, block, gap=24)
