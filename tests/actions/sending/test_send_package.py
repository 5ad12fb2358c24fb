"""Handing over: a sealed file, a number, a line in the ledger, all of it or nothing."""

import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.cards.retire_correspondent import retire_correspondent
from app.actions.sending.choose_outgoing import Outgoing, choose_outgoing
from app.actions.sending.send_package import send_package
from app.actions.streams.outgoing_stream import outgoing_stream
from app.errors import CarnetError, FileNotWritten, NotCompared, NothingToHandOver
from app.security.age_header import count_recipients
from tests import builders
from tests.exchange.pair import Made, Pair, reopened, rows
from tests.stories.bad_input.causes import nothing_grows

_ALL = ("package", "stream", "sent_revision", "disclosure", "revision")


def outgoing(pair: Pair) -> Outgoing:
    """Everything that may leave."""
    return choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=pair.recipient().id,
        case_ids=[case.id for case in pair.ours.cases.list()],
    )  # fmt: skip


def test_the_file_says_nothing_outside(pair_with_case: Pair) -> None:
    """A neutral name, two recipients, readable by its owner only, and no name in its bytes."""
    sent = pair_with_case.hand_over()
    package = pair_with_case.ours.transfers.packages()[0]
    assert sent.path.name == f"carnet-{package.id[:8]}.age"
    content = sent.path.read_bytes()
    assert count_recipients(content[:8192]) == 2
    assert os.name == "nt" or sent.path.stat().st_mode & 0o077 == 0
    for word in ("Da Costa", "Inês", "Aubrin", "Feller", "Moulin", "2026-0001"):
        assert word.encode() not in content


def test_packages_are_numbered_and_chained(pair: Pair) -> None:
    """One row of packages to one recipient: the next names the one before."""
    headers = []
    for n in range(3):
        student = builders.kept_student(pair.ours, given_name=f"Élève {n}")
        builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "x"})
        headers.append(pair.read(pair.hand_over().path))
    assert [one.header.sequence for one in headers] == [1, 2, 3]
    assert [one.header.previous for one in headers] == ["", headers[0].header_hash, headers[1].header_hash]
    assert [one.header.stream_is_new for one in headers] == [True, False, False]
    assert len({one.header.stream_id for one in headers}) == 1
    assert pair.own(pair.unit).hex() in headers[0].header.recipients


def test_the_ledger_has_a_line_for_each_case(pair_with_case: Pair) -> None:
    """To whom, on what ground, when: the case and its student are named."""
    pair = pair_with_case
    sent = pair.hand_over()
    (line,) = pair.ours.disclosures.list()
    (case,) = pair.ours.cases.list()
    assert (line.means, line.recipient, line.ground, line.case_id, line.student_id) == (
        "sent", "Marc Feller", "TEAM", case.id, case.student_id,
    )  # fmt: skip
    assert sent.changes.touches("package")
    assert sent.changes.touches("stream")


def test_nothing_leaves_to_whom_nobody_compared(pair_with_case: Pair) -> None:
    """Not to a card that was only accepted, has changed, or is no longer used."""
    pair = pair_with_case
    chosen = outgoing(pair)
    for state in ("unknown", "changed"):
        with pair.ours.change():
            pair.ours.correspondents.save(msgspec.structs.replace(pair.recipient(), state=state))
        with pytest.raises(NotCompared):
            send_package(pair.ours, correspondent_id=pair.recipient().id, outgoing=chosen, folder=pair.stick)
    retire_correspondent(pair.ours, correspondent_id=pair.recipient().id)
    with pytest.raises(NotCompared):
        send_package(pair.ours, correspondent_id=pair.recipient().id, outgoing=chosen, folder=pair.stick)
    assert list(pair.stick.iterdir()) == []


def test_an_empty_package_is_not_written(pair_with_case: Pair) -> None:
    """The recipient has everything already: said so, no file, no number."""
    pair_with_case.hand_over()
    before = rows(pair_with_case.ours, *_ALL)
    with pytest.raises(NothingToHandOver):
        pair_with_case.hand_over()
    assert rows(pair_with_case.ours, *_ALL) == before


def test_a_file_that_cannot_be_written_is_noted_nowhere(pair_with_case: Pair, tmp_path: Path) -> None:
    """No number is used up, the ledger says nothing, and the next try is number one."""
    pair = pair_with_case
    before = rows(pair.ours, *_ALL)
    with pytest.raises(FileNotWritten):
        pair.hand_over(path=tmp_path / "nowhere" / "x.age")
    assert rows(pair.ours, *_ALL) == before
    assert pair.hand_over().sequence == 1


def test_a_full_disk_leaves_neither_file_nor_number(pair_with_case: Pair) -> None:
    """Where no file may grow nothing is half-written, neither the stick nor the notebook."""
    pair = pair_with_case
    before = rows(pair.ours, *_ALL)
    with nothing_grows(), pytest.raises(CarnetError):
        pair.hand_over()
    assert rows(pair.ours, *_ALL) == before
    assert list(pair.stick.iterdir()) == []
    assert pair.ours.damage() == []


def test_a_notebook_that_cannot_note_it_takes_the_file_back(pair_with_case: Pair) -> None:
    """A file whose number was never noted would share it with the next one.

    The stick takes the small file; the notebook's own, further than any write may reach, refuses the commit.
    """
    pair = pair_with_case
    before = rows(pair.ours, *_ALL)
    with nothing_grows(beyond=100_000), pytest.raises(CarnetError):
        pair.hand_over()
    assert rows(pair.ours, *_ALL) == before
    assert list(pair.stick.iterdir()) == []
    assert pair.hand_over().sequence == 1


def test_a_copy_opened_elsewhere_begins_a_row_of_its_own(pair_with_case: Pair, made_pair: Any) -> None:
    """Two copies of one notebook never give two letters the same number in one row."""
    pair = pair_with_case
    first = pair.read(pair.hand_over().path).header
    pair.ours.close()
    copy = reopened(Made(pair.ours.folder, made_pair[0].key), pair.stick.parent / "copy")
    here = outgoing_stream(copy, correspondent_id=pair.recipient(copy).id)
    copy.close()
    pair.ours = reopened(Made(pair.ours.folder, made_pair[0].key), pair.stick.parent / "moved")
    assert here is None
    pair.unit.close()
    pair.unit = reopened(Made(pair.unit.folder, made_pair[1].key), pair.stick.parent / "unit-too")
    student = builders.kept_student(pair.ours, given_name="Zoé")
    builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "x"})
    second = pair.read(pair.hand_over().path).header
    assert (second.sequence, second.previous, second.stream_is_new) == (1, "", True)
    assert second.stream_id != first.stream_id
    builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "y"})
    third = pair.read(pair.hand_over().path).header
    assert (third.sequence, third.stream_id) == (2, second.stream_id)
