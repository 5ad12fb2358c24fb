"""Alternatives in an order of choice: cards moved by keyboard and by mouse."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.frameworks.library import Library
from app.frameworks.ranks import letter
from app.i18n import Locale
from app.ui.form_view.form_view import FormView
from app.ui.form_view.kinds.rank_card import RankCard
from app.ui.form_view.kinds.ranked import Ranked
from app.ui.form_view.parts.drag_dots import DragDots
from app.ui.theme.theme import Theme
from tests.frameworks.resources import every_kind
from tests.ui.form_view.sheet import MONDAY, Desk, Directory, question

ALT = Qt.KeyboardModifier.AltModifier
ABC = [{"choice": "Bois"}, {"choice": "Pain"}, {"choice": "Fer"}]


def ranked(desk: Desk, values: list[dict[str, Any]] | None = None, *, width: int = 1180) -> Ranked:
    """The alternatives on a sheet, with the cursor in the first."""
    view = desk.view(width=width)
    view.set_values({"a_ranking": values or ABC})
    widget = question(view, "a_ranking")
    assert isinstance(widget, Ranked)
    desk.settle()
    widget.focus()
    desk.settle()  # the sheet brings the card in sight before a hand reaches for it
    return widget


def cards(widget: Ranked) -> list[RankCard]:
    """Every card, the waiting one last."""
    return [row for row in widget.stack.rows if isinstance(row, RankCard)]


def order(widget: Ranked) -> str:
    """The alternatives as they stand."""
    return " ".join(row["choice"] for row in widget.value() or [])


def dots(card: RankCard) -> DragDots:
    """What a card is dragged by."""
    return card.findChildren(DragDots)[0]


def test_alt_and_an_arrow_change_the_rank(desk: Desk) -> None:
    """Down and up one rank from wherever one types, and no further than the ends."""
    widget = ranked(desk)
    desk.press(Qt.Key.Key_Down, ALT)
    assert order(widget) == "Pain Bois Fer"
    desk.press(Qt.Key.Key_Down, ALT)
    desk.press(Qt.Key.Key_Down, ALT)
    assert order(widget) == "Pain Fer Bois"
    for _ in range(4):
        desk.press(Qt.Key.Key_Up, ALT)
    assert order(widget) == "Bois Pain Fer"


def test_one_goes_on_typing_where_one_was(desk: Desk) -> None:
    """The cursor goes along with its card, in the field and at the letter it was."""
    widget = ranked(desk)
    desk.press(Qt.Key.Key_Tab)
    desk.type("Ici")
    desk.press(Qt.Key.Key_Down, ALT)
    desk.type("!")
    assert widget.value() == [{"choice": "Pain"}, {"choice": "Bois", "where": "Ici!"}, {"choice": "Fer"}]


def test_any_field_of_a_card_moves_it(desk: Desk) -> None:
    """Words, dates, choices and the dots alike; in a choice the arrow does not open its rows."""
    widget = ranked(desk)
    for stop in cards(widget)[1].fields():
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.press(Qt.Key.Key_Up, ALT)
        assert order(widget) == "Pain Bois Fer"
        desk.press(Qt.Key.Key_Down, ALT)
        assert order(widget) == "Bois Pain Fer"


def test_a_new_rank_is_a_change_and_a_step_too_far_is_none(desk: Desk) -> None:
    """Moving starts a draft as typing does; at the ends nothing happened."""
    widget = ranked(desk)
    with desk.bot.waitSignal(widget.changed):
        desk.press(Qt.Key.Key_Down, ALT)
    desk.press(Qt.Key.Key_Up, ALT)
    with desk.bot.assertNotEmitted(widget.changed):
        desk.press(Qt.Key.Key_Up, ALT)


def test_every_field_says_its_rank(desk: Desk) -> None:
    """Who does not see the letters hears them, also after a move."""
    widget = ranked(desk)
    desk.press(Qt.Key.Key_Down, ALT)
    names = [[stop.accessibleName() for stop in card.fields()] for card in cards(widget)]
    assert names[0][0] == "Choice, rank A"
    assert names[1][0] == "Choice, rank B"
    assert desk.here.accessibleName() == "Choice, rank B"
    assert [name for card in names for name in card if not name] == []


def test_the_waiting_line_becomes_the_next_card(desk: Desk) -> None:
    """Typing after the last one makes another alternative and leaves a new line to wait."""
    widget = ranked(desk)
    waiting = cards(widget)[-1]
    first = waiting.cells.first.stop
    assert isinstance(first, QPlainTextEdit)
    assert first.placeholderText() == "Add at rank D"
    assert [stop for stop in waiting.fields() if stop.isVisibleTo(waiting)] == [first]
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.type("Mer")
    assert order(widget) == "Bois Pain Fer Mer"
    assert desk.here is first
    assert first.placeholderText() == ""
    desk.press(Qt.Key.Key_Up, ALT)
    assert order(widget) == "Bois Pain Mer Fer"
    assert len(cards(widget)) == 5


def test_the_waiting_line_has_no_rank_to_change(desk: Desk) -> None:
    """What says nothing yet is not moved, and nothing is moved behind it."""
    widget = ranked(desk)
    cards(widget)[-1].cells.first.stop.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.press(Qt.Key.Key_Up, ALT)
    assert order(widget) == "Bois Pain Fer"
    cards(widget)[-2].cells.first.stop.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.press(Qt.Key.Key_Down, ALT)
    assert order(widget) == "Bois Pain Fer"


def drag(desk: Desk, card: RankCard, over: RankCard) -> None:
    """Press the dots of a card, go over another one step by step, let go."""
    handle = dots(card)
    start = handle.rect().center()
    desk.bot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    target = over.mapToGlobal(over.rect().center())
    begin = handle.mapToGlobal(start)
    for step in range(1, 11):
        place = begin + (target - begin) * step / 10
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, handle.mapFromGlobal(place).toPointF(), place.toPointF(),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(handle, event)
        desk.settle()
    desk.bot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(target))


def test_a_card_is_dragged_to_its_place(desk: Desk) -> None:
    """By its dots, over the others, which make room; nothing is pressed by letting go."""
    widget = ranked(desk)
    first, _, last = cards(widget)[:3]
    drag(desk, first, last)
    assert order(widget) == "Pain Fer Bois"
    assert QApplication.activePopupWidget() is None
    drag(desk, first, cards(widget)[0])
    assert order(widget) == "Bois Pain Fer"


def test_the_dots_say_in_words_what_they_do(desk: Desk) -> None:
    """Up, down and away without a mouse and without a key to know."""
    widget = ranked(desk)
    card = cards(widget)[1]
    dots(card).setFocus(Qt.FocusReason.OtherFocusReason)
    actions = {action.text(): action for action in card.menu().actions() if action.text()}
    assert list(actions) == ["Move up", "Move down", "Take away"]
    actions["Move up"].trigger()
    assert order(widget) == "Pain Bois Fer"
    actions["Move down"].trigger()
    assert order(widget) == "Bois Pain Fer"
    actions["Take away"].trigger()
    assert order(widget) == "Bois Fer"
    assert dots(cards(widget)[0]).accessibleName() == "Move or take away"


def test_the_last_card_may_go(desk: Desk) -> None:
    """Nothing left is nothing said, and one may begin again."""
    widget = ranked(desk, ABC[:1])
    card = cards(widget)[0]
    next(action for action in card.menu().actions() if action.text() == "Take away").trigger()
    assert widget.value() is None
    assert len(cards(widget)) == 1


@pytest.mark.parametrize(("width", "lines"), [(1180, 1), (820, 2), (480, 3)])
def test_cards_stand_side_by_side_where_there_is_room(desk: Desk, width: int, lines: int) -> None:
    """Three, two or one beside each other; never one over another."""
    widget = ranked(desk, width=width)
    places = [card.geometry() for card in cards(widget)[:3]]
    assert len({place.y() for place in places}) == lines
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])
    assert all(place.right() <= widget.stack.width() for place in places)


def test_a_fact_hides_a_column_and_keeps_what_it_holds(desk: Desk) -> None:
    """The parents of an adult are asked nothing; what they had said is not lost."""
    view = desk.view()
    values = {"a_ranking": [{"choice": "Bois", "parents": "yes"}]}
    view.set_values(values)
    widget = question(view, "a_ranking")
    assert isinstance(widget, Ranked)
    for facts, seen in (({"student.is_adult": "yes"}, False), ({"student.is_adult": "no"}, True), ({}, True)):
        view.set_facts(facts)
        assert cards(widget)[0].cells.by_key["parents"].isVisibleTo(widget) is seen
        assert view.values() == values
    view.set_facts({"student.is_adult": "yes"})
    cards(widget)[-1].cells.first.stop.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.type("Pain")
    assert not cards(widget)[1].cells.by_key["parents"].isVisibleTo(widget)


def test_own_words_are_marked_on_the_sheet(desk_fr: Desk) -> None:
    """The student's words stand in the serif hand; Enter writes no second line."""
    widget = ranked(desk_fr)
    words = cards(widget)[0].cells.by_key["words"].stop
    assert isinstance(words, QPlainTextEdit)
    assert (words.font().family(), words.font().italic()) == ("Source Serif 4", True)
    words.setFocus(Qt.FocusReason.OtherFocusReason)
    desk_fr.type("oui")
    desk_fr.press(Qt.Key.Key_Return)
    assert widget.value()[0]["words"] == "oui"


