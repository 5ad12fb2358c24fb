"""The bytes of attachments in a package: whole, in order, and those their records speak of."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from app.errors import PackageDamaged
from app.exchange.attachments.limits import LARGEST
from app.exchange.package import limits
from app.exchange.package.pieces import count_for
from app.storage.attachments import PIECE
from tests import pictures
from tests.attached import attached
from tests.exchange.file_letter import PDF, FileLetter
from tests.exchange.pair import Pair

Spoil = Callable[[FileLetter], Any]
LARGE = bytes(range(256)) * 2440  # two pieces


def letter_of(pair: Pair) -> FileLetter:
    """Two attachments: one in one piece, one in two."""
    letter = FileLetter(pair)
    letter.add(PDF)
    letter.add(LARGE, parts=[LARGE[:PIECE], LARGE[PIECE:]], type="png")
    return letter


def test_pieces_are_as_large_as_in_the_notebook() -> None:
    """What is kept there piece by piece leaves piece by piece, and the largest file in as many as may be."""
    assert limits.LARGEST_PIECE == PIECE
    assert count_for(LARGEST) == limits.MOST_PIECES
    assert (count_for(1), count_for(PIECE), count_for(PIECE + 1)) == (1, 1, 2)
    assert 4 * PIECE // 3 + 200 < limits.LARGEST_LINE


def test_a_sound_one_is_read(pair: Pair) -> None:
    """Each attachment has its bytes."""
    package = pair.read(letter_of(pair).put(pair.stick))
    assert [place.lines for place in package.files.values()] == [1, 2]
    assert b"".join(piece.content for piece in package.pieces) == PDF + LARGE


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _version_1(letter: FileLetter) -> None:
    letter.header["version"] = 1


def _one_more(letter: FileLetter) -> None:
    letter.pieces.append(letter.pieces[-1] | {"piece": 2})


def _cut_in_other_places(letter: FileLetter) -> None:
    letter.pieces[1]["content"] = _base64(LARGE[:100])
    letter.pieces[2]["content"] = _base64(LARGE[100:])


SPOILT: dict[str, Spoil] = {
    "a piece is missing": lambda letter: letter.pieces.pop(),
    "one too many": _one_more,
    "in another order": lambda letter: letter.pieces.reverse(),
    "of another attachment": lambda letter: letter.pieces[0].update(attachment="f" * 32),
    "one bit of it flipped": lambda letter: letter.pieces[0].update(
        content=_base64(bytes([PDF[0] ^ 1]) + PDF[1:])
    ),
    "nothing in it": lambda letter: letter.pieces[0].update(content=""),
    "no base64": lambda letter: letter.pieces[0].update(content="§§§"),
    "cut in other places": _cut_in_other_places,
    "its record says another size": lambda letter: letter.records[2]["fields"].update(size=7),
    "its record says more pieces": lambda letter: letter.records[2].update(pieces=2),
    "its record says more than there can be": lambda letter: letter.records[2].update(pieces=97),
    "its record says none": lambda letter: letter.records[2].update(pieces=0),
    "a student has pieces": lambda letter: letter.records[0].update(pieces=1),
    "the manifest counts less": lambda letter: letter.manifest.update(pieces=2),
    "the manifest counts them as records": lambda letter: letter.manifest.update(records=7, pieces=0),
    "the manifest counts below nothing": lambda letter: letter.manifest.update(records=8, pieces=-1),
    "the manifest says nothing of them": lambda letter: letter.manifest.update(pieces=None),
    "in a package of the first version": _version_1,
    "in a receipt": lambda letter: letter.header.update(kind="acknowledgement"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_what_does_not_hold_together_is_no_package(pair: Pair, spoil: Spoil) -> None:
    """Signed or not: a sender whose own words contradict each other is not believed in anything."""
    letter = letter_of(pair)
    spoil(letter)
    for record in letter.records:  # the hash of a line is true: it is the bytes that are not
        record |= {"hash": letter.record(record["kind"], record["fields"], id=record["id"])["hash"]}
    with pytest.raises(PackageDamaged):
        pair.read(letter.put(pair.stick))


def test_large_ones_go_in_parts(pair_with_case: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part has whole attachments with what they lean on, and none is larger than a reader takes."""
    pair = pair_with_case
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 700_000)
    (case,), (sheet,) = pair.ours.cases.list(), pair.ours.interviews.list()
    made = [
        attached(
            pair.ours, pictures.noise("png", size=(330, 330 + n)), name=f"{n}.png",
            kind="interview" if n % 2 else "case", record_id=sheet.id if n % 2 else case.id,
        )
        for n in range(4)
    ]  # fmt: skip
    sent = pair.hand_over()
    assert len(sent.paths) == 4
    for path in sorted(sent.paths, reverse=True):
        assert pair.take(path).counts.get("refused", 0) == 0
    assert {one.id for one in pair.unit.attachments.list()} == {one.id for one in made}
    assert pair.unit.damage() == []
    assert pair.ours.transfers.sent(pair.recipient().id).keys() >= {one.id for one in made}
