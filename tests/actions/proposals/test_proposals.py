"""A unit proposes; the practitioner accepts or declines each; nothing changes before."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.proposals.kept import kept_proposals
from app.actions.proposals.look_at_offers import NOT_THE_UNIT, Offer
from app.actions.proposals.own_unit import choose_unit, is_own_unit
from app.actions.proposals.tell_offer import tell_offer
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.receive_package import Received, receive_package
from app.actions.sending.choose_proposals import choose_proposals, has_unit_file
from app.actions.sending.send_package import SentPackage, send_package
from app.actions.unit_changes.kept import read_changes
from app.actions.unit_changes.rename_entry import rename_entry
from app.errors import NotAUnit, UnitFileTooLong
from app.exchange.incoming import ALONE, ODD_FIELDS, ODD_VALUES
from app.exchange.package import limits
from app.i18n import Locale
from app.models.partner import Partner
from app.models.school import School
from tests import builders
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair, rows

LIST, CODE = "n09-partner-types", "CCJF"


def proposed(pair: Pair, **chosen: Any) -> SentPackage:
    """The unit sends these proposals down."""
    to = pair.recipient(pair.unit).id
    outgoing = choose_proposals(pair.unit, library=pair.library, correspondent_id=to, **chosen)
    return send_package(pair.unit, correspondent_id=to, outgoing=outgoing, folder=pair.stick, ground="TEAM")


def offers(pair: Pair, path: Path) -> list[Offer]:
    """What the practitioner is asked."""
    return pair.look(path, pair.ours).offers


def answered(pair: Pair, path: Path, *answers: bool | None) -> Received:
    """The practitioner takes the file with these answers, in the order of its proposals."""
    opened = pair.look(path, pair.ours)
    given = {
        one.line.id: answer for one, answer in zip(opened.offers, answers, strict=True) if answer is not None
    }
    return receive_package(pair.ours, library=pair.library, opened=opened, answers=given)


def told_back(pair: Pair) -> dict[str, str]:
    """The receipt goes up; what the unit knows of its proposals, by what they are about."""
    package = pair.ours.transfers.packages(direction="in")[0]
    path, _ = write_acknowledgement(pair.ours, package_id=package.id, folder=pair.stick)
    open_acknowledgement(pair.unit, opened=pair.look(path, pair.unit))
    return {one.about: one.answer for one in kept_proposals(pair.unit).values()}


@pytest.fixture
def case_id(pair: Pair) -> str:
    """A case with an interview at the unit, which the practitioner knows nothing of."""
    student = builders.kept_student(pair.unit)
    said = {"conclusion": "À suivre au lycée."}
    builders.finished(pair.unit, pair.library, student_id=student.id, values=said)
    (case,) = pair.unit.cases.list()
    return case.id


def test_a_case_comes_in_when_it_is_accepted(pair: Pair, case_id: str) -> None:
    """Looked at and left, nothing is there; accepted, the case and its sheets are; the unit reads it."""
    sent = proposed(pair, case_ids=[case_id])
    (offer,) = offers(pair, sent.path)
    assert offer.is_open
    assert {line.kind for line in offer.lines} == {"student", "case", "interview"}
    before = rows(pair.ours)
    assert not pair.look(sent.path, pair.ours).records
    assert answered(pair, sent.path, None).left == 1
    assert rows(pair.ours) == before
    assert told_back(pair) == {"case": ""}
    done = answered(pair, sent.path, True)
    assert (done.counts, done.left) == ({"new": 3}, 0)
    assert pair.ours.cases.get(case_id).state == "open"
    assert pair.ours.interviews.list()[0].case_id == case_id
    assert told_back(pair) == {"case": "accepted"}
    assert pair.ours.damage() == pair.unit.damage() == []


def test_a_case_that_is_declined_stays_away(pair: Pair, case_id: str) -> None:
    """Nothing of it is written, not when the file is opened again either; the answer goes up."""
    sent = proposed(pair, case_ids=[case_id])
    assert answered(pair, sent.path, False).counts == {}
    for notebook_list in (pair.ours.students, pair.ours.cases, pair.ours.interviews):
        assert notebook_list.list() == []
    (offer,) = offers(pair, sent.path)
    assert (offer.answer, offer.is_open) == ("declined", False)
    assert answered(pair, sent.path, True).counts == {}, "it was answered; another proposal may come"
    assert pair.ours.cases.list() == []
    assert told_back(pair) == {"case": "declined"}


def test_the_first_answer_counts(pair: Pair, case_id: str) -> None:
    """Opened in two windows, declined in one and then accepted in the other: it stays declined."""
    sent = proposed(pair, case_ids=[case_id])
    first, second = pair.look(sent.path, pair.ours), pair.look(sent.path, pair.ours)
    (asked,) = (one.line.id for one in first.offers)
    receive_package(pair.ours, library=pair.library, opened=first, answers={asked: False})
    receive_package(pair.ours, library=pair.library, opened=second, answers={asked: True})
    assert pair.ours.cases.list() == []
    assert kept_proposals(pair.ours)[asked].answer == "declined"


def test_what_was_declined_can_be_proposed_again(pair: Pair, case_id: str) -> None:
    """It leaves whole once more, although the unit sent all of it before."""
    answered(pair, proposed(pair, case_ids=[case_id]).path, False)
    assert answered(pair, proposed(pair, case_ids=[case_id]).path, True).counts == {"new": 3}
    told_back(pair)
    to = pair.recipient(pair.unit).id
    again = choose_proposals(pair.unit, library=pair.library, correspondent_id=to, case_ids=[case_id])
    assert [line.kind for line in again.lines] == ["proposal"], "what they have is not sent again"


def test_what_stands_beside_a_proposal_is_taken_as_ever(pair: Pair, case_id: str) -> None:
    """One case handed over, another proposed in one package: only the second one waits."""
    other = builders.kept_student(pair.unit, given_name="Zoé")
    builders.finished(pair.unit, pair.library, student_id=other.id, values={"conclusion": "Vu."})
    (second,) = [one.id for one in pair.unit.cases.list() if one.id != case_id]
    to = pair.recipient(pair.unit).id
    outgoing = choose_proposals(
        pair.unit, library=pair.library, correspondent_id=to, case_ids=[case_id, second]
    )
    kept = [line for line in outgoing.lines if line.fields.get("record_id") != second]
    sent = send_package(
        pair.unit, correspondent_id=to, folder=pair.stick,
        outgoing=msgspec.structs.replace(outgoing, lines=kept),
    )  # fmt: skip
    assert answered(pair, sent.path, None).counts == {"new": 3}
    assert [one.id for one in pair.ours.cases.list()] == [second]
    assert answered(pair, sent.path, True).counts == {"new": 3, "identical": 3}


def test_the_directory_and_the_schools(pair: Pair) -> None:
    """New, brought up to date by its name, the same already: each asked for itself, none emptied."""
    with pair.unit.change():
        new = pair.unit.partners.save(builders.partner())
        known = pair.unit.partners.save(Partner(service="Maison des jeunes", phone="+352 20 00 00 44"))
        same = pair.unit.partners.save(Partner(service="Office social"))
        school = pair.unit.schools.save(School(name="École du Pré", city="Bonnevoie"))
    with pair.ours.change():
        mine = pair.ours.partners.save(Partner(service="MAISON DES JEUNES", city="Esch", phone="1"))
        pair.ours.partners.save(Partner(service="Office social", city="Ailleurs"))
    sent = proposed(pair, partner_ids=[new.id, known.id, same.id], school_ids=[school.id])
    asked = {one.said.record_id: one for one in offers(pair, sent.path) if one.said}
    assert [asked[one.id].is_open for one in (new, known, same, school)] == [True, True, False, True]
    order = [one.said.record_id for one in offers(pair, sent.path) if one.said]
    answers = {new.id: True, known.id: True, same.id: None, school.id: False}
    assert answered(pair, sent.path, *(answers[one] for one in order)).left == 0
    added = pair.ours.partners.get(new.id)
    assert (added.person, added.street) == ("Tom Welter", "14, allée des Tilleuls")
    updated = pair.ours.partners.get(mine.id)
    assert (updated.service, updated.phone, updated.city) == ("Maison des jeunes", "+352 20 00 00 44", "Esch")
    assert pair.ours.history.of(mine.id)[-1].author_id == pair.unit.author_id
    assert [one.name for one in pair.ours.schools.list()] == ["Lycée du Moulin"]
    assert len(pair.ours.partners.list()) == 3
    told_back(pair)
    said = {one.record_id: one.answer for one in kept_proposals(pair.unit).values()}
    assert said == {
        new.id: "accepted", known.id: "accepted", same.id: "accepted", school.id: "declined",
    }  # fmt: skip
    assert pair.ours.damage() == []


def test_lists_and_forms_come_as_a_proposal(pair: Pair) -> None:
    """What would change is told line by line; accepted, it is so, and is asked no more."""
    assert not has_unit_file(pair.unit)
    rename_entry(
        pair.unit, library=pair.library, list_key=LIST, code=CODE, label={"fr": "Centre de la vallée"}
    )
    assert has_unit_file(pair.unit)
    sent = proposed(pair, unit_file=True)
    (offer,) = offers(pair, sent.path)
    assert offer.preview is not None
    assert [one.what for one in offer.preview.differences] == ["renamed"]
    assert read_changes(pair.ours).lists == {}
    done = answered(pair, sent.path, True)
    assert done.changes.touches("unit_changes")
    assert read_changes(pair.ours) == read_changes(pair.unit)
    assert told_back(pair) == {"unit_file": "accepted"}
    (again,) = offers(pair, proposed(pair, unit_file=True).path)
    assert again.is_same


def test_lists_too_long_for_a_line_are_told(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setattr(limits, "LARGEST_LINE", 300)
    rename_entry(pair.unit, library=pair.library, list_key=LIST, code=CODE, label={"fr": "x" * 60})
    with pytest.raises(UnitFileTooLong):
        proposed(pair, unit_file=True)
    assert list(pair.stick.iterdir()) == []


def test_only_a_unit_proposes(pair_with_case: Pair) -> None:
    """A practitioner's notebook has nothing to propose, not to the unit either."""
    pair = pair_with_case
    with pytest.raises(NotAUnit):
        choose_proposals(pair.ours, library=pair.library, correspondent_id=pair.recipient().id)


