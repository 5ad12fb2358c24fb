"""Cards and packages: who one is, whom one exchanges with, what left, what came."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.actions.cards.keep_correspondent import keep_correspondent
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.cards.write_card import write_card
from app.actions.conflicts.look_at_conflict import title_of
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.proposals.own_unit import choose_unit
from app.actions.receiving.taken_on import brought_for_good
from app.actions.streams.tell_missing import tell_missing
from app.errors import CarnetError
from app.exchange.card_file import SUFFIX
from app.models.card import Card
from app.models.changes import Changes
from app.models.correspondent import Correspondent
from app.models.package import Package
from app.ui.ask_place import ask_new_file
from app.ui.destination import Destination
from app.ui.dialogs.compare_card import compare_known
from app.ui.dialogs.read_card import read_card
from app.ui.pages.page import Page
from app.ui.transfer.correspondent_panel import CorrespondentPanel
from app.ui.transfer.folder_panel import FolderPanel
from app.ui.transfer.other_computer_panel import OtherComputerPanel
from app.ui.transfer.own_panel import OwnPanel
from app.ui.transfer.package_line import PackageLine
from app.ui.transfer.package_steps import PackageSteps
from app.ui.transfer.side_column import WIDTH, SideColumn
from app.ui.transfer.waiting_choice import WaitingChoice
from app.ui.transfer.write_receipt import write_receipt
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_NARROW, _MOST = 900, 60
_SHOWS = ("correspondent", "package", "conflict", "practitioner", "unit")


class TransferPage(Page):
    """The letter is prepared and opened on pages of their own; here one sees how things stand."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self._sheet = Sheet(theme, margin=120, narrow_below=480)
        self._open_card = Button(theme, text("Open a card…"))
        beside = [self._open_card]
        if workspace.notebook.role == "unit":
            members = Button(theme, text("Members and cases"))
            members.clicked.connect(lambda: workspace.go("members"))
            beside.append(members)
        header, below = self._sheet.header, theme.large and len(beside) > 1
        (header.add_below if below else header.add_right)(FlowRow(theme, *beside, spacing=12))
        self._side = SideColumn(theme)
        self._side.setMinimumWidth(theme.px(240))
        self._side.setMaximumWidth(theme.px(WIDTH))
        # stacked until its width is known: side by side, large text would widen the window
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._sheet, 2)
        self._whole.addWidget(self._side, 1)
        self._open_card.clicked.connect(lambda: read_card(workspace, self))
        workspace.folder_looked.connect(self._look_again)

    def open(self, destination: Destination) -> None:
        """How things stand now."""
        self._show()

    def show_changes(self, changes: Changes) -> None:
        """A card or a package changed."""
        if changes.touches(*_SHOWS):
            self._show()

    def focus_first(self) -> None:
        """What one comes here for most."""
        self._open_card.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text or a narrow window: one column."""
        super().resizeEvent(event)
        theme = self.workspace.theme
        narrow = self.width() < theme.px(_NARROW)
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(stacked if narrow else side_by_side)
        self._side.setMaximumWidth(self.width() if narrow else theme.px(WIDTH))

    def _look_again(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        self._sheet.clear()
        self._sheet.set_title(
            text("Transfer"), text("A closed letter: you choose what it holds and who can open it.")
        )
        self._show_conflicts()  # first: what waits would lie below the fold
        own = OwnPanel(workspace, own_card(workspace.notebook))
        own.write_wanted.connect(self._choose_place)
        own.paper_wanted.connect(partial(workspace.go, "card_paper"))
        self._sheet.add_row(text("You"), own)
        known = workspace.notebook.correspondents.list()
        label = text("Correspondents")
        for one in sorted(known, key=lambda each: each.state == "retired"):
            panel = CorrespondentPanel(workspace, one)
            panel.packet_wanted.connect(partial(workspace.go, "handover", record_id=one.id))
            panel.propose_wanted.connect(partial(workspace.go, "propose", record_id=one.id))
            panel.unit_wanted.connect(partial(workspace.act, choose_unit, correspondent_id=one.id))
            panel.retire_wanted.connect(partial(self._retire, one))
            panel.compare_wanted.connect(partial(compare_known, workspace, self, one))
            self._sheet.add_row(label, panel)
            label = ""
        if not known:
            self._sheet.add_row(label, self._nobody_yet())
        mine = OtherComputerPanel(workspace)
        mine.wanted.connect(partial(workspace.go, "other_computer"))
        self._sheet.add_row(text("My other computer"), mine)
        self._sheet.add_row(text("Exchange folder"), FolderPanel(workspace))
        self._show_packages()

    def _show_conflicts(self) -> None:
        workspace, text = self.workspace, self.workspace.text
        label = text("Two versions")
        for conflict in open_conflicts(workspace.notebook):
            record = workspace.notebook.shelf(conflict.kind).get(conflict.record_id)
            title = title_of(workspace.notebook, workspace.library, conflict.kind, record, workspace.locale)
            sender = workspace.notebook.correspondents.get(conflict.correspondent_id)
            line = DayLine(
                workspace.theme, title, detail=text("here, and from {name}", name=sender.name),
                right=workspace.locale.moment(conflict.at),
            )  # fmt: skip
            line.clicked.connect(partial(workspace.go, "conflict", record_id=conflict.id))
            self._sheet.add_row(label, line, gap=8)
            label = ""

    def _show_packages(self) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        transfers, side = workspace.notebook.transfers, self._side
        names = {one.id: one.name for one in workspace.notebook.correspondents.list()}
        side.clear()
        side.add(SectionHeading(theme, text("Packages and receipts"), rule="stroke"))
        other = workspace.notebook.correspondents.oneself()
        mine = other.id if other else ""  # what goes between one's own computers waits for no receipt
        sent = [
            one
            for one in transfers.packages(direction="out", limit=_MOST)
            if one.kind == "records" and one.correspondent_id != mine
        ]
        for package in sent:
            who = names.get(package.correspondent_id, "")
            steps = PackageSteps(workspace, package, look=True)
            side.add(PackageLine(workspace, package, who=who, action=steps if steps.first() else None))
        if not sent:
            side.add(Label(theme, text("Nothing has left yet."), ink="ink2", wrap=True))
        side.add(WaitingChoice(workspace), gap=4)
        side.add(SectionHeading(theme, text("Received"), rule="stroke"), gap=20)
        read = Button(theme, text("Open a file…"), icon="envelope-open")
        read.clicked.connect(lambda: workspace.go("receive"))
        side.add(FlowRow(theme, read), gap=4)
        side.add(
            Label(
                theme, text("Nothing enters the notebook before you have read the preview."),
                role="small", ink="ink2", wrap=True,
            )
        )  # fmt: skip
        given = brought_for_good(workspace.notebook)
        for sender, numbers in transfers.states.missing().items():
            gone = text("{name}: {sentence}", name=names.get(sender, ""),
                        sentence=tell_missing(numbers, locale=workspace.locale))  # fmt: skip
            side.add(Label(theme, gone, role="small_strong", ink="warn", wrap=True))
        for package in transfers.packages(direction="in", limit=_MOST):
            if package.kind == "records" and package.correspondent_id != mine:
                who = names.get(package.correspondent_id, "")
                side.add(
                    PackageLine(
                        workspace, package, who=who, action=self._receipt_button(package, package.id in given)
                    )
                )
        side.end()

    def _receipt_button(self, package: Package, again: bool) -> Button | None:
        workspace = self.workspace
        sender = workspace.notebook.correspondents.get(package.correspondent_id)
        if (package.acknowledged_at and not again) or sender.state != "compared":
            return None
        text = workspace.text
        words = text("Write the receipt again…") if package.acknowledged_at else text("Write the receipt…")
        button = Button(workspace.theme, words, kind="quiet", small=True)
        button.clicked.connect(lambda: write_receipt(workspace, self, package_id=package.id))
        return button

    def _nobody_yet(self) -> QWidget:
        return Label(
            self.workspace.theme,
            self.workspace.text(
                "Nobody yet. Write your card to a file and give it to them; open theirs here, and compare"
                " the eight words by voice. Only then does anything leave."
            ),
            ink="ink2",
            wrap=True,
        )

    def _choose_place(self) -> None:
        workspace = self.workspace
        name = "".join(sign for sign in workspace.notebook.author.name if sign.isalnum() or sign in " -")
        path = ask_new_file(self, workspace.text("My card"), _cards(workspace), name=f"{name}{SUFFIX}")
        if path is not None:
            self.write_card(path)

    def write_card(self, path: Path) -> Card | None:
        """Write one's own card there; None when the place refused it, which is told."""
        try:
            return write_card(self.workspace.notebook, path=path)
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return None

    def _retire(self, correspondent: Correspondent) -> None:
        workspace = self.workspace
        if workspace.act(retire_correspondent, correspondent_id=correspondent.id):
            workspace.offer_undo(
                workspace.text("No longer exchanging with {name}", name=correspondent.name),
                partial(workspace.act, keep_correspondent, correspondent=correspondent),
            )


def _cards(workspace: Workspace) -> str:
    return workspace.text("Cards") + f" (*{SUFFIX});;" + workspace.text("All files") + " (*)"
