"""What the search finds a sheet by."""

from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.coded_words import CodedWords, token
from app.frameworks.search_text import search_text
from app.models.form import Values
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind, shipped


def found_by(form_key: str, values: Values) -> str:
    """The search text of a shipped form."""
    return search_text(form=shipped().forms[form_key], values=values)


def test_writing_stands_before_signs() -> None:
    """An excerpt shows what was written; one line of signs for what was chosen follows."""
    text = found_by(
        "f1-interview",
        {
            "main_reason": "LU-03",
            "demand": "On me laisse tranquille.",
            "facts": [{"mark": "seen", "text": "Garde son manteau."}],
            "steps": [{"id": "1", "text": "Voir la régente"}],
            "next_date": "2026-11-26",
        },
    )
    assert text.split("\n") == [
        "On me laisse tranquille.",
        "Garde son manteau.",
        "Voir la régente",
        token("n02-reasons", "LU-03"),
    ]


def test_a_sheet_is_found_in_every_language() -> None:
    """Someone who writes in French finds it with a German word of the lists, and by a former name."""
    text = found_by("f1-interview", {"origin": "PARENT", "main_reason": "LU-01"})
    words = CodedWords(shipped())
    for word in ("représentant", "guardian", "Erziehungsberechtigte", "Motivationsverlust", "motiv"):
        assert any(sign in text for sign in words.meant(word, word == "motiv")), word
    assert not any(sign in text for sign in words.meant("mobbing", True))
    assert token("n12-activities", "INS-CESC") in words.meant("CESC", False)
    assert words.meant("", True) == words.meant("ha", True) == []  # two letters begin too much
    assert words.meant("har", True)


def test_no_two_codes_share_a_sign() -> None:
    """A sheet is never found by another code's name."""
    words = CodedWords(shipped())
    every = [(key, item.code) for key, listed in shipped().lists.items() for item in listed.items]
    every += [
        (f"{form.key}/{question.key}", choice.code)
        for form in shipped().forms.values()
        for question in form.questions
        for choice in question.choices
    ]
    assert len({token(*one) for one in every}) == len(set(every))
    assert all(words.item(token(*one)) is not None for one in every)


def test_nothing_that_is_no_word_is_searched() -> None:
    """Identifiers, dates and states of a box are no text."""
    assert found_by("f4-referral", {"partner": "3f5e", "date": "2026-11-23"}) == ""


def test_hidden_answers_are_not_found() -> None:
    """What is not shown on the sheet does not bring it up."""
    text = found_by("f4-referral", {"parents_consent": "agrees", "parents_reason": "left over"})
    assert "left over" not in text


@given(data=st.data())
def test_every_written_word_is_found(data: st.DataObject) -> None:
    """Every text of every kind of question stands in the search text."""
    values = data.draw(sheets(every_kind()))
    text = search_text(form=every_kind(), values=values)
    written = [
        values.get(key, "") for key in ("a_text", "a_person", "a_long_text", "a_quotation", "a_reason")
    ]
    written += values.get("some_documents", [])
    written += [row["text"] for row in values.get("some_marked_text", [])]
    written += [row.get("what", "") for row in values.get("a_table", [])]
    written.append(values.get("some_choices:other", ""))
    assert [said for said in written if said.strip() not in text] == []
