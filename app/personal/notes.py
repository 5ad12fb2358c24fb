"""The personal notes of one notebook."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

from app.errors import (
    NotebookDamaged,
    NotebookMissing,
    NotebookTooNew,
    PersonalDamaged,
    PersonalMissing,
)
from app.personal.note import Note, NoteDraft
from app.personal.review import review_day
from app.storage.engine import Engine
from app.storage.query import query_of

_STEPS = {1: "0001_first.sql", 2: "0002_search.sql"}
_COLUMNS = "subject_id, student_id, text, written_at, review_on"
MARK_START, MARK_END = "\x02", "\x03"


class PersonalNotes:
    """One note a subject (a sheet or a student), with the wordings before it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, path: Path, key: bytes, vault_id: str) -> "PersonalNotes":
        """Open the file that was made with the notebook: PersonalMissing, PersonalDamaged, NotebookTooNew.

        A foreign one is damaged, and none is ever made in its place.
        """
        try:
            engine = Engine.open(path, key)
        except NotebookMissing as error:
            raise PersonalMissing from error
        except NotebookDamaged as error:
            raise PersonalDamaged from error
        try:
            if engine.row("SELECT 1 FROM sqlite_master WHERE name = 'vault'") is None:
                raise PersonalDamaged
            if engine.row("SELECT vault_id FROM vault") != (vault_id,):
                raise PersonalDamaged
            _migrate(engine)
        except BaseException:
            engine.close()
            raise
        return cls(engine)

    def get(self, subject_id: str) -> Note | None:
        """The note of one subject, or None."""
        rows = self._engine.rows(f"SELECT {_COLUMNS} FROM note WHERE subject_id = ?", (subject_id,))
        return _note(rows[0]) if rows else None

    def of_student(self, student_ids: list[str]) -> list[Note]:
        """Every note about a student, newest first."""
        marks = ", ".join("?" * len(student_ids))
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM note WHERE student_id IN ({marks}) ORDER BY written_at DESC, seq DESC",
            student_ids,
        )
        return [_note(row) for row in rows]

    def save(self, *, subject_id: str, student_id: str | None, text: str) -> None:
        """Finish a note: the wording before is kept, the draft is gone; an empty text erases the note."""
        if not text.strip():
            self.erase(subject_id)
            return
        at = _now()
        with self._engine.transaction():
            before = self.get(subject_id)
            self._engine.run("DELETE FROM note_draft WHERE subject_id = ?", (subject_id,))
            if before and before.text == text and before.student_id == student_id:
                return
            if before and before.text != text:
                self._engine.run(
                    "INSERT INTO note_before (subject_id, text, written_at) VALUES (?, ?, ?)",
                    (subject_id, before.text, before.written_at),
                )
            self._engine.run(
                f"INSERT INTO note ({_COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject_id) DO UPDATE SET"
                " student_id = excluded.student_id, text = excluded.text,"
                " written_at = excluded.written_at, review_on = excluded.review_on",
                (subject_id, student_id, text, at, review_day(datetime.now().date()).isoformat()),
            )
            self._unindex(subject_id)
            self._engine.run(
                "INSERT INTO note_search (rowid, text) SELECT seq, text FROM note WHERE subject_id = ?",
                (subject_id,),
            )

    def keep(self, draft: NoteDraft) -> None:
        """Write what is being typed; on disk when this returns."""
        with self._engine.transaction():
            self._engine.run("INSERT OR REPLACE INTO note_draft VALUES (?, ?, ?, ?, ?)", tuple(draft))

    def draft(self, subject_id: str) -> NoteDraft | None:
        """What was being typed, or None."""
        row = self._engine.row("SELECT * FROM note_draft WHERE subject_id = ?", (subject_id,))
        return NoteDraft(*row) if row else None

    def refile(self, *, subject_id: str, student_id: str | None) -> None:
        """The sheet a note stands beside was filed to a student, or to another one."""
        with self._engine.transaction():
            self._engine.run("UPDATE note SET student_id = ? WHERE subject_id = ?", (student_id, subject_id))
            self._engine.run(
                "UPDATE note_draft SET student_id = ? WHERE subject_id = ?", (student_id, subject_id)
            )

    def before(self, subject_id: str) -> list[tuple[str, str]]:
        """Earlier wordings as (written at, text), newest first."""
        rows = self._engine.rows(
            "SELECT written_at, text FROM note_before WHERE subject_id = ? ORDER BY seq DESC", (subject_id,)
        )
        return [(row[0], row[1]) for row in rows]

    def erase(self, subject_id: str) -> None:
        """Erase a note, its wordings before and its draft; nothing of it can be found again."""
        self.erase_all([subject_id])

    def erase_all(self, subject_ids: list[str]) -> None:
        """Erase the notes of these subjects, their wordings before and their drafts.

        The file is then written anew: deleted words would stand between its pages otherwise.
        """
        with self._engine.transaction():
            for subject_id in subject_ids:
                for table in ("note", "note_before", "note_draft"):
                    self._engine.run(f"DELETE FROM {table} WHERE subject_id = ?", (subject_id,))
            self._engine.run("DELETE FROM note_search")
            self._engine.run("INSERT INTO note_search (rowid, text) SELECT seq, text FROM note")
            self._engine.run("INSERT INTO note_search (note_search) VALUES ('rebuild')")
        self._engine.write_anew()

    def subjects(self, subject_ids: list[str]) -> list[str]:
        """Those of these subjects that have a note, or the beginning of one."""
        rows = self._engine.rows(
            "SELECT subject_id FROM note WHERE subject_id IN (SELECT value FROM json_each(?1)) UNION"
            " SELECT subject_id FROM note_draft WHERE subject_id IN (SELECT value FROM json_each(?1))"
            " ORDER BY subject_id",
            (json.dumps(subject_ids),),
        )
        return [row[0] for row in rows]

    def search(self, text: str, *, limit: int = 30) -> list[Note]:
        """Notes that hold every word, accents and case ignored, newest first.

        `passage` holds what matched between MARK_START and MARK_END.
        """
        query = query_of(text)
        if not query:
            return []
        columns = ", ".join(f"n.{name.strip()}" for name in _COLUMNS.split(","))
        rows = self._engine.rows(
            f"SELECT {columns}, snippet(note_search, 0, ?2, ?3, '…', 12) FROM note_search"
            " JOIN note n ON n.seq = note_search.rowid WHERE note_search MATCH ?1"
            " ORDER BY note_search.rowid DESC LIMIT ?4",
            (query, MARK_START, MARK_END, limit),
        )
        return [_note(row) for row in rows]

    def due(self, day: date) -> list[Note]:
        """Notes whose day to be read again or erased has come."""
        rows = self._engine.rows(
            f"SELECT {_COLUMNS} FROM note WHERE review_on <= ? ORDER BY review_on",
            (day.isoformat(),),
        )
        return [_note(row) for row in rows]

    def ask_first(self, *, change: Callable[[], None], anew: Callable[[], None]) -> None:
        """Called before a change and before a file that was away is opened anew; may refuse."""
        self._engine.ask_first(change=change, anew=anew)

    def close(self) -> None:
        """Close the file; the key goes with it."""
        self._engine.close()

    def _unindex(self, subject_id: str) -> None:
        self._engine.run(
            "DELETE FROM note_search WHERE rowid IN (SELECT seq FROM note WHERE subject_id = ?)",
            (subject_id,),
        )


def _note(row: tuple) -> Note:  # type: ignore[type-arg]
    subject_id, student_id, text, written_at, review_on, *passage = row
    return Note(subject_id, student_id, text, written_at, date.fromisoformat(review_on), *passage)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _migrate(engine: Engine) -> None:
    row = engine.row("PRAGMA user_version")
    version = int(row[0]) if row else 0
    if version > max(_STEPS):
        raise NotebookTooNew
    folder = resources.files("app.personal.migrations")
    for number, name in _STEPS.items():
        if number <= version:
            continue
        with engine.transaction():
            for statement in re.split(r";\s*\n", folder.joinpath(name).read_text("utf-8")):
                if statement.strip().rstrip(";"):
                    engine.run(statement)
            engine.run(f"PRAGMA user_version = {number}")
