"""Somebody is in danger now: whom to call, what to do in which order, and the report."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.value_list import Item
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

NUMBERS, STEPS = "emergency-numbers", "emergency-steps"


class EmergencyPage(Page):
    """From anywhere with one key, with no network; numbers and steps are lists the unit may change."""

    place = "today"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._student_id = ""
        self.sheet = Sheet(theme, margin=72)
        back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self.report = Button(theme, text("Begin the report"), kind="primary", icon="shield-check")
        self.report.clicked.connect(self._begin)
        self.sheet.header.add_right(FlowRow(theme, back, self.report, spacing=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The numbers first; the report is about whoever lay open."""
        workspace, text = self.workspace, self.workspace.text
        theme, words = workspace.theme, workspace.locale.words
        self._student_id = destination.student_id
        student = workspace.notebook.students.find(self._student_id)
        about = text("The report will be about {name}.", name=student.name) if student else ""
        self.report.setVisible(bool(self._form()))
        self.sheet.clear()
        self.sheet.set_title(text("Emergency"), about if self._form() else "")
        self.sheet.add_row("", SectionHeading(theme, text("Call")))
        for item in self._offered(NUMBERS):
            self.sheet.add_row("", Label(theme, words(item.label), role="strong", wrap=True), gap=6)
        self.sheet.add_row("", SectionHeading(theme, text("In this order")), gap=20)
        for number, item in enumerate(self._offered(STEPS), start=1):
            self.sheet.add_row(f"{number}", Label(theme, words(item.label), wrap=True), gap=6)
        change = text(
            "These lines are lists of the notebook: change or complete them in the settings, under “Forms,"
            " lists and letters”."
        )
        self.sheet.add_row("", Label(theme, change, role="small", ink="ink2", wrap=True), gap=20)

    def here_again(self, opened_with: Destination) -> Destination:
        """For the same student."""
        return Destination("emergency", student_id=self._student_id)

    def focus_first(self) -> None:
        """What one writes once somebody was called."""
        self.report.setFocus()

    def _begin(self) -> None:
        self.workspace.go("sheet", form=self._form(), student_id=self._student_id)

    def _form(self) -> str:
        forms = self.workspace.library.forms_for(self.workspace.notebook.framework)
        return next((form.key for form in forms if form.urgent), "")

    def _offered(self, key: str) -> list[Item]:
        listed = self.workspace.lists.get(key)
        return listed.offered if listed else []
