"""Rows of columns that share their width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.form_view.kinds.table import Table, TableRow
from app.ui.widgets.label import Label
from tests.plans import STEPS
from tests.ui.form_view.sheet import Desk, question


def steps(desk: Desk, *, width: int = 1180) -> Table:
    """The steps of a plan on a sheet."""
    view = desk.view("f3-plan", width=width)
    view.set_values({"steps": STEPS})
    widget = question(view, "steps")
    assert isinstance(widget, Table)
    desk.settle()
    return widget


def row(widget: Table, number: int = 0) -> TableRow:
    """One of its rows."""
    found = widget.stack.rows[number]
    assert isinstance(found, TableRow)
    return found


def test_what_stands_under_a_column_is_below_it(desk: Desk) -> None:
    """Type under what, done under by when, proof under status, each beginning where the other does."""
    cells = row(steps(desk)).cells.by_key
    for above, below in (("what", "type"), ("due", "done"), ("status", "proof")):
        first, second = (
            cells[key].mapTo(cells[key].window(), cells[key].rect().topLeft()) for key in (above, below)
        )
        assert second.y() > first.y()
        assert abs(second.x() - first.x()) <= 2


def test_names_stand_over_their_columns(desk: Desk) -> None:
    """Every column is named above, in the order of its pile."""
    widget = steps(desk)
    names = {label.text(): label for label in widget.findChildren(Label)}
    cells = row(widget).cells.by_key
    for key, name in (("what", "What"), ("due", "By when"), ("result", "Result")):
        left = cells[key].mapTo(widget, cells[key].rect().topLeft()).x()
        assert abs(names[name].mapTo(widget, names[name].rect().topLeft()).x() - left) <= 8
    assert names["Type"].y() > names["What"].y()


def test_tab_goes_down_before_it_goes_on(desk: Desk) -> None:
    """What, type, who, by when, done on …: the order of the form."""
    widget = steps(desk)
    assert [stop.accessibleName() for stop in row(widget).fields()] == [
        "What", "Type", "Who", "By when", "Done on", "Status", "Proof", "Result",
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "below"), [(1180, False), (620, True)])
def test_a_short_row_takes_two_lines(desk: Desk, width: int, below: bool) -> None:
    """In a narrow window the first column has a line of its own, and no date is cut."""
    widget = steps(desk, width=width)
    cells = row(widget).cells.by_key
    what, due = cells["what"], cells["due"]
    assert (
        due.mapTo(widget, due.rect().topLeft()).y() > what.mapTo(widget, what.rect().topLeft()).y()
    ) is below
    assert due.stop.fontMetrics().horizontalAdvance("02/12/2026") < due.stop.width()


def test_the_last_line_invites(desk: Desk) -> None:
    """One sees where the next step goes, and the invitation is gone once one types."""
    widget = steps(desk)
    first = row(widget, -1).cells.first.stop
    assert isinstance(first, QPlainTextEdit)
    assert first.placeholderText() == "Add a line"
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.type("Appeler")
    assert first.placeholderText() == ""
    assert len(widget.value()) == len(STEPS) + 1


def test_what_is_shown_is_what_was_kept(desk: Desk) -> None:
    """Steps come back as they were, whatever stands under what."""
    assert steps(desk).value() == STEPS
