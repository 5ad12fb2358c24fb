"""A unit proposes its class list: accepted, it is taken like one from a file; in doubt nobody is guessed."""

from datetime import date
from pathlib import Path

import pytest

from app.actions.bin_record import bin_record
from app.actions.proposals.look_at_offers import Offer
from app.actions.proposals.tell_offer import tell_offer
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_proposals import choose_proposals
from app.actions.sending.send_package import send_package
from app.errors import RosterTooLong
from app.exchange.package import limits
from app.exchange.proposed_roster import ProposedStudent
from app.i18n import Locale
from app.models.student import Student
from tests import builders
from tests.exchange.pair import Pair

BORN = date(2011, 4, 3)


def listed(pair: Pair) -> Path:
    """The unit sends its class list down."""
    to = pair.recipient(pair.unit).id
    outgoing = choose_proposals(pair.unit, library=pair.library, correspondent_id=to, roster=True)
    return send_package(pair.unit, correspondent_id=to, outgoing=outgoing, folder=pair.stick).path


def offered(pair: Pair, path: Path) -> list[Offer]:
    """What the practitioner is asked."""
    return pair.look(path, pair.ours).offers


def answered(pair: Pair, path: Path, answer: bool) -> None:
    """The same answer to every proposal of the file."""
    opened = pair.look(path, pair.ours)
    given = {one.line.id: answer for one in opened.offers if one.is_open}
    receive_package(pair.ours, library=pair.library, opened=opened, answers=given)


def here(pair: Pair) -> set[tuple[str, str]]:
    """Who is in the practitioner's notebook, and in which class."""
    return {(one.listed_name, one.class_name) for one in pair.ours.students.list()}


@pytest.fixture
def school_id(pair: Pair) -> str:
    """Both have the school, each under an identifier of its own."""
    (ours,), (theirs,) = pair.ours.schools.list(), pair.unit.schools.list()
    assert ours.name == theirs.name
    return theirs.id


def at_the_unit(pair: Pair, school_id: str | None, *people: tuple[str, str, str]) -> list[Student]:
    """Students of the unit: family name, given name, class."""
    return [
        builders.kept_student(
            pair.unit, family_name=family, given_name=given, class_name=group, school_id=school_id,
            birth_date=BORN, roster_key="",
        )
        for family, given, group in people
    ]  # fmt: skip


def test_new_ones_come_and_the_others_get_their_class(pair: Pair, school_id: str) -> None:
    """Whoever is followed keeps their sheet; the same list once more asks nothing."""
    mine = builders.kept_student(
        pair.ours, family_name="Colombe", given_name="Ysé", class_name="6e2", birth_date=BORN
    )
    at_the_unit(pair, school_id, ("Colombe", "Ysé", "5e2"), ("Weis", "Tom", "5e1"))
    path = listed(pair)
    (offer,) = offered(pair, path)
    assert offer.is_open
    (told,) = tell_offer(pair.ours, library=pair.library, offer=offer, locale=Locale("en"))
    said = dict(told.fields)
    assert said["New here"] == "Weis, Tom (5e1)"
    assert said["Changed"] == "Colombe, Ysé (5e2)"
    assert here(pair) == {("Colombe, Ysé", "6e2")}
    answered(pair, path, True)
    assert here(pair) == {("Colombe, Ysé", "5e2"), ("Weis, Tom", "5e1")}
    assert pair.ours.students.get(mine.id).class_name == "5e2"
    (school,) = {one.school_id for one in pair.ours.students.list()}
    assert school == pair.ours.schools.list()[0].id
    (again,) = offered(pair, listed(pair))
    assert again.is_same
    assert not again.is_open


def test_nothing_else_of_a_student_leaves(pair: Pair, school_id: str) -> None:
    """No address, no telephone; a sheet that goes on in another one, or lies in the bin, is on no list."""
    builders.kept_student(pair.unit, street="Rue du Silence", phone="+352 20 00 00 77", school_id=school_id)
    to = pair.recipient(pair.unit).id
    (line,) = choose_proposals(pair.unit, library=pair.library, correspondent_id=to, roster=True).lines
    (one,) = line.fields["said"]["students"]
    assert one.keys() <= set(ProposedStudent.__struct_fields__)
    assert not {"street", "phone", "email"} & one.keys()
    (student,) = pair.unit.students.list()
    bin_record(pair.unit, library=pair.library, kind="student", record_id=student.id)
    assert choose_proposals(pair.unit, library=pair.library, correspondent_id=to, roster=True).lines == []


def test_twins_without_a_birth_date_are_nobody_s_guess(pair: Pair, school_id: str) -> None:
    """Two of one name here, one on the list: neither is touched, and it is said."""
    for group in ("6e1", "6e2"):
        builders.kept_student(
            pair.ours, family_name="Weis", given_name="Lou", class_name=group, birth_date=None, roster_key=""
        )
    at_the_unit(pair, school_id, ("Weis", "Lou", "5e1"), ("Adam", "Zoé", "5e1"))
    path = listed(pair)
    (offer,) = offered(pair, path)
    (told,) = tell_offer(pair.ours, library=pair.library, offer=offer, locale=Locale("en"))
    assert dict(told.fields)["In doubt, left as they are"] == "Weis, Lou (5e1)"
    answered(pair, path, True)
    assert here(pair) == {("Weis, Lou", "6e1"), ("Weis, Lou", "6e2"), ("Adam, Zoé", "5e1")}


def test_declined_nothing_changes(pair: Pair, school_id: str) -> None:
    """And the file opened once more shows what was answered."""
    at_the_unit(pair, school_id, ("Adam", "Zoé", "5e1"))
    path = listed(pair)
    answered(pair, path, False)
    assert pair.ours.students.list() == []
    (offer,) = offered(pair, path)
    assert (offer.answer, offer.is_open) == ("declined", False)


def test_each_school_has_its_list(pair: Pair, school_id: str) -> None:
    """Those of no school come on one of their own."""
    at_the_unit(pair, school_id, ("Adam", "Zoé", "5e1"))
    at_the_unit(pair, None, ("Bock", "Ana", "4e"))
    offers = offered(pair, listed(pair))
    schools = {str(one.line.fields["said"]["school"]) for one in offers}
    assert schools == {"", pair.unit.schools.get(school_id).name}


def test_a_list_that_fills_no_line_is_refused(
    pair: Pair, school_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name, before anything is written."""
    at_the_unit(pair, school_id, ("Adam", "Zoé", "5e1"))
    monkeypatch.setattr(limits, "LARGEST_LINE", 300)
    with pytest.raises(RosterTooLong):
        listed(pair)
    assert list(pair.stick.iterdir()) == []
