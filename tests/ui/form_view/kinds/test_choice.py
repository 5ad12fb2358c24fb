"""Choosing from lists with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app.ui.form_view.kinds.choice import Choice
from app.ui.form_view.parts.chip_picker import ChipPicker
from app.ui.form_view.parts.chip_row import ChipRow
from app.ui.form_view.parts.suggesting_field import SuggestingField
from app.ui.form_view.parts.suggestion_list import SuggestionList
from tests.ui.form_view.sheet import Desk, question


def picker(widget: object) -> ChipPicker:
    """The picker of a question."""
    assert isinstance(widget, Choice)
    assert isinstance(widget.choices, ChipPicker)
    return widget.choices


def proposed(field: SuggestingField) -> list[str]:
    """The words of the rows under a field."""
    return [row.label for row in field.suggestions]


def test_typing_proposes_and_enter_takes(desk_fr: Desk) -> None:
    """Two letters open the rows that begin so; Enter takes one, Backspace in the empty field removes it."""
    view = desk_fr.view("f1-interview")
    choices = picker(question(view, "other_reasons"))
    view.focus_question("other_reasons")
    desk_fr.type("d")
    assert proposed(choices.field) == []
    desk_fr.type("if")
    assert proposed(choices.field) == [
        "difficulté scolaire",
        "difficulté financière",
        "situation familiale difficile",
    ]
    assert choices.field.suggestions[2].spans == ((20, 23),)
    desk_fr.press(Qt.Key.Key_Down)
    desk_fr.press(Qt.Key.Key_Return)
    assert view.values() == {"other_reasons": ["LU-07"]}
    assert desk_fr.here is choices.field
    desk_fr.type("mob")
    desk_fr.press(Qt.Key.Key_Return)
    assert view.values() == {"other_reasons": ["LU-07", "LU-03"]}
    assert proposed(choices.field) == []
    desk_fr.press(Qt.Key.Key_Backspace)
    assert view.values() == {"other_reasons": ["LU-07"]}


def test_what_is_chosen_is_not_proposed_again(desk_fr: Desk) -> None:
    """A list offers what is still to be chosen."""
    view = desk_fr.view("f1-interview")
    view.set_values({"other_reasons": ["LU-03"]})
    view.focus_question("other_reasons")
    desk_fr.type("mobbing")
    assert proposed(picker(question(view, "other_reasons")).field) == []


def test_sensitive_reasons_appear_only_once_typed(desk_fr: Desk) -> None:
    """Looking through the list shows none of them; their own letters do."""
    view = desk_fr.view("f1-interview")
    field = picker(question(view, "main_reason")).field
    view.focus_question("main_reason")
    desk_fr.press(Qt.Key.Key_Down)
    sensitive = {
        item.label["fr"] for item in desk_fr.lists["n02-reasons"].items if item.sensitive and item.active
    }
    looked_through = set(proposed(field))
    assert looked_through
    assert not looked_through & sensitive
    desk_fr.type("mal-être")
    assert proposed(field) == ["mal-être"]


def test_escape_closes_the_rows_and_keeps_the_letters(desk_fr: Desk) -> None:
    """Nothing typed is lost by closing."""
    view = desk_fr.view("f1-interview")
    field = picker(question(view, "main_reason")).field
    view.focus_question("main_reason")
    desk_fr.type("mob")
    desk_fr.press(Qt.Key.Key_Escape)
    assert proposed(field) == []
    assert view.raw()["main_reason"] == {"chosen": [], "typing": "mob"}


def test_the_rows_close_with_the_focus(desk_fr: Desk) -> None:
    """Tab leaves no rows behind."""
    view = desk_fr.view("f1-interview")
    field = picker(question(view, "main_reason")).field
    view.focus_question("main_reason")
    desk_fr.type("mob")
    desk_fr.press(Qt.Key.Key_Tab)
    assert proposed(field) == []


def test_one_choice_is_replaced_by_typing_on_it(desk_fr: Desk) -> None:
    """Where one is asked for, its chip takes the field's place; letters on it look for another."""
    view = desk_fr.view("f1-interview")
    choices = picker(question(view, "main_reason"))
    view.focus_question("main_reason")
    desk_fr.type("mob")
    desk_fr.press(Qt.Key.Key_Return)
    assert view.values() == {"main_reason": "LU-03"}
    assert desk_fr.here is choices.chips[0]
    assert choices.field.isHidden()
    desk_fr.type("r")
    desk_fr.type("éin")
    desk_fr.press(Qt.Key.Key_Return)
    assert view.values() == {"main_reason": "LU-14"}
    desk_fr.press(Qt.Key.Key_Delete)
    assert view.values() == {}
    assert desk_fr.here is choices.field


