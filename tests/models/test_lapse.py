"""When an agreement holds no longer, and for whom."""

from datetime import date
from typing import Any

import pytest

from app.models.agreement import Agreement
from app.models.lapse import lapse_of, lapses_among
from tests import builders
from tests.builders import TODAY

MINOR = builders.student()
BIRTHDAY = date(2026, 11, 12)
ADULT = builders.student(birth_date=date(2008, 11, 12))
MOTHER, FATHER = (
    {"giver": "guardian", "guardian_id": "a" * 32},
    {"giver": "guardian", "guardian_id": "b" * 32},
)


def given(day: date = date(2026, 9, 1), **values: Any) -> Agreement:
    """To exchanges with a partner."""
    return Agreement(student_id=MINOR.id, given_on=day, scope="partner", **{"giver": "student", **values})


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, None),
        ({"until": TODAY}, None),
        ({"until": date(2026, 11, 11)}, "expired"),
        ({"withdrawn_on": TODAY}, "withdrawn"),
        ({"withdrawn_on": date(2026, 11, 13)}, None),
        ({"until": date(2026, 11, 1), "withdrawn_on": date(2026, 10, 1)}, "withdrawn"),
    ],
)
def test_an_agreement_ends_by_itself_or_is_taken_back(values: dict[str, Any], why: str | None) -> None:
    """Its last day is still good; the day it is taken back is not."""
    lapse = lapse_of(given(**values), MINOR, TODAY)
    assert (lapse.why if lapse else None) == why


@pytest.mark.parametrize(
    ("giver", "why"), [("guardian", "of_age"), ("guardians", "of_age"), ("student", None), ("adult", None)]
)
def test_the_parents_word_ends_with_the_18th_birthday(giver: str, why: str | None) -> None:
    """The day before it holds; from the birthday on only what the student said does."""
    before, on = (
        lapse_of(given(giver=giver), ADULT, date(2026, 11, 11)),
        lapse_of(given(giver=giver), ADULT, TODAY),
    )
    assert before is None
    assert (on.why if on else None) == why
    assert on is None or on.since == BIRTHDAY


def test_without_a_birth_date_nothing_is_assumed() -> None:
    """The parents’ agreement holds as long as it says."""
    assert lapse_of(given(giver="guardians"), builders.student(birth_date=None), TODAY) is None


def test_the_last_word_of_each_counts() -> None:
    """Taken back and given again holds; given and taken back does not, whatever the order of the lines."""
    first = given(withdrawn_on=date(2026, 10, 1))
    again = given(date(2026, 10, 20))
    for lines in ([first, again], [again, first]):
        assert lapses_among(lines, MINOR, TODAY) == []
    over = given(date(2026, 10, 20), withdrawn_on=date(2026, 11, 1))
    assert [one.agreement for one in lapses_among([given(), over], MINOR, TODAY)] == [over]
    assert lapses_among([first, given(date(2026, 12, 1))], MINOR, TODAY) != [], "not given yet"


def test_one_parent_does_not_speak_for_the_other() -> None:
    """What the father takes back stands, until both say otherwise."""
    mother, father = given(**MOTHER), given(**FATHER, withdrawn_on=date(2026, 10, 1))
    assert [one.agreement for one in lapses_among([mother, father], MINOR, TODAY)] == [father]
    together = given(date(2026, 10, 2), giver="guardians")
    assert lapses_among([mother, father, together], MINOR, TODAY) == []
    earlier = given(date(2026, 9, 2), giver="guardians")
    assert lapses_among([mother, father, earlier], MINOR, TODAY) != []


def test_once_of_age_the_students_word_stands_for_all() -> None:
    """Without it the parents’ agreement is over and said to be; with it nothing stands in the way."""
    parents = given(giver="guardians")
    assert [one.why for one in lapses_among([parents], ADULT, TODAY)] == ["of_age"]
    assert lapses_among([parents, given(TODAY, giver="adult")], ADULT, TODAY) == []
    assert lapses_among([parents, given(giver="student")], ADULT, TODAY) == [], "said before the birthday"
    taken_back = given(giver="adult", withdrawn_on=TODAY)
    assert {one.why for one in lapses_among([parents, taken_back], ADULT, TODAY)} == {"of_age", "withdrawn"}
