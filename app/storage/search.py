"""One search over people and writings; personal notes have their own and are not here."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import msgspec

from app.errors import FolderReadOnly, NotebookDamaged
from app.models.hit import MARK_END, MARK_START, Hit
from app.models.kinds import FORM_KINDS
from app.storage.engine import Engine
from app.storage.query import Also, query_of
from app.storage.shelf import STUDENT_PRESENT

_NOT_INDEXED = "id NOT IN (SELECT record_id FROM search_entry)"
_MISSING = (
    "SELECT count(*) FROM {kind} WHERE removed_at IS NULL AND " + STUDENT_PRESENT + f" AND {_NOT_INDEXED}"
)
_STUDENTS_MISSING = (
    f"SELECT count(*) FROM student WHERE removed_at IS NULL AND joined_into IS NULL AND {_NOT_INDEXED}"
)
_ADVICE_MISSING = f"SELECT count(*) FROM advice WHERE removed_at IS NULL AND {_NOT_INDEXED}"

_REBUILT_FROM = 100  # people or sheets indexed at once
_PIECE, _PIECE_USUALLY = 16 << 20, 1 << 20  # bytes of the index kept in memory before they are written


class Search:
    """Writes on the notebook's connection, reads on a second one that the next key interrupts."""

    def __init__(self, engine: Engine, reader: Engine) -> None:
        self._engine = engine
        self._reader = reader
        self._much = False

    def put_person(self, *, student_id: str, name: str, place: str) -> None:
        """Index one student: names as said and as filed, class and case references."""
        rowid = self._entry("student", student_id, student_id, None, "people")
        self._engine.run("INSERT INTO people (rowid, name, place) VALUES (?, ?, ?)", (rowid, name, place))

    def put_people(self, people: list[tuple[str, str, str]]) -> None:
        """Index many students at once: (student id, name, place)."""
        self._engine.run_many(
            "INSERT OR IGNORE INTO search_entry (kind, record_id, student_id) VALUES ('student', ?, ?)",
            [(person[0], person[0]) for person in people],
        )
        # one row a statement and in rowid order: anything else makes FTS5 write itself out every time
        rowids: dict[str, int] = dict(
            self._engine.rows("SELECT record_id, rowid FROM search_entry WHERE kind = 'student'")
        )
        rows = sorted((rowids[student_id], name, place) for student_id, name, place in people)
        self._engine.run_many("DELETE FROM people WHERE rowid = ?", [(row[0],) for row in rows])
        self._engine.run_many("INSERT INTO people (rowid, name, place) VALUES (?, ?, ?)", rows)
        if len(rows) > _REBUILT_FROM:  # one piece is read faster than many
            self._engine.run("INSERT INTO people (people) VALUES ('rebuild')")

    def put_writing(
        self, *, kind: str, record_id: str, student_id: str | None, day: str, title: str, body: str
    ) -> None:
        """Index one sheet."""
        rowid = self._entry(kind, record_id, student_id, day, "writings")
        self._engine.run("INSERT INTO writings (rowid, title, body) VALUES (?, ?, ?)", (rowid, title, body))

    def put_writings(self, writings: list[tuple[str, str, str | None, str, str, str]]) -> None:
        """Index many sheets at once: (kind, record id, student id, day, title, body)."""
        known = {
            row[0]
            for row in self._engine.rows(
                "SELECT record_id FROM search_entry WHERE record_id IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode([one[1] for one in writings]).decode(),),
            )
        }
        self._engine.run_many(
            "INSERT INTO search_entry (kind, record_id, student_id, day, coded) VALUES (?, ?, ?, ?, 1)"
            " ON CONFLICT (record_id) DO UPDATE SET student_id = excluded.student_id, day = excluded.day,"
            " coded = 1",
            [one[:4] for one in writings],
        )
        rowids: dict[str, int] = dict(
            self._engine.rows(
                "SELECT record_id, rowid FROM search_entry"
                " WHERE record_id IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode([one[1] for one in writings]).decode(),),
            )
        )
        rows = sorted((rowids[one[1]], one[4], one[5]) for one in writings)
        with nullcontext() if self._much or len(rows) <= _REBUILT_FROM else self.in_large_pieces():
            self._put_rows([rowids[record_id] for record_id in sorted(known)], rows)

    @contextmanager
    def in_large_pieces(self) -> Iterator[None]:
        """Many sheets are put in meanwhile: in larger pieces there is less to join afterwards."""
        self._much = True
        try:
            self._set_hash_size(_PIECE)
            yield
            self._set_hash_size(_PIECE_USUALLY)
        finally:
            self._much = False

    def _put_rows(self, known: list[int], rows: list[tuple[int, str, str]]) -> None:
        self._engine.run_many("DELETE FROM writings WHERE rowid = ?", [(rowid,) for rowid in known])
        self._engine.run_many("INSERT INTO writings (rowid, title, body) VALUES (?, ?, ?)", rows)

    def retitle(self, *, student_id: str, title: str) -> None:
        """Give a student's sheets their corrected name."""
        self._engine.run(
            "UPDATE writings SET title = ? WHERE rowid IN"
            " (SELECT rowid FROM search_entry WHERE student_id = ? AND kind <> 'student')",
            (title, student_id),
        )

    def drop(self, record_id: str) -> None:
        """Forget one person or sheet."""
        row = self._engine.row("SELECT rowid, kind FROM search_entry WHERE record_id = ?", (record_id,))
        if row:
            table = "people" if row[1] == "student" else "writings"
            self._engine.run(f"DELETE FROM {table} WHERE rowid = ?", (row[0],))
            self._engine.run("DELETE FROM search_entry WHERE rowid = ?", (row[0],))

    def people(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Students whose name, class or case reference begins so, newest sheets first."""
        return self._found("people", "name", "place", query_of(text), limit)

    def writings(self, text: str, *, limit: int = 50, also: Also | None = None) -> list[Hit]:
        """Sheets that hold every word, or what `also` says it stands for, newest first."""
        return self._found("writings", "title", "body", query_of(text, least=2, also=also), limit)

    def uncoded(self, limit: int) -> list[tuple[str, str]]:
        """Sheets that are still found by the words of the day they were indexed: (kind, record id)."""
        return self._engine.rows(
            "SELECT kind, record_id FROM search_entry WHERE coded = 0 AND kind <> 'student' LIMIT ?", (limit,)
        )

    def mark_coded(self, record_ids: list[str]) -> None:
        """Nothing better can be said of these: their form is gone, their words of then stay."""
        self._engine.run(
            "UPDATE search_entry SET coded = 1 WHERE record_id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(record_ids).decode(),),
        )

    def interrupt(self) -> None:
        """Stop the search under way: a newer key has come, or a save."""
        self._reader.interrupt()

    def damage(self) -> list[str]:
        """Problems of the index; empty when it fits what it was built from."""
        problems = []
        for table in ("people", "writings"):
            try:
                self._engine.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except NotebookDamaged:
                problems.append(table)
            except FolderReadOnly:  # the library asks this by writing; all else is looked at all the same
                break
        missing = {kind: _MISSING.format(kind=kind) for kind in (*FORM_KINDS, "request")}
        missing |= {"advice": _ADVICE_MISSING, "student": _STUDENTS_MISSING}
        for kind, question in missing.items():
            row = self._engine.row(question)
            if row and row[0]:
                problems.append(f"{row[0]} {kind} missing")
        return problems

    def _set_hash_size(self, size: int) -> None:
        self._engine.run("INSERT INTO writings (writings, rank) VALUES ('hashsize', ?)", (size,))

    def _entry(self, kind: str, record_id: str, student_id: str | None, day: str | None, table: str) -> int:
        row = self._engine.row("SELECT rowid FROM search_entry WHERE record_id = ?", (record_id,))
        if row:
            self._engine.run(
                "UPDATE search_entry SET student_id = ?, day = ?, coded = 1 WHERE rowid = ?",
                (student_id, day, row[0]),
            )
            self._engine.run(f"DELETE FROM {table} WHERE rowid = ?", (row[0],))
            return int(row[0])
        self._engine.run(
            "INSERT INTO search_entry (kind, record_id, student_id, day, coded) VALUES (?, ?, ?, ?, 1)",
            (kind, record_id, student_id, day),
        )
        inserted = self._engine.row("SELECT last_insert_rowid()")
        assert inserted is not None
        return int(inserted[0])

    def _found(self, table: str, title: str, body: str, query: str, limit: int) -> list[Hit]:
        if not query:
            return []
        rows = self._reader.rows(
            f"SELECT e.kind, e.record_id, e.student_id, e.day,"
            f" highlight({table}, 0, ?2, ?3), snippet({table}, 1, ?2, ?3, '…', 12)"
            f" FROM {table} JOIN search_entry e ON e.rowid = {table}.rowid"
            f" WHERE {table} MATCH ?1 ORDER BY {table}.rowid DESC LIMIT ?4",
            (query, MARK_START, MARK_END, limit),
        )
        return [
            Hit(kind=row[0], record_id=row[1], student_id=row[2], day=row[3], title=row[4], passage=row[5])
            for row in rows
        ]
