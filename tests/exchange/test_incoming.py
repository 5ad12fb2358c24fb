"""What a record from outside may be: a known noun, allowed fields, sound values, something to lean on."""

from typing import Any

import msgspec
import pytest

from app.exchange.incoming import (
    ALONE,
    NO_FORM,
    NOT_OURS,
    ODD_FIELDS,
    ODD_VALUES,
    TAKEN,
    fault_of,
    incoming_answers,
    incoming_record,
    out_of_place,
)
from app.exchange.package.lines import AnswerLine, Author, RecordLine
from app.exchange.travelling import ATTACHMENT, TRAVELLING
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.kinds import FORM_KINDS, KINDS
from tests import builders

AT = "2026-11-21T10:00:00Z"
STUDENT = {
    "family_name": "Colombe", "given_name": "Ysé", "used_name": "", "birth_date": "2011-05-04",
    "class_name": "5G2",
}  # fmt: skip
INTERVIEW = {
    "form": "f1-interview", "form_version": 1, "student_id": "1" * 32, "case_id": "2" * 32,
    "date": "2026-11-12", "created_at": AT,
}  # fmt: skip
REFERRAL = INTERVIEW | {"form": "f4-referral", "partner_id": "3" * 32}


def line(kind: str, fields: dict[str, Any], *answers: AnswerLine, author: str = "Claire") -> RecordLine:
    """A record as it comes."""
    return RecordLine(
        kind=kind, id="a" * 32, revision="b" * 32, author=Author(id="c" * 32, name=author), at=AT,
        fields=fields, answers=list(answers),
    )  # fmt: skip


def reason(library: Library, one: RecordLine, *, here: bool = True, kind_here: str = "") -> str:
    """Why it is refused, leaning on something that is here, or not."""
    form = library.forms.get(str(one.fields.get("form")))
    return fault_of(one, form=form) or out_of_place(
        one, kind_here=kind_here, exists=lambda kind, record_id: here
    )


def test_sound_records_are_taken(library: Library) -> None:
    """A student, an interview that says something, one that says nothing, a referral."""
    assert reason(library, line("student", STUDENT)) == ""
    assert reason(library, line("student", STUDENT), kind_here="student") == ""
    said = AnswerLine(question="conclusion", value="À revoir.\n\tEn janvier.")
    assert reason(library, line("interview", INTERVIEW, said)) == ""
    assert reason(library, line("interview", INTERVIEW, AnswerLine(question="conclusion"))) == ""
    assert reason(library, line("referral", REFERRAL, AnswerLine(question="later", value={"a": 1}))) == ""


STAYING = KINDS.keys() - TRAVELLING.keys() - FORM_KINDS.keys() - {ATTACHMENT}


@pytest.mark.parametrize("kind", [*sorted(STAYING), "note", "draft", ""])
def test_what_does_not_travel_is_not_taken(library: Library, kind: str) -> None:
    """Guardians, tasks, units, correspondents, and nouns nobody has heard of."""
    assert reason(library, line(kind, {})) == NOT_OURS


ODD: list[dict[str, Any]] = [
    {"phone": "1"}, {"removed_at": AT}, {"revision": "f" * 32}, {"id": "f" * 32}, {"school_id": "f" * 32},
    {"joined_into": "f" * 32}, {"anything": 1}, {"__class__": "x"},
]  # fmt: skip


@pytest.mark.parametrize("more", ODD, ids=lambda more: next(iter(more)))
def test_fields_that_do_not_travel_are_not_taken(library: Library, more: dict[str, Any]) -> None:
    """No package sets a telephone number, a bin or a link between sheets."""
    assert reason(library, line("student", STUDENT | more)) == ODD_FIELDS
    if "school" not in str(more) and "joined" not in str(more):
        assert reason(library, line("interview", INTERVIEW | more)) == ODD_FIELDS


VALUES: list[dict[str, Any]] = [
    {"family_name": None}, {"family_name": 7}, {"family_name": "Col\x00ombe"}, {"family_name": "\x1b[31m"},
    {"birth_date": "31/02/2011"}, {"birth_date": "0001-01-01"}, {"birth_date": "9999-12-31"},
    {"class_name": ["5G2"]}, {"class_name": {"a": "b"}}, {"class_name": "a\u0085b"},
]  # fmt: skip


@pytest.mark.parametrize("changes", VALUES, ids=str)
def test_impossible_values_are_not_taken(library: Library, changes: dict[str, Any]) -> None:
    """Another type, a day of no calendar we use, a control character."""
    assert reason(library, line("student", STUDENT | changes)) == ODD_VALUES


