"""Typing that is not yet a change."""

from app.models.draft import Draft
from tests import builders


def draft(**changes):
    """Half a sheet: a date nobody can read, a cursor in the middle of a word."""
    given = {
        "record_id": "d" * 32, "kind": "interview", "form": "f1-interview", "form_version": 1,
        "content": {"date": "32/13/", "facts": [{"mark": "said", "text": "« Je n’ose"}], "open": None},
        "cursor": {"question": "facts", "row": 0, "position": 9},
    }  # fmt: skip
    return Draft(**given | changes)


def test_what_was_typed_comes_back_letter_by_letter(notebook):
    """A draft returns with everything typed, what cannot be understood included, and the cursor."""
    kept = draft()
    notebook.drafts.keep(kept)
    assert notebook.drafts.get(kept.record_id) == kept


def test_a_sheet_has_one_draft(notebook):
    """Typing on replaces the former draft of that sheet and touches no other."""
    notebook.drafts.keep(draft(at="2026-11-12T10:00:00Z"))
    notebook.drafts.keep(draft(record_id="e" * 32, at="2026-11-12T11:00:00Z"))
    notebook.drafts.keep(draft(content={"date": "12/11/2026"}, at="2026-11-12T12:00:00Z"))
    assert [one.record_id for one in notebook.drafts.list()] == ["d" * 32, "e" * 32]
    assert notebook.drafts.get("d" * 32).content == {"date": "12/11/2026"}


def test_a_draft_is_no_change(notebook):
    """Typing writes no revision and is found by no search until it is finished."""
    notebook.drafts.keep(draft())
    assert notebook.history.of("d" * 32) == []
    assert notebook.search.writings("ose") == []
    assert notebook.interviews.list() == []


def test_a_dropped_draft_is_gone(notebook):
    """A finished or thrown away draft does not come back."""
    notebook.drafts.keep(draft())
    notebook.drafts.drop("d" * 32)
    assert notebook.drafts.get("d" * 32) is None
    assert notebook.drafts.list() == []
    notebook.drafts.drop("d" * 32)


def test_a_draft_kept_inside_a_failed_change_is_not_kept(notebook):
    """A draft written as part of a larger change shares its fate."""
    try:
        with notebook.change():
            notebook.drafts.keep(draft())
            raise KeyError
    except KeyError:
        pass
    assert notebook.drafts.list() == []


def test_the_list_of_students_shows_who_has_a_draft(notebook):
    """A student with typing not yet finished is marked in the list."""
    student = builders.kept_student(notebook)
    notebook.drafts.keep(draft(student_id=student.id))
    assert [line.has_draft for line in notebook.students.page()] == [True]
    assert repr(draft()) == "<Draft interview dddddddd>"
