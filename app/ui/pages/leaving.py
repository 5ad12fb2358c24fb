"""A page whose paper leaves the notebook: printed or saved, and called so once the ledger knows."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.errors import CarnetError
from app.models.changes import Changes
from app.ui.ask_place import ask_new_file
from app.ui.dialogs.ground_to_leave_on import Leaving, ground_to_leave_on
from app.ui.pages.page import Page
from app.ui.paper.printing import ready_to_print
from app.ui.prints import Noting
from app.ui.widgets.button import Button
from app.ui.widgets.saved_indicator import SavedIndicator
from app.ui.workspace import Workspace


class Grounded(Protocol):
    """Where the ground is said on which something leaves."""

    @property
    def ground(self) -> str:
        """Its code, or ""."""

    def leave_on(self, ground: str) -> None:
        """Another one."""


class LeavingPage(Page):
    """Subclasses draw it, and note or write it; nothing leaves while the buttons are off."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        save: Button | None = None,
        print_: Button | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        theme, text = workspace.theme, workspace.text
        self.save_title = text("Save the paper")
        self._back = Button(theme, text("Back"), kind="quiet", icon="arrow-left")
        self.save = save or Button(theme, text("Save…"), kind="outlined", big=True)
        self.print = print_ or Button(
            theme, text("Print"), kind="primary", hint="" if theme.large else "Ctrl+P", icon="printer",
            big=True,
        )  # fmt: skip
        self._news = SavedIndicator(theme)
        self._back.clicked.connect(workspace.go_back)
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self.print_wanted)

    @abstractmethod
    def shown(self) -> bytes:
        """What is on the screen, byte for byte; b"" while it is made."""

    @abstractmethod
    def notings(self) -> list[Noting]:
        """Its lines in the ledger, written once it is printed."""

    @abstractmethod
    def hand_out(self, path: Path) -> Changes:
        """The file and its lines, or neither: the errors of writing."""

    @abstractmethod
    def file_name(self) -> str:
        """What is proposed, without an ending: never a person's name."""

    def may_leave(self) -> bool:
        """Asked just before: an agreement that is over is told of."""
        return True

    def also(self) -> list[Noting]:
        """What else is written once it is out."""
        return []

    def left(self) -> None:
        """It is out, and this page still shows it."""

    def print_wanted(self) -> None:
        """Print what is shown."""
        if not self.shown() or not self.print.isEnabled() or not self.may_leave():
            return
        pdf, workspace = self.shown(), self.workspace
        try:
            run = ready_to_print(pdf, self)
            if run is None or self.shown() != pdf:
                return
            notings = [*self.notings(), *self.also()]
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        self._news.say(workspace.text("Being printed…"), "waiting")
        workspace.prints.send(
            run, self, workspace=workspace, notings=notings, printed=partial(self._printed, pdf),
            failed=partial(self._not_printed, pdf),
        )  # fmt: skip

    def save_to(self, path: Path) -> None:
        """The file and its lines, or neither."""
        if self.shown():
            self.save_by(partial(self.hand_out, path))

    def save_by(self, hand_out: Callable[[], Changes]) -> None:
        """Write and note; a failure is told on the window."""
        try:
            changes = hand_out()
        except CarnetError as failure:
            self.workspace.failed.emit(failure)
            return
        self._news.say(self.workspace.text("Saved {clock}", clock=_clock()))
        self.workspace.tell(changes)
        for noting in self.also():
            noting.write(self.workspace)
        self.left()

    def ground_holds(self, said: Grounded, leaving: Leaving) -> bool:
        """Whether it leaves on what is said, or on another ground that is chosen now."""
        ground = ground_to_leave_on(self.workspace, self, ground=said.ground, leaving=leaving)
        if ground:
            said.leave_on(ground)
        return bool(ground)

    def _printed(self, pdf: bytes) -> None:
        if self.shown() == pdf:
            self._news.say(self.workspace.text("Printed {clock}", clock=_clock()))
            self.left()

    def _not_printed(self, pdf: bytes, failure: CarnetError) -> None:
        if self.shown() == pdf:
            self._news.say("")
        self.workspace.failed.emit(failure)

    def _choose_file(self) -> None:
        if not self.may_leave():
            return
        kinds = self.workspace.text("PDF files (*.pdf)")
        path = ask_new_file(self, self.save_title, kinds, name=f"{self.file_name()}.pdf")
        if path is not None:
            self.save_to(path)


def _clock() -> str:
    return f"{datetime.now():%H:%M}"
