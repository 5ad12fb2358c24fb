"""The sixteen nomenclatures of the profession: every code there, in its order, for ever.

The codes are written out by hand in `nomenclatures.toml`, beside this file.
"""

import tomllib
from pathlib import Path

import pytest

from app.i18n import Locale
from app.ui.form_view.parts.options import find_options
from tests.frameworks.resources import shipped

CODES: dict[str, str] = tomllib.loads(Path(__file__).with_name("nomenclatures.toml").read_text("utf-8"))

# What each nomenclature counts without "other": the figures of the profession's own tables.
COUNTS = {
    "n02-reasons": 56, "n03-origins": 19, "n04-help-types": 14, "n04b-modes": 14, "n05-persons": 19,
    "n07-life-situation": 14, "n09-partner-types": 50, "n10a-step-types": 17, "n10b-outcomes": 17,
    "n11-categories": 6, "n12-activities": 24, "n13-parents-informed": 8, "n14-skills": 9,
    "n16-origins": 4, "n16-motives": 15, "n16-acts": 22,
}  # fmt: skip

FORMER = {
    ("n06-levels", "régime prép"): {"7P", "6P", "5P"},
    ("n06-levels", "EST"): {"7G", "6G", "5G", "4G", "3G", "2G", "1G"},
    ("n06-devices", "CLIS"): {"ULIS"},
    ("n12-activities", "CESC"): {"INS-CESC"},
    ("n09-partner-types", "CPOS"): {"CEPAS"},
    ("n09-partner-types", "action locale"): {"ALJ"},
    ("n01-professions", "psychologue scolaire"): {"PSYEN_EDA"},
}

SENSITIVE = {
    "n02-reasons": {
        "LU-02", "LU-12", "LU-15", "ALJ-07", "FR-01", "FR-02", "FR-03", "FR-04", "FR-05", "FR-19", "FR-23",
        "FR-24", "FR-25",
    },
    "n07-life-situation": {"LIF-ADD"},
}  # fmt: skip


@pytest.mark.parametrize("key", CODES)
def test_every_code_stands_in_its_order(key: str) -> None:
    """None is missing, none is new, none has changed its place or its spelling."""
    assert [item.code for item in shipped().lists[key].items] == CODES[key].split()


@pytest.mark.parametrize("key", COUNTS)
def test_a_nomenclature_counts_what_the_profession_counts(key: str) -> None:
    """The free "other" stands beside the list and is no part of it."""
    assert sum(not item.other for item in shipped().lists[key].items) == COUNTS[key]


def test_all_sixteen_are_there() -> None:
    """From the professions to the annual grid, none is left out and none stands outside this table."""
    numbered = {
        listed.code.rstrip("ab") for listed in shipped().lists.values() if listed.code.startswith("N")
    }
    assert numbered == {f"N{number:02}" for number in range(1, 17)}
    assert {key for key in shipped().lists if key.startswith("n")} <= CODES.keys()


@pytest.mark.parametrize(("key", "typed"), FORMER)
def test_a_former_name_finds_the_present_one(key: str, typed: str) -> None:
    """Somebody who still says "régime préparatoire" or "CESC" finds the entry under its name of today."""
    items = shipped().lists[key].items
    found = find_options(items=items, typed=typed, without=(), locale=Locale("fr"))
    assert {suggestion.key for suggestion in found} >= FORMER[key, typed]


@pytest.mark.parametrize("key", SENSITIVE)
def test_what_could_hurt_is_marked(key: str) -> None:
    """Exactly the entries that are kept out of sight until a sheet is opened."""
    assert {item.code for item in shipped().lists[key].items if item.sensitive} == SENSITIVE[key]


@pytest.mark.parametrize(
    "key", ["n15-dangers", "n15-maltreatment", "n15-links", "n15-endangered", "n15-levels"]
)
def test_danger_is_never_read_over_a_shoulder(key: str) -> None:
    """Every word that describes a danger is sensitive."""
    assert all(item.sensitive or item.other for item in shipped().lists[key].items)


def test_general_knowledge_is_marked_for_whoever_confirms_it() -> None:
    """What no text was seen for is told apart from what one was seen for."""
    marked = {
        key: {item.code for item in listed.items if item.unconfirmed}
        for key, listed in shipped().lists.items()
    }
    assert marked["n03-origins"] == {"PAIR", "CPE", "ANON"}
    assert marked["n02-reasons"] == {f"ALJ-{number:02}" for number in range(4, 12)}
    assert marked["n14-skills"] == {"S3"}
    assert "MDPH" not in marked["n09-partner-types"]
    assert "CAF" in marked["n09-partner-types"]


def test_a_list_that_is_not_official_has_a_free_entry() -> None:
    """Whatever a list forgot can be said: only closed scales and codes fixed elsewhere have no "other"."""
    closed = {
        "axes", "n04-ranks", "n06-priority", "n06-degrees", "n06-cycles", "n06-attendance",
        "n07-incomes", "n10a-step-owners", "n10b-trajectories", "n13-parents-informed",
        "n14-skills", "n15-answers", "n15-links", "n15-levels", "n16-origins", "n16-motives", "n16-acts",
        "parental-authority", "referral-status", "contact-by", "request-outcome",
    }  # fmt: skip
    free = {key for key in CODES if any(item.other for item in shipped().lists[key].items)}
    assert free == CODES.keys() - closed
