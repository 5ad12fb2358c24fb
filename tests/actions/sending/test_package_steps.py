"""What one sent: written, handed over, reminded, acknowledged; on Today once it waits too long."""

from datetime import timedelta

import pytest

from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.look_at_today import look_at_today
from app.actions.receipts.choose_waiting_days import choose_waiting_days
from app.actions.receipts.late_packages import late_packages
from app.actions.receipts.open_acknowledgement import open_acknowledgement
from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.look_at_package import look_at_package
from app.actions.sending.note_step import drop_package, note_handed_over, note_reminded
from app.actions.sending.send_package import send_package
from app.errors import RecordUnknown
from app.i18n import Locale
from app.models.package import Package
from app.ui.transfer.package_words import local_day
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair


def left(pair: Pair) -> Package:
    """The newest package of ours."""
    return pair.ours.transfers.packages(direction="out")[0]


def late(pair: Pair, days: int) -> list[int]:
    """The numbers on Today so many days after the newest package was written."""
    day = local_day(left(pair).at) + timedelta(days=days)
    return [one.sequence for one in late_packages(pair.ours, day=day)]


def test_each_step_is_noted_and_can_be_undone(pair_with_case: Pair) -> None:
    """Written; handed over when somebody says so; dropped and waited for again; a receipt counts anyway."""
    pair = pair_with_case
    sent = pair.hand_over()
    assert left(pair).state == "written"
    note_handed_over(pair.ours, package_id=sent.package_id)
    assert left(pair).state == "handed_over"
    note_handed_over(pair.ours, package_id=sent.package_id, handed_over=False)
    assert left(pair).state == "written"
    note_reminded(pair.ours, package_id=sent.package_id)
    assert (left(pair).state, left(pair).waits_since) == ("handed_over", left(pair).reminded_at)
    drop_package(pair.ours, package_id=sent.package_id)
    assert left(pair).state == "dropped"
    assert [one.what for one in pair.ours.audit.list()].count("handed_over") == 2
    pair.take(sent.path)
    pair.acknowledge(sent.package_id)
    assert (left(pair).state, left(pair).applied) == ("acknowledged", 3)


def test_what_waits_too_long_is_on_today(pair_with_case: Pair) -> None:
    """After seven days, or as many as were chosen; not what was dropped, reminded of since, or received."""
    pair = pair_with_case
    sent = pair.hand_over()
    assert (late(pair, 6), late(pair, 7)) == ([], [1])
    choose_waiting_days(pair.ours, days=3)
    assert (late(pair, 2), late(pair, 3)) == ([], [1])
    day = local_day(left(pair).at) + timedelta(days=3)
    today = look_at_today(pair.ours, library=pair.library, day=day)
    assert (len(today.packages), today.count) == (1, 1)
    drop_package(pair.ours, package_id=sent.package_id)
    assert late(pair, 30) == []
    drop_package(pair.ours, package_id=sent.package_id, dropped=False)
    assert late(pair, 30) == [1]
    retire_correspondent(pair.ours, correspondent_id=pair.recipient().id)
    assert late(pair, 30) == []


def test_a_reminder_begins_the_waiting_anew(pair_with_case: Pair) -> None:
    """It is the last of the three moments that counts, whenever the package was written."""
    pair = pair_with_case
    sent = pair.hand_over()
    states = pair.ours.transfers.states
    with pair.ours.change():
        for step, day in (("handed_over_at", "2026-01-05"), ("reminded_at", "2026-01-20")):
            states.note_step(sent.package_id, step, f"{day}T12:00:00Z")  # type: ignore[arg-type]
    assert [len(late_packages(pair.ours, day=local_day(f"2026-01-{n}T12:00:00Z"))) for n in (26, 27)] == [
        0,
        1,
    ]


def test_a_package_that_was_lost_is_written_again(pair_with_case: Pair) -> None:
    """Everything it held leaves once more, though it was sent before; nobody waits for the first one."""
    pair = pair_with_case
    lost = pair.hand_over()
    to, cases = pair.recipient().id, left(pair).case_ids
    nothing = choose_outgoing(pair.ours, library=pair.library, correspondent_id=to, case_ids=cases)
    assert nothing.case_ids == []
    again = choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=to, case_ids=cases,
        again=pair.ours.transfers.states.sent_in(lost.package_id),
    )  # fmt: skip
    sent = send_package(
        pair.ours, correspondent_id=to, outgoing=again, folder=pair.stick, ground="TEAM",
        instead_of=lost.package_id,
    )  # fmt: skip
    first = pair.ours.transfers.package(lost.package_id)
    assert first is not None
    assert first.state == "dropped"
    assert pair.take(sent.path).counts == {"new": 3}
    assert pair.take(lost.path).counts == {"identical": 3}  # it comes after all, and late
    assert pair.look(lost.path).is_repeated


def test_the_receipt_says_what_was_refused_and_why(pair_with_case: Pair) -> None:
    """By a code on the way and a sentence here; nobody's words travel, and an unknown code has one too."""
    pair = pair_with_case
    letter = Letter(pair)
    (student,) = letter.records
    letter.records = [letter.case(student)]
    path = letter.put(pair.stick)
    opened = pair.look(path)
    assert opened.count("refused") == 1
    pair.take(path)
    kept = pair.unit.transfers.package(opened.header.package_id)
    assert kept is not None
    assert kept.refused == {letter.records[0]["id"]: "alone"}
    receipt, _ = write_acknowledgement(pair.unit, package_id=kept.id, folder=pair.stick)
    assert pair.read(receipt, pair.ours).receipts[0].refused == kept.refused
    sent = pair.hand_over()
    with pair.ours.change():
        pair.ours.transfers.states.answered(
            sent.package_id, applied=2, conflicts=[],
            refused={pair.ours.interviews.list()[0].id: "form", "0" * 32: "of a later day"},
        )  # fmt: skip
    file = look_at_package(pair.ours, library=pair.library, package_id=sent.package_id, locale=Locale("en"))
    reasons = {title.split(",")[0]: why for title, why in file.refused}
    assert reasons["Interview"].startswith("Its form is not known there")
    assert reasons["something that was erased here since"].startswith("The receipt does not say why")
    with pytest.raises(RecordUnknown):
        look_at_package(pair.ours, library=pair.library, package_id="0" * 32, locale=Locale("en"))


def test_the_receipt_of_a_large_package_has_many_lines(
    pair_with_case: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None longer than a reader allows; together they say what one would have said."""
    pair = pair_with_case
    monkeypatch.setattr("app.actions.receipts.write_acknowledgement._A_LINE", 1)
    sent = pair.hand_over()
    pair.take(sent.path)
    refused = {letter * 32: "form" for letter in "ab"}
    with pair.unit.change():
        pair.unit.transfers.states.answered(sent.package_id, applied=3, conflicts=[], refused=refused)
    receipt, _ = write_acknowledgement(pair.unit, package_id=sent.package_id, folder=pair.stick)
    opened = pair.look(receipt, pair.ours)
    assert [len(one.records) for one in opened.receipts] == [1, 1, 1]
    assert open_acknowledgement(pair.ours, opened=opened).package_ids == [sent.package_id]
    kept = pair.ours.transfers.package(sent.package_id)
    assert kept is not None
    assert (kept.applied, kept.refused) == (3, refused)
    assert kept.acknowledged_at is not None
