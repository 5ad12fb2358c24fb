"""Nobody writes in a case that was given away and received: it is read here, and kept as long as any other.

What comes in a package is written all the same: the colleague goes on with the case. A sheet that was begun
before the receipt came is still finished, so that nothing typed is lost.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from app.errors import CaseGiven
from app.models.record import Record
from app.storage.engine import Engine

GIVEN = (
    "direction = 'out' AND acknowledged_at IS NOT NULL AND ended_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.case_id = handover.case_id)"
)

NOT_GIVEN = (  # of a case `c` in a list: what is still being typed in it does not make it ours again
    "c.id NOT IN (SELECT case_id FROM handover WHERE direction = 'out' AND acknowledged_at IS NOT NULL"
    " AND ended_at IS NULL)"
)


def given_cases(engine: Engine) -> set[str]:
    """The identifiers of the cases nobody writes in here; almost always none."""
    return {row[0] for row in engine.rows(f"SELECT case_id FROM handover WHERE {GIVEN}")}


def refuse_given(engine: Engine, kind: str, written: Iterable[tuple[Record, bytes]]) -> None:
    """CaseGiven where one belongs to such a case, before or after, and more than its bin changes."""
    given = given_cases(engine)
    for record, content in written if given else ():
        _refuse(engine, kind, record, content, given)


def _refuse(engine: Engine, kind: str, record: Record, content: bytes, given: set[str]) -> None:
    row = engine.row(
        f'SELECT t.id, c.content FROM "{kind}" t LEFT JOIN revision_content c ON c.revision_id = t.revision'
        " WHERE t.id = ?",
        (record.id,),
    )
    before = msgspec.json.decode(row[1]) if row and row[1] else None
    cases = {_case_of(engine, kind, msgspec.to_builtins(record))}
    if before is not None:
        cases.add(_case_of(engine, kind, before["record"] | {"id": record.id}))
    if not cases & given or _is_bin_alone(before, msgspec.json.decode(content)):
        return
    name = engine.row(
        "SELECT correspondent.name FROM handover JOIN correspondent ON correspondent.id = correspondent_id"
        " WHERE ended_at IS NULL AND direction = 'out' AND case_id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(sorted(one for one in cases & given if one)).decode(),),
    )
    raise CaseGiven(name=name[0] if name else "")


def _case_of(engine: Engine, kind: str, record: dict[str, Any]) -> str | None:
    if kind == "case":
        return str(record["id"])
    if kind == "attachment":
        of = str(record["record_kind"])
        if of == "case":
            return str(record["record_id"])
        if of in ("student", "partner", "school"):
            return None
        row = engine.row(f'SELECT case_id FROM "{of}" WHERE id = ?', (record["record_id"],))
        return row[0] if row else None
    return record.get("case_id") if kind != "task" else None  # what is to do never left: it stays ours


def _is_bin_alone(before: Any, after: Any) -> bool:
    if before is None:
        return False
    for one in (before, after):
        one["record"].pop("removed_at", None)
    return bool(before == after)
