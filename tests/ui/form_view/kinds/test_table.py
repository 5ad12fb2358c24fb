"""Rows of columns that share their width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.form_view.kinds.cell import Cell
from app.ui.form_view.kinds.table import Table, TableRow
from app.ui.form_view.read.folding import fold
from app.ui.widgets.label import Label
from tests.calls import calls_of
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


def test_it_invites_whatever_its_first_column_asks(desk: Desk) -> None:
    """A person, a choice, a day: without a word nobody would find an empty line."""
    for form, key in (("mediation", "parties"), ("mediation", "meetings"), ("crisis", "called")):
        widget = question(desk.view(form), key)
        assert isinstance(widget, Table)
        first = row(widget, -1).cells.first.stop
        assert isinstance(first, QLineEdit)
        assert first.placeholderText() == "Add a line"


def test_what_is_shown_is_what_was_kept(desk: Desk) -> None:
    """Steps come back as they were, whatever stands under what."""
    assert steps(desk).value() == STEPS


ALT = Qt.KeyboardModifier.AltModifier
AWAY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def outings(desk: Desk) -> Table:
    """A table with amounts, three rows long."""
    view = desk.view()
    rows = [
        {"what": "Bus", "cost": "4.20", "took": 30},
        {"what": "Repas", "cost": "5.80"},
        {"what": "Retour"},
    ]
    view.set_values({"a_table": rows})
    widget = question(view, "a_table")
    assert isinstance(widget, Table)
    return widget


def sums(widget: Table) -> list[str]:
    """What the line below the rows says."""
    assert widget._totals is not None
    return [label.text() for label in widget._totals.findChildren(Label) if label.text()]


def test_rows_move_and_go_by_keyboard(desk: Desk) -> None:
    """Alt+Up and Alt+Down as far as the ends, Ctrl+Shift+Del takes away; the cursor goes along."""
    widget = outings(desk)
    widget.stack.rows[1].fields()[0].setFocus()
    desk.press(Qt.Key.Key_Up, ALT)
    desk.press(Qt.Key.Key_Up, ALT)
    assert [line["what"] for line in widget.value()] == ["Repas", "Bus", "Retour"]
    for _ in range(5):
        desk.press(Qt.Key.Key_Down, ALT)
    assert [line["what"] for line in widget.value()] == ["Bus", "Retour", "Repas"]
    assert desk.here in widget.stack.rows[2].fields()
    desk.settle()
    order = [place.y() for place in widget.stack.rows]
    assert order == sorted(order)
    desk.press(Qt.Key.Key_Delete, AWAY)
    assert [line["what"] for line in widget.value()] == ["Bus", "Retour"]
    widget.stack.rows[-1].fields()[0].setFocus()
    desk.press(Qt.Key.Key_Delete, AWAY)
    desk.press(Qt.Key.Key_Up, ALT)
    assert len(widget.value()) == 2, "the line that waits stays where it is"


def test_a_line_below_adds_the_columns_up(desk: Desk) -> None:
    """While one types, after a row went, and nothing when no row says anything."""
    widget = outings(desk)
    assert sums(widget) == ["Total", "10.00\u00a0€", "30 min"]
    widget.stack.rows[2].fields()[4].setFocus()
    desk.type("1.5")
    assert sums(widget)[1] == "11.50\u00a0€"
    desk.type("?")
    assert sums(widget)[1] == "10.00\u00a0€", "what cannot be read counts for nothing yet"
    widget.stack.rows[0].fields()[0].setFocus()
    desk.press(Qt.Key.Key_Delete, AWAY)
    assert sums(widget) == ["Total", "5.80\u00a0€"]
    widget.set_value(None)
    assert sums(widget) == ["Total"]


def test_a_person_is_proposed_in_a_cell(desk: Desk) -> None:
    """A column for people knows those of the notebook."""
    widget = outings(desk)
    cell = row(widget, 2).cells.by_key["who"]
    cell.stop.setFocus()
    desk.type("sandra")
    desk.press(Qt.Key.Key_Return)
    assert widget.value()[2]["who"] == "Sandra Moreira"


def test_a_draft_reads_long_words_without_comparing_them(desk: Desk) -> None:
    """Only cells that offer options compare theirs with them; the options were folded the first time."""
    widget = steps(desk)
    cells = row(widget).cells.by_key
    cells["what"].field.setText("Elle ne mange plus à la cantine. " * 100)
    before = widget.raw()
    offered = sum(bool(cell.reading.items) for one in widget.stack.rows for cell in row_cells(one))
    with calls_of(fold) as count:
        assert widget.raw() == before
    assert 0 < count.number <= offered


def row_cells(one: object) -> list[Cell]:
    """The cells of a row."""
    assert isinstance(one, TableRow)
    return list(one.cells.by_key.values())
