"""What was erased, and the paper that says so."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.history.erase_for_ever import finish_erasing
from app.errors import CarnetError
from app.frameworks.kinds import is_empty
from app.models.changes import Changes
from app.models.erasure import Erasure
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.paper.certificate_paper import CertificatePaper
from app.ui.paper.own_paper import Means
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace


class CertificatePage(Page):
    """The same facts on the screen and on paper; the paper may be in another language."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._erasure: Erasure | None = None
        self._finishing = False
        self.paper = CertificatePaper(workspace, self, noted=self._say)
        self._news = Label(theme, ink="ink2", wrap=True)
        to_bin = Button(theme, text("Bin"), kind="quiet", icon="trash")
        to_bin.clicked.connect(lambda: workspace.go("bin"))
        to_log = Button(theme, text("Log"), kind="quiet")
        to_log.clicked.connect(lambda: workspace.go("settings", kind="log"))
        self.sheet = Sheet(theme, margin=132)
        self.sheet.header.add_right(FlowRow(theme, to_bin, to_log, spacing=8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sheet)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FlowRow(theme, self.paper.language, self.paper.save, self.paper.print, spacing=12))
        column.addWidget(self._news)
        self.sheet.set_footer(foot)

    def open(self, destination: Destination) -> None:
        """An erasure by its identifier."""
        self._news.setText("")
        self._show(destination.record_id)

    def leave(self) -> bool:
        """Not while the file is being written anew: every other page would wait for it."""
        return not self._finishing

    def focus_first(self) -> None:
        """On the paper."""
        self.paper.save.setFocus()

    def print_wanted(self) -> None:
        """Print it."""
        self.paper.print_now()

    def _show(self, erasure_id: str) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self.sheet.clear()
        self._erasure = self.paper.erasure = erasure = workspace.notebook.erasures.get(erasure_id)
        self.sheet.set_title(text("It is erased"), text("This page and its paper name no student."))
        if erasure.finished_at is None:
            finish = Button(theme, text("Finish now"), kind="outlined", small=True)
            finish.clicked.connect(self._finish)
            said = text(
                "The file could not be written anew yet: traces may be left in it, readable with the"
                " phrase only."
            )
            self.sheet.add_row("", Banner(theme, [("warning", said)], actions=[finish]), gap=8)
        subject = self.paper.subject(workspace.locale)
        for question in subject.form.questions:
            value = (subject.values or {}).get(question.key)
            if not is_empty(kind=question.kind, value=value):
                label = workspace.locale.words(question.label)
                self.sheet.add_row(label, Label(theme, str(value), wrap=True))

    def _finish(self) -> None:
        if self._finishing:
            return
        self._finishing = True
        self._news.setText(self.workspace.text("The file is being written anew…"))
        work = partial(finish_erasing, self.workspace.notebook)
        self.workspace.tasks.run(work, done=self._end, failed=self._end)

    def _end(self, answer: Changes | CarnetError) -> None:
        self._finishing = False
        self._news.setText("")
        if self._erasure is not None:
            self._show(self._erasure.id)
        if isinstance(answer, CarnetError):
            self.workspace.failed.emit(answer)

    def _say(self, means: Means) -> None:
        text = self.workspace.text
        self._news.setText(text("Printed") if means == "printed" else text("Saved"))
