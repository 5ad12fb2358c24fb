"""Closed cases whose time is over, on the page of the bin: each opened or erased by a gesture of its own."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.actions.cases.look_at_kept import Kept, look_at_kept
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_MOST = 100  # the rest once these are decided


def add_kept_rows(workspace: Workspace, sheet: Sheet) -> None:
    """A line each, those over for longest first; no row at all where nothing is over."""
    found = look_at_kept(workspace.notebook, library=workspace.library, today=workspace.today)
    if not found:
        return
    theme, text = workspace.theme, workspace.text
    sheet.add_row("", SectionHeading(theme, text("Kept as long as the service proposes")), gap=32)
    said = text(
        "These cases, closed or given to a colleague for good, may be erased: the service names the time,"
        " whoever is responsible for the data decides. Nothing is erased by itself."
    )
    sheet.add_row("", Label(theme, said, ink="ink2", wrap=True), gap=6)
    for kept in found[:_MOST]:
        _add(workspace, sheet, kept)
    if len(found) > _MOST:
        n = len(found) - _MOST
        more = workspace.locale.plural("{n} more after these", "{n} more after these", n)
        sheet.add_row("", Label(theme, more, role="small", ink="ink2"), gap=6)


def _add(workspace: Workspace, sheet: Sheet, kept: Kept) -> None:
    text, locale, theme = workspace.text, workspace.locale, workspace.theme
    assert kept.until is not None
    since = text("over since {day}", day=locale.date(kept.until))
    line = DayLine(
        theme, kept.case.reference, after=kept.name,
        detail=text("protection file") if kept.protected else "",
        right=text("Look at it"), right_ink="accent",
    )  # fmt: skip
    line.clicked.connect(partial(_open, workspace, kept))
    erase = Button(theme, text("Erase for ever…"), kind="quiet", small=True)
    erase.setAccessibleDescription(kept.case.reference)
    erase.clicked.connect(partial(_erase, workspace, kept))
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, 1)
    row.addWidget(erase, 0, Qt.AlignmentFlag.AlignVCenter)
    sheet.add_row(since, both, gap=6, buddy=line)


def _open(workspace: Workspace, kept: Kept, *_: object) -> None:
    workspace.go("students", record_id=kept.case.student_id)


def _erase(workspace: Workspace, kept: Kept, *_: object) -> None:
    workspace.go("erase", kind="case", record_id=kept.case.id)
