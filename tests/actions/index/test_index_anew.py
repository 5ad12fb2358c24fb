"""Other words for an entry find what was written before, without writing it again."""

import msgspec
import pytest

from app.actions.demand.save_advice import save_advice
from app.actions.demand.save_request import save_request
from app.actions.index.index_anew import index_anew
from app.actions.unit_changes.open_library import open_library
from app.actions.unit_changes.rename_entry import rename_entry
from app.frameworks.coded_words import CodedWords
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests.builders import advice, finished, kept_student, request

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


def kept_demand(notebook: Notebook) -> dict[str, str]:
    """One piece of advice and one request, by what each is found by: list, code, a word of today."""
    asked, given = request(), advice()
    save_request(notebook, request=asked)
    save_advice(notebook, advice=given)
    return {"request": asked.id, "advice": given.id}


@pytest.mark.parametrize(
    ("kind", "listed", "code"),
    [
        ("request", "n03-origins", "ENS"),
        ("request", REASONS, "LU-03"),
        ("advice", "advice-topics", "NONFREQ"),
        ("advice", "n03-origins", "DIR_ECOLE"),
    ],
)
def test_a_renamed_entry_finds_old_requests_and_advice(
    notebook: Notebook, library: Library, kind: str, listed: str, code: str
) -> None:
    """By its new word and by the one before, as for sheets."""
    ids = kept_demand(notebook)
    item = library.lists[listed].item(code)
    assert item is not None
    before = item.label["fr"]
    rename_entry(notebook, library=library, list_key=listed, code=code, label={"fr": "Renommée autrement"})
    seen = open_library(notebook, shipped=library)
    assert found(notebook, seen, "renommee") == found(notebook, seen, before) == [ids[kind]]
    assert found(notebook, library, "renommee") == []


def test_old_requests_and_advice_are_indexed_by_what_was_chosen(notebook: Notebook, library: Library) -> None:
    """Those of an older program were found by the words of then; what was typed still finds them."""
    ids = kept_demand(notebook)
    binned = request(for_whom="Tiago")
    save_request(notebook, request=msgspec.structs.replace(binned, removed_at="2026-11-01T08:00:00Z"))
    engine = notebook.search._engine
    engine.run("UPDATE search_entry SET coded = 0")
    engine.run("UPDATE writings SET body = 'Qui écrire' || char(10) || 'mot de jadis'")
    while index_anew(notebook, library=library, piece=1):
        pass
    assert found(notebook, library, "jadis") == []
    assert found(notebook, library, "qui ecrire") == [ids["advice"]]
    assert found(notebook, library, "cantine") == [ids["request"]]
    assert notebook.search.uncoded(5) == []
    assert notebook.damage() == []


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
