"""Who may well live with a student."""

import pytest

from app.actions.students.link_siblings import link_siblings
from app.actions.students.propose_household import propose_household
from app.actions.students.save_guardian import save_guardian
from app.actions.students.save_residents import save_residents
from app.models.resident import Resident
from tests import builders

HOME = {"street": "8, rue des Prés", "postcode": "L-9998", "city": "Esch-la-Neuve"}


@pytest.fixture
def twins(notebook):
    """Inês and Tiago, born on one day, linked; their parents live apart."""
    ines = builders.kept_student(notebook, **HOME)
    tiago = builders.kept_student(notebook, given_name="Tiago", **HOME)
    link_siblings(notebook, student_ids=[ines.id, tiago.id])
    save_guardian(notebook, guardian=builders.guardian(ines.id))
    father = builders.guardian(
        ines.id, given_name="Rui", relation="father", street="1, rue Haute", position=1
    )
    save_guardian(notebook, guardian=father)
    return ines, tiago


def said(notebook, student):
    """(name, relation, home) of everybody proposed."""
    proposed = propose_household(notebook, student_id=student.id)
    return [(one.name, one.relation, one.home) for one in proposed]


def test_parents_in_two_homes_and_the_twin(notebook, twins):
    """The other address is the second home; the twin is one more person, not the same one."""
    ines, tiago = twins
    assert said(notebook, ines) == [
        ("Marta Da Costa", "mother", 1), ("Rui Da Costa", "father", 2), ("Tiago Da Costa", "sibling", 1),
    ]  # fmt: skip
    twin = propose_household(notebook, student_id=ines.id)[-1]
    assert (twin.person_id, twin.birth_date) == (tiago.id, tiago.birth_date)


def test_a_sibling_brings_the_same_household(notebook, twins):
    """What was noted for one is proposed for the other, who is not proposed to live with himself."""
    ines, tiago = twins
    grandmother = Resident(student_id=ines.id, given_name="Olga", relation="grandparent", birth_year=1950)
    proposed = propose_household(notebook, student_id=ines.id)
    save_residents(notebook, residents=[*proposed, grandmother])
    assert said(notebook, tiago) == [
        ("Inês Da Costa", "sibling", 1), ("Marta Da Costa", "mother", 1), ("Olga", "grandparent", 1),
        ("Rui Da Costa", "father", 2),
    ]  # fmt: skip
    assert notebook.residents.of_student(tiago.id) == [], "nothing is written by proposing"


def test_nobody_is_proposed_twice(notebook, twins):
    """Once noted, whatever the spelling, they are not proposed again."""
    ines, _ = twins
    save_residents(notebook, residents=propose_household(notebook, student_id=ines.id)[:2])
    assert said(notebook, ines) == [("Tiago Da Costa", "sibling", 1)]


def test_who_is_barred_is_not_proposed(notebook):
    """Both parents have one family name; only the one who may be contacted is proposed."""
    one = builders.kept_student(notebook)
    save_guardian(notebook, guardian=builders.guardian(one.id))
    barred = builders.guardian(one.id, given_name="Rui", relation="father", do_not_contact=True)
    save_guardian(notebook, guardian=barred)
    assert said(notebook, one) == [("Marta Da Costa", "mother", 1)]


def test_the_year_stands_beside_every_birth_date(notebook, twins):
    """It is what travels."""
    ines, _ = twins
    save_residents(notebook, residents=propose_household(notebook, student_id=ines.id))
    assert [one.birth_year for one in notebook.residents.of_student(ines.id)] == [None, 2011, None]
