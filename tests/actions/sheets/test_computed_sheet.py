"""Computed values on sheets that are written, opened again, brought back, sent and printed."""

from datetime import date

import msgspec
import pytest

from app.actions.history.bring_back import bring_back
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.documents.form_pdf import build
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Values
from app.storage.notebook import Notebook
from tests.builders import TODAY, kept_student
from tests.documents.papers import text
from tests.exchange.pair import Pair
from tests.frameworks.resources import every_kind

ROWS = [{"what": "Bus", "cost": "40.20"}, {"what": "Repas", "cost": "59.80"}]
SAID: Values = {"a_date": "2026-11-12", "a_table": ROWS, "a_sum": "25.00", "a_number": 3}
OPEN = frozenset({"a_date", "a_total", "a_share"})  # what of it travels


def with_form(library: Library, *travelling: str) -> Library:
    """The shipped forms and the one with every kind, in which these questions travel."""
    form = msgspec.structs.replace(every_kind(), key="x1")
    sections = [
        msgspec.structs.replace(
            section,
            questions=[
                msgspec.structs.replace(ask, travels=ask.key in travelling) for ask in section.questions
            ],
        )
        for section in form.sections
    ]
    form = msgspec.structs.replace(form, sections=sections)
    return msgspec.structs.replace(library, forms=library.forms | {"x1": form})


@pytest.fixture
def forms(library: Library) -> Library:
    """With that form."""
    return with_form(library)


def begun(notebook: Notebook, forms: Library) -> Sheet:
    """A new sheet about Inês, 15 years old."""
    student = kept_student(notebook)
    return new_sheet(
        notebook, library=forms, form_key="x1", locale=Locale("fr"), student_id=student.id, moment=None
    )


def written(notebook: Notebook, forms: Library, sheet: Sheet, values: Values) -> Sheet:
    """The sheet as it stands then."""
    return finish_sheet(notebook, library=forms, sheet=sheet, values=values, today=TODAY).sheet


def test_they_are_written_with_the_sheet(notebook: Notebook, forms: Library) -> None:
    """Whatever came in for them: what the other answers come to is kept, found and printed."""
    sheet = begun(notebook, forms)
    done = written(notebook, forms, sheet, SAID | {"a_total": "1000000.00", "an_age": 99})
    assert (done.values["a_total"], done.values["a_share"]) == ("75.00", "25.00")
    assert done.values["an_age"] == 15
    assert [hit.record_id for hit in notebook.search.writings("75.00")] == [done.record.id]
    subject = prepare_paper(notebook, library=forms, sheet=done, locale=Locale("fr"))
    said = text(build(subject, Locale("fr")))
    for words in ("Reste 75,00 €", "Par personne 25,00 €", "Âge 15 ans", "Total", "100,00 €"):
        assert words in said


def test_a_new_sheet_knows_what_the_notebook_does(notebook: Notebook, forms: Library) -> None:
    """The age stands there before anything is typed; a total does not."""
    sheet = begun(notebook, forms)
    assert sheet.values["an_age"] >= 15
    assert "a_total" not in sheet.values


def test_an_old_revision_keeps_what_was_worked_out_then(notebook: Notebook, forms: Library) -> None:
    """Also when a part or the student’s birthday was corrected since; brought back it is the same."""
    first = written(notebook, forms, begun(notebook, forms), SAID)
    revision = first.record.revision
    written(notebook, forms, first, SAID | {"a_sum": "50.00"})
    student = notebook.students.get(first.record.student_id)
    with notebook.change():
        notebook.students.save(msgspec.structs.replace(student, birth_date=date(2000, 1, 1)))
    now = open_sheet(notebook, library=forms, kind="paper", record_id=first.record.id)
    assert (now.values["a_total"], now.values["an_age"]) == ("50.00", 15), "nobody wrote on it since"
    bring_back(notebook, library=forms, revision_id=revision, today=TODAY)
    back = open_sheet(notebook, library=forms, kind="paper", record_id=first.record.id)
    assert (back.values["a_total"], back.values["an_age"]) == ("75.00", 15)
    again = written(notebook, forms, back, back.values)
    assert again.values["an_age"] == 26


def test_a_total_travels_without_what_it_is_the_total_of(pair: Pair, library: Library) -> None:
    """The unit reads it, writes beside it and keeps it; a story is not needed to decide about money."""
    pair.library = with_form(library, *OPEN)
    sheet = written(pair.ours, pair.library, begun(pair.ours, pair.library), SAID)
    pair.take(pair.hand_over().path)
    there = open_sheet(pair.unit, library=pair.library, kind="paper", record_id=sheet.record.id)
    assert {key: there.values[key] for key in ("a_total", "a_share")} == {
        "a_total": "75.00",
        "a_share": "25.00",
    }
    assert there.values.keys() == {*OPEN}
    kept = written(pair.unit, pair.library, there, there.values | {"a_text": "Commission"})
    assert kept.values["a_total"] == "75.00"
    assert kept.values["a_text"] == "Commission"
