"""What the sheet works out while one types."""

from PySide6.QtCore import Qt

from app.ui.form_view.form_view import FormView
from app.ui.widgets.label import Label
from tests.ui.form_view.sheet import Desk, question

FACTS = {"student.born": "2010-11-23", "record.day": "2026-11-23"}
ROWS = [{"what": "Bus", "cost": "4.20", "day": "2026-12-01"}, {"what": "Repas", "cost": "5.80"}]


def words(view: FormView, key: str) -> str:
    """What one computed question shows."""
    return question(view, key).findChildren(Label)[0].text()


def test_it_follows_every_key(desk: Desk) -> None:
    """A comma, a blank and half an amount on the way: the total is that of what can be read."""
    view = desk.view()
    view.set_facts(FACTS)
    view.set_values({"a_table": ROWS})
    view.focus_question("a_sum")
    desk.type("1.5")
    assert words(view, "a_total") == "8.50\u00a0€"
    desk.type("x")
    assert words(view, "a_total") == "–", "an amount that cannot be read makes no total"
    desk.press(Qt.Key.Key_Backspace)
    view.focus_question("a_number")
    desk.type("2")
    assert words(view, "a_share") == "4.25\u00a0€"
    assert view.values()["a_share"] == "4.25"


def test_nothing_typed_shows_nothing_and_is_said(desk: Desk) -> None:
    """No nought, no error; whoever listens hears that there is nothing yet."""
    view = desk.view()
    assert words(view, "a_share") == "–"
    label = question(view, "a_share").findChildren(Label)[0]
    assert label.accessibleName() == "Each: nothing to work out yet"
    assert question(view, "a_share").tab_stops() == []
    assert "a_share" not in view.values()


def test_an_opened_sheet_shows_what_was_worked_out_then(desk: Desk) -> None:
    """Reading changes nothing; the first change of a part works everything out anew."""
    view = desk.view()
    heard: list[None] = []
    view.changed.connect(lambda: heard.append(None))
    view.set_values({"a_sum": "2.00", "a_total": "77.00", "an_age": 12})
    view.set_facts(FACTS)
    assert (words(view, "a_total"), words(view, "an_age")) == ("77.00\u00a0€", "12 years")
    assert heard == []
    view.focus_question("a_sum")
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type("21")
    assert words(view, "a_total") == "-21.00\u00a0€"
    assert words(view, "an_age") == "16 years"


def test_another_student_is_another_age(desk: Desk) -> None:
    """Filing the sheet to somebody else is a change of the sheet."""
    view = desk.view()
    heard: list[None] = []
    view.set_facts(FACTS)
    view.changed.connect(lambda: heard.append(None))
    view.set_facts(FACTS | {"student.born": "2006-01-01"})
    assert words(view, "an_age") == "20 years"
    assert len(heard) == 1
    view.set_facts(FACTS | {"student.born": "2006-01-01"})
    assert len(heard) == 1


def test_a_draft_is_worked_out_when_it_comes_back(desk: Desk) -> None:
    """A draft holds what was typed and nothing else."""
    view = desk.view()
    view.set_facts(FACTS)
    view.set_raw({"a_sum": "3,5"})
    assert words(view, "a_total") == "–", "in English a comma groups thousands"
    view.set_raw({"a_sum": "3.5"})
    assert words(view, "a_total") == "-3.50\u00a0€"
    assert "a_total" not in view.raw()


def test_the_day_on_the_sheet_decides(desk: Desk) -> None:
    """Typing another day moves what is counted from it."""
    view = desk.view()
    view.set_facts(FACTS)
    view.set_values({"a_table": ROWS, "a_date": "2026-11-23"})
    view.focus_question("a_date")
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type("29/11/2026")
    assert words(view, "some_days") == "2 days"
