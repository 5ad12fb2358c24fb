"""Packages whose receipt is late, each with what can be done about it."""

from functools import partial

from app.actions.look_at_today import Today
from app.ui.transfer.package_steps import PackageSteps
from app.ui.transfer.package_words import local_day, state_words
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_MOST = 5


def add_late_packages(workspace: Workspace, sheet: Sheet, today: Today) -> None:
    """The oldest ones; the others stand on the page of transfers."""
    if not today.packages:
        return
    text, locale, theme = workspace.text, workspace.locale, workspace.theme
    more = len(today.packages) - _MOST
    right = locale.plural("and {n} more", "and {n} more", more) if more > 0 else ""
    sheet.add_row("", SectionHeading(theme, text("Packages without receipt"), right=right), gap=24)
    names = {one.id: one.name for one in workspace.notebook.correspondents.list()}
    for package in today.packages[:_MOST]:
        _, said, ink = state_words(workspace, package)
        line = DayLine(
            theme, names.get(package.correspondent_id, ""), detail=said,
            right=text("Package no. {n}", n=package.sequence), right_ink=ink,
        )  # fmt: skip
        line.clicked.connect(partial(workspace.go, "package", record_id=package.id))
        sheet.add_row(locale.date(local_day(package.at), "brief"), line, gap=6)
        sheet.add_row("", PackageSteps(workspace, package), gap=0)
