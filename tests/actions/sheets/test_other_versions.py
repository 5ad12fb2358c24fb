"""Sheets written on another version of their form: read, kept, printed and handed on."""

from typing import Any

import msgspec
import pytest

from app.actions.packages.tell_travelling import tell_lines
from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.sheets.sheet import Sheet
from app.documents.form_pdf import build
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form, Question, Section
from app.storage.notebook import Notebook
from tests.builders import TODAY, finished, kept_student
from tests.documents.papers import packed, text
from tests.exchange.pair import Pair

FR = Locale("fr")


def asks(key: str, kind: str, **more: Any) -> Question:
    """A question that travels, called by its key."""
    return msgspec.convert({"key": key, "kind": kind, "label": {"fr": key}, "travels": True} | more, Question)


def form(version: int, *questions: Question) -> Form:
    """One version of a form with a day, an account and these questions."""
    asked = [asks("day", "date", bind="date"), asks("account", "long_text"), *questions]
    sections = [Section(key="one", label={"fr": "Rubrique"}, questions=asked)]
    return Form(
        version=version, record="paper", title={"fr": "Fiche"}, sections=sections, key="x1", code="X1"
    )


MOOD = asks("mood", "one_of", choices=[{"code": "good", "label": {"fr": "bonne"}}])
OLD = form(1, asks("size", "text"))
NEW = form(2, asks("size", "number"), MOOD, asks("secret", "long_text", travels=False))
SAID = {"account": "Le héron.", "size": 12, "mood": "good", "secret": "Pour moi seule."}


def on(library: Library, version: Form) -> Library:
    """The shipped forms and this one."""
    return msgspec.structs.replace(library, forms=library.forms | {"x1": version})


@pytest.fixture
def newer(notebook: Notebook, library: Library) -> Sheet:
    """A sheet of Inês written on the newer form."""
    student = kept_student(notebook)
    return finished(notebook, on(library, NEW), form_key="x1", student_id=student.id, values=SAID)


def opened(notebook: Notebook, library: Library, sheet: Sheet) -> Sheet:
    """The same sheet with other forms."""
    return open_sheet(notebook, library=library, kind="paper", record_id=sheet.record.id)


def test_a_newer_sheet_is_read_and_loses_nothing(notebook: Notebook, library: Library, newer: Sheet) -> None:
    """What this form knows is on the sheet, the rest is kept as it came, also when it is written on."""
    here = on(library, OLD)
    read = opened(notebook, here, newer)
    assert read.values == {"day": newer.values["day"], "account": "Le héron."}
    assert [answer.question for answer in read.unasked] == ["mood", "secret", "size"]
    assert read.is_newer
    changed = read.values | {"account": "Deux hérons."}
    written = finish_sheet(notebook, library=here, sheet=read, values=changed, today=TODAY).sheet
    assert written.unasked == read.unasked
    assert written.is_newer, "whoever opens it next is told as well"
    back = opened(notebook, on(library, NEW), newer)
    assert back.values == newer.values | {"account": "Deux hérons."}
    assert back.unasked == []


def test_an_answer_asked_in_another_way_stays_until_it_is_given_anew(
    notebook: Notebook, library: Library, newer: Sheet
) -> None:
    """Twelve is no text: it waits beside the sheet, and goes when the question is answered here."""
    here = on(library, OLD)
    read = opened(notebook, here, newer)
    values = read.values | {"size": "douze"}
    written = finish_sheet(notebook, library=here, sheet=read, values=values, today=TODAY).sheet
    assert written.values["size"] == "douze"
    assert [answer.question for answer in written.unasked] == ["mood", "secret"]


def test_an_earlier_sheet_stays_readable(notebook: Notebook, library: Library) -> None:
    """What the form asks no more is still there, and said to be of an earlier form."""
    student = kept_student(notebook)
    sheet = finished(
        notebook, on(library, OLD), form_key="x1", student_id=student.id, values={"size": "grand"}
    )
    read = opened(notebook, on(library, NEW), sheet)
    assert [(answer.question, answer.value) for answer in read.unasked] == [("size", "grand")]
    assert not read.is_newer


def test_paper_says_that_there_is_more(notebook: Notebook, library: Library, newer: Sheet) -> None:
    """Nobody here knows whether it may be printed: a sentence stands there until a person decides."""
    read = opened(notebook, on(library, OLD), newer)
    subject = prepare_paper(notebook, library=library, sheet=read, locale=FR)
    said = text(build(subject, FR))
    there = FR.text("The sheet holds answers to another version of this form; they are not on this paper.")
    assert packed(there) in packed(said)
    assert "Pour moi seule." not in said
    subject = prepare_paper(notebook, library=library, sheet=read, locale=FR, other_versions=True)
    said = text(build(subject, FR))
    assert FR.text("From a newer form") in said
    for words in ("mood good", "secret Pour moi seule.", "size 12"):
        assert words in said


def lines(notebook: Notebook, library: Library) -> dict[str, Any]:
    """What of the sheet would leave, by question."""
    (to,) = notebook.correspondents.list()
    cases = [case.id for case in notebook.cases.list()]
    leaving = choose_outgoing(notebook, library=library, correspondent_id=to.id, case_ids=cases)
    sheet = next(line for line in leaving.lines if line.kind == "paper")
    return {answer.question: answer.value for answer in sheet.answers}


def test_what_came_travels_onwards_and_what_was_written_here_stays(pair: Pair, library: Library) -> None:
    """The unit's older Carnet hands the whole on; the practitioner's older one never sends a secret."""
    pair.library = on(library, NEW)
    student = kept_student(pair.ours)
    sheet = finished(pair.ours, pair.library, form_key="x1", student_id=student.id, values=SAID)
    path = pair.hand_over().path
    older = on(library, OLD)
    pair.library = older
    look = pair.look(path)
    told = tell_lines(pair.unit, library=older, lines=[one.line for one in look.records], locale=FR)
    assert ("mood (d’une autre version)", "good") in [field for one in told for field in one.fields]
    pair.take(path)
    there = opened(pair.unit, older, sheet)
    assert {one.question: one.value for one in there.unasked} == {"mood": "good", "size": 12}
    values = there.values | {"account": "Vu."}
    finish_sheet(pair.unit, library=older, sheet=there, values=values, today=TODAY)
    assert lines(pair.unit, older) == {"account": "Vu.", "mood": "good", "size": 12}
    again = finished(pair.ours, pair.library, form_key="x1", student_id=student.id, values={"account": "x"})
    assert again.record.form_version == 1
    of_ours = choose_outgoing(
        pair.ours, library=older, correspondent_id=pair.recipient().id,
        case_ids=[case.id for case in pair.ours.cases.list()],
    )  # fmt: skip
    left = [answer.question for line in of_ours.lines for answer in line.answers]
    assert "secret" not in left
    assert "mood" not in left, "nothing but what this form lets travel, or what came"
