"""Which records stand in two versions: said above the rest of a page, with the way to both."""

from collections.abc import Sequence

from app.actions.conflicts.look_at_conflict import title_of
from app.models.conflict import Conflict
from app.ui.widgets.banner import Banner
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace

_MOST = 3  # lines: the rest of the sheet stays in sight


def two_versions(workspace: Workspace, found: Sequence[Conflict]) -> Banner | None:
    """A line for each record that waits for a decision; None where nothing does."""
    if not found:
        return None
    look = Button(workspace.theme, workspace.text("See both"), kind="outlined", small=True)
    look.clicked.connect(lambda: workspace.go("conflict", record_id=found[0].id))
    lines = [("info", _said(workspace, one)) for one in found[:_MOST]]
    more = len(found) - len(lines)
    if more:
        said = workspace.locale.plural(
            "{n} more waits in two versions.", "{n} more wait in two versions.", more
        )
        lines.append(("info", said))
    return Banner(workspace.theme, lines, actions=[look])


def _said(workspace: Workspace, conflict: Conflict) -> str:
    notebook = workspace.notebook
    record = notebook.shelf(conflict.kind).get(conflict.record_id)
    return workspace.text(
        "{title}: {name} wrote here too. Your version stands; the other one waits.",
        title=title_of(notebook, workspace.library, conflict.kind, record, workspace.locale),
        name=notebook.correspondents.get(conflict.correspondent_id).name,
    )
