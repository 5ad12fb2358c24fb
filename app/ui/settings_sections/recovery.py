"""The recovery sheet: made, printed, proved by two of its groups."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import ClassVar, Literal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.disclosure.save_paper import save_paper
from app.actions.keys.begin_recovery_sheet import begin_recovery_sheet
from app.actions.keys.keep_recovery_sheet import keep_recovery_sheet, recovery_sheet_made
from app.documents.recovery_subject import RecoverySheet
from app.errors import CarnetError
from app.i18n import N_, NAMES, Locale
from app.models.changes import Changes
from app.security.recovery_code import same_group
from app.ui.ask_place import ask_new_file
from app.ui.fields.phrase_field import phrase_field
from app.ui.paper.printing import ready_to_print
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.code_groups import CodeGroups
from app.ui.widgets.combo_field import ComboField
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.text_field import TextField

LANGUAGES = ("fr", "de", "en")
_ASKED = 2  # groups typed again


class Recovery(Section):
    """Three steps on one page: the phrase, the sheet, the proof. Nothing counts before the proof.

    The code is in this object and nowhere else until then, and forgotten when the page is left.
    """

    key: ClassVar[str] = "recovery"
    tab: ClassVar[str] = N_("Recovery sheet")
    lead: ClassVar[str] = N_("One printed sheet opens the notebook when the passphrase is lost.")

    _step: Literal["ask", "sheet", "proof"] = "ask"
    _code, _phrase = b"", ""
    _paper: RecoverySheet | None = None
    _news: tuple[str, str] | None = None

    def fill(self) -> None:
        """The step that is up."""
        theme = self.workspace.theme
        self._first: QWidget | None = None
        self._said = Banner(theme, [self._news] if self._news else [])
        self._working = ProgressBar(theme)
        self._fields: dict[int, TextField] = {}
        {"ask": self._fill_ask, "sheet": self._fill_sheet, "proof": self._fill_proof}[self._step]()

    def focus_first(self, field: str) -> QWidget | None:
        """Where this step is answered."""
        return self._first

    def leave(self) -> bool:
        """The code and the phrase are forgotten; what was not proved counts for nothing."""
        self._forget()
        return True

    def _forget(self) -> None:
        self._step, self._code, self._phrase, self._paper, self._news = "ask", b"", "", None, None

    def _turn(self, step: Literal["ask", "sheet", "proof"], news: tuple[str, str] | None = None) -> None:
        self._step, self._news = step, news
        self.refill_wanted.emit("")

    # First step: who asks

    def _fill_ask(self) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        made = self._made()
        state = (
            text("Made on {day}. Only this sheet counts.", day=workspace.locale.moment(made))
            if made
            else text("There is none yet: without the passphrase nobody could open this notebook.")
        )
        self.sheet.add_row(text("Sheet"), Label(theme, state, wrap=True), gap=28)
        self.sheet.add_row("", self._said, gap=8)
        self._present = phrase_field(theme, workspace.locale, name=text("Present passphrase"))
        self._language = ComboField(
            theme, choices=[(code, NAMES[code]) for code in LANGUAGES], name=text("Language of the paper")
        )
        self._language.choose(workspace.locale.code if workspace.locale.code in LANGUAGES else "en")
        self._make = Button(
            theme, text("Make a new sheet") if made else text("Make the sheet"), kind="primary"
        )
        holder = self._column(
            Labelled(theme, text("Present passphrase"), self._present),
            Labelled(theme, text("Language of the paper"), self._language),
        )
        self.sheet.add_row("", holder, gap=16)
        self.sheet.add_row("", FlowRow(theme, self._make), gap=16)
        self.sheet.add_row("", self._working, gap=4)
        self._first = self._present.field
        self._make.clicked.connect(self._begin)
        self._present.field.returnPressed.connect(self._begin)

    def _made(self) -> str | None:
        try:
            return recovery_sheet_made(self.workspace.notebook)
        except CarnetError as failure:
            self._said.set_lines([("warning", failure.said(self.workspace.locale))])
            return None

    def _begin(self) -> None:
        text = self.workspace.text
        if not self._make.isEnabled():
            return
        self._phrase = self._present.text()
        if not self._phrase:
            self._tell("info", text("The present passphrase is missing."))
            self._present.field.setFocus()
            return
        self._make.setEnabled(False)
        self._working.start(text("The passphrase is being checked…"))
        work = partial(
            begin_recovery_sheet, self.workspace.notebook, passphrase=self._phrase, today=self.workspace.today
        )
        self.workspace.tasks.run(work, done=self._show_sheet, failed=self._tell_failure)

    def _show_sheet(self, begun: tuple[bytes, RecoverySheet]) -> None:
        if self.up and self._phrase:
            self._code, self._paper = begun
            self._paper_language = self._language.chosen() or "fr"
            self._turn("sheet")

    # Second step: onto paper

    def _fill_sheet(self) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        assert self._paper is not None
        words = text(
            "Print the sheet, or copy the eight groups by hand. It opens nothing until you have typed two"
            " of them again."
        )
        code = CodeGroups(theme, self._paper.groups, name=text("Recovery code"))
        printed = Button(theme, text("Print the sheet"), kind="primary", icon="printer")
        saved = Button(theme, text("Save…"))
        there = Button(theme, text("I have it on paper"))
        printed.clicked.connect(lambda: self._drawn(self._print))
        saved.clicked.connect(lambda: self._drawn(self._save))
        there.clicked.connect(lambda: self._turn("proof"))
        self.sheet.add_row("", Label(theme, words, wrap=True), gap=28)
        self.sheet.add_row("", self._column(code), gap=16)
        self.sheet.add_row("", FlowRow(theme, printed, saved, there, self._way_out(), spacing=12), gap=16)
        self.sheet.add_row("", self._said, gap=12)
        self.sheet.add_row("", self._working, gap=4)
        self._first = printed

    def _drawn(self, then: Callable[[bytes], None]) -> None:
        assert self._paper is not None
        self.workspace.tasks.run(
            partial(_paper_of, self._paper, Locale(self._paper_language)),
            done=then,
            failed=self._tell_failure,
        )

    def _print(self, pdf: bytes) -> None:
        if not self.up:
            return
        try:
            run = ready_to_print(pdf, self.page)
        except CarnetError as failure:
            self._tell_failure(failure)
            return
        if run is not None:
            self.workspace.prints.send(
                run, self.page, workspace=self.workspace, printed=self._tell_printed,
                failed=self._tell_failure,
            )  # fmt: skip

    def _tell_printed(self) -> None:
        if self.up and self._step == "sheet":
            words = self.workspace.text("Sent to the printer. Take the sheet, then go on.")
            self._tell("check-circle", words)

    def _save(self, pdf: bytes) -> None:
        if not self.up or self._paper is None:
            return
        text = self.workspace.text
        name = f"carnet-{self._paper.notebook}.pdf"
        path = ask_new_file(self.page, text("Save the paper"), text("PDF files (*.pdf)"), name=name)
        if path is None or not self.up:  # locked meanwhile
            return
        try:
            save_paper(pdf=pdf, path=path)
        except CarnetError as failure:
            self._tell_failure(failure)
            return
        if self.up:
            self._tell(
                "warning",
                text(
                    "This file holds the code in clear. Print it, then delete it; never keep it on"
                    " this computer."
                ),
            )

    # Third step: proved

    def _fill_proof(self) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        words = text("Take the sheet and type these two groups from it.")
        fields = []
        for number in sorted(secrets.SystemRandom().sample(range(1, 9), _ASKED)):
            name = text("Group {number}", number=number)
            field = TextField(theme, name=name)
            field.returnPressed.connect(self._prove)
            self._fields[number] = field
            fields.append(Labelled(theme, name, field))
        self._check = Button(theme, text("Check and count from now on"), kind="primary")
        again = Button(theme, text("Show the code again"))
        self._check.clicked.connect(self._prove)
        again.clicked.connect(lambda: self._turn("sheet"))
        self.sheet.add_row("", Label(theme, words, wrap=True), gap=28)
        self.sheet.add_row("", self._column(*fields), gap=16)
        self.sheet.add_row("", self._said, gap=8)
        self.sheet.add_row("", FlowRow(theme, self._check, again, self._way_out(), spacing=12), gap=16)
        self.sheet.add_row("", self._working, gap=4)
        self._first = next(iter(self._fields.values()))

    def _prove(self) -> None:
        if self._paper is None or not self._check.isEnabled():
            return
        text = self.workspace.text
        for number, field in self._fields.items():
            if not same_group(field.text(), self._paper.groups[number - 1]):
                self._tell("info", text("Group {number} is not as on the sheet.", number=number))
                field.selectAll()
                field.setFocus()
                return
        self._check.setEnabled(False)
        self._working.start(text("The key is being wrapped under the code…"))
        work = partial(keep_recovery_sheet, self.workspace.notebook, passphrase=self._phrase, code=self._code)
        self.workspace.tasks.run(
            work, done=self._tell_kept, failed=self._tell_failure, name=text("the recovery sheet")
        )

    def _tell_kept(self, changes: Changes) -> None:
        self.workspace.tell(changes)
        if self.up:
            self._forget()
            counts = self.workspace.text(
                "From now on this sheet opens the notebook, and no earlier one. Put it away, far"
                " from the computer."
            )
            self._turn("ask", ("check-circle", counts))

    # What the steps share

    def _column(self, *parts: QWidget) -> QWidget:
        theme, holder, inside = self.workspace.theme, QWidget(), QWidget()
        inside.setMaximumWidth(theme.px(640))
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(inside, 1)
        beside.addStretch()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in parts:
            column.addWidget(part)
        return holder

    def _way_out(self) -> Button:
        """Nothing has been written yet, so leaving loses nothing that counts."""
        out = Button(self.workspace.theme, self.workspace.text("Give up this sheet"), kind="quiet")
        out.clicked.connect(self._give_up)
        return out

    def _give_up(self) -> None:
        self._forget()
        self._turn("ask")

    def _tell(self, icon: str, sentence: str) -> None:
        self._said.set_lines([(icon, sentence)])

    def _tell_failure(self, failure: CarnetError) -> None:
        if not self.up:
            return
        self._working.finish()
        self._tell("warning", failure.said(self.workspace.locale))
        if self._step == "ask":
            self._phrase = ""
            self._make.setEnabled(True)
            self._present.field.selectAll()
            self._present.field.setFocus()
        elif self._step == "proof":
            self._check.setEnabled(True)


def _paper_of(sheet: RecoverySheet, locale: Locale) -> bytes:
    from app.documents import recovery_sheet  # much memory, and needed once in years

    return recovery_sheet.build(sheet, locale)
