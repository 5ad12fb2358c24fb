"""Differences and rows in words."""

import pytest

from app.frameworks.compare import compare
from app.frameworks.difference_words import Told, difference_words
from app.frameworks.row_words import cells_said, row_name
from app.i18n import Locale
from app.models.form import Form, Values
from tests.frameworks.resources import every_kind, shipped
from tests.plans import CARPENTER, SERVICE, STAY, STEPS

PLAN = shipped().forms["f3-plan"]


def told(before: Values, after: Values, form: Form = PLAN, language: str = "en") -> list[Told]:
    """Every difference in words."""
    return [
        difference_words(
            difference=difference, form=form, before=before, after=after, lists=shipped().lists,
            locale=Locale(language),
        )
        for difference in compare(form=form, before=before, after=after)
    ]  # fmt: skip


def test_a_row_is_called_by_its_letter_and_its_first_words() -> None:
    """Ranked rows carry their letter, others only their words."""
    form = PLAN
    assert row_name(question=form.question("alternatives"), row=STAY, position=1) == "B · Rester en 4G"
    assert row_name(question=form.question("alternatives"), row={}, position=2) == "C"
    assert row_name(question=form.question("steps"), row=STEPS[0], position=0) == "Stage de découverte"


def test_the_cells_that_say_something() -> None:
    """Each column with its words, in the reader's language, empty ones left out."""
    said = cells_said(
        columns=PLAN.question("steps").columns, row=STEPS[1], lists=shipped().lists, locale=Locale("de")
    )
    assert [(column.key, words) for column, words in said] == [
        ("what", "S’inscrire à l’ADEM"),
        ("type", "Lehrstelle"),
        ("owner", "junger Mensch"),
        ("due", "10.11.2026"),
    ]


def test_a_rank_is_told_by_its_letters() -> None:
    """The way a choice went, from one letter to the other."""
    moved = told({"alternatives": [STAY, CARPENTER]}, {"alternatives": [CARPENTER, STAY]})
    assert moved[0] == Told("B", "A", row="A · Apprentissage de menuisier", column="rank")


def test_a_cell_is_told_with_its_row_and_its_column() -> None:
    """Dates as dates, codes as words, "other" with what it stands for."""
    before = {"alternatives": [CARPENTER]}
    after = {
        "alternatives": [CARPENTER | {"deadline": "2027-03-01", "chances": "other", "chances:other": "rares"}]
    }
    row = "A · Apprentissage de menuisier"
    assert told(before, after) == [
        Told("01/02/2027", "01/03/2027", row=row, column="Deadline"),
        Told("to be built", "other: rares", row=row, column="Chances"),
    ]


def test_a_row_that_came_says_all_it_has() -> None:
    """Column by column, without its name twice."""
    (came,) = told({}, {"alternatives": [SERVICE]})
    assert came == Told("", "School or firm: 6 mois, SNJ · Chances: fallback", row="A · Service volontaire")
    (went,) = told({"alternatives": [SERVICE]}, {})
    assert (went.was, went.now) == (came.now, "")


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ({"a_date": "2026-11-12"}, {"a_date": "2026-11-13"}, "12/11/2026", "13/11/2026"),
        ({}, {"a_yes_no": "yes"}, "", "yes"),
        ({"some_choices": ["student"]}, {}, "student", ""),
        ({}, {"some_documents": ["Bilan"]}, "", "Bilan"),
        ({}, {"some_marked_text": [{"mark": "seen", "text": "Seule"}]}, "", "seen: Seule"),
    ],
)
def test_every_other_answer_is_told_as_on_the_sheet(
    before: Values, after: Values, was: str, now: str
) -> None:
    """What stood there and what stands there now, in the words of the screen."""
    assert told(before, after, every_kind()) == [Told(was, now)]
