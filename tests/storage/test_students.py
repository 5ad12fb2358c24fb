"""The list of students."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.draft import Draft
from tests import builders


def put(notebook, *names):
    """Students of these family names, in one go."""
    students = [builders.student(family_name=name) for name in names]
    with notebook.change():
        notebook.students.save_many(students)
    return students


def walked(notebook, limit):
    """All lines, page after page."""
    lines, after = [], ""
    while page := notebook.students.page(after=after, limit=limit):
        lines += page
        after = page[-1].key
    return lines


def test_students_stand_in_the_order_of_their_names(notebook):
    """Accents and capitals change nothing in the order."""
    put(notebook, "Zimmer", "Éden", "da Costa", "Eck", "Đukić", "weber", "Ehlers", "D'Amico")
    names = [line.listed_name.split(",")[0] for line in notebook.students.page()]
    assert names == ["D'Amico", "da Costa", "Eck", "Éden", "Ehlers", "weber", "Zimmer", "Đukić"]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 200])
def test_pages_follow_each_other_without_gap_or_repetition(notebook, limit):
    """Page after page, everybody stands there exactly once, namesakes included."""
    put(notebook, *["Weber"] * 5, "Weber-Muller", "Web", "Webers", "A", "")
    lines = walked(notebook, limit)
    assert len(lines) == len({line.id for line in lines}) == 10
    assert [line.key for line in lines] == [line.key for line in notebook.students.page()]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(max_size=12), max_size=12))
def test_any_names_can_be_paged(notebook, names):
    """Whatever signs a name is made of, nobody is lost between two pages."""
    with notebook.change():
        for student in notebook.students.list():
            notebook.students.remove(student.id)
    expected = {one.id for one in put(notebook, *names)}
    assert [line.id for line in walked(notebook, 2)] == [line.id for line in notebook.students.page()]
    assert {line.id for line in walked(notebook, 2)} == expected


def test_somebody_new_does_not_shift_the_page_that_follows(notebook):
    """Who arrives while the list is being read appears in its place, and nobody is skipped."""
    put(notebook, "Adam", "Biver", "Conter", "Diederich")
    first = notebook.students.page(limit=2)
    put(notebook, "Aach")
    rest = notebook.students.page(after=first[-1].key)
    assert [line.listed_name.split(",")[0] for line in rest] == ["Conter", "Diederich"]


def test_a_line_says_what_the_list_shows(notebook):
    """Name as filed, class, last interview, draft and open case."""
    student = builders.kept_student(notebook, used_name="Reis")
    (line,) = notebook.students.page()
    assert (line.listed_name, line.class_name, line.last_seen) == ("Reis, Inês", "5G2", None)
    assert (line.has_draft, line.is_followed) == (False, False)
    with notebook.change():
        notebook.cases.save(builders.case(student.id))
        notebook.interviews.save(builders.interview(student.id, date=date(2026, 10, 1)))
        notebook.interviews.save(builders.interview(student.id, date=date(2026, 9, 1)))
        binned = builders.interview(student.id, date=date(2026, 11, 1), removed_at="2026-11-02T00:00:00Z")
        notebook.interviews.save(binned)
        notebook.drafts.keep(
            Draft(
                record_id="d" * 32,
                kind="interview",
                form="f",
                form_version=1,
                content={},
                student_id=student.id,
            )
        )
    (line,) = notebook.students.page()
    assert (line.last_seen, line.has_draft, line.is_followed) == (date(2026, 10, 1), True, True)
    assert notebook.students.lines([student.id]) == [line]
    assert repr(line) == f"<StudentLine {student.id[:8]}>"


def test_only_those_followed(notebook):
    """The short list holds students with an open case and nobody else."""
    followed, closed, binned, _ = put(notebook, "Adam", "Biver", "Conter", "Diederich")
    with notebook.change():
        notebook.cases.save(builders.case(followed.id, "2026-0001"))
        notebook.cases.save(builders.case(followed.id, "2026-0002"))
        notebook.cases.save(builders.case(closed.id, "2026-0003", state="closed"))
        notebook.cases.save(builders.case(binned.id, "2026-0004", removed_at="2026-11-02T00:00:00Z"))
    assert [line.id for line in notebook.students.page(followed=True)] == [followed.id]
    assert notebook.students.followed_count() == 1
    with notebook.change():
        student = notebook.students.get(followed.id)
        notebook.students.save(msgspec.structs.replace(student, removed_at="2026-11-02T00:00:00Z"))
    assert notebook.students.page(followed=True) == []
    assert notebook.students.followed_count() == 0


def test_a_joined_sheet_speaks_through_the_other(notebook):
    """Two sheets of one person are one line that knows the cases, interviews and drafts of both."""
    kept, other = put(notebook, "Adam", "Adamm")
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(other, joined_into=kept.id))
        notebook.cases.save(builders.case(other.id))
        notebook.interviews.save(builders.interview(other.id))
    (line,) = notebook.students.page()
    assert (line.id, line.last_seen, line.is_followed) == (kept.id, builders.TODAY, True)
    assert [one.id for one in notebook.students.page(followed=True)] == [kept.id]
    assert notebook.students.followed_count() == 1
    assert notebook.students.ids_of(kept.id) == [kept.id, other.id]
    assert notebook.students.ids_of(other.id) == [other.id]
