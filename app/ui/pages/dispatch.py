"""The slip that goes with several files at once."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.name_disclosed import DISPATCH
from app.actions.papers.prepare_dispatch import prepare_dispatch
from app.actions.sheets.look_at_files import GatheredFile, look_at_files
from app.actions.sheets.mark_files_sent import mark_files_sent
from app.documents.subject import PaperSubject
from app.i18n import Locale
from app.models.paper import Paper
from app.ui.destination import Destination
from app.ui.pages.list_paper import Drawing, ListPaperPage
from app.ui.prints import Noting
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.label import Label
from app.ui.words.file_words import standing
from app.ui.workspace import Workspace


class DispatchPage(ListPaperPage):
    """Files that are whole and have not left yet are ticked; one can tick the others too."""

    place = "referrals"
    what = DISPATCH
    names_receiver = True

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, workspace.text("Dispatch slip"), parent)
        self.rows: list[tuple[GatheredFile, CheckRow]] = []
        self.sent = CheckRow(
            workspace.theme,
            workspace.text("Note these files as sent today"),
            detail=workspace.text("When the slip is printed or saved"),
            checked=True,
        )
        self.below.addWidget(self.sent)

    def open(self, destination: Destination) -> None:
        """What waits to be sent now."""
        workspace, text = self.workspace, self.workspace.text
        self.clear_choices()
        files = look_at_files(workspace.notebook, library=workspace.library, locale=workspace.locale)
        waiting = [one for one in files if one.sent is None and one.decided is None and not one.busy]
        self.rows = []
        for file in waiting:
            title = workspace.locale.words(file.form.short_title)
            name = file.student.name if file.student else text("Not filed yet")
            row = CheckRow(
                workspace.theme, f"{name} \u00b7 {title}", detail=standing(workspace.locale, file),
                checked=file.complete,
            )  # fmt: skip
            row.toggled.connect(lambda _: self.make())
            self.rows.append((file, row))
            self.choices.addWidget(row)
        if len(to := set(self.expected())) == 1:
            self.receiver.show_line(receiver="".join(to), ground=self._ticked()[0].form.ground)
        self.sent.setVisible(bool(waiting))
        if not waiting:
            words = text("No file waits to be sent.")
            self.choices.addWidget(Label(workspace.theme, words, ink="ink2", wrap=True))
        self.begin(text("Numbers and documents are on it, nobody’s name."))

    def focus_first(self) -> None:
        """On the first file, or on to whom it goes."""
        if self.rows:
            self.rows[0][1].setFocus()
        else:
            self.receiver.focus_first()

    def records(self) -> list[Paper]:
        """The files ticked."""
        return [file.record for file in self._ticked()]

    def expected(self) -> list[str]:
        """Those the forms of these files say."""
        words = self.workspace.locale.words
        said = [words(file.form.goes_to) for file in self._ticked()]
        return [to for to in said if to and "{" not in to]  # whoever is to be filled in is of one file alone

    def drawing(self, locale: Locale) -> Drawing:
        """The slip, with the name of each request in the paper's language."""
        workspace, ids = self.workspace, {record.id for record in self.records()}
        files = look_at_files(workspace.notebook, library=workspace.library, locale=locale)
        subject = prepare_dispatch(
            workspace.notebook, library=workspace.library, locale=locale, today=workspace.today,
            files=[one for one in files if one.record.id in ids], recipient=self.receiver.receiver,
        )  # fmt: skip
        return partial(_drawn, subject, locale)

    def also(self) -> list[Noting]:
        """The files left with it."""
        how = {"files": self._ticked(), "today": self.workspace.today}
        return [Noting(mark_files_sent, how, with_library=True)] if self.sent.isChecked() else []

    def _ticked(self) -> list[GatheredFile]:
        return [file for file, row in self.rows if row.isChecked()]


def _drawn(subject: PaperSubject, locale: Locale) -> tuple[bytes, list[str]]:
    from app.documents import form_pdf, unwritable  # much memory, and most days begin without a paper

    return form_pdf.build(subject, locale), unwritable.unwritable(subject)