def test_only_one_s_own_unit_is_heard(pair: Pair, case_id: str) -> None:
    """A colleague, another unit, a unit nobody compared: refused with its own sentence, nothing is asked."""
    with pair.unit.change():
        entry = pair.unit.partners.save(builders.partner())
    sent = proposed(pair, case_ids=[case_id], partner_ids=[entry.id])
    known = pair.recipient(pair.ours)
    assert is_own_unit(pair.ours, known)
    for changes in ({"role": "practitioner"}, {"unit": "Une autre unité"}, {"state": "unknown"}):
        other = msgspec.structs.replace(known, **changes)
        with pair.ours.change():
            pair.ours.correspondents.save(other)
        opened = pair.look(sent.path, pair.ours)
        assert opened.offers == []
        assert {(one.verdict, one.reason) for one in opened.records} == {("refused", NOT_THE_UNIT)}
        before = rows(pair.ours)
        receive_package(
            pair.ours, library=pair.library, opened=opened, answers={opened.records[0].line.id: True}
        )
        assert rows(pair.ours) == before
    with pair.ours.change():
        pair.ours.correspondents.save(msgspec.structs.replace(known, unit="Une autre unité"))
    choose_unit(pair.ours, correspondent_id=known.id)
    assert len(offers(pair, sent.path)) == 2
    choose_unit(pair.ours, correspondent_id="f" * 32)
    assert offers(pair, sent.path) == []


