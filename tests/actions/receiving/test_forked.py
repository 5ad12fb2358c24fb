"""A notebook put back to an older state is noticed at the next exchange, on both sides."""

import shutil

import pytest

from app.actions.receipts.write_acknowledgement import write_acknowledgement
from app.actions.receiving.open_package import NEW_ROW, open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.errors import PackageForked
from tests import builders
from tests.exchange.pair import Made, reopened, rows


def _hand_over(pair, ours, name):
    """Write what is new for the unit into a file of that name; its path."""
    (to,) = ours.correspondents.list()
    outgoing = choose_outgoing(
        ours, library=pair.library, correspondent_id=to.id, case_ids=[case.id for case in ours.cases.list()]
    )
    return send_package(ours, correspondent_id=to.id, outgoing=outgoing, path=pair.stick / name).path


def _open(notebook, library, path):
    return open_package(notebook, library=library, path=path)


def _write(ours, library, conclusion):
    (sheet,) = ours.interviews.list()
    opened = open_sheet(ours, library=library, kind="interview", record_id=sheet.id)
    finish_sheet(
        ours, library=library, sheet=opened, values=opened.values | {"conclusion": conclusion},
        today=builders.TODAY,
    )  # fmt: skip


@pytest.fixture
def older(pair_with_case, made_pair, tmp_path):
    """The practitioner's notebook as it was after the first package, beside the one that goes on."""
    pair = pair_with_case
    receive_package(
        pair.unit, library=pair.library,
        opened=_open(pair.unit, pair.library, _hand_over(pair, pair.ours, "zero.age")),
    )  # fmt: skip
    folder = tmp_path / "older-files"
    shutil.copytree(pair.ours.folder, folder)
    opened = reopened(Made(folder, made_pair[0].key), tmp_path / "older")
    yield opened
    opened.close()


def test_the_receiver_is_told_that_the_sender_begins_anew(pair_with_case, older, locale_fr):
    """An older copy used elsewhere counts from 1 again, beside the row that was there."""
    pair = pair_with_case
    _write(pair.ours, pair.library, "À revoir en mai.")
    first = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "one.age"))
    assert (first.header.sequence, first.is_forked, first.is_new_row) == (2, False, False)
    receive_package(pair.unit, library=pair.library, opened=first)
    _write(older, pair.library, "À revoir en juin.")
    again = _open(pair.unit, pair.library, _hand_over(pair, older, "two.age"))
    assert (again.header.sequence, again.is_new_row) == (1, True)
    assert "recommence à compter" in locale_fr.text(NEW_ROW)


def test_the_same_place_put_back_is_a_fork(pair_with_case, made_pair, tmp_path):
    """Files put back by hand where they were: the number that was given already is given again."""
    pair = pair_with_case
    zero = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "zero.age"))
    receive_package(pair.unit, library=pair.library, opened=zero)
    folder = pair.ours.folder
    shutil.copytree(folder, tmp_path / "before")
    _write(pair.ours, pair.library, "À revoir en mai.")
    first = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "one.age"))
    receive_package(pair.unit, library=pair.library, opened=first)
    pair.ours.close()
    shutil.rmtree(folder)
    put_back = reopened(Made(tmp_path / "before", made_pair[0].key), folder)
    try:
        _write(put_back, pair.library, "À revoir en juin.")
        again = _open(pair.unit, pair.library, _hand_over(pair, put_back, "two.age"))
        assert (again.header.sequence, again.is_forked, again.is_new_row) == (2, True, False)
        before = rows(pair.unit, "package", "stream"), rows(pair.unit)
        with pytest.raises(PackageForked):
            receive_package(pair.unit, library=pair.library, opened=again)
        assert (rows(pair.unit, "package", "stream"), rows(pair.unit)) == before
    finally:
        put_back.close()


def test_a_late_package_is_compared_with_its_neighbours(pair_with_case, made_pair, tmp_path):
    """The number between two that came: the true one is taken as late, another one in its place is a fork."""
    pair = pair_with_case
    zero = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "zero.age"))
    receive_package(pair.unit, library=pair.library, opened=zero)
    folder = pair.ours.folder
    shutil.copytree(folder, tmp_path / "before")
    _write(pair.ours, pair.library, "À revoir en mai.")
    first = _hand_over(pair, pair.ours, "one.age")
    _write(pair.ours, pair.library, "À revoir en juin.")
    second = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "two.age"))
    assert (second.header.sequence, second.missing, second.is_late) == (3, [2], False)
    receive_package(pair.unit, library=pair.library, opened=second)
    assert pair.unit.transfers.states.missing() == {pair.recipient(pair.unit).id: [2]}
    late = _open(pair.unit, pair.library, first)
    assert (late.is_forked, late.is_late) == (False, True)
    pair.ours.close()
    shutil.rmtree(folder)
    put_back = reopened(Made(tmp_path / "before", made_pair[0].key), folder)
    try:
        _write(put_back, pair.library, "À revoir en juillet.")
        other = _open(pair.unit, pair.library, _hand_over(pair, put_back, "three.age"))
        assert (other.header.sequence, other.header.previous) == (2, zero.header_hash)
        assert other.is_forked
    finally:
        put_back.close()
    receive_package(pair.unit, library=pair.library, opened=late)
    assert pair.unit.transfers.states.missing() == {}
    (interview,) = pair.unit.interviews.list()
    said = {one.question: one.value for one in pair.unit.interviews.answers(interview.id)}
    assert said["conclusion"] == "À revoir en juin."


def test_a_row_that_begins_anew_is_said(pair_with_case, made_pair, tmp_path):
    """A notebook from before anything left counts from 1 again: no fork, but it is told."""
    pair = pair_with_case
    shutil.copytree(pair.ours.folder, tmp_path / "files")
    opened = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "one.age"))
    assert (opened.is_new_row, opened.is_forked) == (False, False)
    receive_package(pair.unit, library=pair.library, opened=opened)
    before = reopened(Made(tmp_path / "files", made_pair[0].key), tmp_path / "before")
    try:
        opened = _open(pair.unit, pair.library, _hand_over(pair, before, "two.age"))
    finally:
        before.close()
    assert (opened.header.sequence, opened.is_new_row, opened.is_forked) == (1, True, False)


def test_a_row_that_goes_on_is_no_fork(pair_with_case):
    """Number after number, and one that is missing, are not taken for one."""
    pair = pair_with_case
    for number in range(4):
        _write(pair.ours, pair.library, f"Suite {number}.")
        opened = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, f"{number}.age"))
        assert not opened.is_forked
        if number != 1:
            receive_package(pair.unit, library=pair.library, opened=opened)
    assert _open(pair.unit, pair.library, pair.stick / "1.age").is_forked is False


def test_the_sender_learns_from_the_receipt(pair_with_case, older):
    """A receipt for a package this notebook does not remember: it is the one that went back."""
    pair = pair_with_case
    _write(pair.ours, pair.library, "À revoir en mai.")
    opened = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "one.age"))
    receive_package(pair.unit, library=pair.library, opened=opened)
    path, _ = write_acknowledgement(
        pair.unit, package_id=opened.header.package_id, path=pair.stick / "receipt.age"
    )
    assert not _open(pair.ours, pair.library, path).unknown_receipts
    (unknown,) = _open(older, pair.library, path).unknown_receipts
    assert unknown.package_id == opened.header.package_id
