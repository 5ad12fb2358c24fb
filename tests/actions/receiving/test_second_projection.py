"""What comes a second time in another shape: more of the same revision, or one's own words back."""

from pathlib import Path

import msgspec
import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.receiving.test_receive_package import conclusion, rewritten
from tests.exchange.letter import Letter
from tests.exchange.opened_form import with_travelling
from tests.exchange.pair import CONTENT, Pair, make, reopened, rows


@pytest.fixture
def opened(library: Library) -> Library:
    """The demand may leave now."""
    return with_travelling(library, "f1-interview", "demand")


def demand(notebook: Notebook) -> str:
    """What the one interview was asked for."""
    (interview,) = notebook.interviews.list()
    said = {answer.question: answer.value for answer in notebook.interviews.answers(interview.id)}
    return str(said.get("demand", ""))


def test_an_answer_that_may_leave_only_now_arrives(pair_with_case: Pair, opened: Library) -> None:
    """The sheet did not change, its form file did: the next package brings the answer, once."""
    pair = pair_with_case
    first = pair.hand_over().path
    pair.library = opened
    second = pair.hand_over().path
    assert [pair.take(path).counts for path in (first, second)] == [
        {"new": 3}, {"updated": 1, "identical": 2},
    ]  # fmt: skip
    assert demand(pair.unit) == "« Je n’ose plus prendre le bus. »"
    before = rows(pair.unit)
    assert pair.take(second).counts == pair.take(first).counts == {"identical": 3}
    assert rows(pair.unit) == before
    assert pair.unit.damage() == []


def test_the_later_shape_may_come_first(pair_with_case: Pair, opened: Library) -> None:
    """Then the earlier one takes nothing back."""
    pair = pair_with_case
    first = pair.hand_over().path
    pair.library = opened
    second = pair.hand_over().path
    assert pair.take(second).counts == {"new": 3}
    assert pair.take(first).counts == {"identical": 3}
    assert demand(pair.unit) == "« Je n’ose plus prendre le bus. »"


def test_a_form_that_closes_and_opens_again_is_followed(pair_with_case: Pair, opened: Library) -> None:
    """Each shape has its number, also one that was sent before."""
    pair = pair_with_case
    closed, paths = pair.library, []
    for library in (closed, opened, closed, opened):
        pair.library = library
        paths.append(pair.hand_over().path)
    interviews = [line for path in paths for line in pair.read(path).records if line.kind == "interview"]
    assert [line.projection for line in interviews] == [0, 1, 2, 3]
    for path in paths:
        assert "conflict" not in pair.take(path).counts
    assert [pair.take(path).counts for path in reversed(paths)] == [{"identical": 3}] * 4


def test_the_unit_wrote_meanwhile(pair_with_case: Pair, opened: Library) -> None:
    """What may leave only now is kept beside the unit's words, once for each shape that came."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    rewritten(pair.unit, pair, conclusion="L’unité a conclu.")
    rewritten(pair.ours, pair, conclusion="Claire a conclu.")
    plain = pair.hand_over().path
    pair.library = opened
    whole = pair.hand_over().path
    for path in (plain, whole, plain, whole):
        assert pair.take(path).counts == {"identical": 2, "conflict": 1}
    assert conclusion(pair.unit) == "L’unité a conclu."
    newest, older = pair.unit.transfers.conflicts()
    assert newest.their_revision == older.their_revision
    asked = [{one["question"] for one in conflict.theirs["answers"]} for conflict in (older, newest)]
    assert ["demand" in questions for questions in asked] == [False, True]


def test_other_words_under_a_revision_that_came_are_told(pair: Pair) -> None:
    """Two copies of a notebook, or a liar: kept beside what came first, never called the same."""
    letter = Letter(pair)
    student = letter.records[0]
    pair.take(letter.put(pair.stick))
    other = Letter(pair)
    other.records = [other.record("student", student["fields"] | {"class_name": "4G9"}, id=student["id"],
                                  revision=student["revision"])]  # fmt: skip
    assert pair.take(other.put(pair.stick)).counts == {"conflict": 1}
    assert pair.unit.students.get(student["id"]).class_name == "5G2"
    (conflict,) = pair.unit.transfers.conflicts()
    assert conflict.theirs["fields"]["class_name"] == "4G9"


def back(pair: Pair, by: Notebook, to: Notebook) -> Path:
    """Everything `by` has, for `to`."""
    recipient = by.correspondents.by_key(own_card(to).sign_key)
    assert recipient is not None
    outgoing = choose_outgoing(
        by, library=pair.library, correspondent_id=recipient.id, case_ids=[one.id for one in by.cases.list()]
    )
    return send_package(
        by, correspondent_id=recipient.id, outgoing=outgoing, folder=pair.stick, ground="TEAM"
    ).path


def test_what_comes_back_unchanged_is_no_second_version(pair_with_case: Pair) -> None:
    """The unit sends a case back to whoever wrote it: identical, and only that it came is noted."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    path = back(pair, pair.unit, pair.ours)
    tables = tuple(table for table in CONTENT if table != "received_revision")
    before = rows(pair.ours, *tables)
    opened = pair.look(path, pair.ours)
    assert receive_package(pair.ours, library=pair.library, opened=opened).counts == {"identical": 3}
    assert rows(pair.ours, *tables) == before
    rewritten(pair.unit, pair, conclusion="L’unité a conclu.")
    opened = pair.look(back(pair, pair.unit, pair.ours), pair.ours)
    counts = receive_package(pair.ours, library=pair.library, opened=opened).counts
    assert counts == {"identical": 2, "updated": 1}


def test_what_comes_back_by_way_of_a_third_notebook(pair_with_case: Pair, tmp_path: Path) -> None:
    """From the practitioner to the unit, to a colleague who numbers cases alike, and home again."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    made = make(tmp_path / "made", role="practitioner", name="Jean Colombier")
    third = reopened(made, tmp_path / "third")
    try:
        (case,) = pair.ours.cases.list()
        with third.change():
            third.cases.save(builders.case(builders.kept_student(third).id, reference=case.reference))
        for one, other in ((pair.unit, third), (third, pair.unit), (third, pair.ours), (pair.ours, third)):
            accept_card(one, card=own_card(other), compared_how="face")
        path = back(pair, pair.unit, third)
        receive_package(third, library=pair.library, opened=pair.look(path, third))
        assert third.cases.get(case.id).reference == f"{case.reference}/2"
        path = back(pair, third, pair.ours)

        def verdicts() -> set[str]:
            looked = pair.look(path, pair.ours).records
            known = pair.ours.history.kinds([one.line.id for one in looked])
            return {one.verdict for one in looked if one.line.id in known}

        assert verdicts() == {"identical"}
        with pair.ours.change():
            kept = pair.ours.students.get(case.student_id)
            pair.ours.students.save(msgspec.structs.replace(kept, class_name="4G1"))
        assert verdicts() == {"identical", "conflict"}
    finally:
        third.close()
