"""Every form of every service: begun, kept, opened again, found, told in order, printed, in the booklet."""

from datetime import datetime

import pytest

from app.actions.papers.make_booklet import make_booklet
from app.actions.papers.prepare_booklet import BookletChoices
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.save_partner import save_partner
from app.actions.sheets.open_sheet import open_sheet
from app.actions.timeline.tell_sheets import tell_sheets
from app.actions.timeline.tell_timeline import tell_timeline
from app.documents.form_pdf import build
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form, Question, Values
from app.storage.notebook import Notebook
from tests import builders
from tests.documents.papers import text
from tests.frameworks.resources import shipped

WORD = "hippocampe"
FORMS = sorted(shipped().forms)


def spoken(form: Form) -> Question:
    """A question in free words that may stand on paper."""
    free = [one for one in form.questions if one.screen and one.prints and not one.shown_if]
    (wordy, *_) = [
        one for kinds in (("long_text", "quotation"), ("text",)) for one in free if one.kind in kinds
    ]
    return wordy


@pytest.mark.parametrize("key", FORMS)
def test_a_form_does_all_a_form_does(key: str, notebook: Notebook, library: Library) -> None:
    """What was said on it is there again, is found, stands in the file, and leaves on paper."""
    student = builders.kept_student(notebook)
    partner = builders.partner()
    save_partner(notebook, partner=partner)
    asked = spoken(library.form_of(key, notebook.framework))
    values: Values = {asked.key: f"Un {WORD} au mur."}
    if any(one.kind == "partner" for one in library.forms[key].questions):
        values["partner"] = partner.id
    if key == "f1-interview":
        values["main_reason"] = "LU-03"
    made = builders.finished(
        notebook, library, form_key=key, student_id=student.id, values=values,
        moment=datetime(2026, 11, 10, 9, 0),
    )  # fmt: skip
    again = open_sheet(notebook, library=library, kind=made.kind, record_id=made.record.id)
    assert again.values[asked.key] == values[asked.key]
    assert again.values["date"] == "2026-11-10"
    assert [hit.record_id for hit in notebook.search.writings(WORD)] == [made.record.id]
    told = tell_timeline(notebook, library=library, student_id=student.id, locale=Locale("fr"))
    events = tell_sheets(notebook, library=library, locale=Locale("fr"), events=told)
    assert made.record.id in [event.record_id for event in events]
    paper = build(prepare_paper(notebook, library=library, sheet=again, locale=Locale("fr")), Locale("fr"))
    assert WORD in text(paper)
    (case,) = notebook.cases.list()
    booklet = make_booklet(
        notebook, library=library, case_id=case.id, language="fr", today=builders.TODAY,
        choices=BookletChoices(),
    )  # fmt: skip
    assert WORD in text(booklet.pdf)
