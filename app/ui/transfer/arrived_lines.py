"""What waits in the exchange folder, a line for each file."""

from functools import partial

from app.models.folder_look import Arrived
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace


def arrived_lines(workspace: Workspace, *, readable: bool = False) -> list[DayLine]:
    """Those that are whole, or those of them that could be read; pressing a line opens the file."""
    whole = [one for one in workspace.newest_look.arrived if one.is_whole]
    return [_line(workspace, one) for one in whole if one.package_id or not readable]


def still_coming(workspace: Workspace) -> list[str]:
    """The names of those that are not whole."""
    return [one.file for one in workspace.newest_look.arrived if not one.is_whole]


def _line(workspace: Workspace, arrived: Arrived) -> DayLine:
    locale, text = workspace.locale, workspace.text
    title, when = arrived.file, ""
    detail = text("It cannot be taken as it is; opening it says why.")
    if arrived.package_id:
        title, when = text("From {name}", name=arrived.sender), locale.moment(arrived.at)
        detail = (
            text("a receipt") if arrived.kind == "acknowledgement"
            else text("a package") if not arrived.cases
            else locale.plural("a package, {n} case", "a package, {n} cases", arrived.cases)
        )  # fmt: skip
    line = DayLine(workspace.theme, title, after=when, detail=detail, right=text("Open"), right_ink="accent")
    line.clicked.connect(partial(workspace.go, "receive", kind="folder", record_id=arrived.file))
    return line