def test_an_answer_counts_only_from_whom_it_was_asked(pair: Pair, case_id: str) -> None:
    """Somebody else's receipt, or one for what never left, answers nothing."""
    proposed(pair, case_ids=[case_id])
    (asked,) = kept_proposals(pair.unit)
    letter = Letter(pair)
    letter.header["kind"] = "acknowledgement"
    sent = pair.unit.transfers.packages(direction="out")[0]
    receipt = {
        "package_id": sent.id, "received_at": "2026-11-21T10:00:00Z", "records": {}, "counts": {},
        "answers": {asked: "accepted", "f" * 32: "declined"},
    }  # fmt: skip
    letter.records = [receipt | {"package_id": "f" * 32}]
    open_acknowledgement(pair.unit, opened=pair.look(letter.put(pair.stick), pair.unit))
    assert kept_proposals(pair.unit)[asked].answer == ""
    letter = Letter(pair)
    letter.header["kind"] = "acknowledgement"
    letter.records = [receipt]
    open_acknowledgement(pair.unit, opened=pair.look(letter.put(pair.stick), pair.unit))
    assert kept_proposals(pair.unit)[asked].answer == "accepted"
    assert kept_proposals(pair.unit).keys() == {asked}


ODD: list[tuple[dict[str, Any], str]] = [
    ({"about": "case", "record_id": "f" * 32}, ALONE),
    ({"about": "case", "record_id": "../x"}, ODD_VALUES),
    ({"about": "case", "record_id": "f" * 32, "said": {"state": "closed"}}, ODD_FIELDS),
    ({"about": "song", "record_id": "f" * 32}, ODD_VALUES),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": "X"}, "more": 1}, ODD_FIELDS),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": "X", "removed_at": "x"}}, ODD_FIELDS),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": " "}}, ODD_VALUES),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": "X", "secrecy": "maybe"}}, ODD_VALUES),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": "a\u202eb"}}, ODD_VALUES),
    ({"about": "partner", "record_id": "f" * 32, "said": {"service": 7}}, ODD_VALUES),
    ({"about": "school", "record_id": "", "said": {"name": "X"}}, ODD_VALUES),
    ({"about": "unit_file", "said": {"changes": {"lists": 1}}}, ODD_VALUES),
    ({"about": "unit_file", "said": {}}, ODD_VALUES),
    ({"about": "roster", "said": {"school": "X", "students": []}}, ODD_VALUES),
    ({"about": "roster", "said": {"students": [{"family_name": " ", "given_name": ""}]}}, ODD_VALUES),
    ({"about": "roster", "said": {"students": [{"family_name": "X", "given_name": "a\u202eb"}]}}, ODD_VALUES),
    (
        {"about": "roster", "said": {"students": [{"family_name": "X", "given_name": "Y", "street": "Z"}]}},
        ODD_VALUES,
    ),
    ({"about": ["case"], "record_id": []}, ODD_VALUES),
    ({}, ODD_VALUES),
]