@pytest.fixture(scope="module")
def open_ranking(theme: Theme, locale_fr: Locale, library: Library) -> Iterator[Ranked]:
    """One view for all examples: building it is not what is tried."""
    view = FormView(theme, locale_fr, every_kind(), library.lists, Directory(), today=lambda: MONDAY)
    view.resize(1000, 700)
    widget = question(view, "a_ranking")
    assert isinstance(widget, Ranked)
    yield widget
    view.deleteLater()


MOVES = st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(0, 7), moves=MOVES)
def test_no_move_loses_or_doubles_an_alternative(
    open_ranking: Ranked, size: int, moves: list[tuple[int, int]]
) -> None:
    """However cards are moved, they stand in the order a list would be in, each with its letter."""
    expected = [f"Choix {number}" for number in range(size)]
    open_ranking.set_value([{"choice": words, "where": f"chez {words}"} for words in expected])
    stack = open_ranking.stack
    for at, by in moves:
        row = stack.rows[min(at, len(stack.rows) - 1)]
        here, there = stack.rows.index(row), stack.rows.index(row) + by
        stack.move_row(row, by)  # type: ignore[attr-defined]
        if here < size and 0 <= there < size:
            expected.insert(there, expected.pop(here))
        assert open_ranking.value() == (
            [{"choice": words, "where": f"chez {words}"} for words in expected] or None
        )
        for position, card in enumerate(cards(open_ranking)):
            assert card.cells.first.stop.accessibleName().endswith(letter(position))


