"""A sheet written into a record and its answers, and read back."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import SheetIncomplete
from app.frameworks.sheet import read, write
from app.i18n import Locale
from app.models.answer import Answer
from app.models.form import Form, Values
from app.models.interview import Interview
from app.models.kinds import FORM_KINDS
from app.models.paper import Paper
from app.models.record import FormRecord
from app.models.referral import Referral
from tests.frameworks.answers import sheets
from tests.frameworks.resources import every_kind, shipped

FORMS = [every_kind(), *shipped().forms.values()]
DAY = date(2026, 11, 23)


def record(form: Form) -> FormRecord:
    """An empty record for a form."""
    return FORM_KINDS[form.record](form=form.key, form_version=form.version, author_id="a", date=DAY)


def unsaid(form: Form) -> Values:
    """What a record says by itself: its day, and where a referral stands."""
    return read(form=form, record=record(form), answers=[])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_was_written_is_read_back(form: Form, data: st.DataObject) -> None:
    """Every answer to every kind of question comes back as it was given."""
    values = data.draw(sheets(form))
    kept, answers = write(form=form, record=record(form), values=values)
    assert read(form=form, record=kept, answers=answers) == unsaid(form) | values
    assert len({(answer.question, answer.row) for answer in answers}) == len(answers)


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_order_of_answers_on_disk_means_nothing(data: st.DataObject) -> None:
    """Rows come back in their order however the disk gives them."""
    values = data.draw(sheets(every_kind()))
    kept, answers = write(form=every_kind(), record=record(every_kind()), values=values)
    shuffled = data.draw(st.permutations(answers))
    assert read(form=every_kind(), record=kept, answers=shuffled) == unsaid(every_kind()) | values


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_emptying_a_sheet_leaves_nothing(data: st.DataObject) -> None:
    """What is struck out is gone from the record and from its answers; the day stays."""
    form = shipped().forms["f1-interview"]
    full, _ = write(form=form, record=record(form), values=data.draw(sheets(form)))
    emptied, answers = write(form=form, record=full, values={})
    assert answers == []
    assert read(form=form, record=emptied, answers=[]).keys() == {"date"}


def test_bound_questions_fill_the_record() -> None:
    """What lists and reminders read stands in the record, in its own types."""
    form = shipped().forms["f1-interview"]
    values = {
        "date": "2026-11-20",
        "duration": 12,
        "present": ["student", "mother"],
        "next_date": "2026-11-26",
        "demand": "Je veux juste qu’on me laisse tranquille.",
    }
    kept, answers = write(form=form, record=record(form), values=values)
    assert isinstance(kept, Interview)
    assert (kept.date, kept.next_date, kept.duration) == (date(2026, 11, 20), date(2026, 11, 26), 12)
    assert kept.present == ["student", "mother"]
    assert [answer.question for answer in answers] == ["demand"]


def test_rows_are_answers_of_their_own() -> None:
    """Each paragraph and each line of a table is one answer with its row."""
    values: Values = {
        "some_marked_text": [{"mark": "seen", "text": "Arrive seule."}, {"mark": "said", "text": "  "}],
        "a_table": [{"what": "bus"}, {}, {"done": "yes"}],
        "some_documents": ["bulletin", "", "lettre"],
    }
    _, answers = write(form=every_kind(), record=record(every_kind()), values=values)
    assert [(answer.question, answer.row, answer.value) for answer in answers] == [
        ("some_marked_text", 0, {"mark": "seen", "text": "Arrive seule."}),
        ("some_documents", 0, ["bulletin", "lettre"]),
        ("a_table", 0, {"what": "bus"}),
        ("a_table", 1, {"done": "yes"}),
    ]


def test_what_a_condition_hides_is_not_kept() -> None:
    """A reason given before changing one's mind does not linger where nobody sees it."""
    form = shipped().forms["f4-referral"]
    values = {"parents_consent": "agrees", "parents_reason": "left over"}
    _, answers = write(form=form, record=record(form), values=values)
    assert answers == []


