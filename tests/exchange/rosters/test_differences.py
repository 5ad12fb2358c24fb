"""What a list may change on a sheet."""

from datetime import date

from app.exchange.rosters.differences import differences
from app.exchange.rosters.entry import RosterEntry
from app.models.student import Student

BORN = date(2010, 3, 14)
ENTRY = RosterEntry(
    line=2, family_name="Weber", given_name="Inès", class_name="4G2", birth_date=BORN, key="7",
    phone="691 000 101", street="12, rue des Érables", postcode="4111", city="Esch",
)  # fmt: skip


def test_class_school_and_number_follow_the_list() -> None:
    """The school knows best where somebody sits."""
    student = Student(
        family_name="Weber", given_name="Inès", class_name="5G2", roster_key="6", birth_date=BORN
    )
    changes = differences(entry=ENTRY, student=student, school_id="s")
    assert changes["class_name"] == "4G2"
    assert changes["school_id"] == "s"
    assert changes["roster_key"] == "7"


def test_what_the_practitioner_wrote_stays() -> None:
    """Phone and address are filled in where there are none, and an address is never mixed of two."""
    student = Student(
        family_name="Weber", given_name="Inès", phone="621 1", city="Differdange", birth_date=BORN
    )
    changes = differences(entry=ENTRY, student=student, school_id=None)
    assert not changes.keys() & {"phone", "street", "postcode", "city", "birth_date"}
    empty = Student(family_name="Weber", given_name="Inès")
    filled = differences(entry=ENTRY, student=empty, school_id=None)
    assert (filled["phone"], filled["street"], filled["birth_date"]) == (
        "691 000 101",
        "12, rue des Érables",
        BORN,
    )


def test_a_list_that_says_nothing_empties_nothing() -> None:
    """No class on the list is not "no class"."""
    student = Student(family_name="Weber", given_name="Inès", class_name="5G2", roster_key="6", school_id="s")
    bare = RosterEntry(line=2, family_name="Weber", given_name="Inès")
    assert differences(entry=bare, student=student, school_id=None) == {}


def test_a_decision_lets_name_and_birthday_follow() -> None:
    """Once a person said who it is, a new family name and a corrected birthday are taken."""
    student = Student(family_name="Da Costa", given_name="Inès", birth_date=date(2010, 3, 15))
    plain = differences(entry=ENTRY, student=student, school_id=None)
    decided = differences(entry=ENTRY, student=student, school_id=None, decided=True)
    assert not plain.keys() & {"family_name", "birth_date"}
    assert (decided["family_name"], decided["birth_date"]) == ("Weber", BORN)


def test_carelessness_of_the_list_does_not_follow() -> None:
    """Müller stays Müller, and swapped names stay where they were."""
    mueller = RosterEntry(line=2, family_name="Mueller", given_name="Jonas", birth_date=BORN)
    student = Student(family_name="Müller", given_name="Jonas", birth_date=BORN)
    assert differences(entry=mueller, student=student, school_id=None, decided=True) == {}
    swapped = RosterEntry(line=2, family_name="Jonas", given_name="Müller", birth_date=BORN)
    assert differences(entry=swapped, student=student, school_id=None, decided=True) == {}
