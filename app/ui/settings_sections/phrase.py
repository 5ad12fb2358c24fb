"""Another phrase for the notebook."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.actions.keys.change_passphrase import change_passphrase
from app.errors import CarnetError
from app.i18n import N_
from app.models.changes import Changes
from app.ui.fields.new_phrase import NewPhrase
from app.ui.fields.phrase_field import phrase_field
from app.ui.settings_sections.section import Section
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.labelled import Labelled
from app.ui.widgets.progress_bar import ProgressBar


class Phrase(Section):
    """The present phrase, the new one twice; slow on purpose, so done on the worker."""

    key: ClassVar[str] = "phrase"
    tab: ClassVar[str] = N_("Passphrase")
    lead: ClassVar[str] = N_(
        "Copies made before still open with the former phrase: make a new one afterwards."
    )

    def fill(self) -> None:
        """The fields."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        known = self._personal_words()
        self._now = phrase_field(theme, workspace.locale, name=text("Present passphrase"))
        self._new = NewPhrase(theme, workspace.locale, workspace.tasks, personal_words=lambda: known)
        self._said = Banner(theme)
        self._change = Button(theme, text("Change the phrase"))
        self._change.clicked.connect(self._change_phrase)
        self._deriving = ProgressBar(theme)
        fields, holder = QWidget(), QWidget()
        fields.setMaximumWidth(theme.px(640))
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(fields, 1)
        beside.addStretch()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(Labelled(theme, text("Present passphrase"), self._now))
        column.addWidget(self._new)
        self.sheet.add_row("", holder, gap=28)
        self.sheet.add_row("", self._said, gap=8)
        self.sheet.add_row("", FlowRow(theme, self._change), gap=12)
        self.sheet.add_row("", self._deriving, gap=4)
        for field in (self._now.field, self._new.first.field, self._new.again.field):
            field.returnPressed.connect(self._change_phrase)

    def focus_first(self, field: str) -> QWidget | None:
        """In the present phrase."""
        return self._now.field

    def _personal_words(self) -> list[str]:
        notebook = self.workspace.notebook
        schools = [word for school in notebook.schools.list() for word in (school.name, school.city)]
        return [notebook.author.name, notebook.units.own().name, *schools]

    def _change_phrase(self) -> None:
        if not self._change.isEnabled():
            return
        text = self.workspace.text
        missing = "" if self._now.text() else text("The present passphrase is missing.")
        if missing:
            self._now.field.setFocus()
        missing = missing or self._new.missing()
        self._said.set_lines([("info", missing)] if missing else [])
        if missing:
            return
        self._change.setEnabled(False)
        self._deriving.start(text("The key is being wrapped in the new phrase…"))
        self.workspace.tasks.run(
            partial(change_passphrase, self.workspace.notebook, old=self._now.text(), new=self._new.text()),
            done=self._tell_changed,
            failed=self._tell_not_changed,
            name=text("the new passphrase"),
        )

    def _tell_changed(self, _: Changes) -> None:
        if not self.up:
            return
        self._deriving.finish()
        self._change.setEnabled(True)
        self._now.clear()
        self._new.clear()
        changed = self.workspace.text("From now on the notebook opens with the new phrase.")
        self._said.set_lines([("check-circle", changed)])

    def _tell_not_changed(self, failure: CarnetError) -> None:
        if not self.up:
            return
        self._deriving.finish()
        self._change.setEnabled(True)
        self._said.set_lines([("warning", failure.said(self.workspace.locale))])
        self._now.field.selectAll()
        self._now.field.setFocus()
