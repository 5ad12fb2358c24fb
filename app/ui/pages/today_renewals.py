"""Agreements that are about to end, or have ended, among what the day asks for."""

from functools import partial

from app.actions.agreements.look_at_renewals import Renewal
from app.actions.look_at_today import Today
from app.ui.widgets.day_line import DayLine
from app.ui.widgets.section_heading import SectionHeading
from app.ui.widgets.sheet import Sheet
from app.ui.words.agreement_words import by_whom, to_what
from app.ui.workspace import Workspace


def show_renewals(workspace: Workspace, sheet: Sheet, today: Today) -> None:
    """A line each, which opens the student's page; none where nothing ends."""
    if not today.renewals:
        return
    theme, text = workspace.theme, workspace.text
    sheet.add_row("", SectionHeading(theme, text("Agreements to renew")), gap=24)
    for one in today.renewals:
        what = f"{to_what(workspace, one.agreement)} · {by_whom(workspace, one.agreement)}"
        ended = one.day <= today.day if one.of_age else one.day < today.day
        line = DayLine(
            theme, one.student.name, after=one.student.class_name, detail=what,
            right=_words(workspace, one, ended=ended), right_ink="warn" if ended else "ink2",
        )  # fmt: skip
        line.clicked.connect(partial(_open, workspace, one))
        sheet.add_row(workspace.locale.date(one.day, "brief"), line, gap=6)


def _words(workspace: Workspace, one: Renewal, *, ended: bool) -> str:
    text = workspace.text
    if one.of_age:
        return text("of age: ask the student") if ended else text("of age soon: ask the student")
    return text("ended") if ended else text("last day")


def _open(workspace: Workspace, one: Renewal, *_: object) -> None:
    workspace.go("students", record_id=one.student.joined_into or one.student.id)
