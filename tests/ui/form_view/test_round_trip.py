"""What is on the sheet comes back as it was: drafts with every key, values with their meaning."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import SheetIncomplete
from app.frameworks.library import Library
from app.frameworks.marks import MARKS
from app.i18n import Locale
from app.models.form import Values
from app.ui.form_view.form_view import FormView
from app.ui.theme.theme import Theme
from tests.frameworks.resources import every_kind, shipped
from tests.ui.form_view.sheet import MONDAY, Desk, Directory

RAW: dict[str, Any] = {
    "a_date": "32/13",
    "a_time": "25h",
    "a_duration": "long",
    "a_text": "Bureau B12",
    "a_number": "douze",
    "a_sum": "12,5,0",
    "a_person": "Sandra Moreira",
    "a_partner": {"chosen": "p1", "typing": "mai"},
    "a_choice": {"chosen": ["closed"], "typing": ""},
    "some_choices": {"chosen": ["STUDENT"], "typing": "mè"},
    "a_yes_no": {"chosen": ["no"], "typing": ""},
    "a_reason": "n’a pas voulu",
    "a_long_text": "Première ligne\n\n  Deuxième  ",
    "a_quotation": "J’ai plus envie",
    "some_marked_text": [{"mark": "reported", "text": "Deux\nretards"}, {"mark": "seen", "text": ""}],
    "some_documents": ["Bilan", "Lettre"],
    "a_table": [{"what": "Stage", "day": "31/31", "cost": "abc", "mode": "nulle part"}],
    "a_ranking": [{"choice": "Bois", "until": "bientôt"}, {"words": "Peut-être"}],
    "some_tasks": [{"id": "t1", "text": "Appeler", "who": "moi", "due": "jamais", "done": True}],
}
UNCLEAR = {
    "a_date": ("32/13", "Day"),
    "a_time": ("25h", "Time"),
    "a_duration": ("long", "Duration"),
    "a_number": ("twelve", "Number"),
    "a_sum": ("a lot", "Amount"),
    "a_partner": ({"chosen": None, "typing": "mai"}, "Partner"),
    "some_choices": ({"chosen": [], "typing": "mo"}, "Present"),
    "a_table": ([{"day": "31/31"}], "Table"),
    "some_tasks": ([{"id": "1", "text": "Call", "who": "", "due": "never", "done": False}], "Things to do"),
}


def test_a_draft_keeps_every_kind_as_typed(desk: Desk) -> None:
    """What was held, invalid or not, is held again after a draft is restored."""
    view = desk.view()
    view.set_raw(RAW)
    assert view.raw() == RAW
    view.set_raw({})
    assert view.raw() == {}


@pytest.mark.parametrize("key", UNCLEAR)
def test_what_cannot_be_understood_is_named(desk: Desk, key: str) -> None:
    """Finishing a sheet says which question cannot be read, by its label and without its words."""
    view = desk.view()
    content, label = UNCLEAR[key]
    view.set_raw({key: content})
    with pytest.raises(SheetIncomplete) as refused:
        view.values()
    assert refused.value.values == {"question": label}
    assert "32/13" not in str(refused.value)


def test_an_empty_sheet_says_nothing(desk: Desk) -> None:
    """Untouched questions are absent from the values and from the draft."""
    view = desk.view()
    assert view.values() == {}
    assert view.raw() == {}


def test_other_is_kept_beside_its_question(desk: Desk) -> None:
    """Where a list's "other" is chosen, what it is stands under the question's key with ":other"."""
    view = desk.view("f4-referral")
    values = {"services": ["OTHER"], "services:other": "aide aux devoirs"}
    other = next(item.code for item in desk.lists["services"].items if item.other)
    values["services"] = [other]
    view.set_values(values)
    assert view.values() == values
    draft = view.raw()
    view.set_raw({})
    view.set_raw(draft)
    assert view.values() == values


def test_values_without_a_place_on_the_screen_are_kept(desk: Desk) -> None:
    """A question that only paper shows keeps its value through the screen."""
    view = desk.view()
    view.set_values({"slip_seen": "2026-11-23", "a_text": "here"})
    assert view.values() == {"slip_seen": "2026-11-23", "a_text": "here"}


def test_facts_start_a_new_sheet_and_change_no_other(desk: Desk) -> None:
    """The day of today stands on a new sheet; on one that exists, facts are only shown."""
    view = desk.view()
    view.set_facts({"today": "23/11/2026", "student.name": "Lina"}, start=True)
    assert view.values() == {"a_date": "2026-11-23"}
    view.set_values({})
    view.set_facts({"today": "23/11/2026"})
    assert view.values() == {}


def test_showing_content_is_not_typing(desk: Desk) -> None:
    """Nothing the program puts on the sheet starts a draft."""
    view = desk.view()
    with desk.bot.assertNotEmitted(view.changed):
        view.set_values({"a_text": "here", "a_yes_no": "no"})
        view.set_raw(RAW)
        view.set_facts({"today": "23/11/2026"}, start=True)


# Letters the bundled fonts have: looking for the others in every font of the machine takes minutes.
LETTERS = st.sampled_from("abc XYZ éàœßÇ’«»—,;:!?.()\u202f\u00a0 0129\"'/&<>")
LINE = st.text(LETTERS, min_size=1, max_size=30).filter(str.strip)
TEXT = st.text(LETTERS | st.just("\n"), min_size=1, max_size=60).filter(str.strip)
DAY = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(str)
TIME = st.times().map(lambda time: f"{time:%H:%M}")
NUMBER = st.integers(-(10**9), 10**9) | st.decimals(-999, 999, places=3).map(float)
MONEY = st.decimals(-99999, 99999, places=2).map(str)
LISTS = shipped().lists
ROW = {"what": LINE, "day": DAY, "hour": TIME, "mark": NUMBER, "cost": MONEY}
ROW |= {"mode": st.sampled_from([item.code for item in LISTS["n04b-modes"].items])}
ROW |= {"done": st.sampled_from(["yes", "no", "unknown"])}
ROW |= {"who": LINE, "took": st.integers(0, 24 * 60)}
RANKED = {"choice": LINE, "where": LINE, "words": LINE, "until": DAY}
RANKED |= {"parents": st.sampled_from(["yes", "no", "unknown"])}
TASK = {"id": st.uuids().map(lambda uid: uid.hex), "text": LINE, "who": LINE | st.just("")}
TASK |= {"due": DAY | st.just(""), "done": st.booleans()}
SHEETS = st.fixed_dictionaries(
    {},
    optional={
        "a_date": DAY,
        "a_time": TIME,
        "a_duration": st.integers(0, 24 * 60),
        "a_text": LINE,
        "a_number": NUMBER,
        "a_sum": MONEY,
        "a_person": LINE,
        "a_partner": st.sampled_from(["p1", "p2", "gone"]),
        "a_choice": st.sampled_from(["open", "closed", "from-an-older-list"]),
        "some_choices": st.lists(
            st.sampled_from([item.code for item in LISTS["n05-persons"].items]), min_size=1, unique=True
        ),
        "a_yes_no": st.sampled_from(["yes", "unknown"]),
        "a_long_text": TEXT,
        "a_quotation": TEXT,
        "some_marked_text": st.lists(
            st.fixed_dictionaries({"mark": st.sampled_from(sorted(MARKS)), "text": TEXT}), min_size=1
        ),
        "some_documents": st.lists(LINE, min_size=1, max_size=4),
        "a_table": st.lists(st.fixed_dictionaries({}, optional=ROW).filter(bool), min_size=1, max_size=3),
        "a_ranking": st.lists(
            st.fixed_dictionaries({}, optional=RANKED).filter(bool), min_size=1, max_size=3
        ),
        "some_tasks": st.lists(st.fixed_dictionaries(TASK), min_size=1, max_size=3),
    },
)


@pytest.fixture(scope="module")
def open_view(theme: Theme, locale_fr: Locale, library: Library) -> Iterator[FormView]:
    """One view for all examples: building it is not what is tried."""
    view = FormView(theme, locale_fr, every_kind(), library.lists, Directory(), today=lambda: MONDAY)
    yield view
    view.deleteLater()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=SHEETS)
def test_values_come_back(open_view: FormView, values: Values) -> None:
    """Whatever a sheet says, showing it and reading it again gives the same, and so does its draft."""
    open_view.set_values(values)
    assert open_view.values() == values
    draft = open_view.raw()
    open_view.set_raw(draft)
    worked_out = {question.key for question in every_kind().questions if question.compute}
    again = {key: value for key, value in open_view.values().items() if key not in worked_out}
    assert again == values