CASE = {"student_id": "1" * 32, "reference": "2026-0077", "opened": "2026-11-02", "state": "open"}
LIVES = {"student_id": "1" * 32}
NOUNS: list[tuple[str, dict[str, Any]]] = [
    ("student", STUDENT | {"family_name": " ", "given_name": ""}),
    ("student", STUDENT | {"given_name": "\u202eésY"}), ("student", STUDENT | {"class_name": "5\u2066G2"}),
    ("case", CASE | {"state": "weird"}), ("case", CASE | {"reference": ""}),
    ("case", CASE | {"student_id": "../x"}), ("partner", {"service": ""}),
    ("caution", LIVES | {"text": " "}), ("resident", LIVES | {"home": 3}),
    ("resident", LIVES | {"birth_year": 12}), ("guardian", {"student_id": "../x"}),
    ("guardian", LIVES | {"warning": "\u202ex"}), ("guardian", LIVES | {"do_not_contact": "no"}),
    ("interview", INTERVIEW | {"author_id": "../x"}), ("interview", INTERVIEW | {"case_id": "A" * 32}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields"), NOUNS, ids=str)
def test_nothing_nameless_or_disguised_is_taken(library: Library, kind: str, fields: dict[str, Any]) -> None:
    """Nobody without a name, no case neither open nor closed, no word that reads other than it is written."""
    assert reason(library, line("case", CASE)) == ""
    assert reason(library, line(kind, fields)) == ODD_VALUES


def test_of_the_people_around_only_what_travels_is_taken(library: Library) -> None:
    """A number of a guardian, a family name of the household, somebody of the network: refused."""
    assert reason(library, line("resident", LIVES | {"given_name": "Théo", "birth_year": 2019})) == ""
    assert reason(library, line("caution", LIVES | {"text": "Adresse secrète", "until": "2027-01-01"})) == ""
    assert reason(library, line("guardian", LIVES | {"phone": "621"})) == ODD_FIELDS
    assert reason(library, line("resident", LIVES | {"family_name": "x"})) == ODD_FIELDS
    assert reason(library, line("professional", LIVES | {"name": "x"})) == NOT_OURS


SHEETS: list[dict[str, Any]] = [
    {"created_at": "yesterday"}, {"created_at": "2026-13-01T00:00:00Z"}, {"date": "2026-02-30"},
    {"duration": 2**70}, {"duration": "long"}, {"duration": -5}, {"present": "mother"},
    {"present": [["mother"]]}, {"start": "25:00"}, {"form_version": 2**60},
]  # fmt: skip


@pytest.mark.parametrize("changes", SHEETS, ids=str)
def test_a_sheet_has_values_of_its_form(library: Library, changes: dict[str, Any]) -> None:
    """What a form could never have said is not taken, so that no page or paper meets it."""
    assert reason(library, line("interview", INTERVIEW | changes)) == ODD_VALUES


@pytest.mark.parametrize("value", [7, ["a"], {"a": "b"}, True, "a\x07b"], ids=str)
def test_an_answer_is_of_its_kind(library: Library, value: Any) -> None:
    """A long text is text, and so is what “other” says."""
    assert reason(library, line("interview", INTERVIEW, AnswerLine(question="conclusion", value=value))) == (
        ODD_VALUES
    )
    said = AnswerLine(question="services:other", value=["x"])
    assert reason(library, line("referral", REFERRAL, said)) == ODD_VALUES


def test_a_table_has_its_columns(library: Library) -> None:
    """Rows of another table, or of none, are not taken."""
    table = next(q for q in library.forms["f3-plan"].questions if q.kind == "table")
    fields = INTERVIEW | {"form": "f3-plan"}
    for value in ("row", {"nowhere": "x"}, [1]):
        assert (
            reason(library, line("plan", fields, AnswerLine(question=table.key, value=value))) == ODD_VALUES
        )
    sound = AnswerLine(question=table.key, value={table.columns[0].key: None})
    assert reason(library, line("plan", fields, sound)) == ""


def test_an_author_has_a_plain_name(library: Library) -> None:
    """The name of whoever wrote is shown everywhere."""
    assert reason(library, line("student", STUDENT, author="Cl\x1b[2Jaire")) == ODD_VALUES


def test_a_form_is_one_we_know_and_of_its_kind(library: Library) -> None:
    """An unknown form is told as such; a referral form does not make an interview."""
    for fields in (INTERVIEW | {"form": "f99-future"}, INTERVIEW | {"form": "f4-referral"}):
        assert reason(library, line("interview", fields)) == NO_FORM


def test_an_identifier_stays_what_it_is(library: Library) -> None:
    """What is an interview here cannot come as a paper and take its answers away."""
    assert reason(library, line("interview", INTERVIEW), kind_here="paper") == TAKEN


def test_nothing_hangs_in_the_air(library: Library) -> None:
    """A sheet whose student, case or partner is nowhere is refused."""
    assert reason(library, line("interview", INTERVIEW), here=False) == ALONE
    assert reason(library, line("student", STUDENT), here=False) == ""


def test_what_was_not_sent_stays() -> None:
    """Only what came is written; telephone and languages of a student known here remain."""
    former = builders.student(id="a" * 32, class_name="4G1", revision="d" * 32)
    record = incoming_record(line("student", STUDENT), former)
    assert (record.family_name, record.class_name, record.revision) == ("Colombe", "5G2", "d" * 32)
    assert (record.phone, record.languages, record.gender) == (
        former.phone, former.languages, former.gender,
    )  # fmt: skip
    fresh = incoming_record(line("interview", INTERVIEW))
    assert (fresh.author_id, fresh.id) == ("c" * 32, "a" * 32)


def test_an_answer_that_was_not_sent_stays() -> None:
    """An absent question keeps what is here; one that came empty was emptied, with its “other”."""
    former = [
        Answer(question="demand", value="« … »"),
        Answer(question="conclusion", value="avant"),
        Answer(question="place", value="x"),
        Answer(question="place:other", value="y"),
    ]
    one = line(
        "interview", {}, AnswerLine(question="conclusion", value="après"), AnswerLine(question="place")
    )
    assert [(answer.question, answer.value) for answer in incoming_answers(one, former)] == [
        ("demand", "« … »"), ("conclusion", "après"),
    ]  # fmt: skip
    assert msgspec.to_builtins(former[0])["value"] == "« … »"
