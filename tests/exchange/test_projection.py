"""What leaves: only what is declared, only as it is now, only what a receiver can take."""

import re
from typing import Any

import msgspec
import pytest

from app.exchange.incoming import fault_of
from app.exchange.package.lines import RecordLine
from app.exchange.projection import project, project_sheet, says_anything, travelling_questions
from app.exchange.travelling import INTO, NAMED, TRAVELLING, always_on
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.form import Form, Question
from app.models.kinds import FORM_KINDS, KINDS
from app.models.record import FormRecord
from tests import builders
from tests.frameworks.resources import every_kind

AUTHOR = builders.practitioner()


def canary(name: str) -> str:
    """A word that says where it came from."""
    return f"canary-{name}-canary"


def full(kind: str, **sound: Any) -> Any:
    """A record with a canary in every attribute that can hold one."""
    struct = KINDS[kind]
    given: dict[str, Any] = {}
    for field in msgspec.structs.fields(struct):
        inspected = str(field.type)
        if "list" in inspected:
            given[field.name] = [canary(field.name)]
        elif field.type is str or inspected == "str | None":
            given[field.name] = canary(field.name)
    return msgspec.structs.replace(msgspec.convert(_needed(kind), struct), **given | sound)


def _needed(kind: str) -> dict[str, Any]:
    return {
        "form": "f", "form_version": 1, "author_id": "a" * 32, "date": "2026-11-12",
        "opened": "2026-11-02", "student_id": "1" * 32, "reference": "x", "family_name": "x",
        "given_name": "x", "service": "x", "name": "x", "school_year": "2026-2027", "text": "x",
        "framework": "x", "card_id": "x", "sign_key": "x", "seal_key": "x",
        "given_on": "2026-11-12", "received": "2026-11-12", "sibling_id": "2" * 32,
        "record_kind": "case", "record_id": "1" * 32, "type": "pdf", "size": 1, "sha256": "x",
    }  # fmt: skip


def sheet(form: Form, **changes: Any) -> RecordLine:
    """A sheet of that form with a canary in every attribute and in every answer."""
    record: FormRecord = full(form.record, form=form.key)
    answers = [
        Answer(question=key, value=_said(question, key))
        for question in form.questions
        for key in (question.key, f"{question.key}:other")
    ]
    return project_sheet(
        record=record, answers=answers, form=form, author=AUTHOR, at="2026-11-21T10:00:00Z", ancestors=[],
        **changes,
    )  # fmt: skip


def _said(question: Question, key: str) -> Any:
    """A canary where a row of the table can hold it; an answer a form cannot hold is not its to send."""
    if question.kind != "table" or key != question.key:
        return canary(key)
    return {next(column.key for column in question.columns if column.kind == "text"): canary(key)}


def canaries(line: RecordLine) -> set[str]:
    """Whose canaries are in it."""
    return set(re.findall(r"canary-([\w:]+?)-canary", msgspec.json.encode(line).decode()))


@pytest.mark.parametrize("kind", sorted(TRAVELLING))
def test_of_a_noun_only_what_is_declared_leaves(kind: str) -> None:
    """Every attribute holds a canary: those of the table come out, no other."""
    record = full(kind)
    line = project(record=record, author=AUTHOR, at="2026-11-21T10:00:00Z", ancestors=[])
    declared = {*TRAVELLING[kind], *([NAMED] if kind == "case" else [])}
    text_fields = {name for name in declared if isinstance(getattr(record, name), str)}
    assert canaries(line) - {"id", "revision"} == text_fields
    assert set(line.fields) == declared


