"""Guardians, enrolments, partners, schools, the unit: what each list adds to the common four."""

import pytest

from app.models.enrolment import Enrolment
from app.models.school import School
from tests import builders


@pytest.fixture
def student(notebook):
    """A student with nothing around them."""
    return builders.kept_student(notebook, school_id=None, class_name="")


def test_guardians_stand_in_their_order(notebook, student):
    """The first one to call is the first one shown."""
    with notebook.change():
        for position, name in [(1, "Rui"), (0, "Marta")]:
            notebook.guardians.save(builders.guardian(student.id, given_name=name, position=position))
    assert [one.given_name for one in notebook.guardians.of_student(student.id)] == ["Marta", "Rui"]
    assert notebook.guardians.of_student("0" * 32) == []


def test_school_years_stand_newest_first(notebook, student):
    """Where a student was, year by year."""
    with notebook.change():
        for year in ("2025-2026", "2026-2027", "2024-2025"):
            notebook.enrolments.save(Enrolment(student_id=student.id, school_year=year))
    found = [one.school_year for one in notebook.enrolments.of_student(student.id)]
    assert found == ["2026-2027", "2025-2026", "2024-2025"]


@pytest.mark.parametrize("typed", ["tilleuls", "TILL centre", "welter", "tilleulb", "ccjf", "éch", ""])
def test_partners_are_found_while_typing(notebook, typed):
    """By service, person, town or kind, in any order, accents and capitals aside."""
    with notebook.change():
        notebook.partners.save(builders.partner(person="Tom Welter-Echternach"))
    assert len(notebook.partners.matching(typed)) == 1


@pytest.mark.parametrize("typed", ["chênes", "tilleuls chêne", "100%"])
def test_other_partners_are_not(notebook, typed):
    """A word that stands nowhere in the entry finds nothing, and signs have no meaning of their own."""
    with notebook.change():
        notebook.partners.save(builders.partner())
    assert notebook.partners.matching(typed) == []


def test_the_list_of_partners_ends_somewhere(notebook):
    """A long directory shows its beginning in order of names."""
    with notebook.change():
        for number in range(30, 0, -1):
            notebook.partners.save(builders.partner(service=f"Service {number:02}"))
    found = notebook.partners.matching("service", limit=3)
    assert [one.service for one in found] == ["Service 01", "Service 02", "Service 03"]


def test_schools_stand_by_name(notebook):
    """Several schools are listed in the order of their names."""
    with notebook.change():
        notebook.schools.save(School(name="Atelier-école des Prés"))
    assert [one.name for one in notebook.schools.list()] == ["Atelier-école des Prés", "Lycée du Moulin"]


def test_a_notebook_knows_its_unit_and_its_author(notebook):
    """Every paper's head can be written from the first day."""
    assert notebook.units.own().name == "SePAS du Lycée du Moulin"
    assert notebook.author.name == "Claire Aubrin"
    assert (notebook.role, notebook.framework) == ("practitioner", "lu-sepas")
    assert not notebook.is_demonstration
