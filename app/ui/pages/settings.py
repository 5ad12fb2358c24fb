"""The settings: who writes, the window, the copy, the keys, blank forms, the ledger, the program."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.changes import Changes
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.settings_sections.appearance import Appearance
from app.ui.settings_sections.blank_forms import BlankForms
from app.ui.settings_sections.copies import Copies
from app.ui.settings_sections.ledger import Ledger
from app.ui.settings_sections.log import Log
from app.ui.settings_sections.new_key import NewKey
from app.ui.settings_sections.own_details import OwnDetails
from app.ui.settings_sections.phrase import Phrase
from app.ui.settings_sections.program import Program
from app.ui.settings_sections.recovery import Recovery
from app.ui.settings_sections.section import Section
from app.ui.settings_sections.service import Service
from app.ui.settings_sections.this_computer import ThisComputer
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.workspace import Workspace

_SECTIONS: tuple[type[Section], ...] = (
    OwnDetails, Appearance, Service, Copies, Phrase, Recovery, ThisComputer, NewKey, BlankForms,
    Ledger, Log, Program,
)  # fmt: skip


class SettingsPage(Page):
    """One part at a time. A destination's `kind` names the part, its `record_id` a field of it."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet = Sheet(theme, margin=132)
        self._sections = {kind.key: kind(workspace, self._sheet, self) for kind in _SECTIONS}
        self._current: Section = self._sections[OwnDetails.key]
        self._tabs = Tabs(theme, [(kind.key, text(kind.tab)) for kind in _SECTIONS])
        self._tabs.chosen.connect(self._turn_to)
        self._saved = SavedIndicator(theme)
        binned = Button(theme, text("Bin"), kind="quiet", icon="trash")
        binned.clicked.connect(lambda: workspace.go("bin"))
        workshop = Button(theme, text("Forms, lists and letters"), kind="quiet", icon="note-pencil")
        workshop.clicked.connect(lambda: workspace.go("workshop"))
        self._sheet.header.add_right(self._saved)
        self._sheet.header.add_right(FlowRow(theme, workshop, binned, spacing=8))
        self._sheet.header.add_below(self._tabs)
        for section in self._sections.values():
            section.saved.connect(self._tell_saved)
            section.refill_wanted.connect(self._refill)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """The part the destination names, or the one that was up last."""
        self._show(self._sections.get(destination.kind, self._current), destination.record_id)

    def here_again(self, opened_with: Destination) -> Destination:
        """The same part, the cursor where it was."""
        return Destination("settings", kind=self._current.key, record_id=self._current.field)

    def leave(self) -> bool:
        """Write what was typed."""
        left = self._current.leave()
        self._current.up = not left
        return left

    def keep(self) -> None:
        """The same, for the lock."""
        self.leave()

    def show_changes(self, changes: Changes) -> None:
        """Told to the part that is up."""
        self._current.show_changes(changes)

    def focus_first(self) -> None:
        """On the first field of the part, or on its tab."""
        (self._current.focus_first(self._current.field) or self._tabs).setFocus()

    def _turn_to(self, key: str) -> None:
        if self.leave():
            self._show(self._sections[key], "")
            self._sheet.to_top()
        else:
            self._tabs.set_current(self._current.key)

    def _show(self, section: Section, field: str) -> None:
        self._current = section
        section.field = field
        self._tabs.set_current(section.key)
        self._sheet.set_title(self.workspace.text("Settings"), self.workspace.text(section.lead))
        self._sheet.clear()
        section.fill()
        section.up = True

    def _refill(self, field: str) -> None:
        self._show(self._current, field)
        self.focus_first()

    def _tell_saved(self) -> None:
        self._saved.say(self.workspace.text("Saved {clock}", clock=f"{datetime.now():%H:%M}"))
