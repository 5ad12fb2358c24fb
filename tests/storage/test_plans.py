"""Plans and their versions."""

from datetime import date, timedelta

import msgspec
import pytest

from tests import builders
from tests.plans import plan

DAY = date(2026, 12, 18)


def put(notebook, **changes):
    """One plan."""
    with notebook.change():
        return notebook.plans.save(plan(**changes))


def in_bin(notebook, one):
    """The same in the bin."""
    with notebook.change():
        return notebook.plans.save(msgspec.structs.replace(one, removed_at="2026-11-12T10:00:00Z"))


def chain(notebook, length=3, **changes):
    """Versions of one plan, first to last."""
    versions = [put(notebook, **changes)]
    for number in range(2, length + 1):
        versions.append(put(notebook, version=number, replaces_id=versions[-1].id, **changes))
    return versions


def test_a_plan_comes_back_as_it_was(notebook):
    """Every attribute of a version is on the disk."""
    kept = put(notebook, version=4, replaces_id="f" * 32, review_date=DAY, status="achieved")
    assert notebook.plans.get(kept.id) == kept


def test_only_the_last_version_is_the_present_one(notebook):
    """What was replaced is history; two plans of one student are both present."""
    student = builders.kept_student(notebook)
    *_, last = chain(notebook, student_id=student.id)
    other = put(notebook, student_id=student.id, date=builders.TODAY + timedelta(days=1))
    assert [one.id for one in notebook.plans.present([student.id])] == [last.id, other.id]
    assert len(notebook.plans.of_student([student.id])) == 4


def test_a_version_in_the_bin_replaces_nothing(notebook):
    """Who puts the newest version in the bin goes on with the one before, and back again."""
    student = builders.kept_student(notebook)
    first, second = chain(notebook, 2, student_id=student.id)
    binned = in_bin(notebook, second)
    assert notebook.plans.replacement(first.id) is None
    assert [one.id for one in notebook.plans.present([student.id])] == [first.id]
    with notebook.change():
        notebook.plans.save(msgspec.structs.replace(binned, removed_at=None))
    assert notebook.plans.replacement(first.id).id == second.id


def test_every_version_knows_the_others(notebook):
    """From any version, all of them are found, newest first."""
    first, second, third = chain(notebook)
    whole = [third.id, second.id, first.id]
    for version in (first, second, third):
        assert [one.id for one in notebook.plans.versions(version)] == whole
    assert [one.id for one in notebook.plans.earlier(third)] == whole[1:]
    in_bin(notebook, second)
    assert [one.id for one in notebook.plans.earlier(third)] == [first.id]


def test_a_number_is_never_given_twice(notebook):
    """A version made after one in the bin has another number than that one has on paper."""
    first, second = chain(notebook, 2)
    in_bin(notebook, second)
    assert notebook.plans.next_version(first) == 3
    assert notebook.plans.next_version(second) == 3


@pytest.mark.parametrize("own", [True, False])
def test_versions_that_replace_each_other_end(notebook, own):
    """Records that came from outside may say anything: nobody waits for ever."""
    first = put(notebook)
    second = put(notebook, replaces_id=first.id)
    with notebook.change():
        notebook.plans.save(msgspec.structs.replace(first, replaces_id=first.id if own else second.id))
    first, second = notebook.plans.get(first.id), notebook.plans.get(second.id)
    assert len(notebook.plans.versions(second)) <= 2
    assert len(notebook.plans.earlier(first)) <= 1


def test_a_version_before_that_is_not_here(notebook):
    """What replaces a version that never came stands alone."""
    alone = put(notebook, version=2, replaces_id="f" * 32)
    assert notebook.plans.earlier(alone) == []
    assert notebook.plans.versions(alone) == [alone]


def test_a_review_shows_from_its_day_on(notebook):
    """Reviews up to a day, soonest first; of present plans that are under way."""
    late = put(notebook, review_date=DAY)
    soon = put(notebook, review_date=DAY - timedelta(days=3))
    put(notebook, review_date=DAY, status="achieved")
    put(notebook, review_date=DAY, status="given_up")
    put(notebook)
    replaced = put(notebook, review_date=DAY)
    put(notebook, replaces_id=replaced.id, version=2)
    assert notebook.plans.to_review(until=DAY - timedelta(days=4)) == []
    assert [one.id for one in notebook.plans.to_review(until=DAY)] == [soon.id, late.id]


def test_nobody_is_reminded_of_a_student_in_the_bin(notebook):
    """A student in the bin takes the reviews along."""
    student = builders.kept_student(notebook)
    put(notebook, student_id=student.id, review_date=DAY)
    assert len(notebook.plans.to_review(until=DAY)) == 1
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(student, removed_at="2026-11-12T10:00:00Z"))
    assert notebook.plans.to_review(until=DAY) == []
