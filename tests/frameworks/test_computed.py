"""What is worked out from other answers."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.check_question import Known, question_faults
from app.frameworks.computed import column_total, parts, with_computed
from app.frameworks.search_text import search_text
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.computation import Computation
from app.models.form import Column, Form, Question, Section, Values
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind

FR = Locale("fr")
DAYS = {"student.born": "2010-02-28", "case.opened": "2026-09-07", "record.day": "2026-11-23"}
INCOME = [
    {"what": "salaire", "amount": "1200.50"},
    {"what": "allocations", "amount": "299.49"},
    {"what": "?"},
]
REST = {"way": "sum", "of": ["income.amount"], "minus": ["rent"], "gives": "money"}


def asks(key: str, kind: str, **more: Any) -> Question:
    """A question with the label of its key."""
    return msgspec.convert({"key": key, "kind": kind, "label": {"fr": key}} | more, Question)


def money_column(key: str) -> dict[str, Any]:
    """A column of amounts."""
    return {"key": key, "kind": "money", "label": {"fr": key}}


def form_of(**compute: Any) -> Form:
    """A household with its money, and one computed question `it`."""
    questions = [
        asks("income", "table", columns=[
            {"key": "what", "kind": "text", "label": {}}, money_column("amount"),
            {"key": "since", "kind": "date", "label": {}},
        ]),
        asks("rent", "money"),
        asks("heating", "money"),
        asks("persons", "number"),
        asks("day", "date"),
        asks("note", "text"),
        asks("asked", "yes_no"),
        asks("hidden", "money", shown_if={"question": "asked", "is_any": ["yes"]}),
        asks("rest", "computed", compute=REST),
        asks("it", "computed", compute=compute),
    ]  # fmt: skip
    return Form(
        version=1, record="paper", title={}, sections=[Section(key="one", label={}, questions=questions)]
    )


def worked_out(values: Values, former: Values | None = None, **compute: Any) -> Any:
    """What comes out for `it`."""
    return with_computed(form=form_of(**compute), values=values, days=DAYS, former=former).get("it")


def test_a_column_is_added_up_to_the_cent() -> None:
    """Amounts, never fractions of a cent; rows without an amount count for nothing."""
    assert worked_out({"income": INCOME}, way="sum", of=["income.amount"], gives="money") == "1499.99"
    tenths = [{"amount": "0.10"}] * 3
    assert worked_out({"income": tenths}, way="sum", of=["income.amount"], gives="money") == "0.30"


def test_questions_are_added_and_taken_away() -> None:
    """What is not said counts for nothing beside what is; nothing said at all gives nothing."""
    way = {"way": "sum", "of": ["income.amount"], "minus": ["rent", "heating"], "gives": "money"}
    assert worked_out({"income": INCOME, "rent": "600", "heating": "80.5"}, **way) == "819.49"
    assert worked_out({"rent": "600"}, **way) == "-600.00"
    assert worked_out({}, **way) is None
    assert worked_out({"income": [{"what": "rien encore"}]}, **way) is None


def test_a_total_is_shared_between_people() -> None:
    """Rounded as people round; by a number or by how many rows there are; once more by a month's days."""
    share = {"way": "share", "of": ["rest"], "gives": "money"}
    said = {"income": INCOME, "rent": "500", "persons": 3}
    assert worked_out(said, by=["persons"], **share) == "333.33"
    assert worked_out(said, by=["persons"], over=30, **share) == "11.11"
    assert worked_out(said, by=["income"], **share) == "333.33"
    assert worked_out({"rent": "0.01", "persons": 2}, by=["persons"], **share) == "-0.01"


@pytest.mark.parametrize("people", [None, 0, 0.0])
def test_dividing_by_nothing_typed_yet_shows_nothing(people: int | None) -> None:
    """No error, no infinity: there is no value yet."""
    said = {"rent": "500"} | ({} if people is None else {"persons": people})
    assert worked_out(said, way="share", of=["rent"], by=["persons"], gives="money") is None