def test_looking_for_another_and_leaving_keeps_the_choice(desk_fr: Desk) -> None:
    """A choice goes only when another is taken or it is removed."""
    view = desk_fr.view("f1-interview")
    view.set_values({"main_reason": "LU-03"})
    choices = picker(question(view, "main_reason"))
    view.focus_question("main_reason")
    desk_fr.press(Qt.Key.Key_Down)
    assert desk_fr.here is choices.field
    desk_fr.press(Qt.Key.Key_Tab)
    assert view.values() == {"main_reason": "LU-03"}
    assert choices.field.isHidden()


def test_short_lists_stand_in_sight(desk: Desk) -> None:
    """Tab stops once at a row of chips, arrows walk, Space chooses and takes back."""
    view = desk.view()
    widget = question(view, "a_yes_no")
    assert isinstance(widget, Choice)
    assert isinstance(widget.choices, ChipRow)
    view.focus_question("a_yes_no")
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    assert view.values() == {"a_yes_no": "no"}
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Return)
    assert view.values() == {"a_yes_no": "yes"}
    desk.press(Qt.Key.Key_Space)
    assert view.values() == {}
    assert len(widget.tab_stops()) == 1


def test_a_letter_chooses_the_one_it_begins(desk_fr: Desk) -> None:
    """Whatever its accents; again it changes nothing, and of several it walks to the next."""
    view = desk_fr.view("f4-referral")
    view.focus_question("urgency")
    desk_fr.type("n")
    assert view.values() == {"urgency": "normal"}
    desk_fr.type("n")
    desk_fr.type("x")
    assert view.values() == {"urgency": "normal"}
    view.focus_question("student_consent")
    desk_fr.type("i")  # informed, or informed and agreeing
    assert "student_consent" not in view.values()
    desk_fr.type("r")
    assert view.values()["student_consent"] == "refuses"
    view.focus_question("services")
    desk_fr.type("gs")
    assert len(view.values()["services"]) == 2


def test_several_short_choices_do_not_exclude_each_other(desk: Desk) -> None:
    """Any number of the chips in sight may be chosen."""
    view = desk.view("f4-referral")
    view.focus_question("services")
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    assert len(view.values()["services"]) == 2


def test_other_asks_to_say_what(desk: Desk) -> None:
    """A field appears when "other" is chosen, is the next Tab stop, and goes with it."""
    view = desk.view("f4-referral")
    other = next(item for item in desk.lists["services"].items if item.other)
    widget = question(view, "services")
    assert len(widget.tab_stops()) == 1
    view.set_values({"services": [other.code]})
    assert len(widget.tab_stops()) == 2
    view.focus_question("services")
    desk.press(Qt.Key.Key_Tab)
    desk.type("homework")
    assert view.values() == {"services": [other.code], "services:other": "homework"}
    desk.press(Qt.Key.Key_Backtab)
    desk.press(Qt.Key.Key_Space)
    assert view.values() == {}


@pytest.mark.parametrize("key", ["main_reason", "other_reasons"])
def test_a_code_no_list_knows_is_kept(desk: Desk, key: str) -> None:
    """What an older list said stays said."""
    view = desk.view("f1-interview")
    value = "OLD-1" if key == "main_reason" else ["OLD-1"]
    view.set_values({key: value})
    assert view.values() == {key: value}


def test_the_rows_stay_with_their_field(desk_fr: Desk) -> None:
    """Scrolling the sheet takes them along, and they lie inside the window without taking the focus."""
    view = desk_fr.view("f1-interview")
    desk_fr.settle()
    view.focus_question("other_reasons")
    desk_fr.settle()
    desk_fr.type("dif")
    assert desk_fr.sheet is not None
    (rows,) = [rows for rows in desk_fr.sheet.findChildren(SuggestionList) if rows.isVisible()]
    before = rows.y()
    scroll = desk_fr.sheet.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().value() + 40)
    assert rows.y() == before - 40
    assert rows.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert desk_fr.here is picker(question(view, "other_reasons")).field
