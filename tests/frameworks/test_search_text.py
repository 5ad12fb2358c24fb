"""What the search finds a sheet by."""

from hypothesis import given
from hypothesis import strategies as st

from app.frameworks.search_text import search_text
from app.models.form import Values
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind, shipped


def found_by(form_key: str, values: Values) -> str:
    """The search text of a shipped form."""
    return search_text(form=shipped().forms[form_key], values=values, lists=shipped().lists)


def test_writing_stands_before_labels() -> None:
    """An excerpt shows what was written; labels follow, one line for each language."""
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
        "mobbing",
        "mobbing",
        "Mobbing",
    ]


def test_a_sheet_is_found_in_every_language() -> None:
    """Someone who writes in French finds it with a German word of the lists."""
    text = found_by("f1-interview", {"origin": "PARENT", "main_reason": "LU-01"})
    for word in ("représentant légal", "guardian", "Erziehungsberechtigte", "Motivationsverlust"):
        assert word in text


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
    text = search_text(form=every_kind(), values=values, lists=shipped().lists)
    written = [
        values.get(key, "") for key in ("a_text", "a_person", "a_long_text", "a_quotation", "a_reason")
    ]
    written += values.get("some_documents", [])
    written += [row["text"] for row in values.get("some_marked_text", [])]
    written += [row.get("what", "") for row in values.get("a_table", [])]
    written.append(values.get("some_choices:other", ""))
    assert [said for said in written if said.strip() not in text] == []
