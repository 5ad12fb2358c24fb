"""A case given to a colleague for good: read here once they have it, written there."""

from typing import Any

import msgspec
import pytest

from app.actions.attachments.add_attachment import add_attachment
from app.actions.bin_record import bin_record
from app.actions.cases.ensure_case import ensure_case
from app.actions.cases.save_case import save_case
from app.actions.cases.take_back_case import leave_given, take_back_case
from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.history.erase_for_ever import erase_for_ever
from app.actions.look_at_today import look_at_today
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import SentPackage, send_package
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.new_sheet import new_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.actions.students.look_at_student import look_at_student
from app.actions.timeline.tell_timeline import tell_timeline
from app.errors import CaseGiven, CaseUnfinished, RecordUnknown
from app.i18n import Locale
from app.models.case import Case
from app.models.draft import Draft
from app.models.handover import Handover
from app.models.task import Task
from app.storage.notebook import Notebook
from tests import builders
from tests.exchange.pair import Pair, rows
from tests.pictures import picture

FR = Locale("fr")


def given(pair: Pair, by: Notebook | None = None, **changes: Any) -> SentPackage:
    """Every case of a notebook, ours when not said, leaves for good."""
    by = by or pair.ours
    to = pair.recipient(by).id
    cases = [case.id for case in by.cases.list()]
    outgoing = choose_outgoing(
        by, library=pair.library, correspondent_id=to, case_ids=cases, for_good=True, **changes
    )
    return send_package(by, correspondent_id=to, outgoing=outgoing, folder=pair.stick, ground="TEAM")


def taken(pair: Pair, sent: SentPackage, by: Notebook | None = None) -> None:
    """The package is taken over by the unit, or by whoever is said."""
    by = by or pair.unit
    receive_package(by, library=pair.library, opened=pair.look(sent.path, by))


def answered(pair: Pair, sent: SentPackage, by: Notebook | None = None) -> None:
    """The receipt of who took it, read by who gave it."""
    by = by or pair.unit
    path, _ = write_acknowledgement(by, package_id=sent.package_id, folder=pair.stick)
    giver = pair.ours if by is pair.unit else pair.unit
    open_acknowledgement(giver, opened=pair.look(path, giver))


def the_case(notebook: Notebook) -> Case:
    """The only one."""
    (case,) = notebook.cases.list()
    return case


def standing(notebook: Notebook) -> Handover:
    """The last time it changed hands, as this notebook knows."""
    return notebook.transfers.handovers.list()[-1]


def writes(notebook: Notebook, pair: Pair, text: str) -> None:
    """The conclusion of the only interview is this now."""
    (interview,) = notebook.interviews.list()
    sheet = open_sheet(notebook, library=pair.library, kind="interview", record_id=interview.id)
    values = sheet.values | {"conclusion": text, "main_reason": "LU-03"}
    finish_sheet(notebook, library=pair.library, sheet=sheet, values=values, today=builders.TODAY)


def test_the_receipt_ends_writing_and_nothing_before_it(pair_with_case: Pair) -> None:
    """Written as ever until the colleague has it; then refused by the storage itself, in a plain sentence."""
    pair = pair_with_case
    sent = given(pair)
    assert standing(pair.ours).acknowledged_at is None
    writes(pair.ours, pair, "Entre-temps.")
    taken(pair, sent)
    answered(pair, sent)
    case = the_case(pair.ours)
    assert pair.ours.transfers.handovers.given().keys() == {case.id}
    before = rows(pair.ours)
    with pytest.raises(CaseGiven) as refused:
        writes(pair.ours, pair, "Trop tard.")
    assert "Marc Feller" in refused.value.said(FR)
    with pytest.raises(CaseGiven):
        save_case(pair.ours, case=msgspec.structs.replace(case, state="closed", closed=builders.TODAY))
    with pytest.raises(CaseGiven), pair.ours.change():
        pair.ours.cases.save_many([msgspec.structs.replace(case, rhythm="regular")])
    with pytest.raises(CaseGiven), pair.ours.change():
        pair.ours.interviews.save(msgspec.structs.replace(pair.ours.interviews.list()[0], case_id=None))
    image = pair.stick / "dessin.png"
    image.write_bytes(picture("png"))
    (interview,) = pair.ours.interviews.list()
    with pytest.raises(CaseGiven):
        add_attachment(pair.ours, kind="interview", record_id=interview.id, path=image)
    assert rows(pair.ours) == before
    writes(pair.unit, pair, "L’unité continue.")
    assert standing(pair.unit).direction == "in"
    assert pair.unit.transfers.handovers.given() == {}


