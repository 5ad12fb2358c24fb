"""Parents who decide together from two homes."""

from app.models.live_apart import live_apart
from tests.builders import guardian


def test_two_homes_two_parents() -> None:
    """Who decides together and lives elsewhere is asked too, one of each home."""
    mother = guardian("s")
    father = guardian("s", given_name="Paulo", relation="father", street="1, rue Neuve")
    aunt = guardian("s", given_name="Rosa", relation="aunt", street="1, rue  NEUVE")
    assert live_apart([mother, father, aunt]) == [mother, father]


def test_one_home_is_not_apart() -> None:
    """Parents at one address, or whose address nobody noted, need one of them."""
    mother = guardian("s")
    father = guardian("s", given_name="Paulo")
    nowhere = guardian("s", given_name="Paulo", street="", postcode="", city="")
    assert live_apart([mother, father]) == []
    assert live_apart([mother, nowhere]) == []
    assert live_apart([]) == []


def test_who_may_not_be_contacted_is_not_asked() -> None:
    """A parent nobody may write to, or who does not decide, is no second home."""
    mother = guardian("s")
    kept_away = guardian("s", given_name="Paulo", street="1, rue Neuve", do_not_contact=True)
    without = guardian("s", given_name="Paulo", street="1, rue Neuve", authority="sole")
    assert live_apart([mother, kept_away]) == []
    assert live_apart([mother, without]) == []


def test_france_says_it_by_its_own_codes() -> None:
    """Joint authority has the codes of each country."""
    mother = guardian("s", authority="20")
    father = guardian("s", authority="20", street="1, rue Neuve")
    assert len(live_apart([mother, father])) == 2