@pytest.mark.parametrize(
    ("day", "age"), [("2026-02-27", 15), ("2026-02-28", 16), ("2028-02-28", 18), ("2009-01-01", None)]
)
def test_an_age_is_of_a_day(day: str, age: int | None) -> None:
    """It grows on the birthday and not before; nobody has one before being born."""
    assert worked_out({"day": day}, way="age", of=["student.born"], to="day") == age


def test_days_are_counted_between_two_days() -> None:
    """Since a day, until a day, since the latest of a column; without another the day of the sheet counts."""
    assert worked_out({}, way="days", of=["case.opened"]) == 77
    assert worked_out({"day": "2026-11-30"}, way="days", of=["record.day"], to="day") == 7
    assert worked_out({"day": "2026-11-20"}, way="days", of=["record.day"], to="day") == -3
    rows = [{"since": "2026-11-13"}, {"since": "2026-10-01"}, {"what": "x"}]
    assert worked_out({"income": rows}, way="days", of=["income.since"]) == 10
    assert worked_out({}, way="days", of=["day"]) is None


def test_the_day_of_the_sheet_is_the_one_it_asks_for() -> None:
    """Where the form asks for the day of its record, that answer counts and not what stood there before."""
    form = every_kind()
    values = {"a_date": "2030-05-01", "a_table": [{"day": "2030-05-04"}]}
    assert with_computed(form=form, values=values, days=DAYS)["an_age"] == 20
    assert with_computed(form=form, values=values, days=DAYS)["some_days"] == 3
    assert with_computed(form=form, values={}, days=DAYS)["an_age"] == 16


def test_a_question_may_be_called_as_a_day_begins() -> None:
    """Nearly every form has a question `student`: the notebook's days are still what they are."""
    named = [asks("student", "fact"), asks("case", "text"), asks("record", "table")]
    form = form_of(way="age", of=["student.born"])
    sections = [Section(key="two", label={}, questions=named), *form.sections]
    values = {"case": "x", "record": [{"day": "x"}]}
    form = msgspec.structs.replace(form, sections=sections)
    assert with_computed(form=form, values=values, days=DAYS)["it"] == 16
    assert with_computed(form=form, values=values, days=DAYS, unclear={"student"})["it"] == 16


def test_what_a_condition_hides_is_not_counted() -> None:
    """A number left behind an answer that changed is in no total."""
    way = {"way": "sum", "of": ["hidden", "rent"], "gives": "money"}
    assert worked_out({"asked": "yes", "hidden": "5", "rent": "1"}, **way) == "6.00"
    assert worked_out({"asked": "no", "hidden": "5", "rent": "1"}, **way) == "1.00"


def test_an_unclear_part_gives_nothing() -> None:
    """While an amount cannot be read, no total pretends to be one; over several steps neither."""
    form = form_of(way="share", of=["rest"], by=["persons"], gives="money")
    said = {"income": INCOME, "persons": 2}
    assert with_computed(form=form, values=said, days={}, unclear={"rent"}).keys() == said.keys()


def test_a_value_whose_parts_are_not_here_stays() -> None:
    """A total that came without what it is the total of is kept, until one of the parts is said."""
    way = {"way": "sum", "of": ["rent"], "gives": "money"}
    assert worked_out({}, {"it": "12.00"}, **way) == "12.00"
    assert worked_out({"rent": "3"}, {"it": "12.00"}, **way) == "3.00"
    assert worked_out({}, {"it": "12.00", "rent": "12"}, **way) is None, "somebody emptied it"


def test_what_is_typed_for_a_computed_question_counts_for_nothing() -> None:
    """Nobody answers it, whatever comes in."""
    assert worked_out({"it": "99.00", "rent": "1"}, way="sum", of=["rent"], gives="money") == "1.00"


