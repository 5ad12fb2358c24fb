"""A case given to a colleague is read on both computers, whichever of them heard of it first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.cases.take_back_case import leave_given, take_back_case
from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.conflicts.undo_decision import undo_decision
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.other_computer.changed_here import changed_here
from app.actions.other_computer.tell_whereabouts import tell_whereabouts
from app.actions.receipts.late_packages import late_packages
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.note_step import drop_package, note_handed_over
from app.actions.sending.written_since import written_since
from app.errors import CaseGiven, ReceiptElsewhere, SenderRetired
from app.frameworks.library import Library
from app.i18n import Locale
from app.models.case import Case
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.other_computer.colleague import Three, known, packages, three_notebooks
from tests.actions.other_computer.computers import state
from tests.exchange.pair import Made, rows


@pytest.fixture
def three(made_desk: Made, made_pair: tuple[Made, Made], library: Library, tmp_path: Path) -> Iterator[Three]:
    """One case with an interview, on both computers."""
    with three_notebooks(made_desk, made_pair[1], library, tmp_path) as all_three:
        student = builders.kept_student(all_three.desk)
        builders.finished(
            all_three.desk, library, student_id=student.id, values={"conclusion": "Première rencontre"}
        )
        all_three.both_ways()
        yield all_three


def _case(notebook: Notebook) -> Case:
    (case,) = notebook.cases.list()
    return case


def _given(three: Three, by: Notebook) -> Path:
    """The case is given and taken over; the receipt that says so."""
    sent = three.give(by)
    receive_package(three.colleague, library=three.library, opened=three.look(sent.path, three.colleague))
    return three.answer(sent.package_id)


def _interview(notebook: Notebook) -> str:
    (one,) = notebook.interviews.list()
    return one.id


def test_the_other_computer_reads_it_too(three: Three) -> None:
    """With the same day and the same name; also where the receipt was opened on the other one first."""
    receipt = _given(three, three.desk)
    three.both_ways()
    three.write(three.laptop, _interview(three.laptop), conclusion="Entre-temps")
    three.both_ways()
    three.read_receipt(receipt, three.laptop)  # which did not write the package
    three.both_ways()
    for by in (three.desk, three.laptop):
        assert by.transfers.handovers.given().keys() == {_case(by).id}
        assert late_packages(by, day=builders.TODAY) == []
        with pytest.raises(CaseGiven) as refused:
            three.write(by, _interview(by), conclusion="Trop tard")
        assert three.whom(by).name in refused.value.said(Locale("fr"))
    assert known(three.desk) == known(three.laptop)
    assert packages(three.desk) == packages(three.laptop)
    before = known(three.desk)
    three.read_receipt(receipt, three.desk)
    three.both_ways()
    assert known(three.desk) == known(three.laptop) == before
    assert changed_here(three.desk, library=three.library).whereabouts == []


def test_what_would_become_of_a_case_is_told_before(three: Three) -> None:
    """In words, as long as it is news."""
    reference, name = _case(three.desk).reference, three.whom(three.desk).name

    def told(by: Notebook) -> list[str]:
        path = three.send(by)
        reader = three.laptop if by is three.desk else three.desk
        lines = three.look(path, reader).whereabouts
        said = tell_whereabouts(reader, lines=lines, references={}, locale=Locale("en"))
        three.take(path, reader)
        assert tell_whereabouts(reader, lines=lines, references={}, locale=Locale("en")) == []
        return said

    receipt = _given(three, three.desk)
    packages_too = "How far 1 package to others has got."
    given_on, package = told(three.desk)
    assert given_on.startswith(f"Case {reference} was given to {name} on ")
    assert package == packages_too
    three.read_receipt(receipt, three.laptop)
    read, package = told(three.laptop)
    assert read.startswith(f"Case {reference} was given to {name}, who has had it since ")
    assert package == packages_too
    take_back_case(three.desk, case_id=_case(three.desk).id, why="Marc est parti.")
    assert told(three.desk) == [f"Case {reference} was taken back: Marc est parti."]


def test_what_was_written_meanwhile_is_kept_and_offered(three: Three) -> None:
    """Both computers have it, and it can leave for the colleague from either."""
    receipt = _given(three, three.desk)
    three.read_receipt(receipt, three.desk)
    three.write(three.laptop, _interview(three.laptop), conclusion="Écrit dans le train")
    three.both_ways()
    assert state(three.desk) == state(three.laptop)
    for by in (three.desk, three.laptop):
        assert by.transfers.handovers.given()
        said = {answer.value for answer in by.interviews.answers(_interview(by))}
        assert "Écrit dans le train" in said
        outgoing = choose_outgoing(
            by, library=three.library, correspondent_id=three.whom(by).id, case_ids=[_case(by).id]
        )
        assert [line.kind for line in outgoing.lines] == ["student", "case", "interview"]
    sent = three.give(three.laptop, for_good=False)
    opened = three.look(sent.path, three.colleague)
    assert (opened.count("conflict"), opened.count("refused"), opened.count("new")) == (0, 0, 0)
    assert opened.count("updated") >= 1
    receive_package(three.colleague, library=three.library, opened=opened)
    three.both_ways()
    for by in (three.desk, three.laptop):  # and once it left it is offered no more
        outgoing = choose_outgoing(
            by, library=three.library, correspondent_id=three.whom(by).id, case_ids=[_case(by).id]
        )
        assert outgoing.lines == []


def test_two_versions_of_ones_own_are_decided_all_the_same(three: Three) -> None:
    """Both computers wrote before either heard of the receipt: nobody else can say which stands."""
    receipt = _given(three, three.desk)
    three.write(three.desk, _interview(three.desk), conclusion="Au bureau")
    three.write(three.laptop, _interview(three.laptop), conclusion="Dans le train")
    three.read_receipt(receipt, three.desk)
    three.both_ways()
    (conflict,) = open_conflicts(three.desk)
    chosen = {
        one.key: Chosen(choice="theirs")
        for one in look_at_conflict(
            three.desk, library=three.library, conflict=conflict, locale=Locale("en")
        ).sides
    }
    decided = decide_conflict(three.desk, library=three.library, conflict=conflict, chosen=chosen)
    undo_decision(three.desk, library=three.library, decided=decided)
    decide_conflict(three.desk, library=three.library, conflict=conflict, chosen=chosen)
    three.both_ways()
    three.both_ways()
    for by in (three.desk, three.laptop):
        assert open_conflicts(by) == []
        assert "Dans le train" in {answer.value for answer in by.interviews.answers(_interview(by))}
        given = by.transfers.handovers.given()[_case(by).id]
        assert written_since(by, library=three.library, handover=given) == 1
        with pytest.raises(CaseGiven):
            three.write(by, _interview(by), conclusion="Trop tard")


def test_a_receipt_that_is_early_waits(three: Three) -> None:
    """The laptop has not heard of the package: it takes nothing, and says what to do first."""
    receipt = _given(three, three.desk)
    before = rows(three.laptop)
    with pytest.raises(ReceiptElsewhere):
        three.read_receipt(receipt, three.laptop)
    assert rows(three.laptop) == before
    three.both_ways()
    three.read_receipt(receipt, three.laptop)
    three.both_ways()
    assert three.desk.transfers.handovers.given()
    assert known(three.desk) == known(three.laptop)


def test_taken_back_and_not_after_all(three: Three) -> None:
    """Also undone after the other one heard of it; an old file brings nothing back."""
    three.read_receipt(_given(three, three.desk), three.desk)
    old = three.send(three.desk)
    three.take(old, three.laptop)
    (given,) = three.laptop.transfers.handovers.list()
    take_back_case(three.laptop, case_id=_case(three.laptop).id, why="Marc est parti.")
    three.both_ways()
    assert not three.desk.transfers.handovers.given()
    assert three.desk.transfers.handovers.list()[0].why == "Marc est parti."
    three.take(old, three.laptop)
    assert not three.laptop.transfers.handovers.given()
    leave_given(three.laptop, handover=given)
    three.both_ways()
    assert three.desk.transfers.handovers.given()
    assert known(three.desk) == known(three.laptop)


def test_given_again_and_the_first_receipt_comes_elsewhere(three: Three) -> None:
    """Written again at the desk; the laptop only knows of the first package, and of its receipt."""
    receipt = _given(three, three.desk)
    three.both_ways()
    three.give(three.desk)
    three.read_receipt(receipt, three.laptop)
    three.both_ways()
    for by in (three.desk, three.laptop):
        assert by.transfers.handovers.given(), "the colleague has the case, whichever package brought it"
    assert known(three.desk) == known(three.laptop)


def test_it_comes_back_on_one_of_the_two(three: Three) -> None:
    """Opened on the laptop, written on both again; the receipt is the laptop's to write."""
    three.read_receipt(_given(three, three.desk), three.desk)
    three.both_ways()
    back = three.give(three.colleague)
    three.take(back.path, three.laptop)
    three.both_ways()
    for by in (three.desk, three.laptop):
        assert not by.transfers.handovers.given()
        three.write(by, _interview(by), conclusion=f"De retour {by is three.desk}")
        three.both_ways()
        three.decide(three.desk, "ours")
    three.answer(back.package_id, three.laptop)
    three.both_ways()
    assert known(three.desk) == known(three.laptop)
    assert [one.ended_how for one in three.desk.transfers.handovers.list()] == ["came_back", ""]


