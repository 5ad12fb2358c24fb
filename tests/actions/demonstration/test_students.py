"""Invented students and their parents."""

from datetime import date, timedelta
from random import Random

import pytest

from app.actions.demonstration.people import FAMILY, GIVEN
from app.actions.demonstration.students import class_before, make_guardians, make_students

TODAY = date(2026, 11, 12)


def made(count, *, today=TODAY, seed=7, country="LU"):
    """That many students."""
    return make_students(Random(seed), count=count, today=today, country=country, school_id="5c" * 16)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 37, 1600, 2500])
@pytest.mark.parametrize("country", ["LU", "FR"])
def test_as_many_as_wanted_and_no_two_alike(count, country):
    """Everybody has another name, another number and another identifier."""
    students = made(count, country=country)
    assert len(students) == count
    assert len({student.id for student in students}) == count
    assert len({student.roster_key for student in students}) == count
    assert len({(student.given_name, student.family_name) for student in students}) == count


def test_every_awkward_case_is_there():
    """Somebody of age since yesterday, somebody without a birth date, twins in one class."""
    students = made(37)
    assert students[1].is_adult_on(TODAY)
    assert students[1].is_adult_on(TODAY - timedelta(days=1))
    assert not students[1].is_adult_on(TODAY - timedelta(days=2))
    assert students[3].birth_date is None
    one, other = students[4:6]
    assert (one.family_name, one.birth_date, one.class_name, one.street) == (
        other.family_name, other.birth_date, other.class_name, other.street,
    )  # fmt: skip
    assert one.given_name != other.given_name
    assert sum(student.phone_no_message for student in students) > 1


@pytest.mark.parametrize("today", [date(2024, 3, 1), date(2028, 3, 1), date(2026, 3, 31), date(2027, 1, 1)])
def test_coming_of_age_works_on_every_day(today):
    """Whatever day it is, somebody is of age since yesterday (or the day before, after a 29 February)."""
    student = made(2, today=today)[1]
    assert student.is_adult_on(today)
    assert not student.is_adult_on(today - timedelta(days=3))


def test_parents_apart_have_two_addresses_and_one_is_not_to_be_contacted():
    """The first student's father is not contacted; the third's parents share authority in two homes."""
    students = made(3)
    mother, father = make_guardians(Random(1), number=0, student=students[0], country="LU")
    assert father.do_not_contact
    assert father.warning
    assert (mother.authority, father.authority) == ("sole", "")
    mother, father = make_guardians(Random(1), number=2, student=students[2], country="LU")
    assert mother.street != father.street
    assert mother.authority == father.authority == "joint"


def test_the_codes_of_guardians_are_the_service_s_own(library):
    """Relation and authority are codes of the lists, in both countries."""
    for framework, country in (("lu-sepas", "LU"), ("fr-ssfe", "FR")):
        for number in range(20):
            for guardian in make_guardians(
                Random(number), number=number, student=made(1)[0], country=country
            ):
                assert library.list_for("relation", framework).item(guardian.relation)
                assert not guardian.authority or library.list_for("parental-authority", framework).item(
                    guardian.authority
                )


def test_classes_go_up():
    """A class of the year before, or none where school has just begun."""
    assert class_before("5G2", "LU") == "6G2"
    assert class_before("7G1", "LU") == ""
    assert class_before("5e A", "FR") == "6e A"
    assert class_before("nowhere", "LU") == ""


def test_names_are_words_and_nothing_else():
    """Names as people write them: no digits, no marks of an invention."""
    for name in [*FAMILY, *(given for given, _ in GIVEN)]:
        assert name.replace("’", "").replace("-", "").replace(" ", "").isalpha()
