"""Dated deadlines of files that come near, among what the day asks for."""

from functools import partial

from app.actions.look_at_today import Today
from app.actions.sheets.look_at_deadlines import Deadline
from app.ui.theme.tokens import Token
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.words.by_number import number_of
from app.ui.words.due_words import due_words
from app.ui.workspace import Workspace


def show_deadlines(workspace: Workspace, sheet: Sheet, today: Today) -> None:
    """A line each, which opens the file; none where nothing comes near."""
    if not today.deadlines:
        return
    theme, locale = workspace.theme, workspace.locale
    sheet.add_row("", SectionHeading(theme, workspace.text("Deadlines of files")), gap=24)
    for one in today.deadlines:
        name, class_name = one.student.name, one.student.class_name
        if one.form.by_number:
            name, class_name = number_of(workspace, student_id=one.student.id), ""
        form = locale.words(one.form.short_title) or locale.words(one.form.title)
        by = f"{locale.words(one.what.label)} {locale.date(one.day)}"
        words, ink = _left(workspace, one, today)
        line = DayLine(
            theme, name, after=class_name, detail=f"{form} · {by}",
            right=words, right_ink=ink,
        )  # fmt: skip
        line.clicked.connect(partial(workspace.go, "sheet", kind="paper", record_id=one.record.id))
        sheet.add_row(locale.date(one.day, "brief"), line, gap=6)


def _left(workspace: Workspace, one: Deadline, today: Today) -> tuple[str, Token]:
    left = (one.day - today.day).days
    if left <= 1:
        return due_words(workspace.locale, one.day, today.day)
    return workspace.locale.plural("{n} day left", "{n} days left", left), "ink2"