@pytest.mark.parametrize(("fields", "reason"), ODD, ids=str)
def test_a_proposal_says_nothing_odd(pair: Pair, fields: dict[str, Any], reason: str) -> None:
    """What no unit of ours writes is refused with its reason, also when it is signed by our unit."""
    letter = Letter(Pair.turned(pair))
    letter.records = [letter.record("proposal", fields)]
    opened = pair.look(letter.put(pair.stick), pair.ours)
    assert [(one.verdict, one.reason) for one in opened.records] == [("refused", reason)]
    assert opened.offers == []


def test_a_unit_s_file_leaves_out_what_is_broken(pair: Pair) -> None:
    """A list nobody knows in it is told and not taken; the rest can be."""
    letter = Letter(Pair.turned(pair))
    changes = {
        "lists": {"no-such-list": {"order": []}, LIST: {"entries": {CODE: {"label": {"fr": "Autre nom"}}}}}
    }
    said = {"about": "unit_file", "said": {"changes": changes, "unit": "SePAS"}}
    letter.records = [letter.record("proposal", said)]
    (offer,) = pair.look(letter.put(pair.stick), pair.ours).offers
    assert offer.preview is not None
    assert (len(offer.preview.differences), len(offer.preview.problems)) == (1, 1)


def test_each_is_told_in_words(pair: Pair, case_id: str) -> None:
    """What it is, what would change and what stands here; the records of a case field by field."""
    with pair.unit.change():
        entry = pair.unit.partners.save(builders.partner())
        school = pair.unit.schools.save(School(name="École du Pré"))
    with pair.ours.change():
        pair.ours.partners.save(msgspec.structs.replace(entry, city="Ailleurs", revision=""))
    rename_entry(pair.unit, library=pair.library, list_key=LIST, code=CODE, label={"fr": "Autre"})
    sent = proposed(pair, case_ids=[case_id], partner_ids=[entry.id], school_ids=[school.id], unit_file=True)
    told = {
        one.said.about: tell_offer(pair.ours, library=pair.library, offer=one, locale=Locale("en"))
        for one in offers(pair, sent.path)
        if one.said
    }
    reference = pair.unit.cases.get(case_id).reference
    assert told["case"][0].title == f"Follow the case {reference} of Inês Da Costa"
    assert any("À suivre au lycée." in value for one in told["case"] for _, value in one.fields)
    assert told["partner"][0].title == "Directory: Centre de consultation Les Tilleuls"
    assert told["partner"][0].fields == [("Town", "Tilleulbourg (here: Ailleurs)")]
    assert told["school"][0].title == "School: École du Pré"
    assert told["unit_file"][0].title.endswith("SePAS du Lycée du Moulin")


def test_a_proposed_case_in_parts_waits_in_each(
    pair: Pair, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its proposal goes along in every part; answered in one, the others come in like all else."""
    monkeypatch.setattr(limits, "MOST_RECORDS", 8)
    (student,) = pair.unit.students.list()
    for n in range(12):
        builders.finished(pair.unit, pair.library, student_id=student.id, values={"conclusion": f"No {n}"})
    sent = proposed(pair, case_ids=[case_id])
    assert len(sent.paths) > 2
    for path in sent.paths:
        (offer,) = offers(pair, path)
        assert offer.is_open
        assert not pair.look(path, pair.ours).records
    assert answered(pair, sent.paths[1], True).counts["new"] > 2
    for path in sent.paths:
        opened = pair.look(path, pair.ours)
        assert [one.answer for one in opened.offers] == ["accepted"]
        receive_package(pair.ours, library=pair.library, opened=opened)
    assert len(pair.ours.interviews.list()) == 13
    assert pair.ours.damage() == []
