"""What is said of a student in passing."""

from datetime import date, timedelta

import pytest

from app.i18n import Locale
from app.models.student_line import StudentLine
from app.ui.words.student_words import age, born, news, seen
from tests import builders

TODAY = builders.TODAY


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "seen today"),
        (1, "seen on 11/11"),
        (34, "seen on 09/10"),
        (35, "seen 5 weeks ago"),
        (49, "seen 7 weeks ago"),
        (400, "seen on 08/10/2025"),
        (-20, "seen on 02/12"),
    ],
)
def test_the_last_meeting_is_said_as_one_says_it(locale_en: Locale, days: int, said: str) -> None:
    """Days are dates, weeks are weeks, and what lies years back says its year."""
    assert seen(TODAY - timedelta(days=days), "f", today=TODAY, locale=locale_en) == said


def test_days_of_last_winter_need_no_year(locale_en: Locale) -> None:
    """In January, a day in December three weeks ago is still a near day."""
    january = date(2027, 1, 9)
    assert seen(date(2026, 12, 20), "f", today=january, locale=locale_en) == "seen on 20/12"


def test_each_gender_has_its_own_wording(locale_en: Locale) -> None:
    """Her, him, and somebody of whom it is not known: three sentences to translate."""
    said = {gender: seen(TODAY, gender, today=TODAY, locale=locale_en) for gender in ("f", "m", "x", "")}
    assert len(set(said.values())) == 3
    assert said["x"] == said[""]


def test_without_a_birth_date_nothing_is_said(locale_en: Locale) -> None:
    """An unknown day of birth leaves no gap and no guess."""
    nobody = builders.student(birth_date=None)
    assert (born(nobody, locale_en), age(nobody, TODAY, locale_en)) == ("", "")


def test_a_birth_date_typed_into_the_future_has_no_age(locale_en: Locale) -> None:
    """A slip of the pen makes nobody minus four years old."""
    assert age(builders.student(birth_date=date(2030, 1, 1)), TODAY, locale_en) == ""


def test_what_waits_comes_before_what_was(locale_en: Locale) -> None:
    """A draft to finish is said first, in amber; a new case before no case."""
    line = StudentLine(
        id="1", listed_name="Wagener, Tom", class_name="6G4", last_seen=TODAY, has_draft=True,
        is_followed=True, key="",
    )  # fmt: skip
    never = StudentLine(
        id="2", listed_name="Weydert, Luca", class_name="7G3", last_seen=None, has_draft=False,
        is_followed=True, key="",
    )  # fmt: skip
    assert news(line, today=TODAY, locale=locale_en) == ("draft to finish", "warn")
    assert news(never, today=TODAY, locale=locale_en) == ("new case", "ink2")
