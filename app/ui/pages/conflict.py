"""A record written on both sides: the two versions side by side. Nothing is lost meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.actions.look_at_conflict import TwoVersions, look_at_conflict
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class ConflictPage(Page):
    """A destination's `record_id` is the conflict."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._sheet = Sheet(workspace.theme, margin=120)
        self._back = Button(workspace.theme, workspace.text("Back to the transfers"))
        self._back.clicked.connect(lambda: workspace.go("transfer"))
        self._sheet.header.add_right(self._back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """Both versions as they came and stood."""
        workspace, text = self.workspace, self.workspace.text
        self._sheet.clear()
        found = [one for one in workspace.notebook.transfers.conflicts() if one.id == destination.record_id]
        if not found:
            self._sheet.set_title(text("Two versions"), "")
            return
        conflict = found[0]
        sender = workspace.notebook.correspondents.get(conflict.correspondent_id)
        versions = look_at_conflict(
            workspace.notebook, library=workspace.library, conflict=conflict, locale=workspace.locale
        )
        came = text(
            "came from {name} on {moment}", name=sender.name, moment=workspace.locale.moment(conflict.at)
        )
        self._sheet.set_title(versions.title, came)
        self._sheet.add_row("", Banner(workspace.theme, [("info", self._sentence())], tone="calm"))
        self._sheet.add_row("", self._table(versions, sender.name))

    def focus_first(self) -> None:
        """There is one way from here."""
        self._back.setFocus()

    def _sentence(self) -> str:
        return self.workspace.text(
            "Both sides wrote here since they last agreed. Your version stays as it is; the other one is kept"
            " beside it."
        )

    def _table(self, versions: TwoVersions, name: str) -> QWidget:
        theme, text = self.workspace.theme, self.workspace.text
        table = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        table.setSizePolicy(policy)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(10))
        has_common = any(common for *_, common in versions.lines)
        heads = ["", text("Here"), text("From {name}", name=name)]
        heads += [text("Before, on both sides")] if has_common else []
        for column, words in enumerate(heads):
            grid.setColumnStretch(column, 2 if column else 1)
            if words:
                grid.addWidget(SectionHeading(theme, words, role="strong", rule="stroke"), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, *said) in enumerate(versions.lines, start=1):
            grid.addWidget(Label(theme, label, role="small_strong", ink="ink2", wrap=True), row, 0, top)
            for column, words in enumerate(said[: len(heads) - 1], start=1):
                shown = words or text("nothing")
                grid.addWidget(
                    Label(theme, shown, ink="ink" if words else "ink2", wrap=True), row, column, top
                )
        return table
