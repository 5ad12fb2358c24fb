"""The workshop of the unit: its forms, lists, letters and services, and the file that carries them."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.unit_changes.add_file import add_file
from app.actions.unit_changes.read_changed_file import read_changed_file
from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.ask_place import ask_file
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.tabs import Tabs
from app.ui.workshop.refused import refused
from app.ui.workshop.rooms import ROOMS, Room, in_order, state_of, things_of, title_of
from app.ui.workshop.unit_file_rows import UnitFileRows
from app.ui.workspace import Workspace

_UNIT = "unit"


class WorkshopPage(Page):
    """One kind at a time, a card for each; a destination's `kind` names the tab."""

    place = "settings"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._cards: list[Card] = []
        self._pressed = ""
        self.unit_file: UnitFileRows | None = None
        names = [(room.key, text(room.tab)) for room in ROOMS]
        self._tabs = Tabs(theme, [*names, (_UNIT, text("The unit’s file"))])
        self._tabs.chosen.connect(self._turn_to)
        back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        back.clicked.connect(workspace.go_back)
        self.banner = Banner(theme)
        self._sheet = Sheet(theme, margin=132)
        self._sheet.set_title(text("Forms, lists and letters"))
        self._sheet.header.add_right(FlowRow(theme, back))
        self._sheet.header.add_below(self._tabs)
        self._sheet.header.add_below(self.banner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sheet)

    def open(self, destination: Destination) -> None:
        """The tab the destination names, or the one that was up last."""
        if destination.kind:
            self._tabs.set_current(destination.kind)
        self._show()

    def here_again(self, opened_with: Destination) -> Destination:
        """The same tab."""
        return Destination("workshop", kind=self._tabs.current())

    def show_changes(self, changes: Changes) -> None:
        """Other words, other states."""
        if changes.touches("unit_changes") and self.unit_file is None:
            self._show()

    def focus_first(self) -> None:
        """On the card that was pressed, or on the tabs."""
        pressed = [card for card in self._cards if card.property("name") == self._pressed]
        (pressed[0] if pressed else self._tabs).setFocus()

    def take_new(self, path: Path) -> None:
        """A file nobody had, under its own name; where it cannot be used is said here."""
        workspace, name = self.workspace, f"{self._tabs.current()}/{path.stem}.toml"
        try:
            words = read_changed_file(path=path)
            changes = add_file(workspace.notebook, library=workspace.library, name=name, text=words)
        except CarnetError as failure:
            self._say(refused(failure, workspace.locale))
            return
        workspace.tell(changes)
        self._open(name)

    def _turn_to(self, key: str) -> None:
        self._show()
        self._sheet.to_top()

    def _show(self) -> None:
        current, text = self._tabs.current(), self.workspace.text
        self._say("")
        self._sheet.rows.clear()
        if self.unit_file is not None:
            self.unit_file.deleteLater()
        self._cards, self.unit_file = [], None
        room = next((room for room in ROOMS if room.key == current), None)
        if room is None:
            lead = text("One file carries every change to whoever works in the same unit.")
            self._sheet.header.set_subtitle(lead)
            self.unit_file = UnitFileRows(self.workspace, self._sheet)
            return
        self._sheet.header.set_subtitle(text(room.lead))
        for key in in_order(self.workspace, room.key):
            self._add_card(room, key)
        add = Button(self.workspace.theme, text("Take in a new one…"), small=True, icon="folder-open")
        add.clicked.connect(self._ask_file)
        self._sheet.add_row("", FlowRow(self.workspace.theme, add), gap=20)

    def _add_card(self, room: Room, key: str) -> None:
        workspace, name = self.workspace, f"{room.key}/{key}.toml"
        thing = things_of(workspace.library, room.key)[key]
        title = workspace.locale.words(title_of(workspace.library, name)) or key
        news = state_of(workspace, name)
        card = Card(workspace.theme, title, news=news, icon=room.icon, detail=self._detail(room, thing))
        card.setProperty("name", name)
        card.clicked.connect(partial(self._open, name))
        self._sheet.add_row(getattr(thing, "code", ""), card, gap=12 if self._cards else 20)
        self._cards.append(card)

    def _detail(self, room: Room, thing: object) -> str:
        plural = self.workspace.locale.plural
        if room.key == "lists":
            return plural("{n} entry", "{n} entries", len(thing.items))  # type: ignore[attr-defined]
        if room.key == "forms":
            n = len([question for question in thing.questions if question.kind != "mention"])  # type: ignore[attr-defined]
            return plural("{n} question", "{n} questions", n)
        return ""

    def _open(self, name: str, *_: object) -> None:
        self._pressed = name
        screen = "workshop_list" if name.startswith("lists/") else "workshop_file"
        self.workspace.go(screen, record_id=name)

    def _say(self, wrong: str) -> None:
        self.banner.set_lines([("warning", wrong)] if wrong else [])

    def _ask_file(self) -> None:
        text = self.workspace.text
        path = ask_file(self, text("Take in a new one"), text("Text files (*.toml *.txt)"))
        if path is not None:
            self.take_new(path)
