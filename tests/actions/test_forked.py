"""A notebook put back to an older state is noticed at the next exchange, on both sides."""

import shutil

import pytest

from app.actions.choose_outgoing import choose_outgoing
from app.actions.finish_sheet import finish_sheet
from app.actions.open_package import open_package
from app.actions.open_sheet import open_sheet
from app.actions.receive_package import receive_package
from app.actions.send_package import send_package
from app.actions.write_acknowledgement import write_acknowledgement
from tests import builders
from tests.exchange.pair import Made, reopened


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


def test_the_receiver_sees_that_the_sender_went_back(pair_with_case, older):
    """The same number comes twice with something else in it, and the next one does not follow."""
    pair = pair_with_case
    _write(pair.ours, pair.library, "À revoir en mai.")
    first = _open(pair.unit, pair.library, _hand_over(pair, pair.ours, "one.age"))
    assert (first.header.sequence, first.is_forked) == (2, False)
    receive_package(pair.unit, library=pair.library, opened=first)
    assert not _open(pair.unit, pair.library, pair.stick / "one.age").is_forked  # only repeated
    _write(older, pair.library, "À revoir en juin.")
    again = _open(pair.unit, pair.library, _hand_over(pair, older, "two.age"))
    assert again.header.sequence == first.header.sequence
    assert again.is_forked
    _write(older, pair.library, "À revoir en juillet.")
    after = _open(pair.unit, pair.library, _hand_over(pair, older, "three.age"))
    assert after.header.sequence == first.header.sequence + 1
    assert after.is_forked


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
    assert _open(pair.ours, pair.library, path).unknown_receipts == []
    (unknown,) = _open(older, pair.library, path).unknown_receipts
    assert unknown.package_id == opened.header.package_id
