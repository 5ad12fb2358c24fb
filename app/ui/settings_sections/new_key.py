"""Another key for the whole notebook, with a plain word on when that is needed."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.keys.check_before_new_key import check_before_new_key, key_number
from app.actions.keys.keep_recovery_sheet import recovery_sheet_made
from app.errors import CarnetError
from app.i18n import N_
from app.ui.fields.phrase_field import phrase_field
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.progress_bar import ProgressBar
from app.ui.widgets.text_field import TextField

_PLAIN = (
    (
        N_("What for"),
        N_(
            "The phrase only leads to the key; the key encrypts every page. Somebody who knew the phrase and"
            " had this computer or a copy in hand may have kept the key: then another phrase is not enough."
        ),
    ),
    (
        N_("What happens"),
        N_(
            "Carnet closes the notebook, writes everything anew under another key and reads it back. It"
            " needs room for the notebook twice. Even if the computer stops in the middle, nothing is lost."
        ),
    ),
    (
        N_("Afterwards"),
        N_(
            "Copies made before open with the former key: make a new one and destroy those. If somebody"
            " knows the phrase, change the phrase first."
        ),
    ),
)


class NewKey(Section):
    """The phrase and the code are checked here; the change itself happens on the closed notebook."""

    key: ClassVar[str] = "key"
    tab: ClassVar[str] = N_("Key")
    lead: ClassVar[str] = N_("For the day somebody may have the notebook’s key: an exception, not a habit.")

    def fill(self) -> None:
        """What it is for, then the phrase, the code, the button."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._said = Banner(theme)
        self._working = ProgressBar(theme)
        self._phrase = phrase_field(theme, workspace.locale, name=text("Present passphrase"))
        self._code = TextField(theme)
        self._change = Button(theme, text("Change the key"))
        has_sheet = self._show_state()
        for label, words in _PLAIN:
            self.sheet.add_row(text(label), Label(theme, text(words), wrap=True), gap=16)
        fields, holder = QWidget(), QWidget()
        fields.setMaximumWidth(theme.px(640))
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(fields, 1)
        beside.addStretch()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Labelled(theme, text("Present passphrase"), self._phrase))
        code = Labelled(
            theme, text("Recovery code"), self._code,
            help=text("With it your sheet goes on counting. Without it the sheet ends: make a new one then."),
        )  # fmt: skip
        code.setVisible(has_sheet)
        column.addWidget(code)
        self.sheet.add_row("", holder, gap=20)
        self.sheet.add_row("", self._said, gap=8)
        self.sheet.add_row("", FlowRow(theme, self._change), gap=12)
        self.sheet.add_row("", self._working, gap=4)
        self._change.clicked.connect(self._check)
        self._phrase.field.returnPressed.connect(self._check)
        self._code.returnPressed.connect(self._check)

    def focus_first(self, field: str) -> QWidget | None:
        """In the phrase."""
        return self._phrase.field

    def _show_state(self) -> bool:
        """Which key it is; whether there is a sheet."""
        workspace, text = self.workspace, self.workspace.text
        try:
            number, sheet = key_number(workspace.notebook), recovery_sheet_made(workspace.notebook)
        except CarnetError as failure:
            self._said.set_lines([("warning", failure.said(workspace.locale))])
            return False
        state = (
            text("This is key number {number} of this notebook.", number=number)
            if number > 1
            else text("The notebook has had the same key since it was made.")
        )
        self.sheet.add_row(text("Key"), Label(workspace.theme, state, wrap=True), gap=28)
        return sheet is not None

    def _check(self) -> None:
        if not self._change.isEnabled():
            return
        text, phrase = self.workspace.text, self._phrase.text()
        if not phrase:
            self._said.set_lines([("info", text("The present passphrase is missing."))])
            self._phrase.field.setFocus()
            return
        self._change.setEnabled(False)
        self._said.set_lines([])
        self._working.start(text("The passphrase is being checked…"))
        work = partial(
            check_before_new_key, self.workspace.notebook, passphrase=phrase, typed_code=self._code.text()
        )
        self.workspace.tasks.run(work, done=partial(self._begin, phrase), failed=self._tell_failure)

    def _begin(self, phrase: str, code: bytes | None) -> None:
        if self.up:
            self._working.finish()
            self._change.setEnabled(True)
            self.workspace.key_change_wanted.emit(phrase, code)

    def _tell_failure(self, failure: CarnetError) -> None:
        if self.up:
            self._working.finish()
            self._change.setEnabled(True)
            self._said.set_lines([("warning", failure.said(self.workspace.locale))])
            self._phrase.field.setFocus()
