"""Paragraphs that stay because of how they are known."""

import msgspec
import pytest

from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.tell_staying import tell_staying
from app.documents.form_pdf import build
from app.frameworks.kept_marks import marks_said, without_marks
from app.frameworks.library import Library
from app.i18n import Locale
from app.storage.notebook import Notebook
from tests.builders import finished, kept_student
from tests.documents.papers import text
from tests.exchange.opened_form import with_travelling
from tests.exchange.pair import Pair

FR = Locale("fr")
FACTS = [
    {"mark": "seen", "text": "Elle pleure."},
    {"mark": "hypothesis", "text": "Un conflit peut-être."},
    {"mark": "said", "text": "« Rien. »"},
]


def test_a_paper_leaves_hypotheses_out(notebook: Notebook, library: Library) -> None:
    """The others are on it in their order; the sheet itself keeps everything."""
    sheet = finished(notebook, library, student_id=kept_student(notebook).id, values={"facts": FACTS})
    subject = prepare_paper(
        notebook, library=library, sheet=sheet, locale=FR, marks_out=frozenset({"hypothesis"})
    )
    said = text(build(subject, FR))
    assert said.index("Elle pleure.") < said.index("« Rien. »")
    assert "Un conflit" not in said
    assert sheet.values["facts"] == FACTS
    whole = prepare_paper(notebook, library=library, sheet=sheet, locale=FR)
    assert "Un conflit" in text(build(whole, FR))


def test_a_question_without_paragraphs_left_is_not_printed(library: Library) -> None:
    """No empty box says that something was taken out."""
    form = library.forms["f1-interview"]
    values = {"facts": FACTS[1:2], "demand": "Non."}
    assert marks_said(form=form, values=values) == {"facts": ["hypothesis"]}
    assert without_marks(form=form, values=values, marks={"hypothesis"}) == {"demand": "Non."}
    assert without_marks(form=form, values=values, marks=()) == values


@pytest.mark.parametrize("keeps", [[], ["hypothesis"]])
def test_a_form_keeps_hypotheses_from_packages(pair: Pair, library: Library, keeps: list[str]) -> None:
    """Where the form says so, they stay, and what stays is said before anything leaves."""
    pair.library = with_travelling(library, "f1-interview", "facts")
    form = pair.library.forms["f1-interview"]
    sections = [
        msgspec.structs.replace(
            section,
            questions=[
                msgspec.structs.replace(ask, keeps=keeps) if ask.key == "facts" else ask
                for ask in section.questions
            ],
        )
        for section in form.sections
    ]
    form = msgspec.structs.replace(form, sections=sections)
    pair.library = msgspec.structs.replace(library, forms=library.forms | {"f1-interview": form})
    finished(pair.ours, pair.library, student_id=kept_student(pair.ours).id, values={"facts": FACTS})
    cases = [case.id for case in pair.ours.cases.list()]
    to = pair.recipient().id
    leaving = choose_outgoing(pair.ours, library=pair.library, correspondent_id=to, case_ids=cases)
    marks = [
        answer.value["mark"]
        for line in leaving.lines
        for answer in line.answers
        if answer.question == "facts" and answer.value
    ]
    assert marks == [row["mark"] for row in FACTS if row["mark"] not in keeps]
    staying = [
        label
        for told in tell_staying(pair.ours, library=pair.library, case_ids=cases, locale=FR)
        for label, _ in told.fields
    ]
    assert ("Faits\u00a0: hypothèse" in staying) is bool(keeps)
    pair.take(pair.hand_over().path)
    kept = pair.unit.interviews.answers(pair.unit.interviews.list()[0].id)
    assert [one.value["mark"] for one in kept if one.question == "facts"] == marks
