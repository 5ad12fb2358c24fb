"""Brothers and sisters, linked both ways."""

from datetime import date

import pytest

from app.actions.bin_record import bin_record, restore_record
from app.actions.students.join_students import join_students
from app.actions.students.link_siblings import link_siblings
from app.actions.students.look_around import look_around, siblings_of
from tests import builders


@pytest.fixture
def three(notebook):
    """Three of one family, two of them twins."""
    born = {"Inês": date(2011, 3, 4), "Tiago": date(2011, 3, 4), "Rita": date(2014, 5, 6)}
    return [builders.kept_student(notebook, given_name=name, birth_date=day) for name, day in born.items()]


def names(notebook, student):
    """Who stands on this one's page."""
    return [other.given_name for other, _ in siblings_of(notebook, student_id=student.id)]


def test_three_of_one_family_know_each_other(notebook, three):
    """Everybody sees both others, twins too, whichever sheet it was noted on."""
    link_siblings(notebook, student_ids=[one.id for one in three])
    assert [names(notebook, one) for one in three] == [["Tiago", "Rita"], ["Inês", "Rita"], ["Inês", "Tiago"]]
    assert notebook.siblings.count() == 3


def test_linking_again_adds_nothing(notebook, three):
    """From the other side neither."""
    first, second, _ = three
    link_siblings(notebook, student_ids=[first.id, second.id])
    assert link_siblings(notebook, student_ids=[second.id, first.id]).items == frozenset()
    assert notebook.siblings.count() == 1


def test_a_half_sister_need_not_be_everybodys(notebook, three):
    """A link is between two: nobody else is drawn in."""
    first, second, third = three
    link_siblings(notebook, student_ids=[first.id, second.id])
    link_siblings(notebook, student_ids=[first.id, third.id])
    assert names(notebook, second) == ["Inês"]


def test_who_lies_in_the_bin_is_not_named(notebook, library, three):
    """And is there again when taken out."""
    first, second, _ = three
    link_siblings(notebook, student_ids=[first.id, second.id])
    which = {"library": library, "kind": "student", "record_id": second.id}
    bin_record(notebook, **which)
    assert names(notebook, first) == []
    restore_record(notebook, **which)
    assert names(notebook, first) == ["Tiago"]


def test_joined_sheets_are_one_sibling(notebook, three):
    """One person written twice is named once, and is nobody's own sister."""
    first, second, third = three
    link_siblings(notebook, student_ids=[one.id for one in three])
    join_students(notebook, kept_id=first.id, other_id=third.id)
    assert names(notebook, second) == ["Inês"]
    assert names(notebook, first) == ["Tiago"]
    assert link_siblings(notebook, student_ids=[third.id, second.id]).items == frozenset()
    assert repr(look_around(notebook, student_id=third.id)) == f"<Around {first.id[:8]}>"