def test_a_circle_and_what_is_too_large_give_nothing() -> None:
    """A form nobody checked and a sum no sheet can hold stop no window."""
    assert worked_out({"rent": "1"}, way="sum", of=["it", "rent"], gives="money") == "1.00"
    huge = {"rent": "9" * 12, "heating": "9" * 12}
    assert worked_out(huge, way="sum", of=["rent", "heating"], gives="money") is None
    assert worked_out({"persons": 1e308}, way="sum", of=["persons"]) is None


def test_a_column_total_says_nothing_of_nothing() -> None:
    """An empty column has no total, which is not the same as nought."""
    column = msgspec.convert(money_column("amount"), Column)
    assert column_total(column=column, rows=[]) is None
    assert column_total(column=column, rows=[{"amount": "0"}]) == "0.00"
    assert column_total(column=column, rows=[{"amount": "1,5"}]) is None, "no amount"


@pytest.mark.parametrize(
    ("compute", "value", "words"),
    [
        ({"way": "sum", "of": ["x"], "gives": "money"}, "-12.50", "-12,50\u00a0€"),
        ({"way": "sum", "of": ["x"], "gives": "money"}, "-1234567.00", "-1\u202f234\u202f567,00\u00a0€"),
        ({"way": "sum", "of": ["x"]}, 2.5, "2,5"),
        ({"way": "sum", "of": ["x"], "gives": "duration"}, 90, "90\u00a0min"),
        ({"way": "age", "of": ["x"]}, 1, "1 an"),
        ({"way": "age", "of": ["x"]}, 16, "16 ans"),
        ({"way": "days", "of": ["x"]}, -3, "\u22123 jours"),
        ({"way": "sum", "of": ["x"]}, None, ""),
    ],
)
def test_it_is_shown_with_what_it_is(compute: dict[str, Any], value: Any, words: str) -> None:
    """Euros, minutes, years, days."""
    question = asks("it", "computed", compute=compute)
    assert shown(question=question, value=value, lists={}, locale=FR) == words


def test_it_is_found() -> None:
    """A sheet is found by its total."""
    assert "1499.99" in search_text(form=every_kind(), values={"a_total": "1499.99"})


@pytest.mark.parametrize(("rent", "faults"), [(False, ["travels"]), (True, [])])
def test_a_total_travels_with_all_its_parts_or_none(rent: bool, faults: list[str]) -> None:
    """With some of them whoever receives it would come to another total."""
    form = form_of(way="sum", of=["rest"], gives="money")
    travelling = {"income": True, "rent": rent, "it": True}
    questions = [
        msgspec.structs.replace(one, travels=travelling.get(one.key, False)) for one in form.questions
    ]
    form = msgspec.structs.replace(form, sections=[Section(key="one", label={}, questions=questions)])
    known = Known(lists={}, frameworks=())
    found = list(question_faults(form.question("it"), form=form, known=known))
    assert [place for place, _ in found] == faults


@given(values=sheets(every_kind()))
def test_whatever_was_said_something_or_nothing_comes_out(values: Values) -> None:
    """Working out never fails, says only what its kind can hold, and says the same twice."""
    form = every_kind()
    once = with_computed(form=form, values=values, days=DAYS)
    assert with_computed(form=form, values=once, days=DAYS) == once
    assert {key: once[key] for key in parts(form) & once.keys()} == {
        key: values[key] for key in parts(form) & once.keys() & values.keys()
    } | {key: once[key] for key in ("a_total",) if key in once}


@given(
    way=st.sampled_from(["sum", "share", "age", "days"]),
    names=st.lists(st.sampled_from(["income", "income.amount", "rent", "note", "day", "it", "nowhere", ""])),
    rent=st.decimals(-999, 999, places=2).map(str),
)
def test_even_a_form_nobody_checked_stops_nothing(way: Any, names: list[str], rent: str) -> None:
    """Whatever the file names, a sheet goes on."""
    compute = Computation(way=way, of=names, minus=names, by=names, over=0, to="".join(names[:1]))
    form = form_of(**msgspec.to_builtins(compute))
    with_computed(form=form, values={"rent": rent, "note": "x", "income": INCOME}, days=DAYS)
