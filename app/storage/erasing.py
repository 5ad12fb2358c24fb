"""Erase for ever, from one opened file: the notebook itself or a copy of it.

What was written goes; that something was written stays, as identifiers in the chain and in the log.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from app.errors import StillNamed
from app.models.conflict import DECIDING
from app.models.doomed import Doomed
from app.models.kinds import FORM_KINDS
from app.models.passage import PASSAGES
from app.storage.engine import Engine

# whoever is named goes after those who name them
_AROUND = ("agreement", "caution", "enrolment", "guardian", "professional", "resident", "sibling")
_ALONE = ("advice", "partner", "school")
_ORDER = ("attachment", "task", *FORM_KINDS, *_AROUND, "request", "case", "student", *_ALONE)
_NAMES_STUDENT = {"resident": ("student_id", "person_id"), "sibling": ("student_id", "sibling_id")}
_NAMED_BY = {
    "partner": (("referral", "partner_id"), ("professional", "partner_id"), ("agreement", "partner_id")),
    "school": tuple((table, "school_id") for table in ("student", "enrolment", "request", "advice")),
}
_AMONG = "IN (SELECT value FROM json_each(?))"
_ABOUT = f"(record_id {_AMONG} OR case_id {_AMONG} OR student_id {_AMONG})"
_BY_RECORD = ("answer", "draft", "conflict", "sent_revision", "received_revision")


def doomed(engine: Engine, *, kind: str, record_ids: Sequence[str]) -> Doomed:
    """Everything that belongs to records of a kind: of a student or case all there is, of a sheet its tasks.

    StillNamed for a directory entry or a school others name.
    """
    look, wanted = _Look(engine), list(record_ids)
    look.refuse_named(kind, wanted)
    students = look.with_joined(wanted) if kind == "student" else []
    cases = wanted if kind == "case" else look.ids("case", {"student_id": students})
    ids = {"student": students, "case": cases}
    for each in FORM_KINDS:
        own = wanted if kind == each else []
        ids[each] = look.ids(each, {"id": own, "student_id": students, "case_id": cases})
    sheets = [one for each in FORM_KINDS for one in ids[each]]
    ids["attachment"] = look.ids(
        "attachment",
        {"id": wanted if kind == "attachment" else [], "record_id": [*students, *cases, *sheets]},
    )
    own = wanted if kind == "request" else []
    ids["request"] = look.ids("request", {"id": own, "student_id": students, "case_id": cases})
    drafts = look.ids("draft", {"student_id": students, "case_id": cases}, column="record_id")
    drafts = [one for one in drafts if one not in sheets]
    for each in (*_AROUND, *_ALONE):
        own = wanted if kind == each else []
        by_student = dict.fromkeys(_NAMES_STUDENT.get(each, ("student_id",)), students)
        by_student = by_student if each in _AROUND else {}
        ids[each] = look.ids(each, {"id": own, **by_student})
    ids["task"] = look.ids(
        "task",
        {
            "id": wanted if kind == "task" else [],
            "student_id": students,
            "case_id": cases,
            "source_id": [*sheets, *drafts],
        },
    )
    gone = Doomed(
        kind=kind,
        record_ids=wanted,
        ids={each: found for each, found in ids.items() if found},
        drafts=drafts,
        case_references=look.ids("case", {"id": cases}, column="reference"),
    )
    return msgspec.structs.replace(gone, papers=look.papers(gone))


def erase(engine: Engine, gone: Doomed) -> None:
    """Take every word of these records out of every table; inside a transaction, then `take_out_traces`.

    Where an older file has no such table there is nothing to take out. What left keeps its line without
    the name of whom it was for.
    """
    look = _Look(engine)
    everything = _json(gone.every_id)
    among = "IN (SELECT value FROM json_each(?))"
    rowids = engine.rows(
        f"SELECT rowid FROM search_entry WHERE record_id {among} ORDER BY rowid", (everything,)
    )
    for table in ("people", "writings"):
        engine.run_many(f"DELETE FROM {table} WHERE rowid = ?", rowids)
    engine.run(f"DELETE FROM search_entry WHERE record_id {among}", (everything,))
    for table in _BY_RECORD:
        if table in look.tables:
            engine.run(f"DELETE FROM {table} WHERE record_id {among}", (everything,))
    engine.run(
        "DELETE FROM revision_content WHERE revision_id IN"
        f" (SELECT id FROM revision WHERE record_id {among})",
        (everything,),
    )
    engine.run_many(
        "DELETE FROM preference WHERE key IN (SELECT ? || value FROM json_each(?))",
        [(kept, everything) for kept in (DECIDING, PASSAGES)],
    )
    if "handover" in look.tables:
        engine.run(f"DELETE FROM handover WHERE case_id {among}", (everything,))
    if gone.papers:  # whoever else it was about: their words went with it
        engine.run(f"DELETE FROM sent_paper WHERE sha256 {among}", (_json(gone.papers),))
        engine.run(f"DELETE FROM sent_inside WHERE paper {among}", (_json(gone.papers),))
        engine.run(f"UPDATE disclosure SET paper = '' WHERE paper {among}", (_json(gone.papers),))
    engine.run(f"UPDATE disclosure SET recipient = '' WHERE {_ABOUT}", _about(gone))
    if "said" in look.columns("disclosure"):
        engine.run(f"UPDATE disclosure SET said = '' WHERE {_ABOUT}", _about(gone))
    if gone.of("attachment"):
        engine.run(f"DELETE FROM attachment_content WHERE attachment_id {among}", (everything,))
    for kind in _ORDER:
        if gone.of(kind) and kind in look.tables:
            engine.run(f'DELETE FROM "{kind}" WHERE id {among}', (_json(gone.of(kind)),))


def take_out_traces(engine: Engine) -> None:
    """Leave nothing of what was erased between the pages; outside a transaction, slow in a large file.

    The index keeps beginnings of words it no longer holds, and a page what stood there before its rows
    moved to another one: so the index is built anew and then every page.
    """
    with engine.transaction():
        for table in ("people", "writings"):
            engine.run(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    engine.write_anew()


class _Look:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.tables = {row[0] for row in engine.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def ids(self, table: str, wanted: Mapping[str, list[str]], *, column: str = "id") -> list[str]:
        """The rows where any of the columns holds any of the identifiers."""
        asked = {name: ids for name, ids in wanted.items() if ids}
        if not asked or table not in self.tables:
            return []
        condition = " OR ".join(f"{name} IN (SELECT value FROM json_each(?))" for name in asked)
        rows = self._engine.rows(
            f'SELECT {column} FROM "{table}" WHERE {condition} ORDER BY {column}',
            [_json(ids) for ids in asked.values()],
        )
        return [str(row[0]) for row in rows]

    def columns(self, table: str) -> set[str]:
        """The columns of a table of this file, which may be an older one."""
        return {row[0] for row in self._engine.rows("SELECT name FROM pragma_table_info(?)", (table,))}

    def papers(self, gone: Doomed) -> list[str]:
        """Those that left about any of it and are kept as they left."""
        if "sent_paper" not in self.tables:
            return []
        rows = self._engine.rows(
            f"SELECT paper FROM disclosure WHERE paper <> '' AND {_ABOUT}"
            f" UNION SELECT paper FROM sent_inside WHERE record_id {_AMONG} ORDER BY paper",
            (*_about(gone), _json(gone.every_id)),
        )
        return [str(row[0]) for row in rows]

    def with_joined(self, students: list[str]) -> list[str]:
        """Students, and those whose sheets were joined into theirs."""
        rows = self._engine.rows(
            "WITH RECURSIVE same (id) AS (SELECT value FROM json_each(?) UNION"
            " SELECT student.id FROM student JOIN same ON student.joined_into = same.id)"
            " SELECT id FROM same",
            (_json(students),),
        )
        return [str(row[0]) for row in rows]

    def refuse_named(self, kind: str, wanted: list[str]) -> None:
        n = sum(len(self.ids(table, {name: wanted})) for table, name in _NAMED_BY.get(kind, ()))
        if n:
            raise StillNamed(n=n)


def _about(gone: Doomed) -> tuple[str, str, str]:
    return _json(gone.every_id), _json(gone.of("case")), _json(gone.of("student"))


def _json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(list(ids)).decode()
