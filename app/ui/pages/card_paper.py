"""One's own card as a paper, to give to a correspondent by hand or by post."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.actions.cards.hand_out_card import hand_out_card, note_card_printed
from app.actions.cards.prepare_card_paper import prepare_card_paper
from app.documents.card_subject import CardSheet
from app.i18n import NAMES, Locale, window_languages
from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.pages.leaving import LeavingPage
from app.ui.paper.paper_column import PaperColumn, side_by_side, stacked
from app.ui.paper.pdf_preview import PdfPreview
from app.ui.prints import Noting
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace


class CardPaperPage(LeavingPage):
    """Preview, file and print are the same bytes; nothing about any student is on it."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._pdf, self._made = b"", 0
        languages = [(code, NAMES.get(code, code)) for code in window_languages()]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self._picture = PdfPreview(workspace)
        lead = text(
            "For whoever is given no file. It holds no secret, but it can be exchanged on its way: the eight"
            " words are compared by voice or face all the same."
        )
        column = PaperColumn(theme, self._back)
        title = Label(theme, text("My card on paper"), role="title", wrap=True)
        column.parts.addLayout(stacked(theme, title, Label(theme, lead, ink="ink2", wrap=True)))
        column.parts.addSpacing(theme.px(12))
        above = Label(theme, text("Language of the paper"), role="small_strong", ink="ink2")
        above.setBuddy(self.language)
        column.parts.addLayout(stacked(theme, above, self.language))
        ledger = text("No student is on it, so the ledger gets no line.")
        said = Label(theme, ledger, role="small", ink="ink2", wrap=True)
        column.end(stacked(theme, said, self._news), self.save, self.print)
        whole = side_by_side(self)
        whole.addLayout(column, 4)
        whole.addWidget(self._picture, 5)
        self.language.currentIndexChanged.connect(self._make)

    def open(self, destination: Destination) -> None:
        """The card as it is now."""
        self._news.say("")
        self._make()

    def focus_first(self) -> None:
        """On the paper's language."""
        self.language.setFocus()

    def shown(self) -> bytes:
        """The paper."""
        return self._pdf

    def notings(self) -> list[Noting]:
        """A line in the log."""
        return [Noting(note_card_printed, {})]

    def hand_out(self, path: Path) -> Changes:
        """The file and a line in the log."""
        return hand_out_card(self.workspace.notebook, pdf=self._pdf, path=path)

    def file_name(self) -> str:
        """What it is, not whose."""
        return self.workspace.text("card")

    def _make(self) -> None:
        workspace, locale = self.workspace, Locale(self.language.chosen() or "fr")
        self._made += 1
        self._pdf = b""
        self._allow()
        subject = prepare_card_paper(workspace.notebook, locale=locale)
        workspace.tasks.run(
            partial(_drawn, subject, locale),
            done=partial(self._show_made, self._made),
            failed=workspace.failed.emit,
        )

    def _show_made(self, asked_for: int, pdf: bytes) -> None:
        if asked_for == self._made:
            self._pdf = pdf
            self._picture.show_pdf(pdf)
            self._allow()

    def _allow(self) -> None:
        self.save.setEnabled(bool(self._pdf))
        self.print.setEnabled(bool(self._pdf))


def _drawn(subject: CardSheet, locale: Locale) -> bytes:
    from app.documents import card_sheet  # much memory, and needed once per correspondent

    return card_sheet.build(subject, locale)