def test_both_gave_it_away(three: Three) -> None:
    """Each without knowing of the other: both rows stand on both, and one receipt makes it read."""
    sent = [three.give(by) for by in (three.desk, three.laptop)]
    three.both_ways()
    assert known(three.desk) == known(three.laptop)
    assert len(known(three.desk)) == 2
    for one in sent:
        receive_package(three.colleague, library=three.library, opened=three.look(one.path, three.colleague))
    three.read_receipt(three.answer(sent[0].package_id), three.desk)
    three.read_receipt(three.answer(sent[1].package_id), three.laptop)
    three.both_ways()
    assert known(three.desk) == known(three.laptop)
    assert three.desk.transfers.handovers.given().keys() == {_case(three.desk).id}
    assert three.laptop.transfers.handovers.given().keys() == {_case(three.laptop).id}


def test_how_far_a_package_has_got_is_said_on_both(three: Three) -> None:
    """Handed over, dropped, dropped after all: whoever changed their mind last is right."""
    sent = three.give(three.desk, for_good=False)
    three.both_ways()
    note_handed_over(three.laptop, package_id=sent.package_id)
    drop_package(three.laptop, package_id=sent.package_id)
    three.both_ways()
    drop_package(three.desk, package_id=sent.package_id, dropped=False)
    three.both_ways()
    assert packages(three.desk) == packages(three.laptop)
    package = three.laptop.transfers.package(sent.package_id)
    assert package is not None
    assert package.state == "handed_over"
    receive_package(three.colleague, library=three.library, opened=three.look(sent.path, three.colleague))
    three.read_receipt(three.answer(sent.package_id), three.laptop)
    three.both_ways()
    assert three.desk.transfers.package(sent.package_id).state == "acknowledged"  # type: ignore[union-attr]
    assert packages(three.desk) == packages(three.laptop)


