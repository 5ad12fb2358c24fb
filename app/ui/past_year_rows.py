"""Sheets of a school year that is over, on the page of the bin: opened, erased, or erased all at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.actions.sheets.look_at_past_years import PastYear, look_at_past_years
from app.ui.widgets.button import Button
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.flow_row import FlowRow
from app.ui.widgets.label import Label
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.workspace import Workspace

_MOST = 100  # the rest once these are decided


def add_past_year_rows(workspace: Workspace, sheet: Sheet) -> None:
    """A line each; no row at all where there is none."""
    found = look_at_past_years(workspace.notebook, library=workspace.library, today=workspace.today)
    if not found:
        return
    theme, text, locale = workspace.theme, workspace.text, workspace.locale
    sheet.add_row("", SectionHeading(theme, text("Of a school year that is over")), gap=32)
    said = text(
        "The service keeps these for one school year. What has to stay is kept on paper; erasing gives a"
        " certificate to sign, a single one for a list that goes at once."
    )
    sheet.add_row("", Label(theme, said, ink="ink2", wrap=True), gap=6)
    if len(found) > 1:
        everything = Button(theme, text("Erase the whole list…"), kind="outlined", small=True, icon="trash")
        everything.clicked.connect(lambda: workspace.go("erase_years"))
        sheet.add_row("", FlowRow(theme, everything, spacing=8), gap=6)
    for one in found[:_MOST]:
        _add(workspace, sheet, one)
    if len(found) > _MOST:
        n = len(found) - _MOST
        more = locale.plural("{n} more after these", "{n} more after these", n)
        sheet.add_row("", Label(theme, more, role="small", ink="ink2"), gap=6)


def _add(workspace: Workspace, sheet: Sheet, one: PastYear) -> None:
    text, locale, theme = workspace.text, workspace.locale, workspace.theme
    name = one.student.name if one.student else text("Not filed yet")
    line = DayLine(
        theme, locale.words(one.form.short_title) or locale.words(one.form.title), after=name,
        right=text("Look at it"), right_ink="accent",
    )  # fmt: skip
    line.clicked.connect(partial(workspace.go, "sheet", kind="paper", record_id=one.record.id))
    erase = Button(theme, text("Erase for ever…"), kind="quiet", small=True)
    erase.setAccessibleDescription(name)
    erase.clicked.connect(partial(workspace.go, "erase", kind="paper", record_id=one.record.id))
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, 1)
    row.addWidget(erase, 0, Qt.AlignmentFlag.AlignVCenter)
    sheet.add_row(one.year.replace("-", "\u2013"), both, gap=6, buddy=line)
