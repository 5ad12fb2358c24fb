"""What changed from one version to another, in words."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.compare_versions import Comparison, compare_versions
from app.frameworks.compare import Difference
from app.frameworks.difference_words import difference_words
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.sheet.changed_rows import changed_rows
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class DifferencesPage(Page):
    """This version beside an earlier one, which is chosen at the top."""

    place = "students"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._record_id = ""
        self._comparison: Comparison | None = None
        self.sheet = Sheet(theme, margin=120)
        self._earlier = ComboField(theme, name=text("Compare with"))
        self._earlier.setMinimumWidth(theme.px(200))
        self._earlier.activated.connect(lambda _: self._show(self._earlier.chosen() or ""))
        back = Button(theme, text("Back"), kind="outlined", icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self.sheet.header.add_right(FlowRow(theme, self._earlier, back, spacing=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The version `record_id` beside the one before it."""
        self._record_id = destination.record_id
        self._show("")

    def show_changes(self, changes: Changes) -> None:
        """One of the versions changed."""
        if changes.touches("plan", "student"):
            self._show(self._earlier.chosen() or "")

    def focus_first(self) -> None:
        """Which version to compare with."""
        self._earlier.setFocus()

    def notes_subject(self) -> tuple[str, str | None] | None:
        """The version that is compared."""
        if self._comparison is None:
            return None
        record = self._comparison.after.record
        return record.id, record.student_id

    def _show(self, with_id: str) -> None:
        workspace, text = self.workspace, self.workspace.text
        self.sheet.clear()
        self._comparison = found = compare_versions(
            workspace.notebook, library=workspace.library, record_id=self._record_id, with_id=with_id
        )
        self._earlier.setVisible(found is not None)
        self.sheet.set_title(text("Differences"))
        if found is None:
            self._say(text("No earlier version is in this notebook."))
            return
        self._show_head(found)
        if not found.differences:
            self._say(text("Nothing differs between these two versions."))
        for question in found.after.form.questions:
            told = [one for one in found.differences if one.question == question.key]
            if told:
                self.sheet.add_row(workspace.locale.words(question.label), self._block(found, told))

    def _show_head(self, found: Comparison) -> None:
        workspace, date = self.workspace, self.workspace.locale.date
        student = workspace.notebook.students.find(found.after.record.student_id)
        if student is not None:
            self.sheet.header.set_who(student.name, student.class_name)
        words = partial(workspace.text, "version {n} of {day}")
        self._earlier.set_choices(
            [(plan.id, words(n=plan.version, day=date(plan.date))) for plan in found.earlier]
        )
        self._earlier.choose(found.before.record.id)
        now, before = found.after.record, found.before.record
        beside = workspace.text(
            "{title}: version {n} of {day} beside version {former} of {before}",
            title=workspace.locale.words(found.after.form.title),
            n=now.version, day=date(now.date), former=before.version, before=date(before.date),
        )  # fmt: skip
        self.sheet.set_title(workspace.text("Differences"), beside)

    def _block(self, found: Comparison, differences: list[Difference]) -> QWidget:
        changes = []
        for difference in differences:
            told = difference_words(
                difference=difference, form=found.after.form, before=found.before.values,
                after=found.after.values, lists=self.workspace.lists, locale=self.workspace.locale,
            )  # fmt: skip
            changes.append((difference.change, told))
        return changed_rows(self.workspace, changes)

    def _say(self, sentence: str) -> None:
        self.sheet.add_row("", Label(self.workspace.theme, sentence, ink="ink2", wrap=True))