def test_who_is_no_longer_heard_is_heard_on_neither(three: Three) -> None:
    """Retired on one, met again on the other: the latest that knew of the other counts."""
    sent = three.give(three.desk, for_good=False)
    receive_package(three.colleague, library=three.library, opened=three.look(sent.path, three.colleague))
    receipt = three.answer(sent.package_id)
    retire_correspondent(three.desk, correspondent_id=three.whom(three.desk).id)
    old = three.send(three.desk)
    three.take(old, three.laptop)
    with pytest.raises(SenderRetired):
        three.look(receipt, three.laptop)
    accept_card(three.laptop, card=own_card(three.colleague), compared_how="face")
    three.take(old, three.laptop)
    three.both_ways()
    assert three.whom(three.desk).state == three.whom(three.laptop).state == "compared"


def test_apart_the_more_careful_state_of_a_card_counts(three: Three) -> None:
    """Compared anew on one while the other stopped exchanging: nothing is exchanged on either."""
    retire_correspondent(three.desk, correspondent_id=three.whom(three.desk).id)
    retire_correspondent(three.laptop, correspondent_id=three.whom(three.laptop).id)
    accept_card(three.laptop, card=own_card(three.colleague), compared_how="phone")
    three.both_ways()
    three.both_ways()
    assert three.whom(three.desk).state == three.whom(three.laptop).state == "retired"
    assert changed_here(three.desk, library=three.library).lines == []
    assert not three.desk.transfers.conflicts()


def test_what_was_agreed_on_a_card_is_told_back(three: Three) -> None:
    """Old files of the other one, opened late, do not bring back what was settled between the two since."""
    retire_correspondent(three.laptop, correspondent_id=three.whom(three.laptop).id)
    retire_correspondent(three.desk, correspondent_id=three.whom(three.desk).id)
    late = [three.send(three.laptop)]
    accept_card(three.laptop, card=own_card(three.colleague), compared_how="face")
    late.append(three.send(three.laptop))
    three.both_ways()
    three.bring(three.laptop)
    for path in late:
        three.take(path, three.desk)
    assert three.whom(three.desk).state == three.whom(three.laptop).state == "retired"
    three.both_ways()
    assert three.whom(three.desk).state == three.whom(three.laptop).state == "retired"


def test_of_a_case_erased_there_nothing_comes_back(three: Three) -> None:
    """Its handover is forgotten where it was erased, and not waited for."""
    case = _case(three.laptop)
    erase_for_ever(three.laptop, kind="student", record_id=case.student_id)
    three.read_receipt(_given(three, three.desk), three.desk)
    three.both_ways()
    assert three.laptop.transfers.handovers.list() == []
    assert changed_here(three.desk, library=three.library).whereabouts == []
