"""A sheet of a case that was given to a colleague: to read and to print, not to write on."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.models.handover import Handover
from app.ui.sheet.read_sheet import ReadSheet
from app.ui.transfer.package_words import local_day
from app.ui.workspace import Workspace


class GivenSheet(ReadSheet):
    """Says who has the case; taking it back is done on the student’s sheet, with a reason."""

    def __init__(
        self,
        workspace: Workspace,
        sheet: OpenSheet,
        handover: Handover,
        facts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        other = workspace.notebook.correspondents.find(handover.correspondent_id)
        sentence = workspace.text(
            "This case was given to {name}, who has had it since {day}: it is read here, not written. If it"
            " is to go on here, take it back on the student’s sheet.",
            name=other.name if other else "",
            day=workspace.locale.date(local_day(handover.acknowledged_at or handover.at)),
        )
        super().__init__(
            workspace, sheet, facts, subtitle=workspace.locale.date(sheet.record.date),
            why=("user-plus", sentence), parent=parent,
        )  # fmt: skip
