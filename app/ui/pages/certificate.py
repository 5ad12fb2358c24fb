"""What was erased, and the paper that says so."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.erase_for_ever import finish_erasing
from app.actions.note_certificate import note_certificate
from app.actions.prepare_certificate import prepare_certificate
from app.actions.save_paper import save_paper
from app.documents.subject import PaperSubject
from app.errors import CarnetError
from app.frameworks.kinds import is_empty
from app.i18n import NAMES, Locale
from app.models.changes import Changes
from app.models.erasure import Erasure
from app.ui.ask_place import ask_new_file
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.printing import print_pdf
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
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
        framework = workspace.library.framework(workspace.notebook.framework)
        languages = [(code, NAMES.get(code, code)) for code in framework.languages]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self.save = Button(theme, text("Save as a file…"), kind="primary", icon="file-pdf")
        self.save.clicked.connect(self._choose_file)
        self.print = Button(theme, text("Print…"), kind="outlined", icon="printer", hint="Ctrl+P")
        self.print.clicked.connect(self.print_wanted)
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
        column.addWidget(FlowRow(theme, self.language, self.save, self.print, spacing=12))
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
        self.save.setFocus()

    def print_wanted(self) -> None:
        """Print it."""
        try:
            if print_pdf(self.pdf(), self):
                self._note("printed")
        except CarnetError as failure:
            self.workspace.failed.emit(failure)

    def save_to(self, path: Path) -> None:
        """Write the paper."""
        try:
            save_paper(pdf=self.pdf(), path=path)
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._note("saved")

    def pdf(self) -> bytes:
        """The paper in the language chosen."""
        from app.documents import form_pdf  # much memory, and most days begin without a paper

        locale = Locale(self.language.chosen() or "fr")
        return form_pdf.build(self._subject(locale), locale)

    def _subject(self, locale: Locale) -> PaperSubject:
        assert self._erasure is not None
        return prepare_certificate(
            self.workspace.notebook, library=self.workspace.library, erasure=self._erasure, locale=locale
        )

    def _show(self, erasure_id: str) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self.sheet.clear()
        self._erasure = erasure = workspace.notebook.erasures.get(erasure_id)
        self.sheet.set_title(text("It is erased"), text("This page and its paper name no student."))
        if erasure.finished_at is None:
            finish = Button(theme, text("Finish now"), kind="outlined", small=True)
            finish.clicked.connect(self._finish)
            said = text(
                "The file could not be written anew yet: traces may be left in it, readable with the"
                " phrase only."
            )
            self.sheet.add_row("", Banner(theme, [("warning", said)], actions=[finish]), gap=8)
        subject = self._subject(workspace.locale)
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

    def _choose_file(self) -> None:
        text = self.workspace.text
        assert self._erasure is not None
        name = "-".join(["CERT", *self._erasure.case_references[:1]]) + ".pdf"
        path = ask_new_file(self, text("Save the paper"), text("PDF files (*.pdf)"), name=name)
        if path is not None:
            self.save_to(path)

    def _note(self, means: str) -> None:
        assert self._erasure is not None
        text = self.workspace.text
        self.workspace.act(note_certificate, erasure_id=self._erasure.id, means=means)
        self._news.setText(text("Printed") if means == "printed" else text("Saved"))
