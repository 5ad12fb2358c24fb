"""A shelf of records written on forms: their answers stand in their own table."""

from typing import Any, TypeVar

import msgspec

from app.models.answer import Answer
from app.models.record import FormRecord
from app.storage.shelf import Shelf

F = TypeVar("F", bound=FormRecord)


class FormShelf(Shelf[F]):
    """Listing never reads answers; one sheet is read whole."""

    order = "date, created_at, seq"

    def answers(self, record_id: str) -> list[Answer]:
        """The answers of one sheet, in order of question and row."""
        rows = self._core.engine.rows(
            'SELECT question, "row", value FROM answer WHERE record_id = ? ORDER BY question, "row"',
            (record_id,),
        )
        return [Answer(question=row[0], row=row[1], value=msgspec.json.decode(row[2])) for row in rows]

    def of_student(self, student_ids: list[str]) -> list[F]:
        """The sheets of a student (and of the sheets joined into theirs), oldest first."""
        marks = ", ".join("?" * len(student_ids))
        return self._where(f"removed_at IS NULL AND student_id IN ({marks})", student_ids)

    def save(self, record: F, answers: list[Answer] | None = None) -> F:
        """Write the sheet and one revision; `answers` None keeps those there are."""
        if answers is None:
            answers = self.answers(record.id)
        before = self.find(record.id)
        saved = self._save(record, _written(record, answers), record.form_version)
        if before is None or before.revision != saved.revision:
            self._write_answers(record.id, answers)
        return saved

    def remove(self, record_id: str) -> None:
        """Erase the sheet, its answers and what its revisions said."""
        self._core.engine.run("DELETE FROM answer WHERE record_id = ?", (record_id,))
        super().remove(record_id)

    def _content(self, record: F) -> bytes:
        return _written(record, self.answers(record.id))

    def _write_answers(self, record_id: str, answers: list[Answer]) -> None:
        engine = self._core.engine
        engine.run("DELETE FROM answer WHERE record_id = ?", (record_id,))
        rows: list[tuple[Any, ...]] = [
            (record_id, answer.question, answer.row, msgspec.json.encode(answer.value).decode())
            for answer in answers
        ]
        if rows:
            engine.run_many(
                'INSERT INTO answer (record_id, question, "row", value) VALUES (?, ?, ?, ?)', rows
            )


def _written(record: FormRecord, answers: list[Answer]) -> bytes:
    bare = msgspec.structs.replace(record, revision="")
    ordered = sorted(answers, key=lambda answer: (answer.question, answer.row))
    return msgspec.json.encode({"record": bare, "answers": ordered}, order="sorted")