def test_a_service_travels_only_where_one_is_named() -> None:
    """What names none leaves byte for byte as it did before services had names."""
    plain = msgspec.structs.replace(full("case"), framework="")
    line = project(record=plain, author=AUTHOR, at="2026-11-21T10:00:00Z", ancestors=[])
    assert set(line.fields) == set(TRAVELLING["case"])


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - TRAVELLING.keys() - FORM_KINDS.keys()))
def test_a_noun_that_is_not_declared_never_leaves(kind: str) -> None:
    """Professionals, siblings, agreements, enrolments, requests, advice, tasks: no way out for them."""
    with pytest.raises(KeyError):
        project(record=full(kind), author=AUTHOR, at="2026-11-21T10:00:00Z", ancestors=[])


@pytest.mark.parametrize("name", ["f1-interview", "f3-plan", "f4-referral", "every_kind"])
def test_of_a_sheet_only_what_its_form_lets_go_leaves(library: Library, name: str) -> None:
    """Every attribute and every answer holds a canary: those of travelling questions come out, no other."""
    form = every_kind() if name == "every_kind" else library.forms[name]
    travelling = travelling_questions(form)
    bound = {question.bind for question in travelling if question.bind}
    keys = {question.key for question in travelling}
    said = canaries(sheet(form)) - {"id", "revision"}
    allowed = bound | {*always_on(form.record), NAMED} | keys | {f"{key}:other" for key in keys}
    assert said <= allowed
    assert {question.key for question in travelling if not question.bind} <= said


def test_of_an_interview_only_its_conclusion_leaves(library: Library) -> None:
    """Point 14 and nothing else: not the reason, not the words, not the place, not who was there."""
    form = library.forms["f1-interview"]
    assert [(question.key, question.number) for question in travelling_questions(form)] == [
        ("conclusion", 14)
    ]
    line = sheet(form)
    assert set(line.fields) == {
        "form", "form_version", "student_id", "case_id", "date", "created_at", "author_id",
        NAMED,
    }  # fmt: skip
    assert {answer.question for answer in line.answers} == {"conclusion", "conclusion:other"}


def test_the_author_goes_by_name_and_profession() -> None:
    """Telephone, hours and address of who wrote do not leave."""
    line = project(
        record=builders.student(), author=AUTHOR, at="2026-11-21T10:00:00Z", ancestors=["d" * 32]
    )  # fmt: skip
    assert msgspec.to_builtins(line.author) == {
        "id": AUTHOR.id, "name": "Claire Aubrin", "profession": "PSY_LU",
    }  # fmt: skip
    assert line.ancestors == ["d" * 32]
    assert line.hash == line.digest()


def test_a_question_left_empty_says_so(library: Library) -> None:
    """Asked and empty is another thing than not sent."""
    form = library.forms["f1-interview"]
    line = project_sheet(
        record=builders.interview("1" * 32), answers=[], form=form, author=AUTHOR,
        at="2026-11-21T10:00:00Z", ancestors=[],
    )  # fmt: skip
    assert [(answer.question, answer.value) for answer in line.answers] == [("conclusion", None)]
    assert not says_anything(line, form)
    assert says_anything(sheet(form), form)


def test_a_plan_says_which_version_it_is() -> None:
    """Its number and the version it replaces go with it: the receiver sees one present plan."""
    assert {"version", "replaces_id"} <= set(always_on("plan"))
    assert always_on("interview") == always_on("referral")


def test_pasted_control_characters_do_not_stop_a_sheet(library: Library) -> None:
    """A line break of a word processor, a bell, an old line end: the receiver gets plain text."""
    form = library.forms["f1-interview"]
    line = project_sheet(
        record=builders.interview("1" * 32), form=form, author=AUTHOR, at="2026-11-21T10:00:00Z",
        answers=[Answer(question="conclusion", value="un\x0bdeux\r\ntrois\x07\tquatre\rcinq")], ancestors=[],
    )  # fmt: skip
    assert line.answers[0].value == "un deux\ntrois \tquatre\ncinq"
    assert fault_of(line, form=form) == ""


def test_what_others_lean_on_is_written_first() -> None:
    """A partner, then the student, then the case; every noun that travels has its place."""
    assert set(INTO) == set(TRAVELLING)
    assert INTO.index("student") < INTO.index("case")
