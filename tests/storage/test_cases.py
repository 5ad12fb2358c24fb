"""Cases and their references."""

import pytest

from tests import builders


def opened(notebook, *references, **changes):
    """Cases of one student with these references."""
    student = builders.kept_student(notebook)
    with notebook.change():
        return [notebook.cases.save(builders.case(student.id, one, **changes)) for one in references]


def test_references_count_through_the_calendar_year(notebook):
    """The first case of a year is 0001, the next follows the highest, another year begins again."""
    assert notebook.cases.next_reference(2026) == "2026-0001"
    opened(notebook, "2026-0001", "2026-0230")
    assert notebook.cases.next_reference(2026) == "2026-0231"
    assert notebook.cases.next_reference(2027) == "2027-0001"


def test_a_busy_year_goes_beyond_four_digits(notebook):
    """After 9999 comes 10000."""
    opened(notebook, "2026-0999", "2026-9999")
    assert notebook.cases.next_reference(2026) == "2026-10000"
    opened(notebook, "2026-10000")
    assert notebook.cases.next_reference(2026) == "2026-10001"


def test_a_reference_in_the_bin_is_not_given_again(notebook):
    """Paper with that reference may lie somewhere."""
    opened(notebook, "2026-0004", removed_at="2026-11-12T10:00:00Z")
    assert notebook.cases.next_reference(2026) == "2026-0005"


def test_an_erased_reference_is_not_given_again(notebook):
    """Not even erasing frees a reference, and erasing an older one changes nothing."""
    first, second = opened(notebook, "2026-0004", "2026-0005")
    for case in (second, first):
        with notebook.change():
            notebook.cases.remove(case.id)
        assert notebook.cases.next_reference(2026) == "2026-0006"


def test_two_cases_never_share_a_reference(notebook):
    """The notebook itself refuses the same reference twice."""
    opened(notebook, "2026-0001")
    with pytest.raises(Exception, match="UNIQUE"):
        opened(notebook, "2026-0001")


def test_cases_are_found_by_student_and_by_reference(notebook):
    """Newest first for a student; one, or none, by its reference."""
    first, second = opened(notebook, "2026-0001", "2026-0002")
    assert [one.id for one in notebook.cases.of_student([first.student_id])] == [second.id, first.id]
    assert notebook.cases.by_reference("2026-0001") == first
    assert notebook.cases.by_reference("2026-0009") is None
