"""The rows of the settings about copies: how much room they may take, and which ones there are."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.actions.copies.keep_copies import SHARE, USUAL_SHARE
from app.actions.copies.look_at_copies import Copies
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.words.copy_words import copy_title, size_words
from app.ui.workspace import Workspace

_SHARES = (5, 10, 25, 50)


def share_chips(workspace: Workspace, choose: Callable[[int], None]) -> FlowRow:
    """One choice of how much of the free disk copies may take."""
    text = workspace.text
    chosen = workspace.notebook.preferences.get(SHARE, USUAL_SHARE)
    chips = []
    for share in _SHARES:
        chip = Chip(workspace.theme, text("{n} %", n=share), checkable=True, selected=share == chosen)
        chip.setAutoExclusive(True)
        focus = Qt.FocusPolicy.StrongFocus if share == chosen else Qt.FocusPolicy.ClickFocus
        chip.setFocusPolicy(focus)  # arrows lead to the others
        chip.setAccessibleDescription(text("Room"))
        chip.clicked.connect(lambda _=False, share=share: choose(share))
        chips.append(chip)
    row = FlowRow(workspace.theme, *chips, Label(workspace.theme, text("of the free disk"), ink="ink2"))
    row.setAccessibleName(text("Room"))
    return row


def kept_rows(workspace: Workspace, looked: Copies) -> list[QWidget]:
    """Every copy as a line: when, how large, where; newest first."""
    text, locale, theme = workspace.text, workspace.locale, workspace.theme
    if not looked.here and not looked.away_copies:
        return [Label(theme, text("None has been made yet."), ink="ink2")]
    places = [(copy, text("beside the notebook")) for copy in looked.here]
    places += [(copy, text("in the second place")) for copy in looked.away_copies]
    lines = [
        " · ".join([copy_title(locale, copy, workspace.today), size_words(locale, copy.size), where])
        for copy, where in sorted(places, reverse=True)
    ]
    return [Label(theme, "\n".join(lines), wrap=True)]
