"""The exchange folder: which it is, whether it is there, what waits in it."""

from pathlib import Path

from app.actions.receiving.exchange_folder import exchange_folder, name_exchange_folder
from app.errors import CarnetError
from app.ui.ask_place import ask_folder
from app.ui.transfer.arrived_lines import arrived_lines, still_coming
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.paper_panel import PaperPanel
from app.ui.workspace import Workspace


class FolderPanel(PaperPanel):
    """Packages are put there and offered when they come, whatever carries them."""

    def __init__(self, workspace: Workspace) -> None:
        theme, text = workspace.theme, workspace.text
        super().__init__(theme)
        self._workspace = workspace
        self.setAccessibleName(text("Exchange folder"))
        self.body.setSpacing(theme.px(4))
        place = exchange_folder(workspace.notebook)
        name = Button(theme, text("Name a folder…") if place is None else text("Another folder…"))
        name.clicked.connect(self._choose)
        if place is None:
            self._say(
                text(
                    "A stick, a shared drive or a folder kept in step: packages that come there are offered"
                    " here and on the page of the day."
                )
            )
            self.body.addWidget(FlowRow(theme, name))
            return
        self.body.addWidget(Label(theme, str(place), role="strong", wrap=True))
        forget = Button(theme, text("No longer look there"), kind="quiet")
        forget.clicked.connect(lambda: self.name(None))
        look = workspace.newest_look
        lines, coming = arrived_lines(workspace), still_coming(workspace)
        if look.folder == str(place) and not look.is_there:
            self._say(text("It is not there at the moment. Put the stick in, or connect the drive."))
        elif not lines and not coming:
            self._say(text("Nothing new in it."))
        for line in lines:
            self.body.addWidget(line)
        for file in coming:
            self._say(
                text(
                    "{file} is not whole: it is still being copied, or was damaged. If it stays like this,"
                    " ask for it again.",
                    file=file,
                )
            )
        self.body.addWidget(FlowRow(theme, name, forget))

    def name(self, folder: Path | None) -> None:
        """Look there from now on, or nowhere; a refusal is told on the window."""
        try:
            name_exchange_folder(self._workspace.notebook, folder=folder)
        except CarnetError as failure:
            self._workspace.failed.emit(failure)
            return
        self._workspace.folder_named.emit()
        self._workspace.folder_looked.emit()

    def _choose(self) -> None:
        place = ask_folder(self, self._workspace.text("Exchange folder"))
        if place is not None:
            self.name(place)

    def _say(self, words: str) -> None:
        self.body.addWidget(Label(self._workspace.theme, words, role="small", ink="ink2", wrap=True))