def test_what_is_still_ones_own_goes_on(pair_with_case: Pair) -> None:
    """Things to do, the bin, erasing for ever, a new case for the same student."""
    pair = pair_with_case
    old = the_case(pair.ours)
    with pair.ours.change():
        task = pair.ours.tasks.save(Task(text="Prévenir la mère", case_id=old.id, student_id=old.student_id))
    sent = given(pair)
    taken(pair, sent)
    answered(pair, sent)
    assert pair.ours.students.page(followed=True) == []
    assert [line.is_followed for line in pair.ours.students.page()] == [False]
    today = look_at_today(pair.ours, library=pair.library, day=builders.TODAY)
    assert [one.id for one in today.tasks] == [task.id]
    with pair.ours.change():
        pair.ours.tasks.save(msgspec.structs.replace(task, done_at="2026-11-12T10:00:00Z"))
    fresh = new_sheet(
        pair.ours, library=pair.library, form_key="f1-interview", locale=FR, student_id=old.student_id
    )
    assert fresh.record.case_id is None
    with pair.ours.change():
        new = ensure_case(pair.ours, student_id=old.student_id, today=builders.TODAY)
    assert new.id != old.id
    file = look_at_student(pair.ours, student_id=old.student_id, day=builders.TODAY)
    assert (file.open_case, file.given) == (new, {old.id})
    bin_record(pair.ours, library=pair.library, kind="case", record_id=old.id)
    assert pair.ours.cases.get(old.id).removed_at
    erase_for_ever(pair.ours, kind="case", record_id=old.id)
    assert pair.ours.transfers.handovers.list() == []
    assert pair.ours.damage() == []


def test_what_comes_from_the_colleague_is_taken_as_ever(pair_with_case: Pair) -> None:
    """They go on, send what they wrote to read, and it stands here; it stays read here."""
    pair = pair_with_case
    sent = given(pair)
    taken(pair, sent)
    answered(pair, sent)
    writes(pair.unit, pair, "L’unité continue.")
    to = pair.recipient(pair.unit).id
    cases = [the_case(pair.unit).id]
    outgoing = choose_outgoing(pair.unit, library=pair.library, correspondent_id=to, case_ids=cases)
    back = send_package(pair.unit, correspondent_id=to, outgoing=outgoing, folder=pair.stick, ground="TEAM")
    taken(pair, back, pair.ours)
    (interview,) = pair.ours.interviews.list()
    said = {one.question: one.value for one in pair.ours.interviews.answers(interview.id)}
    assert said["conclusion"] == "L’unité continue."
    assert pair.ours.transfers.handovers.given().keys() == {the_case(pair.ours).id}
    assert pair.ours.transfers.conflicts() == []


def test_a_package_back_brings_the_case_back(pair_with_case: Pair) -> None:
    """Given back, it is written here again; the one who gave it back reads it after our receipt."""
    pair = pair_with_case
    sent = given(pair)
    taken(pair, sent)
    answered(pair, sent)
    back = given(pair, pair.unit)
    taken(pair, back, pair.ours)
    writes(pair.ours, pair, "De retour.")
    assert [one.ended_how for one in pair.ours.transfers.handovers.list()] == ["came_back", ""]
    writes(pair.unit, pair, "Pas encore su.")
    answered(pair, back, pair.ours)
    with pytest.raises(CaseGiven):
        writes(pair.unit, pair, "Trop tard.")
    taken(pair, sent)  # the first letter once more: it is older than what is known
    assert pair.unit.transfers.handovers.given().keys() == {the_case(pair.unit).id}


def test_taking_back_needs_a_reason_and_can_be_undone(pair_with_case: Pair) -> None:
    """It is in the log and with the case; a late receipt changes nothing."""
    pair = pair_with_case
    case = the_case(pair.ours)
    with pytest.raises(RecordUnknown):
        take_back_case(pair.ours, case_id=case.id, why="Jamais donné.")
    sent = given(pair)
    taken(pair, sent)
    answered(pair, sent)
    handover = standing(pair.ours)
    take_back_case(pair.ours, case_id=case.id, why="Marc est parti.")
    assert (standing(pair.ours).ended_how, standing(pair.ours).why) == ("taken_back", "Marc est parti.")
    assert "taken_back" in [line.what for line in pair.ours.audit.list()]
    told = tell_timeline(pair.ours, library=pair.library, student_id=case.student_id, locale=FR)
    assert ("Dossier 2026-0001 repris", "Marc est parti.") in [(one.title, one.facts) for one in told]
    writes(pair.ours, pair, "Repris.")
    answered(pair, sent)
    assert pair.ours.transfers.handovers.given() == {}
    leave_given(pair.ours, handover=handover)
    with pytest.raises(CaseGiven):
        writes(pair.ours, pair, "Trop tard.")


