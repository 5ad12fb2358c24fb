"""What a package to oneself may not say, however it came to be in it."""

from typing import Any

import msgspec
import pytest

from app.actions.cards.own_card import own_card
from app.actions.other_computer.changed_here import changed_here
from app.actions.sending.send_changes import send_changes
from app.exchange.package.lines import RecordLine
from app.models.correspondent import ONESELF
from app.models.handover import Handover
from tests import builders
from tests.actions.other_computer.computers import Computers, state

_AS_IT_IS: dict[str, Any] = {}


def _card(computers: Computers, **fields: Any) -> RecordLine:
    """A card the desk keeps, with other words on the way."""
    with computers.desk.change():
        computers.desk.correspondents.save(builders.correspondent())
    (line,) = [
        one for one in changed_here(computers.desk, library=computers.library).lines
        if one.kind == "correspondent"
    ]  # fmt: skip
    line = msgspec.structs.replace(line, fields=line.fields | fields)
    return msgspec.structs.replace(line, hash=line.digest())


def _taken(computers: Computers, *, lines: list[RecordLine], beside: list[RecordLine]) -> dict[str, int]:
    changed = msgspec.structs.replace(
        changed_here(computers.desk, library=computers.library), lines=lines, whereabouts=beside
    )
    path = send_changes(computers.desk, changed=changed, folder=computers.stick).path
    return computers.take(path, computers.laptop).counts


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        (_AS_IT_IS, "new"),
        ({"role": ONESELF}, "refused"),
        ({"name": " "}, "refused"),
        ({"sign_key": "z" * 64}, "refused"),
        ({"seal_key": "ssh-ed25519 AAAA"}, "refused"),
        ({"card_id": "../../x"}, "refused"),
        ({"state": "trusted"}, "refused"),
    ],
)
def test_a_card_is_somebody_else_s(computers: Computers, fields: dict[str, Any], verdict: str) -> None:
    """With keys that can be some, and a state there is."""
    assert _taken(computers, lines=[_card(computers, **fields)], beside=[]) == {verdict: 1}
    assert bool(computers.laptop.correspondents.list()) == (verdict == "new")


def test_a_key_is_one_person_s(computers: Computers) -> None:
    """Not one's own, not twice in a package, not that of a card which was kept here by itself."""
    line = _card(computers)
    mine = msgspec.structs.replace(line, fields=line.fields | {"sign_key": own_card(computers.desk).sign_key})
    mine = msgspec.structs.replace(mine, hash=mine.digest())
    assert _taken(computers, lines=[mine], beside=[]) == {"refused": 1}
    twin = msgspec.structs.replace(line, id="f" * 32, revision="e" * 32)
    twin = msgspec.structs.replace(twin, hash=twin.digest())
    assert _taken(computers, lines=[line, twin], beside=[]) == {"new": 1, "refused": 1}
    (kept,) = computers.laptop.correspondents.list()
    assert kept.id == line.id


@pytest.mark.parametrize(
    "fields",
    [
        {"turn": -1}, {"steps": "7"}, {"direction": "up"}, {"at": "yesterday"}, {"ended_how": "lost"},
        {"acknowledged_at": "9999-01-01T00:00:00Z"}, {"sign_key": "b" * 63}, {"case_id": "none"}, {"more": 1},
    ],
)  # fmt: skip
def test_odd_whereabouts_are_left(computers: Computers, fields: dict[str, Any]) -> None:
    """Nothing of them is kept, and the rest of the package comes in."""
    student, other = builders.kept_student(computers.desk), builders.correspondent()
    case = builders.case(student.id)
    with computers.desk.change():
        computers.desk.cases.save(case)
        computers.desk.correspondents.save(other)
        computers.desk.transfers.handovers.add(
            Handover(case_id=case.id, correspondent_id=other.id, package_id="b" * 32, direction="out", turn=1)
        )
    changed = changed_here(computers.desk, library=computers.library)
    (given,) = changed.whereabouts
    odd = msgspec.structs.replace(given, fields=given.fields | fields)
    odd = msgspec.structs.replace(odd, hash=odd.digest())
    _taken(computers, lines=changed.lines, beside=[odd])
    assert computers.laptop.transfers.handovers.list() == []
    assert state(computers.laptop) == state(computers.desk)
    computers.bring(computers.laptop)
    assert changed_here(computers.desk, library=computers.library).whereabouts == [given]
    computers.bring(computers.desk)
    assert len(computers.laptop.transfers.handovers.list()) == 1
