"""Other words for an entry find the sheets that were written before, without writing them again."""

import msgspec
import pytest

from app.actions.index_anew import index_anew
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.rename_entry import rename_entry
from app.frameworks.coded_words import CodedWords
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import finished, kept_student

REASONS = "n02-reasons"


def found(notebook: Notebook, library: Library, typed: str) -> list[str]:
    """The sheets these words find."""
    return [hit.record_id for hit in notebook.search.writings(typed, also=CodedWords(library).meant)]


def test_a_renamed_entry_finds_old_sheets(notebook: Notebook, library: Library) -> None:
    """By its new word, by the one it had in between and by the shipped one, at once."""
    student = kept_student(notebook)
    sheet = finished(notebook, library, student_id=student.id, values={"main_reason": "LU-03"})
    other = finished(notebook, library, student_id=student.id, values={"main_reason": "LU-01"})
    seen = library
    for label in ("harcèlement", "intimidation"):
        rename_entry(notebook, library=seen, list_key=REASONS, code="LU-03", label={"fr": label})
        seen = open_library(notebook, shipped=library)
    for typed in ("intimidation", "harcelem", "mobbing"):
        assert found(notebook, seen, typed) == [sheet.record.id], typed
    assert found(notebook, seen, "motivation") == [other.record.id]
    assert found(notebook, library, "intimidation") == []


def test_the_shipped_words_given_back_forget_nothing(notebook: Notebook, library: Library) -> None:
    """The unit's own word still finds its sheets after the shipped one is back."""
    sheet = finished(notebook, library, student_id=kept_student(notebook).id, values={"main_reason": "LU-03"})
    for label in ("intimidation", ""):
        seen = open_library(notebook, shipped=library)
        rename_entry(notebook, library=seen, list_key=REASONS, code="LU-03", label={"fr": label})
    seen = open_library(notebook, shipped=library)
    item = seen.lists[REASONS].item("LU-03")
    assert item is not None
    assert item.label == library.lists[REASONS].item("LU-03").label  # type: ignore[union-attr]
    assert found(notebook, seen, "intimidation") == [sheet.record.id]


@pytest.fixture
def old(notebook: Notebook, library: Library) -> list[str]:
    """Five sheets as an older program indexed them: by the words of then."""
    student = kept_student(notebook)
    sheets = [
        finished(notebook, library, student_id=student.id, values={"main_reason": "LU-03", "demand": "Bus."})
        for _ in range(5)
    ]
    engine = notebook.search._engine
    engine.run("UPDATE search_entry SET coded = 0")
    engine.run("UPDATE writings SET body = 'Bus.' || char(10) || 'mobbing'")
    return sorted(sheet.record.id for sheet in sheets)


def test_old_sheets_are_indexed_piece_by_piece(notebook: Notebook, library: Library, old: list[str]) -> None:
    """Left off anywhere it goes on from there; until then the words of then find them."""
    assert found(notebook, library, "Motivationsverlust") == []
    steps = 0
    while index_anew(notebook, library=library, piece=2):
        steps += 1
        assert sorted(found(notebook, library, "mobbing")) == old
        assert len(notebook.search.uncoded(10)) == 5 - 2 * steps
    assert steps == 2
    assert sorted(found(notebook, library, "mobbing")) == sorted(found(notebook, library, "bus")) == old
    assert not index_anew(notebook, library=library)
    assert notebook.damage() == []


def test_a_sheet_whose_form_is_gone_keeps_its_words(
    notebook: Notebook, library: Library, old: list[str]
) -> None:
    """Nothing better is known of it, so nothing of it is taken away."""
    forms = {key: form for key, form in library.forms.items() if key != "f1-interview"}
    poorer = msgspec.structs.replace(library, forms=forms)
    while index_anew(notebook, library=poorer):
        pass
    assert sorted(found(notebook, library, "bus mobbing")) == old
