"""What changed from one version to the next."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.frameworks.compare import Difference, compare
from app.frameworks.kinds import ELSEWHERE, is_empty
from app.models.form import Form, Question, Values
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind, shipped
from tests.plans import CARPENTER, SERVICE, STAY, STEPS

PLAN = shipped().forms["f3-plan"]
FORMS = [every_kind(), PLAN]
each = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
often = settings(max_examples=80, deadline=None)


def changes(before: Values, after: Values, form: Form = PLAN) -> list[tuple[Any, ...]]:
    """Every difference as (question, change, column, before, after)."""
    return [
        (one.question, one.change, one.column, one.before, one.after)
        for one in compare(form=form, before=before, after=after)
    ]


def test_what_came_what_went_what_became_of_it() -> None:
    """Three words are enough: added, removed, changed."""
    before = {"wishes": "Rester", "needs": "Du temps", "strengths": "Habile"}
    after = {"wishes": "Partir", "strengths": "Habile", "obstacles": "Le bus"}
    assert changes(before, after) == [
        ("wishes", "changed", "", "Rester", "Partir"),
        ("needs", "removed", "", "Du temps", None),
        ("obstacles", "added", "", None, "Le bus"),
    ]


def test_blank_is_nothing() -> None:
    """Spaces alone are no answer, so nothing came or went."""
    assert changes({"wishes": "  "}, {}) == []
    assert changes({"steps": [{}]}, {"steps": [{"what": " "}]}) == []


def test_another_order_is_another_rank() -> None:
    """Alternatives that changed places are said to have, and nothing else of them."""
    found = compare(
        form=PLAN, before={"alternatives": [STAY, CARPENTER]}, after={"alternatives": [CARPENTER, STAY]}
    )
    assert [(one.change, one.row_before, one.row_after, one.column) for one in found] == [
        ("changed", 1, 0, ""),
        ("changed", 0, 1, ""),
    ]


def test_the_order_of_steps_means_nothing() -> None:
    """Only where rows are ranked does their order count."""
    assert changes({"steps": STEPS}, {"steps": STEPS[::-1]}) == []


def test_a_cell_of_a_row_that_stayed() -> None:
    """A row that begins with the same words is the same: only what changed in it is said."""
    later = CARPENTER | {"deadline": "2027-03-01", "chances": "good"}
    del later["place"]
    assert changes({"alternatives": [CARPENTER]}, {"alternatives": [later]}) == [
        ("alternatives", "removed", "place", CARPENTER["place"], None),
        ("alternatives", "changed", "deadline", "2027-02-01", "2027-03-01"),
        ("alternatives", "changed", "chances", "to_build", "good"),
    ]


def test_a_row_that_was_renamed_is_known_by_the_rest() -> None:
    """New words at its beginning do not make another alternative of it."""
    renamed = CARPENTER | {"training": "Ébéniste"}
    assert changes({"alternatives": [CARPENTER]}, {"alternatives": [renamed]}) == [
        ("alternatives", "changed", "training", CARPENTER["training"], "Ébéniste")
    ]


def test_rows_that_came_and_went() -> None:
    """An alternative given up and another one found are two changes, not one."""
    found = changes({"alternatives": [CARPENTER, STAY]}, {"alternatives": [CARPENTER, SERVICE]})
    assert found == [
        ("alternatives", "removed", "", STAY, None),
        ("alternatives", "added", "", None, SERVICE),
    ]


def test_what_other_stands_for_counts() -> None:
    """The same "other" with other words is a change."""
    before = {"steps": [{"what": "Stage", "status": "abandoned", "status:other": "trop loin"}]}
    after = {"steps": [{"what": "Stage", "status": "abandoned", "status:other": "trop cher"}]}
    assert changes(before, after) == [
        ("steps", "changed", "status", ["abandoned", "trop loin"], ["abandoned", "trop cher"])
    ]
    form = shipped().forms["f4-referral"]
    other = next(item.code for item in shipped().lists["services"].items if item.other)
    before, after = ({"services": [other], "services:other": said} for said in ("sport", "musique"))
    assert changes(before, after, form) == [("services", "changed", "", [other], [other])]


def test_each_of_several_choices_comes_or_goes_alone() -> None:
    """Choices and documents are told one by one."""
    before = {"some_choices": ["STUDENT", "MOTHER"], "some_documents": ["Bilan", "Bilan"]}
    after = {"some_choices": ["STUDENT", "FATHER"], "some_documents": ["Bilan"]}
    assert changes(before, after, every_kind()) == [
        ("some_choices", "removed", "", "MOTHER", None),
        ("some_choices", "added", "", None, "FATHER"),
        ("some_documents", "removed", "", "Bilan", None),
    ]


def test_what_nobody_types_is_left_aside() -> None:
    """That a new version has a new number is no difference."""
    assert changes({"version": 1}, {"version": 2}) == []


def test_a_difference_shows_no_words_in_a_log() -> None:
    """What was said stays out of error messages."""
    (one,) = compare(form=PLAN, before={}, after={"wishes": "Mot rare"})
    assert "rare" not in repr(one)


@each
@often
@given(data=st.data())
def test_a_sheet_does_not_differ_from_itself(form: Form, data: st.DataObject) -> None:
    """Two equal versions have no difference."""
    values = data.draw(sheets(form))
    assert compare(form=form, before=values, after=values) == []


@each
@often
@given(data=st.data())
def test_backwards_everything_is_turned_round(form: Form, data: st.DataObject) -> None:
    """What came in one direction went in the other, and the questions touched are the same."""
    one, other = data.draw(sheets(form)), data.draw(sheets(form))
    there, back = compare(form=form, before=one, after=other), compare(form=form, before=other, after=one)
    assert {step.question for step in there} == {step.question for step in back}
    singles = [step for step in there if form.question(step.question).kind not in ("table",)]
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    for step in singles:
        assert any(
            (mate.question, mate.change, mate.before, mate.after)
            == (step.question, turned[step.change], step.after, step.before)
            for mate in back
        )


@each
@often
@given(data=st.data())
def test_no_difference_is_kept_quiet(form: Form, data: st.DataObject) -> None:
    """Whoever applies the differences to the earlier version has the later one."""
    before, after = data.draw(sheets(form)), data.draw(sheets(form))
    found = compare(form=form, before=before, after=after)
    for question in form.questions:
        if question.kind in ELSEWHERE or not question.screen:
            continue
        mine = [step for step in found if step.question == question.key]
        now = _applied(question, before, mine)
        assert _plain(question, now) == _plain(question, after.get(question.key)), question.key


def _applied(question: Question, before: Values, steps: list[Difference]) -> Any:
    """The value after the steps."""
    value = before.get(question.key)
    value = None if is_empty(kind=question.kind, value=value) else value
    match question.kind:
        case "table":
            return _rows(value or [], steps)
        case "several_of" if any(step.change == "changed" for step in steps):
            return steps[0].after
        case "several_of" | "documents" | "marked_text":
            return _entries(list(value or []), steps)
        case _:
            return steps[0].after if steps else value


def _entries(value: list[Any], steps: list[Difference]) -> list[Any]:
    for step in steps:
        if step.change == "removed" and not isinstance(step.before, list):
            value.remove(step.before)
        elif step.change == "removed":
            value = []
        else:
            value = [*value, *(step.after if isinstance(step.after, list) else [step.after])]
    return value


def _rows(value: list[dict[str, Any]], steps: list[Difference]) -> list[dict[str, Any]]:
    rows = {
        at: dict(row) for at, row in enumerate(row for row in value if not is_empty(kind="table", value=row))
    }
    added = []
    for step in steps:
        if step.row_after is None:
            del rows[step.row_before]
        elif step.row_before is None:
            added.append(step.after)
        elif step.column:
            row = rows[step.row_before]
            row.pop(step.column, None)
            if step.after is not None:
                row[step.column] = step.after
    return [*rows.values(), *added]


def _plain(question: Question, value: Any) -> Any:
    """Without order, and without what says nothing."""
    if question.kind == "table":
        return sorted(
            repr(sorted((key, repr(cell)) for key, cell in row.items() if not is_empty(kind="", value=cell)))
            for row in value or []
            if not is_empty(kind="table", value=row)
        )
    if question.kind in ("several_of", "documents", "marked_text"):
        return sorted(map(repr, value or []))
    return None if is_empty(kind=question.kind, value=value) else value
