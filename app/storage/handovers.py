"""Cases given to somebody for good, and cases that came so."""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.models.handover import End, Handover
from app.models.record import now
from app.models.stream import Direction
from app.storage.given import GIVEN
from app.storage.shelf import Core

_NAMES = [field.name for field in msgspec.structs.fields(Handover)]
_COLUMNS = ", ".join(_NAMES)
_TURNS = "turn, package_id"
Rows = list[Handover]  # inside the class, `list` is what a shelf does


class Handovers:
    """Written inside a change; of a case the row with the highest turn says how it stands.

    Not the one that was written last: two computers of one practitioner hear of them in another order.
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    def add(self, handover: Handover) -> None:
        """Note that a case left or came for good."""
        self._note(handover.case_id)
        self._core.engine.run(
            f"INSERT INTO handover ({_COLUMNS}) VALUES ({', '.join('?' * len(_NAMES))})",
            [getattr(handover, name) for name in _NAMES],
        )

    def list(self) -> list[Handover]:
        """Every one, oldest first."""
        return self._where("1 ORDER BY seq", ())

    def of_cases(self, case_ids: Iterable[str]) -> dict[str, Rows]:
        """Of each case what was given and what came, turn by turn; a case that never was is absent."""
        found: dict[str, Rows] = {}
        wanted = msgspec.json.encode(sorted(set(case_ids))).decode()
        for one in self._where(f"case_id IN (SELECT value FROM json_each(?)) ORDER BY {_TURNS}", (wanted,)):
            found.setdefault(one.case_id, []).append(one)
        return found

    def of_package(self, package_id: str, direction: Direction) -> Rows:
        """The cases one package gave or brought."""
        return self._where("package_id = ? AND direction = ? ORDER BY seq", (package_id, direction))

    def given(self) -> dict[str, Handover]:
        """The cases nobody writes in here any more, by case."""
        return {one.case_id: one for one in self._where(f"{GIVEN} ORDER BY {_TURNS}", ())}

    def under_way(self, case_ids: Iterable[str]) -> dict[str, Handover]:
        """Those of these cases that were given and neither came back nor were taken back, by case."""
        return {
            case_id: last
            for case_id, all_of_it in self.of_cases(case_ids).items()
            for last in [one for one in all_of_it if one.direction == "out" and not one.ended_at][-1:]
        }

    def last(self, case_id: str) -> tuple[int, str]:
        """How often this case has changed hands, and with which package last: the same on both sides."""
        row = self._core.engine.row(
            "SELECT turn, package_id FROM handover WHERE case_id = ?"
            " ORDER BY turn DESC, package_id DESC LIMIT 1",
            (case_id,),
        )
        return (int(row[0]), str(row[1])) if row else (0, "")

    def acknowledge(self, handover: Handover, at: str) -> None:
        """The receiver has it, or was told that we do; the first time stays."""
        self._note(handover.case_id)
        self._core.engine.run(
            "UPDATE handover SET acknowledged_at = ? WHERE id = ? AND acknowledged_at IS NULL",
            (at, handover.id),
        )

    def hold_back(self, handover: Handover, held_back: bool) -> None:
        """Whether something of it is refused here."""
        self._core.engine.run("UPDATE handover SET held_back = ? WHERE id = ?", (held_back, handover.id))

    def end(self, handover: Handover, how: End, *, why: str = "") -> None:
        """It is here again, or goes once more."""
        self._note(handover.case_id)
        self._core.engine.run(
            "UPDATE handover SET ended_at = ?, ended_how = ?, why = ?, steps = steps + 1 WHERE id = ?",
            (now(), how, why, handover.id),
        )

    def reopen(self, handover: Handover) -> None:
        """As it stood before it was ended, for undoing."""
        self._note(handover.case_id)
        self._core.engine.run(
            "UPDATE handover SET ended_at = NULL, ended_how = '', why = '', steps = steps + 1 WHERE id = ?",
            (handover.id,),
        )

    def find(self, handover: Handover) -> Handover | None:
        """What is known here of the same package and case."""
        found = self._where(
            "case_id = ? AND package_id = ? AND direction = ?",
            (handover.case_id, handover.package_id, handover.direction),
        )
        return found[0] if found else None

    def agree(self, handover: Handover) -> None:
        """As both computers of one practitioner know it."""
        self._note(handover.case_id)
        self._core.engine.run(
            "UPDATE handover SET acknowledged_at = ?, ended_at = ?, ended_how = ?, why = ?, steps = ?"
            " WHERE id = ?",
            (
                handover.acknowledged_at, handover.ended_at, handover.ended_how, handover.why,
                handover.steps, handover.id,
            ),
        )  # fmt: skip

    def _where(self, condition: str, parameters: tuple[Any, ...]) -> Rows:
        rows = self._core.engine.rows(f"SELECT {_COLUMNS} FROM handover WHERE {condition}", parameters)
        return [_handover(row) for row in rows]

    def _note(self, case_id: str) -> None:
        if self._core.change is None:
            raise RuntimeError("handovers are written inside notebook.change()")
        self._core.change.note("case", case_id)


def _handover(row: tuple[Any, ...]) -> Handover:
    values = dict(zip(_NAMES, row, strict=True))
    values["held_back"] = bool(values["held_back"])
    return Handover(**values)
