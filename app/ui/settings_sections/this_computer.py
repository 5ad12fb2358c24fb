"""Whether this computer opens the notebook by itself for a while."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.keys.remember_computer import forget_computer, remember_computer, remembered_until
from app.errors import CarnetError
from app.i18n import N_
from app.models.changes import Changes
from app.security.keychain import Keychain
from app.ui.fields.phrase_field import phrase_field
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.progress_bar import ProgressBar


class ThisComputer(Section):
    """Off until somebody who alone uses this computer asks for it; what cannot be had says why."""

    key: ClassVar[str] = "computer"
    tab: ClassVar[str] = N_("This computer")
    lead: ClassVar[str] = N_("For thirty days the notebook can open here without its passphrase.")

    keychain: ClassVar[Keychain] = Keychain()

    def fill(self) -> None:
        """What it means, then whether it can be had; that is asked on the worker."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._said = Banner(theme)
        self._working = ProgressBar(theme)
        self._first: QWidget | None = None
        until = self._until()
        state = (
            text("Opens without the passphrase until {day}.", day=workspace.locale.moment(until))
            if until
            else text("Always asks for the passphrase.")
        )
        self.sheet.add_row(text("This computer"), Label(theme, state, wrap=True), gap=28)
        words = text(
            "The keychain of this computer then holds a secret that opens the notebook when Carnet starts."
            " After locking, the passphrase is asked all the same. Whoever can use your session on this"
            " computer can then open the notebook."
        )
        self.sheet.add_row(text("What it means"), Label(theme, words, wrap=True), gap=16)
        if until:
            self._fill_remembered()
        else:
            self._fill_choice()
        self.sheet.add_row("", self._said, gap=12)
        self.sheet.add_row("", self._working, gap=4)

    def focus_first(self, field: str) -> QWidget | None:
        """Where one decides."""
        return self._first

    def _until(self) -> str | None:
        try:
            return remembered_until(self.workspace.notebook)
        except CarnetError as failure:
            self._said.set_lines([("warning", failure.said(self.workspace.locale))])
            return None

    def _fill_remembered(self) -> None:
        forget = Button(self.workspace.theme, self.workspace.text("Ask for the passphrase again"))
        forget.clicked.connect(self._forget)
        self.sheet.add_row("", FlowRow(self.workspace.theme, forget), gap=16)
        self._first = forget

    def _fill_choice(self) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._alone = CheckRow(
            theme,
            text("I alone use this computer and its session"),
            detail=text("Leave this empty on a school’s or a shared computer."),
        )
        self._phrase = phrase_field(theme, workspace.locale, name=text("Present passphrase"))
        self._remember = Button(theme, text("Remember for thirty days"))
        fields, holder = QWidget(), QWidget()
        fields.setMaximumWidth(theme.px(640))
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(fields, 1)
        beside.addStretch()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._alone)
        column.addWidget(Labelled(theme, text("Present passphrase"), self._phrase))
        self.sheet.add_row("", holder, gap=16)
        self.sheet.add_row("", FlowRow(theme, self._remember), gap=12)
        self._first = self._alone
        self._ways = (self._alone, self._phrase, self._remember)
        self._remember.clicked.connect(self._ask)
        self._phrase.field.returnPressed.connect(self._ask)
        workspace.tasks.run(
            self.keychain.check, done=lambda _: None, failed=partial(self._tell_unavailable, self._ways)
        )

    def _tell_unavailable(self, ways: tuple[QWidget, ...], failure: CarnetError) -> None:
        if self.up and ways is self._ways:
            for way in ways:
                way.setEnabled(False)
            self._said.set_lines([("info", failure.said(self.workspace.locale))])

    def _ask(self) -> None:
        text = self.workspace.text
        if not self._remember.isEnabled():
            return
        missing = "" if self._alone.isChecked() else text("This is only for a computer that you alone use.")
        missing = missing or ("" if self._phrase.text() else text("The present passphrase is missing."))
        self._said.set_lines([("info", missing)] if missing else [])
        if missing:
            (self._phrase.field if self._alone.isChecked() else self._alone).setFocus()
            return
        self._remember.setEnabled(False)
        self._working.start(text("The passphrase is being checked…"))
        work = partial(
            remember_computer, self.workspace.notebook, passphrase=self._phrase.text(), keychain=self.keychain
        )
        self.workspace.tasks.run(
            work, done=self._show_again, failed=self._tell_failure, name=text("the remembered computer")
        )

    def _forget(self) -> None:
        work = partial(forget_computer, self.workspace.notebook, keychain=self.keychain)
        self.workspace.tasks.run(work, done=self._show_again, failed=self._tell_failure)

    def _show_again(self, _: Changes) -> None:
        if self.up:
            self.refill_wanted.emit("")

    def _tell_failure(self, failure: CarnetError) -> None:
        if not self.up:
            return
        self._working.finish()
        self._said.set_lines([("warning", failure.said(self.workspace.locale))])
        if self._until() is None:
            self._remember.setEnabled(True)
            self._phrase.field.selectAll()
            self._phrase.field.setFocus()
