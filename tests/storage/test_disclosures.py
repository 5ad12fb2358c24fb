"""The ledger of what left."""

from app.models.disclosure import Disclosure


def line(student_id=None, **changes):
    """A referral printed for a partner."""
    given = {
        "record_kind": "referral", "record_id": "r" * 32, "case_id": None, "student_id": student_id,
        "what": "f4-referral v1", "means": "printed", "recipient": "Les Tilleuls", "ground": "AGREEMENT",
        "language": "fr", "author_id": "a" * 32,
    }  # fmt: skip
    return Disclosure(**given | changes)


def test_lines_are_read_back_newest_first(notebook):
    """What left last stands first, word for word."""
    lines = [line("1" * 32), line("2" * 32), line(None, record_id=None, means="saved")]
    for one in lines:
        notebook.disclosures.add(one)
    assert notebook.disclosures.list() == lines[::-1]


def test_lines_about_one_student(notebook):
    """A student's sheet shows what left about them and about the sheets joined into theirs."""
    lines = [line("1" * 32), line("2" * 32), line("3" * 32)]
    for one in lines:
        notebook.disclosures.add(one)
    assert notebook.disclosures.list(student_ids=["1" * 32, "3" * 32]) == [lines[2], lines[0]]
    assert notebook.disclosures.list(student_ids=[]) == []


def test_a_line_shows_no_words(notebook):
    """A ledger line in a log names nobody."""
    one = line("1" * 32)
    assert repr(one) == str(one) == f"<Disclosure {one.id[:8]}>"
