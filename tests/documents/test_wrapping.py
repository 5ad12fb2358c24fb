"""Text into lines."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents.fonts import Hand, legible
from app.documents.measure import width
from app.documents.wrapping import wrapped


def lines(text: str, room: float, indent: float = 0.0) -> list[str]:
    """The text wrapped as it stands in a box."""
    return wrapped(text, hand=Hand.PLAIN, size=10, room=room, indent=indent)


def test_words_go_to_the_next_line_when_they_do_not_fit() -> None:
    """A paragraph is broken between words."""
    assert lines("un deux trois quatre", 60) == ["un deux trois", "quatre"]


def test_french_signs_never_begin_a_line() -> None:
    """No line begins with a question mark or ends with an opening quotation mark."""
    for room in range(40, 140):
        for line in lines("Pourquoi « pas\u00a0» demain\u202f? Et «\u00a0vous\u00a0»\u202f!", room):
            assert line[0] not in "?!»"


def test_paragraphs_and_empty_lines_stay() -> None:
    """What was written in paragraphs is printed in paragraphs."""
    assert lines("un\n\ndeux\n", 100) == ["un", "", "deux"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    """A pasted address without a space does not run over the edge."""
    cut = lines("https://" + "a" * 200, 100)
    assert len(cut) > 5
    assert "".join(cut) == "https://" + "a" * 200


def test_a_word_is_cut_after_its_hyphen() -> None:
    """Where a compound must be cut, it is cut as one would by hand."""
    assert lines("rendez-vous", 40) == ["rendez-", "vous"]
    assert lines("élève/parents", 40) == ["élève/", "parents"]


def test_a_first_line_may_start_further_right() -> None:
    """A text can follow a word in bold on the same line."""
    assert lines("un deux", 40, indent=25) == ["un", "deux"]
    assert lines("undeuxtrois", 60, indent=40) == ["", "undeuxtrois"]


def letters(text: str) -> str:
    """Without blanks, and without the signs that only say in which direction a line goes on."""
    return text.translate(dict.fromkeys(map(ord, " \u200e\u200f")))


@given(st.text(), st.integers(20, 400))
def test_no_line_sticks_out_and_no_letter_is_lost(text: str, room: int) -> None:
    """Any text in any column: every line fits, every letter is there in order."""
    found = lines(text, room)
    assert all(width(line, Hand.PLAIN, 10) <= room + 0.001 for line in found)
    drawn, said = "".join(found), legible(text, Hand.PLAIN).replace("\n", " ")
    assert letters(drawn) == letters(said)
