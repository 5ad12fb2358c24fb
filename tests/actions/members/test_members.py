"""Who has which case, and who may be written down twice, in a unit with two practitioners."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.actions.cards.accept_card import accept_card
from app.actions.cards.own_card import own_card
from app.actions.members.find_same_people import find_same_people, keep_apart
from app.actions.members.look_at_members import Member, look_at_members
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_proposals import choose_proposals
from app.actions.sending.send_package import send_package
from app.actions.students.join_students import join_students
from app.models.student import Student
from tests import builders
from tests.exchange.pair import Made, Pair, reopened


@pytest.fixture
def second(pair: Pair, made_pair: tuple[Made, Made], tmp_path: Path) -> Iterator[Pair]:
    """Noé Wirth, another practitioner of the same unit."""
    noe = reopened(made_pair[0], tmp_path / "noe")
    with noe.change():
        noe.practitioners.save(msgspec.structs.replace(noe.author, name="Noé Wirth"))
    # a copy begins with the keys of nobody: the identity is made when it is first asked for
    assert own_card(noe).sign_key != own_card(pair.ours).sign_key
    accept_card(noe, card=own_card(pair.unit), compared_how="face")
    accept_card(pair.unit, card=msgspec.structs.replace(own_card(noe), id="ab" * 16), compared_how="face")
    other = object.__new__(Pair)
    other.ours, other.unit, other.library, other.stick = noe, pair.unit, pair.library, pair.stick
    yield other
    noe.close()


def followed(pair: Pair, **changes: object) -> Student:
    """A student with one interview, handed over to the unit."""
    student = builders.kept_student(pair.ours, **changes)
    builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "Vu."})
    (to,) = pair.ours.correspondents.list()
    path = pair.hand_over().path
    receive_package(pair.unit, library=pair.library, opened=pair.look(path))
    assert to.name == "Marc Feller"
    return student


def members(pair: Pair) -> dict[str, Member]:
    """By name."""
    return {one.correspondent.name: one for one in look_at_members(pair.unit)}


def test_who_has_which_case(pair: Pair, second: Pair) -> None:
    """What came from each, receipts that are owed, cases and students; nothing before."""
    assert {name: (one.received, one.cases) for name, one in members(pair).items()} == {
        "Claire Aubrin": (0, []), "Noé Wirth": (0, []),
    }  # fmt: skip
    followed(pair, given_name="Inês")
    followed(second, given_name="Ysé", family_name="Colombe", birth_date=date(2012, 2, 2))
    found = members(pair)
    assert [one.name for one in found["Claire Aubrin"].cases] == ["Da Costa, Inês"]
    assert [one.name for one in found["Noé Wirth"].cases] == ["Colombe, Ysé"]
    assert (found["Noé Wirth"].received, found["Noé Wirth"].owed) == (1, 1)
    assert "Colombe" not in repr(found) + repr(found["Noé Wirth"].cases)
    (package, *_) = pair.unit.transfers.packages(direction="in")
    write_acknowledgement(pair.unit, package_id=package.id, folder=pair.stick)
    assert sum(one.owed for one in members(pair).values()) == 1


def test_a_case_that_is_proposed_is_asked_until_it_is_answered(pair: Pair, second: Pair) -> None:
    """Claire's case is proposed to Noé: asked; once he agrees both have it; declined, only she has."""
    followed(pair)
    (case,) = pair.unit.cases.list()
    noe = members(pair)["Noé Wirth"].correspondent
    for answer in (False, True):
        outgoing = choose_proposals(
            pair.unit, library=pair.library, correspondent_id=noe.id, case_ids=[case.id]
        )
        sent = send_package(
            pair.unit, correspondent_id=noe.id, outgoing=outgoing, folder=pair.stick, ground="TEAM"
        )
        assert [one.is_asked for one in members(pair)["Noé Wirth"].cases] == [True]
        opened = second.look(sent.path, second.ours)
        answers = {opened.offers[0].line.id: answer}
        receive_package(second.ours, library=pair.library, opened=opened, answers=answers)
        path, _ = write_acknowledgement(second.ours, package_id=opened.header.package_id, folder=pair.stick)
        open_acknowledgement(pair.unit, opened=second.look(path, pair.unit))
        assert [one.is_asked for one in members(pair)["Noé Wirth"].cases] == ([False] if answer else [])
    assert [one.case.id for one in members(pair)["Claire Aubrin"].cases] == [case.id]


def test_one_person_with_two_practitioners_is_proposed(pair: Pair, second: Pair) -> None:
    """Nearly the same name from two senders; joined by a person or said to be two, they are gone."""
    followed(pair, given_name="Inês")
    followed(pair, given_name="Ines Maria", birth_date=None)  # both hers: her matter
    assert find_same_people(pair.unit) == []
    followed(second, given_name="INES", birth_date=None)
    followed(second, given_name="Inês", birth_date=date(2009, 9, 9))  # another birthday, another person
    found = find_same_people(pair.unit)
    names = {frozenset((one.one.given_name, one.other.given_name)) for one in found}
    assert names == {
        frozenset(("INES", "Inês")),
        frozenset(("INES", "Ines Maria")),
        frozenset(("Ines Maria", "Inês")),
    }
    for one in found:
        senders = {one.one_from, one.other_from}
        assert len(senders) == 2
        assert "" not in senders
    assert all(student.joined_into is None for student in pair.unit.students.list()), "nobody was joined"
    first = found[0]
    ids = (first.one.id, first.other.id)
    keep_apart(pair.unit, student_ids=ids)
    assert len(find_same_people(pair.unit)) == len(found) - 1
    keep_apart(pair.unit, student_ids=ids, apart=False)
    assert len(find_same_people(pair.unit)) == len(found)
    join_students(pair.unit, kept_id=first.one.id, other_id=first.other.id)
    assert len(find_same_people(pair.unit)) < len(found)
