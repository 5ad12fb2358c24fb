"""Files brought together paper by paper: what is missing in each, how long there is, what was sent."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.sheets.look_at_files import GatheredFile, look_at_files
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.words.file_words import figures, left_words, standing
from app.ui.workspace import Workspace

_MOST = 200


class FilesPage(Page):
    """Those without a decision first; each line opens its sheet."""

    place = "referrals"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self.sheet = Sheet(theme, margin=120)
        back = Button(theme, text("Referrals"), kind="quiet", icon="arrow-left")
        back.clicked.connect(lambda: workspace.go("referrals"))
        self.slip = Button(theme, text("Dispatch slip…"), kind="primary", icon="paper-plane-tilt")
        self.slip.clicked.connect(lambda: workspace.go("dispatch"))
        self.sheet.header.add_right(FlowRow(theme, back, self.slip, spacing=12))
        self.tabs = Tabs(theme, [("open", text("Going on")), ("ended", text("Ended"))], current="open")
        self.tabs.chosen.connect(lambda _: self._show())
        self.sheet.header.add_below(self.tabs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)

    def open(self, destination: Destination) -> None:
        """The files as they stand now."""
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """A file or its student changed."""
        if changes.touches("paper", "student", "case"):
            self._show()

    def focus_first(self) -> None:
        """What one would do first."""
        self.slip.setFocus()

    def _show(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        files = look_at_files(workspace.notebook, library=workspace.library, locale=workspace.locale)
        going_on = [one for one in files if one.decided is None]
        ended = [one for one in reversed(files) if one.decided is not None]
        shown = (going_on if self.tabs.current() == "open" else ended)[:_MOST]
        self.sheet.clear()
        self.sheet.set_title(text("Documents to gather"), figures(workspace.locale, going_on))
        for title, some in _by_form(workspace, shown).items():
            self.sheet.add_row("", SectionHeading(workspace.theme, title), gap=20)
            for file in some:
                self.sheet.add_row(*self._line(file), gap=6)
        if not shown:
            help_text = text("A file with documents, such as one for aid, begins on a student’s sheet.")
            self.sheet.add_row("", Label(workspace.theme, help_text, ink="ink2", wrap=True))

    def _line(self, file: GatheredFile) -> tuple[str, DayLine]:
        workspace = self.workspace
        student = file.student
        right, ink = left_words(workspace.locale, file, workspace.today)
        line = DayLine(
            workspace.theme,
            student.name if student else workspace.text("Not filed yet"),
            after=student.class_name if student else "",
            detail=standing(workspace.locale, file),
            right=right,
            right_ink=ink,
        )
        line.clicked.connect(partial(workspace.go, "sheet", kind="paper", record_id=file.record.id))
        return workspace.locale.date(file.deadline) if file.deadline else "", line


def _by_form(workspace: Workspace, files: list[GatheredFile]) -> dict[str, list[GatheredFile]]:
    """Under the name of each form, in the order in which the files come."""
    words, found = workspace.locale.words, dict[str, list[GatheredFile]]()
    for file in files:
        found.setdefault(words(file.form.short_title) or words(file.form.title), []).append(file)
    return found
