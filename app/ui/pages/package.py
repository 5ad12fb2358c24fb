"""One package that left: its cases, how far it has got, what its receipt says, what can be done."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sending.look_at_package import PackageFile, look_at_package
from app.i18n import N_
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.theme.fonts import Role
from app.ui.transfer.package_steps import PackageSteps
from app.ui.transfer.package_words import local_day, state_words
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class PackagePage(Page):
    """Nothing of what it held is shown again: the sheets say what they say today."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._package_id = ""
        self._sheet = Sheet(workspace.theme, margin=120)
        self._back = Button(workspace.theme, workspace.text("Back"), kind="outlined", icon="arrow-left")
        self._back.clicked.connect(workspace.go_back)
        self._sheet.header.add_right(FlowRow(workspace.theme, self._back))
        self._steps: PackageSteps | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """The package by its identifier; RecordUnknown."""
        self._package_id = destination.record_id
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """A step was noted, its receipt came, or a case was erased."""
        if self._package_id and changes.touches("package", "case", "correspondent"):
            self._show()

    def focus_first(self) -> None:
        """The next step, or the way back."""
        ((self._steps.first() if self._steps else None) or self._back).setFocus()

    def _show(self) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        file = look_at_package(
            workspace.notebook, library=workspace.library, package_id=self._package_id,
            locale=workspace.locale,
        )  # fmt: skip
        sheet, package = self._sheet, file.package
        sheet.clear()
        sheet.set_title(
            text("Package no. {n}", n=package.sequence),
            text(
                "to {name}", name=" · ".join(filter(None, (file.correspondent.name, file.correspondent.unit)))
            ),
        )
        _, said, ink = state_words(workspace, package)
        before = [line for line in self._history(file) if line not in said]
        sheet.add_row(text("How far"), Label(theme, "\n".join(before), wrap=True))
        role: Role = "body" if ink == "ink2" else "strong"
        sheet.add_row("", Label(theme, said, role=role, ink=ink, wrap=True), gap=4)
        self._steps = (
            PackageSteps(workspace, package, small=False) if package.state != "acknowledged" else None
        )
        if self._steps is not None:
            sheet.add_row("", self._steps, gap=8)
        label = text("Cases")
        for case_id, student_id, words in file.cases:
            detail = text("given for good") if case_id in file.given else ""
            line = DayLine(theme, words, detail=detail)
            line.clicked.connect(partial(workspace.go, "students", record_id=student_id))
            sheet.add_row(label, line, gap=16 if label else 2)
            label = ""
        if package.applied is not None:
            words = workspace.locale.plural(
                "{n} record taken over", "{n} records taken over", package.applied
            )
            sheet.add_row(text("Receipt"), Label(theme, words, wrap=True))
        if file.conflicts:
            told = "\n".join(file.conflicts)
            sheet.add_row(text("Two versions there"), Label(theme, told, wrap=True))
            note = text("{name} decides between them; the decision comes with a package.",
                        name=file.correspondent.name)  # fmt: skip
            sheet.add_row("", Label(theme, note, role="small", ink="ink2", wrap=True), gap=4)
        label = text("Refused there")
        for title, why in file.refused:
            sheet.add_row(label, Label(theme, title, wrap=True), gap=16 if label else 8)
            sheet.add_row("", Label(theme, why, role="small", ink="ink2", wrap=True), gap=2)
            label = ""

    def _history(self, file: PackageFile) -> list[str]:
        text, date, package = self.workspace.text, self.workspace.locale.date, file.package
        told = [
            (N_("Written on {day}"), package.at),
            (N_("Handed over on {day}"), package.handed_over_at),
            (N_("Reminded on {day}"), package.reminded_at),
            (N_("Receipt read on {day}"), package.acknowledged_at),
        ]
        return [text(words, day=date(local_day(at))) for words, at in told if at]
