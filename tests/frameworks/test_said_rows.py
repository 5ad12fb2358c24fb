"""Rows a table began with that nobody wrote on say nothing; rows without an agreement stay."""

from typing import Any

import pytest

from app.frameworks.coded_words import CodedWords
from app.frameworks.said_rows import printed_rows, said_rows
from app.frameworks.search_text import search_text
from app.frameworks.show import shown
from app.i18n import Locale
from app.models.form import Question
from tests.frameworks.resources import shipped

HOUSING, MOVING = {"domain": "LIF-LOG"}, {"domain": "LIF-MOB", "state": "Bus toutes les heures"}


def domains() -> Question:
    """The fourteen domains of a life."""
    return shipped().forms["n07-life-situation"].question("domains")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([HOUSING, MOVING, {}], [MOVING]),
        ([HOUSING | {"level": None, "state": ""}], []),
        ([HOUSING | {"level": "0"}], [HOUSING | {"level": "0"}]),
        ([{"state": "Rien de cela"}], [{"state": "Rien de cela"}]),
        (None, []),
    ],
)
def test_only_rows_with_something_on_them_are_said(rows: Any, said: list[dict[str, str]]) -> None:
    """A level alone is an answer; the name of a domain alone is not."""
    assert said_rows(domains(), rows) == said


def test_a_domain_nobody_spoke_of_is_not_found() -> None:
    """Searching for housing does not find every life situation there is."""
    form, values = shipped().forms["n07-life-situation"], {"domains": [HOUSING, MOVING]}
    found, words = search_text(form=form, values=values), CodedWords(shipped())
    assert any(sign in found for sign in words.meant("transport", False))
    assert not any(sign in found for sign in words.meant("logement", False))
    told = shown(question=domains(), value=[HOUSING], lists=shipped().lists, locale=Locale("fr"))
    assert told == ""


def test_a_line_without_an_agreement_stays() -> None:
    """Only what the student, the family or a student of age agreed to may stand on paper."""
    lines = shipped().forms["f10-council"].question("lines")
    rows = [{"what": code, "agreement": code} for code in ("both", "refused", "not_asked", "student")]
    rows.append({"what": "nobody said"})
    assert [row["what"] for row in printed_rows(lines, rows)] == ["both", "student"]
    assert len(said_rows(lines, rows)) == 5
