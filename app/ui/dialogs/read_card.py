"""Somebody's card: a file, a picture of the paper, or what a scanner read from it."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.actions.cards.open_card import OpenedCard, open_card, open_card_text
from app.errors import CarnetError
from app.exchange.card_file import SUFFIX
from app.ui.ask_place import ask_file
from app.ui.dialogs.compare_card import compare_card
from app.ui.dialogs.edit_dialog import SAVE, EditDialog
from app.ui.fields.typed_fields import Fields
from app.ui.widgets.button import Button
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.text_area import TextArea
from app.ui.workspace import Workspace

_FILE = "file"
_KINDS = f"*{SUFFIX} *.png *.jpg *.jpeg *.webp *.pdf"


def read_card(workspace: Workspace, parent: QWidget, fields: Fields = ()) -> None:
    """Ask for it, and then how its words were compared; what it cannot be is told."""
    asked, text = CardReading(workspace, parent), workspace.text
    asked.write_again(fields)
    answer = asked.ask()
    if answer == SAVE and asked.opened is not None:
        compare_card(workspace, parent, asked.opened)
    if answer != _FILE:
        return
    kinds = text("Cards and pictures of cards") + f" ({_KINDS});;" + text("All files") + " (*)"
    path = ask_file(parent, text("Card of a correspondent"), kinds)
    if path is not None:
        _read_file(workspace, parent, path)


def _read_file(workspace: Workspace, parent: QWidget, path: Path) -> None:
    """A picture takes a second or two, so on the worker."""

    def compare(opened: OpenedCard) -> None:
        if isValid(parent) and not workspace.locked:
            compare_card(workspace, parent, opened)

    work = partial(open_card, workspace.notebook, path=path)
    workspace.tasks.run(work, done=compare, failed=workspace.failed.emit)


class CardReading(EditDialog):
    """A text is read at once, and what is wrong with it said beside it; `opened` is what it holds."""

    question: ClassVar[str] = "card"

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        text, theme = workspace.text, workspace.theme
        super().__init__(
            workspace,
            parent,
            title=text("Card of a correspondent"),
            text=text("A card file; or of a card on paper a photograph, a scan, or its text."),
            save_words=text("Open what was pasted"),
        )
        self.opened: OpenedCard | None = None
        choose = Button(theme, text("Choose a file…"), icon="folder-open")
        choose.clicked.connect(lambda: self._take(_FILE))
        row = FlowRow(theme, choose)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(14))
        self.add_wide(row)
        self._text = TextArea(theme, lines=3, most=6, placeholder="CARNET-CARD-1:…")
        self.add_pair((text("Or paste what a telephone or a scanner reads"), self._text))
        self.settle()

    def written(self) -> str:
        """The text as it was pasted."""
        return self._text.words()

    def problem(self) -> tuple[str, QWidget] | None:
        """There has to be a card in it."""
        if not self.written().strip():
            return self.workspace.text(
                "Paste what a telephone or a scanner reads, or choose a file."
            ), self._text
        try:
            self.opened = open_card_text(self.workspace.notebook, text=self.written())
        except CarnetError as failure:
            return failure.said(self.workspace.locale), self._text
        return None

    def save(self) -> bool:
        """Nothing is written before the words were compared."""
        return True

    def about(self) -> dict[str, Any]:
        """Nobody is known yet."""
        return {"record": None}
