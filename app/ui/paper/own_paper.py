"""A paper that names nobody: its language, and its two ways out without a line in the ledger."""

from abc import ABC, abstractmethod
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

from app.actions.disclosure.save_paper import save_paper
from app.errors import CarnetError
from app.i18n import NAMES, Locale
from app.ui.ask_place import ask_new_file
from app.ui.paper.printing import ready_to_print
from app.ui.prints import Noting
from app.ui.widgets.button import Button
from app.ui.widgets.combo_field import ComboField
from app.ui.workspace import Workspace

Means = Literal["printed", "saved"]


class OwnPaper(ABC):
    """Subclasses draw it; the page shows `language`, `save` and `print` where it has room."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        self._workspace, self._page = workspace, page
        theme, text = workspace.theme, workspace.text
        languages = [(code, NAMES.get(code, code)) for code in workspace.service.languages]
        self.language = ComboField(theme, choices=languages, name=text("Language of the paper"))
        spoken = workspace.locale.code
        self.language.choose(spoken if spoken in dict(languages) else languages[0][0])
        self.save = Button(theme, text("Save as a file…"), kind="primary", icon="file-pdf")
        self.save.clicked.connect(self._choose_file)
        self.print = Button(theme, text("Print…"), kind="outlined", icon="printer", hint="Ctrl+P")
        self.print.clicked.connect(self.print_now)

    @abstractmethod
    def drawn(self, locale: Locale) -> bytes:
        """Its bytes in a language."""

    @abstractmethod
    def file_name(self) -> str:
        """What is proposed, with its ending."""

    @abstractmethod
    def left(self, means: Means) -> None:
        """It is out, and written down."""

    def notings(self, means: Means) -> list[Noting]:
        """What is written once it is out."""
        return []

    def pdf(self) -> bytes:
        """The paper in the language chosen."""
        return self.drawn(Locale(self.language.chosen() or "fr"))

    def print_now(self) -> None:
        """To the printer."""
        workspace = self._workspace
        try:
            run = ready_to_print(self.pdf(), self._page)
        except CarnetError as failure:
            workspace.failed.emit(failure)
            return
        if run is not None:
            workspace.prints.send(
                run, self._page, workspace=workspace, notings=self.notings("printed"),
                printed=partial(self.left, "printed"), failed=workspace.failed.emit,
            )  # fmt: skip

    def save_to(self, path: Path) -> None:
        """Write the paper."""
        try:
            save_paper(pdf=self.pdf(), path=path)
        except CarnetError as failure:
            self._workspace.failed.emit(failure)
            return
        for noting in self.notings("saved"):
            noting.write(self._workspace)
        self.left("saved")

    def _choose_file(self) -> None:
        text = self._workspace.text
        path = ask_new_file(
            self._page, text("Save the paper"), text("PDF files (*.pdf)"), name=self.file_name()
        )
        if path is not None:
            self.save_to(path)
