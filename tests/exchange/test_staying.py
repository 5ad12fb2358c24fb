"""Paragraphs whose mark keeps them here are not taken away by what comes back without them."""

from app.exchange.staying import with_staying
from app.models.answer import Answer
from app.models.form import Form, Question, Section


def _form() -> Form:
    asked = Question(key="account", kind="marked_text", travels=True, keeps=["hypothesis"])
    section = Section(key="s", label={}, questions=[asked])
    return Form(key="f", version=1, record="interview", title={}, sections=[section])


def _row(row: int, mark: str, text: str) -> Answer:
    return Answer(question="account", row=row, value={"mark": mark, "text": text})


def test_what_never_left_stands_where_it_stood() -> None:
    """The rows that had left come back changed; the one between them is still between them."""
    former = [_row(0, "seen", "a"), _row(1, "hypothesis", "b"), _row(2, "said", "c")]
    new = [_row(0, "seen", "A"), _row(2, "said", "C")]
    assert with_staying(form=_form(), former=former, new=new) == [new[0], former[1], new[1]]


def test_two_that_want_one_row_are_counted_anew() -> None:
    """Elsewhere rows are numbered without the one that stayed: none of them is lost."""
    former = [_row(0, "seen", "a"), _row(1, "hypothesis", "b"), _row(2, "said", "c")]
    new = [_row(0, "seen", "A"), _row(1, "said", "C")]
    result = with_staying(form=_form(), former=former, new=new)
    assert [one.row for one in result] == [0, 1, 2]
    assert {one.value["text"] for one in result} == {"A", "b", "C"}
    assert with_staying(form=_form(), former=former, new=[]) == [former[1]]
