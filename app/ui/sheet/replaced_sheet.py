"""A version that another one replaced: history, to read, to compare and to print."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.actions.sheets.sheet import Sheet as OpenSheet
from app.models.plan import Plan
from app.ui.sheet.read_sheet import ReadSheet
from app.ui.widgets.button import Button
from app.ui.words.version_words import version_words
from app.ui.workspace import Workspace


class ReplacedSheet(ReadSheet):
    """Says which version replaced it, and leads there."""

    differences_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        sheet: OpenSheet,
        replacement: Plan,
        facts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        theme, text = workspace.theme, workspace.text
        newer = Button(theme, text("Open version {n}", n=replacement.version), kind="primary")
        changes = Button(theme, text("See the differences"), kind="quiet")
        day = workspace.locale.date(replacement.date)
        sentence = text(
            "Version {n} of {day} replaces this one, which stays as it was.", n=replacement.version, day=day
        )
        super().__init__(
            workspace, sheet, facts, subtitle=version_words(workspace, sheet.record),
            why=("clock-counter-clockwise", sentence), before=(changes,), first=newer, parent=parent,
        )  # fmt: skip
        newer.clicked.connect(lambda: workspace.go("sheet", kind=sheet.kind, record_id=replacement.id))
        changes.clicked.connect(self.differences_wanted)
        changes.setVisible(bool(workspace.notebook.plans.earlier(sheet.record)))
