"""A guardian of several children of one family."""

import msgspec
import pytest

from app.actions.students.copy_guardians import copy_guardians
from app.actions.students.find_same_guardian import find_same_guardian
from app.actions.students.link_siblings import link_siblings
from app.actions.students.save_guardian import save_guardian
from tests import builders


@pytest.fixture
def family(notebook):
    """Three children, linked; both parents have one family name, the father must not contact the first."""
    three = [builders.kept_student(notebook, given_name=name) for name in ("Inês", "Tiago", "Rita")]
    link_siblings(notebook, student_ids=[one.id for one in three])
    for child in three:
        save_guardian(notebook, guardian=builders.guardian(child.id, authority="sole"))
        father = builders.guardian(child.id, given_name="Rui", relation="father", position=1)
        save_guardian(notebook, guardian=father)
    (_, father) = notebook.guardians.of_student(three[0].id)
    save_guardian(notebook, guardian=msgspec.structs.replace(father, do_not_contact=True, warning="Juge"))
    return three


def test_she_is_found_on_the_other_sheets(notebook, family):
    """By whole name and relation: not the father, who has the same family name."""
    mother = notebook.guardians.of_student(family[0].id)[0]
    same = find_same_guardian(notebook, guardian=mother)
    found = {child.given_name: one.given_name for child, one in same}
    assert found == {"Tiago": "Marta", "Rita": "Marta"}


def test_a_new_number_is_written_once(notebook, family):
    """Only what was corrected goes to the others; authority and warnings stay each child's own."""
    mother = notebook.guardians.of_student(family[0].id)[0]
    also = [one.id for _, one in find_same_guardian(notebook, guardian=mother)]
    corrected = msgspec.structs.replace(mother, phone="621 9", authority="joint", warning="Le mardi")
    save_guardian(notebook, guardian=corrected, also=also)
    others = [notebook.guardians.get(one) for one in also]
    assert [(one.phone, one.authority, one.warning) for one in others] == [("621 9", "sole", "")] * 2
    assert others[0].street == "8, rue des Prés"


def test_nothing_corrected_touches_nobody(notebook, family):
    """A word of warning for one child is no change for the others."""
    mother = notebook.guardians.of_student(family[0].id)[0]
    also = [one.id for _, one in find_same_guardian(notebook, guardian=mother)]
    changes = save_guardian(notebook, guardian=msgspec.structs.replace(mother, warning="x"), also=also)
    assert changes.ids("guardian") == {mother.id}


def test_guardians_are_taken_over_with_what_is_to_be_minded(notebook, family):
    """A fourth child: copies of their own, the barred father barred here too until somebody knows better."""
    fourth = builders.kept_student(notebook, given_name="Noé")
    copy_guardians(notebook, from_id=family[0].id, student_id=fourth.id)
    mother, father = notebook.guardians.of_student(fourth.id)
    assert (mother.given_name, father.do_not_contact, father.warning) == ("Marta", True, "Juge")
    assert mother.id != notebook.guardians.of_student(family[0].id)[0].id
    assert notebook.damage() == []


def test_a_family_name_alone_is_nobody(notebook, family):
    """Without a given name two people might be meant."""
    unknown = builders.guardian(family[0].id, given_name="")
    assert find_same_guardian(notebook, guardian=unknown) == []
