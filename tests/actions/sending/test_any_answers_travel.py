"""Whatever is said on a form comes through saving, opening, a package and print as it was said."""

import re
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings

from app.actions.papers.prepare_paper import prepare_paper
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.documents.form_pdf import build
from app.frameworks.kinds import is_empty
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.form import Form, Values
from tests.builders import TODAY, kept_student
from tests.exchange.pair import Pair
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind

FR = Locale("fr")
_TURNED = re.compile(
    "[\u202a-\u202e\u2066-\u2069\x7f-\x9f]"
)  # a package writes blanks for these, and says so
_LARGEST = 10**12  # what the window takes


def travelling() -> Form:
    """Every kind of question, all of them allowed to leave."""
    form = msgspec.structs.replace(every_kind(), key="x1")
    sections = [
        msgspec.structs.replace(
            section, questions=[msgspec.structs.replace(ask, travels=True) for ask in section.questions]
        )
        for section in form.sections
    ]
    return msgspec.structs.replace(form, sections=sections)


FORM = travelling()


def typed(value: Any) -> bool:
    """Whether somebody could have typed it in the window."""
    if isinstance(value, str):
        return _TURNED.search(value) is None
    if isinstance(value, int | float):
        return abs(value) < _LARGEST
    if isinstance(value, dict):
        return all(map(typed, value.values()))
    return not isinstance(value, list) or all(map(typed, value))


def of_our_time(values: Values) -> bool:
    """A sheet is of a day anybody of today can have written on."""
    return 1900 <= int(values.get("a_date", "2026")[:4]) < 2200


said = sheets(FORM).filter(lambda values: typed(values) and of_our_time(values))


@settings(
    max_examples=15, deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much, HealthCheck.too_slow,
    ],
)  # fmt: skip
@given(values=said)
def test_any_answers_come_through_unchanged(pair: Pair, library: Library, values: Values) -> None:
    """Saved and opened again, sent and received, printed on both sides: the same answers, the same paper."""
    pair.library = forms = msgspec.structs.replace(library, forms=library.forms | {"x1": FORM})
    student = kept_student(pair.ours)
    sheet = new_sheet(pair.ours, library=forms, form_key="x1", locale=FR, student_id=student.id)
    values = values | {"a_date": values.get("a_date", "2026-11-12")}
    finished = finish_sheet(pair.ours, library=forms, sheet=sheet, values=values, today=TODAY).sheet
    where: dict[str, Any] = {"library": forms, "kind": "paper", "record_id": finished.record.id}
    here = open_sheet(pair.ours, **where)
    assert here.values == finished.values
    worked_out = {ask.key for ask in FORM.questions if ask.compute}
    assert _typed_by(here.values, worked_out) == _typed_by(values, worked_out)
    case = next(case for case in pair.ours.cases.list() if case.student_id == student.id)
    taken = pair.take(pair.hand_over(case.id).path)
    assert taken.counts.get("refused", 0) == 0
    there = open_sheet(pair.unit, **where)
    assert there.values == here.values
    paper = prepare_paper(pair.ours, library=forms, sheet=here, locale=FR)
    assert build(msgspec.structs.replace(paper, values=there.values), FR) == build(paper, FR)


def _typed_by(values: Values, worked_out: set[str]) -> Values:
    """What a person said, without rows that say nothing."""
    kinds = {ask.key: ask.kind for ask in FORM.questions}
    left = {}
    for key, value in values.items():
        if key in worked_out:
            continue
        if isinstance(value, list):
            kind = kinds[key]
            value = [row for row in value if not is_empty(kind=kind, value=row)]
        if value:
            left[key] = value
    return left
