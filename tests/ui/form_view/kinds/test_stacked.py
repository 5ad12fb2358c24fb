"""Documents, tables and decisions, line by line."""

from PySide6.QtCore import Qt

from app.ui.form_view.kinds.stacked import Stacked
from tests.ui.form_view.sheet import Desk, question


def lines(desk: Desk, key: str) -> Stacked:
    """A stack with the cursor in its first line."""
    view = desk.view()
    view.focus_question(key)
    widget = question(view, key)
    assert isinstance(widget, Stacked)
    return widget


def test_enter_goes_to_the_next_line(desk: Desk) -> None:
    """A list of documents grows while one types, with an empty line always waiting."""
    documents = lines(desk, "some_documents")
    desk.type("Report")
    desk.press(Qt.Key.Key_Return)
    desk.type("Letter")
    assert documents.value() == ["Report", "Letter"]
    assert len(documents.stack.rows) == 3


def test_inser_adds_and_del_removes_an_empty_line(desk: Desk) -> None:
    """Inser opens a line after this one; Del takes it away while it is empty, and never words."""
    documents = lines(desk, "some_documents")
    documents.set_value(["Report", "Letter"])
    documents.focus()
    desk.press(Qt.Key.Key_Insert)
    assert len(documents.stack.rows) == 4
    desk.press(Qt.Key.Key_Delete)
    assert len(documents.stack.rows) == 3
    documents.focus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Delete)
    assert documents.value() == ["eport", "Letter"]


def test_a_table_reads_every_column_its_own_way(desk_fr: Desk) -> None:
    """Tab goes from column to column; each value is of its column's kind."""
    table = lines(desk_fr, "a_table")
    for typed in ("Stage", "2/12", "14h", "12,5", "30", "rendez-vous", "oui"):
        desk_fr.type(typed)
        desk_fr.press(Qt.Key.Key_Tab)
    assert table.value() == [
        {
            "what": "Stage",
            "day": "2026-12-02",
            "hour": "14:00",
            "mark": 12.5,
            "cost": "30.00",
            "mode": "RDV",
            "done": "yes",
        }
    ]


def test_a_decision_may_be_one_line_of_typing(desk_fr: Desk) -> None:
    """The day after the last comma moves to its own field when the line is finished."""
    tasks = lines(desk_fr, "some_tasks")
    desk_fr.type("appeler la maman, Lina est d’accord, ven")
    desk_fr.press(Qt.Key.Key_Return)
    (task,) = tasks.value()
    assert task["text"] == "appeler la maman, Lina est d’accord"
    assert task["due"] == "2026-11-27"
    assert task["done"] is False
    desk_fr.type("écrire")
    assert [task["text"] for task in tasks.value()][1] == "écrire"


def test_what_who_when_and_done_by_tab(desk_fr: Desk) -> None:
    """Each part has its field; Space ticks; the task keeps its identifier."""
    tasks = lines(desk_fr, "some_tasks")
    desk_fr.type("voir la régente")
    identifier = tasks.value()[0]["id"]
    desk_fr.press(Qt.Key.Key_Tab)
    desk_fr.type("moi")
    desk_fr.press(Qt.Key.Key_Tab)
    desk_fr.type("27/11")
    desk_fr.press(Qt.Key.Key_Tab)
    desk_fr.press(Qt.Key.Key_Space)
    assert tasks.value() == [
        {"id": identifier, "text": "voir la régente", "who": "moi", "due": "2026-11-27", "done": True}
    ]


def test_a_comma_without_a_day_stays(desk_fr: Desk) -> None:
    """Only what is a day is taken for one, and not when a day stands there already."""
    tasks = lines(desk_fr, "some_tasks")
    desk_fr.type("voir la régente, Mme Weber")
    desk_fr.press(Qt.Key.Key_Tab)
    assert tasks.value()[0]["text"] == "voir la régente, Mme Weber"
    assert tasks.value()[0]["due"] == ""