def test_what_the_other_is_stays_with_its_question() -> None:
    """ "Other" comes back with its words, and goes when nothing is chosen any more."""
    form = shipped().forms["f1-interview"]
    values = {"origin": "OTHER", "origin:other": "une voisine", "main_reason:other": "left over"}
    kept, answers = write(form=form, record=record(form), values=values)
    assert [(answer.question, answer.value) for answer in answers] == [("origin:other", "une voisine")]
    assert read(form=form, record=kept, answers=answers)["origin:other"] == "une voisine"


def test_answers_to_questions_no_longer_asked_are_kept() -> None:
    """A newer form, or the other country's, loses nothing that was once answered."""
    form = shipped().forms["f1-interview"]
    old = [Answer(question="weather", value="rain"), Answer(question="weather:other", value="hail")]
    gone = Answer(question="demand", value="before")
    _, answers = write(form=form, record=record(form), values={"demand": "after"}, previous=[*old, gone])
    assert answers == [*old, Answer(question="demand", value="after")]


def test_the_other_countrys_attribute_is_left_alone() -> None:
    """A question a service does not ask is not emptied by its sheet."""
    form = shipped().forms["f1-interview"]
    kept, _ = write(form=form, record=record(form), values={"axis": "A4"})
    again, _ = write(form=form.for_framework("lu-sepas"), record=kept, values={"category": "CAT-SOC"})
    assert isinstance(again, Interview)
    assert (again.axis, again.category) == ("A4", "CAT-SOC")


def test_the_record_says_which_form_wrote_it() -> None:
    """Form and version on the record are those it was last written with."""
    kept, _ = write(
        form=every_kind(), record=Paper(form="old", form_version=0, author_id="a", date=DAY), values={}
    )
    assert (kept.form, kept.form_version) == ("every_kind", 1)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("a_date", "23/11/2026"),
        ("a_time", "25:00"),
        ("a_duration", "douze"),
        ("a_number", "1"),
        ("a_sum", "12,50"),
        ("a_text", 5),
        ("some_choices", "student"),
        ("some_marked_text", [{"mark": "guessed", "text": "?"}]),
        ("a_table", [{"unknown": "x"}]),
        ("a_table", ["x"]),
        ("a_yes_no", "perhaps"),
    ],
)
def test_what_cannot_be_understood_is_not_written(key: str, value: Any) -> None:
    """A value of the wrong kind stays a draft, and the sentence names the question, not the answer."""
    with pytest.raises(SheetIncomplete) as failure:
        write(form=every_kind(), record=record(every_kind()), values={key: value})
    assert every_kind().question(key).label["fr"] in failure.value.said(Locale("en"))
    assert str(value) not in failure.value.said(Locale("en"))


def test_a_referral_starts_as_proposed() -> None:
    """Emptying the state of a referral puts it back to where it starts."""
    form = shipped().forms["f4-referral"]
    sent, _ = write(form=form, record=record(form), values={"status": "sent", "sent_date": "2026-11-23"})
    assert isinstance(sent, Referral)
    assert (sent.status, sent.sent_date) == ("sent", DAY)
    back, _ = write(form=form, record=sent, values={})
    assert isinstance(back, Referral)
    assert (back.status, back.sent_date) == ("proposed", None)


def test_what_nobody_types_stays() -> None:
    """A plan keeps its version whatever is typed on it, and a number that is none of its kind is refused."""
    form = shipped().forms["f3-plan"]
    third = record(form)
    third = msgspec.structs.replace(third, version=3)
    kept, _ = write(form=form, record=third, values={"date": "2026-11-23", "wishes": "Partir"})
    assert kept.version == 3
    with pytest.raises(SheetIncomplete) as refused:
        write(form=form, record=third, values={"version": 2.5})
    assert "2.5" not in str(refused.value)


def test_a_fact_takes_no_answer_away() -> None:
    """What the parents agreed to is kept when the student comes of age."""
    form = shipped().forms["f3-plan"]
    values = {"alternatives": [{"training": "Menuisier", "parents_agree": "yes"}]}
    kept, answers = write(form=form, record=record(form), values=values)
    assert read(form=form, record=kept, answers=answers)["alternatives"] == values["alternatives"]