def test_two_versions_hold_the_receipt_back(pair_with_case: Pair) -> None:
    """While something of it is not agreed on, nobody says they have it; decided, the next receipt does."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    writes(pair.unit, pair, "Ce que dit l’unité.")
    writes(pair.ours, pair, "Ce que dit Claire.")
    sent = given(pair)
    taken(pair, sent)
    answered(pair, sent)
    assert pair.ours.transfers.package(sent.package_id).state == "acknowledged"
    assert len(pair.ours.transfers.package(sent.package_id).conflicts) == 1
    writes(pair.ours, pair, "Encore à moi.")
    (conflict,) = pair.unit.transfers.conflicts()
    sides = look_at_conflict(pair.unit, library=pair.library, conflict=conflict, locale=FR).sides
    chosen = {one.key: Chosen(choice="theirs") for one in sides}
    decide_conflict(pair.unit, library=pair.library, conflict=conflict, chosen=chosen)
    answered(pair, sent)
    assert pair.ours.transfers.package(sent.package_id).conflicts == []
    with pytest.raises(CaseGiven):
        writes(pair.ours, pair, "Trop tard.")


def test_what_was_begun_is_finished_first(pair_with_case: Pair) -> None:
    """Nothing typed is lost: not given while something is begun; begun before the receipt, it is finished."""
    pair = pair_with_case
    (interview,) = pair.ours.interviews.list()
    draft = Draft(
        record_id=interview.id, kind="interview", form="f1-interview", form_version=1, content={}, cursor={},
        student_id=interview.student_id, case_id=interview.case_id,
    )  # fmt: skip
    pair.ours.drafts.keep(draft)
    with pytest.raises(CaseUnfinished) as refused:
        given(pair)
    assert "2026-0001" in refused.value.said(FR)
    assert pair.ours.transfers.packages() == []
    pair.ours.drafts.drop(interview.id)
    sent = given(pair)
    pair.ours.drafts.keep(draft)
    taken(pair, sent)
    answered(pair, sent)
    writes(pair.ours, pair, "Terminé quand même.")
    with pytest.raises(CaseGiven):
        writes(pair.ours, pair, "Trop tard.")


def test_a_lost_package_is_written_again(pair_with_case: Pair) -> None:
    """The second one counts, and so does the receipt of the first one, where it came after all."""
    pair = pair_with_case
    first = given(pair)
    second = given(pair, again=pair.ours.transfers.states.sent_in(first.package_id))
    assert [one.ended_how for one in pair.ours.transfers.handovers.list()] == ["again", ""]
    taken(pair, first)
    answered(pair, first)
    assert pair.ours.transfers.handovers.given().keys() == {the_case(pair.ours).id}
    taken(pair, second)
    answered(pair, second)
    with pytest.raises(CaseGiven):
        given(pair)  # it is theirs
    take_back_case(pair.ours, case_id=the_case(pair.ours).id, why="Erreur.")
    third = given(pair)
    assert standing(pair.ours).turn == 3
    taken(pair, third)
    answered(pair, third)
    assert standing(pair.ours).acknowledged_at is not None


def test_letters_that_cross_leave_one_holder(pair_with_case: Pair) -> None:
    """Written again here, given back there, in the same turn: both sides agree whose it is."""
    pair = pair_with_case
    first = given(pair)
    taken(pair, first)
    mine, theirs = given(pair), given(pair, pair.unit)
    taken(pair, theirs, pair.ours)
    taken(pair, mine)
    answered(pair, mine)
    answered(pair, theirs, pair.ours)
    held = [not one.transfers.handovers.given() for one in (pair.ours, pair.unit)]
    assert sorted(held) == [False, True]


def test_only_the_one_it_was_given_to_can_end_writing(pair_with_case: Pair) -> None:
    """A receipt that names a case nobody gave, or a package that gave none, freezes nothing."""
    from tests.actions.receipts.test_write_acknowledgement import receipt_of

    pair = pair_with_case
    sent = pair.hand_over()
    taken(pair, sent)
    case = the_case(pair.ours)
    turned = Pair.__new__(Pair)
    turned.ours, turned.unit, turned.library, turned.stick = pair.unit, pair.ours, pair.library, pair.stick
    path = receipt_of(turned, package_id=sent.package_id, taken_on=[case.id]).put(pair.stick)
    open_acknowledgement(pair.ours, opened=pair.look(path, pair.ours))
    assert pair.ours.transfers.package(sent.package_id).acknowledged_at
    writes(pair.ours, pair, "Toujours à moi.")
