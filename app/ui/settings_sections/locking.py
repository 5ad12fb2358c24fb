"""When the notebook locks by itself, and who may take a picture of it."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import N_
from app.settings import LOCK_AFTER
from app.ui.capture import OFFERED
from app.ui.settings_sections.section import Section
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label


class LockingSection(Section):
    """Each choice takes effect at once."""

    key: ClassVar[str] = "locking"
    tab: ClassVar[str] = N_("Locking")
    lead: ClassVar[str] = N_("Ctrl+L locks at any time, whatever is open. What you were typing is kept.")

    def fill(self) -> None:
        """After how many minutes, and pictures of the screen where the system can keep them out."""
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        self._chips = {minutes: self._chip(minutes) for minutes in LOCK_AFTER}
        row = FlowRow(theme, *self._chips.values(), spacing=8)
        label = text("Nobody touches anything")
        row.setAccessibleName(label)
        self.sheet.add_row(label, row, gap=28)
        said = text(
            "The last thirty seconds are counted down. Before an interview, press In interview: the notebook"
            " then stays open for an hour at most."
        )
        self.sheet.add_row("", Label(theme, said, role="small", ink="ink2", wrap=True), gap=4)
        always = text(
            "It locks at once when the computer's screen is locked or given to somebody else, and when the"
            " computer goes to sleep. Leave it on Never only where nobody else comes in."
        )
        self.sheet.add_row("", Label(theme, always, role="small", ink="ink2", wrap=True), gap=8)
        if OFFERED:
            self._add_capture(workspace.settings.hide_from_capture)

    def focus_first(self, field: str) -> QWidget | None:
        """On what is chosen now."""
        return next((chip for chip in self._chips.values() if chip.isChecked()), None)

    def _add_capture(self, hidden: bool) -> None:
        text = self.workspace.text
        row = CheckRow(
            self.workspace.theme,
            text("Keep the window out of pictures of the screen"),
            detail=text("Untick it for a magnifier, a reader of the screen or help from afar."),
            checked=hidden,
        )
        row.toggled.connect(lambda on: self._change(hide_from_capture=on))
        self.sheet.add_row(text("Pictures of the screen"), row, gap=24)

    def _chip(self, minutes: int) -> Chip:
        locale, chosen = self.workspace.locale, minutes == self.workspace.settings.lock_after
        words = locale.plural("{n} minute", "{n} minutes", minutes) if minutes else locale.text("Never")
        chip = Chip(self.workspace.theme, words, checkable=True, selected=chosen)
        chip.setAutoExclusive(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        chip.setAccessibleDescription(locale.text("Nobody touches anything"))
        chip.clicked.connect(lambda: self._change(lock_after=minutes))
        return chip

    def _change(self, **choice: object) -> None:
        changed = self.workspace.settings._replace(**choice)  # type: ignore[arg-type]
        if changed != self.workspace.settings:
            self.workspace.settings_wanted.emit(changed)
