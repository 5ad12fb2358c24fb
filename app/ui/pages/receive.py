"""A file that came: whose, what it would change, then write it; or the receipt of what one sent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.actions.receipts.open_acknowledgement import Acknowledged, open_acknowledgement
from app.actions.receiving.exchange_folder import exchange_folder
from app.actions.receiving.open_package import OpenedPackage, open_package
from app.actions.receiving.receive_package import Received, receive_package
from app.errors import CarnetError, PackageForked
from app.ui.ask_place import ask_file
from app.ui.destination import Destination
from app.ui.pages.page import Page
from app.ui.transfer.arrival import Arrival
from app.ui.transfer.taken_sentence import taken_sentence
from app.ui.transfer.write_receipt import write_receipt
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.slot import Slot
from app.ui.workspace import Workspace

T = TypeVar("T")


class ReceivePage(Page):
    """Nothing enters the notebook before the person has seen the preview and agreed."""

    place = "transfer"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.opened: OpenedPackage | None = None
        self.arrival: Arrival | None = None
        self._first: Button | None = None
        self._slot = Slot(self)

    def open(self, destination: Destination) -> None:
        """From the beginning, or a file of the exchange folder at once."""
        self._forget()
        folder = exchange_folder(self.workspace.notebook)
        if destination.kind == "folder" and folder is not None:
            self.read(folder / Path(destination.record_id).name)

    def focus_first(self) -> None:
        """The one thing to do."""
        if self._first is not None:
            self._first.setFocus()

    def read(self, path: Path) -> None:
        """Look into a file on the worker; nothing is written."""
        workspace = self.workspace
        self._forget(waiting=workspace.text("Checking the file…"))
        workspace.tasks.run(
            partial(open_package, workspace.notebook, library=workspace.library, path=path),
            done=self._show,
            failed=self._refuse,
        )

    def take(self) -> None:
        """Write what was previewed."""
        workspace, opened = self.workspace, self.opened
        if opened is None:
            return
        answers = self.arrival.answers() if self.arrival else {}
        self.opened = None
        if self.arrival is not None:
            self.arrival.rest()
        if opened.header.kind == "acknowledgement":
            read = partial(_and_close, opened, partial(open_acknowledgement, workspace.notebook))
            workspace.tasks.run(
                read, done=partial(self._show_read, opened), failed=self._refuse,
                name=workspace.text("the receipt"),
            )  # fmt: skip
            return
        write = partial(
            _and_close, opened,
            partial(receive_package, workspace.notebook, library=workspace.library, answers=answers),
        )  # fmt: skip
        workspace.tasks.run(
            write, done=partial(self._show_taken, opened), failed=self._refuse,
            name=workspace.text("the package"),
        )  # fmt: skip

    def hideEvent(self, event: QHideEvent) -> None:
        """Who has gone to another page begins anew: what came waits no longer on the disk."""
        super().hideEvent(event)
        if self.opened is not None and not event.spontaneous():
            self._forget()

    def _new_sheet(self, title: str, subtitle: str = "") -> Sheet:
        sheet = Sheet(self.workspace.theme, margin=120)
        sheet.set_title(title, subtitle)
        return self._slot.put(sheet)

    def _forget(self, *, waiting: str = "", failure: str = "") -> None:
        text, theme = self.workspace.text, self.workspace.theme
        if self.opened is not None:
            self.opened.close()
        self.opened = self.arrival = None
        sheet = self._new_sheet(text("Open a file"), waiting)
        if waiting:
            return
        if failure:
            sheet.add_row("", Banner(theme, [("warning", failure)]))
        self._first = Button(theme, text("Choose the file…"), kind="primary", icon="envelope-open", big=True)
        self._first.clicked.connect(self._choose)
        sheet.add_row(
            "",
            EmptyState(
                theme,
                title=text("Which file?"),
                text=text("A package somebody handed over to you, or the receipt of one of yours."),
                actions=[self._first],
                reassurances=[
                    ("shield-check", text("The sender's signature is checked first.")),
                    ("eye", text("You see a preview; nothing is written before you agree.")),
                ],
            ),
        )
        self._first.setFocus()

    def _refuse(self, failure: CarnetError) -> None:
        self._forget(failure=failure.said(self.workspace.locale))

    def _choose(self) -> None:
        text = self.workspace.text
        packages = text("Packages") + " (*.age *.txt);;" + text("All files") + " (*)"
        path = ask_file(self, text("Open a file"), packages)
        if path is not None:
            self.read(path)

    def _show(self, opened: OpenedPackage) -> None:
        workspace, text, theme = self.workspace, self.workspace.text, self.workspace.theme
        if opened.is_forked:
            opened.close()
            self._refuse(PackageForked())
            return
        self.opened = opened
        day = workspace.locale.moment(opened.header.created_at)
        is_receipt = opened.header.kind == "acknowledgement"
        said = text("Receipt") if is_receipt else text("Package no. {n}", n=opened.header.sequence)
        sheet = self._new_sheet(said, text("written on {moment}", moment=day))
        self.arrival = Arrival(workspace, opened)
        self.arrival.show_on(sheet)
        words = text("Note the receipt") if is_receipt else text("Take into the notebook")
        self._first = Button(theme, words, kind="primary", big=True)
        self._first.clicked.connect(self.take)
        self._allow()
        for row in self.arrival.offers:
            row.changed.connect(self._allow)
        leave = Button(theme, text("Leave it"), kind="quiet", big=True)
        leave.clicked.connect(lambda: workspace.go("transfer"))
        sheet.set_footer(FlowRow(theme, self._first, leave, spacing=12))
        self._first.setFocus()

    def _allow(self) -> None:
        """Where there is nothing but proposals, one of them is answered first."""
        opened, arrival = self.opened, self.arrival
        if opened is not None and arrival is not None and self._first is not None:
            asked = any(one.is_open for one in opened.offers) and not opened.records
            self._first.setEnabled(not asked or bool(arrival.answers()))

    def _show_read(self, opened: OpenedPackage, read: Acknowledged) -> None:
        workspace, text = self.workspace, self.workspace.text
        workspace.tell(read.changes)
        numbers = [
            str(package.sequence)
            for package in map(workspace.notebook.transfers.package, read.package_ids)
            if package is not None
        ]
        name = opened.correspondent.name
        if numbers:
            title = text("{name} has received package no. {n}", name=name, n=", ".join(numbers))
            words = text("The cases in it are marked as received.")
        else:
            title = text("This receipt belongs to no package of yours")
            words = text("Nothing was changed.")
        self._end(title, words, [])

    def _show_taken(self, opened: OpenedPackage, received: Received) -> None:
        workspace, text = self.workspace, self.workspace.text
        workspace.tell(received.changes)
        receipt = Button(workspace.theme, text("Write the receipt…"), kind="primary", big=True)
        receipt.clicked.connect(partial(self._answer, opened.header.package_id))
        sentence = taken_sentence(workspace, opened, received)
        can_answer = opened.correspondent.state == "compared" and not opened.correspondent.is_oneself
        self._end(text("It is in the notebook"), sentence, [receipt] if can_answer else [])

    def _answer(self, package_id: str, *_: object) -> None:
        if write_receipt(self.workspace, self, package_id=package_id):
            self.workspace.go("transfer")

    def _end(self, title: str, words: str, actions: list[Button]) -> None:
        workspace = self.workspace
        back = Button(
            workspace.theme, workspace.text("Back to the transfers"),
            kind="outlined" if actions else "primary", big=True,
        )  # fmt: skip
        back.clicked.connect(lambda: workspace.go("transfer"))
        sheet = self._new_sheet("", "")
        self._first = (actions or [back])[0]
        sheet.add_row("", EmptyState(workspace.theme, title=title, text=words, actions=[*actions, back]))
        self._first.setFocus()


def _and_close(opened: OpenedPackage, take: Callable[..., T]) -> T:
    """On the worker: what came is taken, and waits no longer on the disk."""
    with opened:
        return take(opened=opened)
