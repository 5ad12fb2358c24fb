"""A shelf of records written on forms: their answers stand in their own table."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from app.models.answer import Answer
from app.models.record import FormRecord
from app.storage.content import content_of
from app.storage.shelf import Shelf

F = TypeVar("F", bound=FormRecord)
_ADD_ANSWER = 'INSERT INTO answer (record_id, question, "row", value) VALUES (?, ?, ?, ?)'


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

    def several(self, record_ids: Iterable[str]) -> Sequence[F]:
        """These sheets, asked for at once."""
        wanted = msgspec.json.encode(sorted(set(record_ids))).decode()
        return self._where("id IN (SELECT value FROM json_each(?))", (wanted,))

    def on_forms(self, forms: Iterable[str]) -> Sequence[F]:
        """The sheets on these forms, oldest first; one that lies in the bin is not among them."""
        wanted = msgspec.json.encode(sorted(set(forms))).decode()
        return self._where("removed_at IS NULL AND form IN (SELECT value FROM json_each(?))", (wanted,))

    def moments(self, student_ids: Sequence[str]) -> Sequence[tuple[str, date, str, str]]:
        """(identifier, day, hour or "", created at) of a student's sheets; the rest is not read."""
        start = "start" if "start" in self._names else "''"
        marks = ", ".join("?" * len(student_ids))
        rows = self._core.engine.rows(
            f"SELECT id, date, {start}, created_at FROM {self._table}"
            f" WHERE removed_at IS NULL AND student_id IN ({marks})",
            student_ids,
        )
        return [(row[0], date.fromisoformat(row[1]), row[2], row[3]) for row in rows]

    def answers_of(self, record_ids: Iterable[str]) -> dict[str, list[Answer]]:
        """The answers of many sheets by sheet; a sheet without any is absent."""
        rows = self._core.engine.rows(
            'SELECT record_id, question, "row", value FROM answer'
            ' WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, question, "row"',
            (msgspec.json.encode(sorted(set(record_ids))).decode(),),
        )
        found: dict[str, list[Answer]] = {}
        for row in rows:
            answer = Answer(question=row[1], row=row[2], value=msgspec.json.decode(row[3]))
            found.setdefault(row[0], []).append(answer)
        return found

    def of_cases(self, case_ids: Iterable[str]) -> dict[str, list[F]]:
        """The sheets of many cases by case, oldest first; a case without any is absent."""
        wanted = msgspec.json.encode(sorted(set(case_ids))).decode()
        found: dict[str, list[F]] = {}
        for record in self._where(
            "removed_at IS NULL AND case_id IN (SELECT value FROM json_each(?))", (wanted,)
        ):
            found.setdefault(str(record.case_id), []).append(record)
        return found

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

    def save_sheets(self, sheets: Sequence[tuple[F, list[Answer]]]) -> list[F]:
        """Write many sheets with all their answers and a revision of each, set-based; what was written."""
        saved = self._save_many([(r, _written(r, answers), r.form_version) for r, answers in sheets])
        engine = self._core.engine
        engine.run_many("DELETE FROM answer WHERE record_id = ?", [(record.id,) for record in saved])
        engine.run_many(_ADD_ANSWER, [row for record, answers in sheets for row in _rows(record.id, answers)])
        return saved

    def remove(self, record_id: str) -> None:
        """Erase the sheet, its answers and what its revisions said."""
        self._core.engine.run("DELETE FROM answer WHERE record_id = ?", (record_id,))
        super().remove(record_id)

    def _beside(self, record: F, answers: Sequence[Answer]) -> bytes:
        return _written(record, list(answers))

    def _content(self, record: F) -> bytes:
        return _written(record, self.answers(record.id))

    def _write_answers(self, record_id: str, answers: list[Answer]) -> None:
        self._core.engine.run("DELETE FROM answer WHERE record_id = ?", (record_id,))
        self._core.engine.run_many(_ADD_ANSWER, _rows(record_id, answers))


def _rows(record_id: str, answers: Sequence[Answer]) -> list[tuple[str, str, int, str]]:
    return [
        (record_id, answer.question, answer.row, msgspec.json.encode(answer.value).decode())
        for answer in answers
    ]


def _written(record: FormRecord, answers: list[Answer]) -> bytes:
    ordered = sorted(answers, key=lambda answer: (answer.question, answer.row))
    return msgspec.json.encode({"record": content_of(record), "answers": ordered}, order="sorted")