def test_a_tab_goes_through_the_cards_in_their_order(desk: Desk) -> None:
    """The Tab key follows the ranks as they are now."""
    widget = ranked(desk)
    desk.press(Qt.Key.Key_Down, ALT)
    stops = [stop for card in cards(widget) for stop in card.fields() if stop.isVisibleTo(widget)]
    cards(widget)[0].cells.first.stop.setFocus(Qt.FocusReason.OtherFocusReason)
    walked: list[QWidget] = [desk.here]
    for _ in stops[1:]:
        desk.press(Qt.Key.Key_Tab)
        walked.append(desk.here)
    assert walked == stops
    assert isinstance(walked[3], QLineEdit)


def test_moving_what_is_typed_wrong_keeps_it(desk: Desk) -> None:
    """A date that cannot be read yet goes along as it is."""
    widget = ranked(desk)
    until = cards(widget)[0].cells.by_key["until"].stop
    until.setFocus(Qt.FocusReason.OtherFocusReason)
    desk.type("bientot")
    desk.press(Qt.Key.Key_Down, ALT)
    assert widget.raw()[1] == {"choice": "Bois", "until": "bientot"}
    assert widget.problem() != ""


def test_a_drag_that_leaves_the_cards_moves_nothing(desk: Desk) -> None:
    """Outside of the others there is no place to be."""
    widget = ranked(desk)
    card = cards(widget)[0]
    card.dragged.emit(widget.mapToGlobal(QPoint(-50, -50)))
    card.dragged.emit(card.mapToGlobal(card.rect().center()))
    assert order(widget) == "Bois Pain Fer"
