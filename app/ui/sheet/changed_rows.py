"""Changes to one question, one under the other: a sign, a word, what stood there and what stands there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.frameworks.compare import Change
from app.frameworks.difference_words import Told
from app.i18n import N_
from app.ui.theme.tokens import Token
from app.ui.widgets.icon import Icon
from app.ui.widgets.label import Label
from app.ui.workspace import Workspace

# A word and a picture each: a colour alone would say nothing to some.
_LOOK: dict[Change, tuple[str, str, Token]] = {
    "added": ("plus", N_("added"), "accent"),
    "removed": ("minus", N_("removed"), "warn"),
    "changed": ("pencil-simple", N_("changed"), "ink2"),
}


def changed_rows(workspace: Workspace, changes: Sequence[tuple[Change, Told]]) -> QWidget:
    """Changes to rows of a table stand under the name of their row."""
    theme = workspace.theme
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(2))
    grid.setColumnStretch(2, 1)
    grid.setColumnMinimumWidth(1, theme.px(64))
    line, row = 0, ""
    for change, told in changes:
        if told.row and told.row != row:
            grid.addWidget(Label(theme, told.row, role="strong", wrap=True), line, 0, 1, 3)
            line += 1
        row = told.row
        icon, word, ink = _LOOK[change]
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Icon(theme, icon, ink, size=16, line=theme.px(22)), line, 0, top)
        name = Label(theme, workspace.text(word), role="small_strong", ink=ink)
        name.setContentsMargins(0, theme.px(2), 0, 0)
        grid.addWidget(name, line, 1, top)
        for label in _lines(workspace, change, told):
            grid.addWidget(label, line, 2)
            line += 1
    return block


def _lines(workspace: Workspace, change: Change, told: Told) -> list[Label]:
    theme, text = workspace.theme, workspace.text
    if change != "changed" or not (told.was or told.column):
        words = told.now or told.was
        if told.column:
            words = text("{mark}: {text}", mark=told.column, text=words)
        return [Label(theme, words, wrap=True)]
    if told.column:
        words = text("{was} → {now}", was=told.was, now=told.now)
        return [Label(theme, text("{mark}: {text}", mark=told.column, text=words), wrap=True)]
    before, now = text("before: {words}", words=told.was), text("now: {words}", words=told.now)
    return [Label(theme, before, ink="ink2", wrap=True), Label(theme, now, wrap=True)]
