"""The practitioner's own other computer: say that there is one, and bring it up to date."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.actions.other_computer.changed_here import ChangedHere, changed_here
from app.actions.other_computer.other_computer import (
    forget_other_computer,
    moment_of,
    name_other_computer,
    notes_are_elsewhere,
    other_computer,
    write_notes_here,
)
from app.actions.receiving.exchange_folder import exchange_folder
from app.actions.sending.send_changes import send_changes
from app.actions.sending.send_package import SentPackage
from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.ask_place import ask_folder
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.transfer.as_text_row import AsTextRow
from app.ui.transfer.closing_bar import ClosingBar
from app.ui.transfer.next_number import next_number
from app.ui.transfer.other_computer_panel import moments_said
from app.ui.transfer.own_counts import leaving_words, own_counts, staying_words
from app.ui.widgets.button import Button
from app.ui.widgets.check_row import CheckRow
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.leaves_stays import LeavesStays
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future


class OtherComputerPage(Page):
    """What leaves is looked at on the worker; nothing is chosen, because it is all one's own."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._changed: ChangedHere | None = None
        self._asked = 0
        self._sheet: Sheet | None = None
        self._first: QWidget | None = None
        self._looking: Future[ChangedHere] | None = None
        self._slot = QVBoxLayout(self)
        self._slot.setContentsMargins(0, 0, 0, 0)

    @property
    def changed(self) -> ChangedHere | None:
        """What would leave now; None while it is being looked at."""
        return self._changed

    def open(self, destination: Destination) -> None:
        """How it stands now."""
        self._show()

    def focus_first(self) -> None:
        """The one thing to do."""
        if self._first is not None:
            self._first.setFocus()

    def begin(self) -> None:
        """There is another computer from now on."""
        name = self.workspace.text("my other computer")
        if self.workspace.act(name_other_computer, name=name):
            self._show()
            self.focus_first()

    def write_file(self, folder: Path) -> None:
        """Write the sealed file into the folder, on the worker."""
        changed, workspace = self._changed, self.workspace
        if changed is None:
            return
        self._asked, self._changed = self._asked + 1, None  # one press, one file
        self._bar.say(workspace.text("Closing the package…"), "", ready=False)
        send = partial(
            send_changes, workspace.notebook, changed=changed, folder=folder,
            as_text=self._as_text.isChecked(),
        )  # fmt: skip
        workspace.tasks.run(
            send, done=self._show_sent, failed=self._not_sent, name=workspace.text("the package")
        )

    def _new_sheet(self, subtitle: str) -> Sheet:
        if self._sheet is not None:
            self._slot.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = Sheet(self.workspace.theme, margin=120)
        self._slot.addWidget(self._sheet)
        self._sheet.set_title(self.workspace.text("My other computer"), subtitle)
        return self._sheet

    def _show(self) -> None:
        self._changed = None
        if other_computer(self.workspace.notebook) is None:
            self._show_beginning()
        else:
            self._show_changes_to_send()

    def _show_beginning(self) -> None:
        text, theme = self.workspace.text, self.workspace.theme
        sheet = self._new_sheet(text("The same notebook on a second computer of yours, kept in step."))
        begin = Button(theme, text("I have another computer"), kind="primary", big=True)
        begin.clicked.connect(self.begin)
        sheet.add_row(text("How to begin"), Label(theme, "\n".join(self._steps()), wrap=True))
        notes = text(
            "Personal notes never travel, not even to yourself. The copy brings along those written so far;"
            " from then on write them on one computer only. The other says so before you type."
        )
        sheet.add_row(text("Personal notes"), Label(theme, notes, ink="pers", wrap=True))
        back = self._back()
        sheet.set_footer(FlowRow(theme, begin, back, spacing=12))
        self._first = begin
        begin.setFocus()

    def _steps(self) -> list[str]:
        """From one computer to two."""
        text = self.workspace.text
        return [
            text("1. Say so here, once."),
            text("2. Make a copy of this notebook on a stick: Settings, “Copy”, “Make a copy…”."),
            text(
                "3. On the other computer, move the folder of the copy onto its own drive, start Carnet and"
                " choose “Open an existing notebook…”. It opens with the same phrase."
            ),
            text("4. From then on, write a file here and open it there, or the other way round."),
        ]

    def _show_changes_to_send(self) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        other = other_computer(workspace.notebook)
        assert other is not None
        sheet = self._new_sheet(text("A sealed file that only your own notebook opens."))
        if not moment_of(workspace.notebook, direction="in"):
            steps = "\n".join(self._steps()[1:])
            sheet.add_row(text("How to begin"), Label(theme, steps, wrap=True))
        sheet.add_row(text("So far"), Label(theme, "\n".join(moments_said(workspace)), wrap=True))
        read = Button(theme, text("Open a file from it…"), icon="envelope-open")
        read.clicked.connect(lambda: workspace.go("receive"))
        sheet.add_row("", FlowRow(theme, read), gap=8)
        self._lists = LeavesStays(
            theme, leaves_title=text("What leaves"), stays_title=text("What stays"),
            personal=text("personal notes, always"), side_by_side=True,
        )  # fmt: skip
        sheet.add_row(text("Content"), self._lists)
        self._everything = CheckRow(
            theme, text("Everything, also what it confirmed"),
            detail=text("Only if something is missing there: what is there already changes nothing."),
        )  # fmt: skip
        self._everything.toggled.connect(lambda _: self._look())
        sheet.add_row("", self._everything, gap=8)
        self._add_notes(sheet)
        self._as_text = AsTextRow(workspace)
        sheet.add_row(text("Kind of file"), self._as_text)
        end = Button(theme, text("I no longer have another computer"), kind="quiet")
        end.clicked.connect(self._forget)
        sheet.add_row("", FlowRow(theme, end), gap=16)
        self._number = next_number(workspace.notebook, other)
        self._bar = ClosingBar(workspace, self._number)
        self._bar.close_wanted.connect(self._choose_folder)
        sheet.set_footer(self._bar)
        self._first = read
        self._look()

    def _add_notes(self, sheet: Sheet) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        elsewhere = notes_are_elsewhere(workspace.notebook)
        said = (
            text("You write them on your other computer.")
            if elsewhere
            else text("You write them on this computer.")
        )
        never = text("They never travel, not even to yourself. Say the same on both computers.")
        sheet.add_row(text("Personal notes"), Label(theme, f"{said} {never}", ink="pers", wrap=True))
        words = (
            text("Write them here from now on") if elsewhere else text("I write them on the other computer")
        )
        turn = Button(theme, words, kind="quiet", small=True)
        turn.clicked.connect(partial(self._turn_notes, here=elsewhere))
        sheet.add_row("", FlowRow(theme, turn), gap=4)

    def _turn_notes(self, *_: object, here: bool) -> None:
        if self.workspace.act(write_notes_here, here=here):
            self._show()

    def _look(self) -> None:
        """Ask the worker what would leave; only the last question counts."""
        workspace = self.workspace
        self._asked, self._changed = self._asked + 1, None
        if self._looking is not None:
            self._looking.cancel()
        self._bar.say(
            workspace.text("Package no. {number}", number=self._number),
            workspace.text("Looking at what would leave…"), ready=False,
        )  # fmt: skip
        look = partial(
            changed_here, workspace.notebook, library=workspace.library,
            everything=self._everything.isChecked(),
        )  # fmt: skip
        self._looking = workspace.tasks.run(
            look, done=partial(self._show_changed, self._asked), failed=workspace.failed.emit
        )

    def _show_changed(self, asked: int, changed: ChangedHere) -> None:
        if asked != self._asked:
            return
        self._changed, locale, text = changed, self.workspace.locale, self.workspace.text
        self._lists.show_lists(
            leaves=own_counts(changed, locale) or [text("nothing new: it only confirms what came")],
            stays=staying_words(locale),
        )
        self._bar.say(
            text("Package no. {number}", number=self._number), leaving_words(changed, locale), ready=True
        )

    def _choose_folder(self) -> None:
        folder = exchange_folder(self.workspace.notebook)
        place = ask_folder(self, self.workspace.text("Where to put the file"), at=folder)
        if place is not None:
            self.write_file(place)

    def _not_sent(self, failure: CarnetError) -> None:
        self.workspace.failed.emit(failure)
        self._look()

    def _show_sent(self, sent: SentPackage) -> None:
        workspace, text = self.workspace, self.workspace.text
        workspace.tell(sent.changes)
        self._changed = None
        sheet, back = self._new_sheet(""), self._back(kind="primary")
        names = ", ".join(path.name for path in sent.paths)
        sheet.add_row(
            "",
            EmptyState(
                workspace.theme,
                title=text("The file for your other computer is ready"),
                text=text(
                    "Open it there: Transfer, “Open a file…”. You see a preview before anything is written."
                    " The file: {files}.",
                    files=names,
                ),
                actions=[back],
                reassurances=[
                    ("shield-check", text("Sealed for yourself and signed; nobody else can open it.")),
                    ("clock-counter-clockwise",
                     text("If it gets lost, the next one holds the same once more.")),
                ],
            ),
        )  # fmt: skip
        self._first = back
        back.setFocus()

    def _forget(self) -> None:
        workspace = self.workspace
        if workspace.act(forget_other_computer):
            workspace.offer_undo(
                workspace.text("No longer kept in step with another computer"),
                partial(workspace.act, name_other_computer, name=workspace.text("my other computer")),
            )
            workspace.go("transfer")

    def _back(self, kind: str = "quiet") -> Button:
        workspace = self.workspace
        words = workspace.text("Back to the transfers")
        back = Button(workspace.theme, words, kind=kind, big=True)  # type: ignore[arg-type]
        back.clicked.connect(lambda: workspace.go("transfer"))
        return back

    def show_changes(self, changes: Changes) -> None:
        """Something was written elsewhere, or it was undone: what would leave is another."""
        if changes.touches("correspondent") and self.isVisible() and self._changed is not None:
            self._show()
