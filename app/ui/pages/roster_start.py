"""What the page of class lists says before there is a file."""

from collections.abc import Callable

from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.scroll_column import ScrollColumn
from app.ui.workspace import Workspace


def roster_start(workspace: Workspace, choose: Callable[[], None]) -> ScrollColumn:
    """Which list, what is read of it, and what happens to the file."""
    text, theme = workspace.text, workspace.theme
    first = Button(theme, text("Choose the file…"), kind="primary", icon="file-csv", big=True)
    first.clicked.connect(lambda: choose())
    inside = EmptyState(
        theme,
        title=text("Which list?"),
        text=text(
            "Names, classes, birth dates and how to reach them are read, nothing else."
            " Doubtful lines are yours to decide."
        ),
        actions=[first],
        reassurances=[
            ("eye", text("You see a preview; nothing is written before you agree.")),
            ("users-three", text("Guardians are taken only for students with an open case.")),
            ("trash", text("At the end Carnet offers to delete the imported file.")),
        ],
    )
    page = ScrollColumn(inside)
    page.setFocusProxy(first)
    return page
