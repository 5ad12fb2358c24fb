"""Large notebooks, written set by set once and kept in build/bench for the next run."""

import hashlib
import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from app.frameworks.library import Library
from app.frameworks.search_text import search_text
from app.frameworks.sheet import write
from app.models.answer import Answer
from app.models.case import Case
from app.models.form import Form
from app.models.interview import Interview
from app.models.student import Student
from app.security.passphrase import DEFAULT
from app.security.vault_key import VaultKey
from app.storage.lock import NotebookLock
from app.storage.migrate import steps
from app.storage.notebook import Notebook, read_keys
from tests import builders
from tests.architecture.house import ROOT
from tests.bench.corpus import FIRST, LAST, Corpus
from tests.builders import PHRASE

MANY, FEW = 200, 5  # interviews of the first two students
_KEPT = ROOT / "build" / "bench"
_A_BLOCK, _YEARS = 5000, 10
_ROOM = 600_000  # KiB
_WITH_HISTORY = 10_000  # larger ones are only searched in
_CHANGED = 1  # raise when what is written here changes
_TODAY = date(2026, 11, 20)


class Large(NamedTuple):
    """A closed notebook; PHRASE or its key opens it."""

    folder: Path
    key: bytes
    students: list[str]

    def copied(self, to: Path) -> "Large":
        """The same elsewhere, to be written in."""
        return self._replace(folder=Path(shutil.copytree(self.folder, to)))

    def open(self) -> Notebook:
        """Open it without deriving the key again."""
        keys, lock = read_keys(self.folder), NotebookLock(self.folder)
        lock.acquire()
        key = VaultKey(key=self.key, vault_id=keys.vault_id, epoch=keys.epoch)
        return Notebook._opened(self.folder, keys.vault_id, key, lock)


def large_notebook(interviews: int, library: Library) -> Large:
    """The kept one of this many interviews, or a new one."""
    form = library.form_for("f1-interview", "lu-sepas")
    mark = hashlib.sha256("\n".join([str(_CHANGED), *steps().values()]).encode()).hexdigest()[:12]
    folder = _KEPT / f"{interviews}-{mark}"
    about = folder.with_suffix(".json")
    if not about.exists():
        for old in _KEPT.glob(f"{interviews}-*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        partial = folder.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.parent.mkdir(parents=True, exist_ok=True)
        key, students = _write(partial, interviews, library, form)
        partial.rename(folder)
        about.write_text(json.dumps({"key": key.hex(), "students": students}))
    known = json.loads(about.read_text())
    return Large(folder, bytes.fromhex(known["key"]), known["students"])


def _write(folder: Path, count: int, library: Library, form: Form) -> tuple[bytes, list[str]]:
    notebook = Notebook.create(
        folder, passphrase=PHRASE, role="practitioner", unit=builders.unit(),
        practitioner=builders.practitioner(), cost=DEFAULT,
    )  # fmt: skip
    notebook.history._engine.run(f"PRAGMA cache_size = -{_ROOM}")  # for the building only
    corpus = Corpus()
    students = _students(notebook, corpus, max(60, count // 40))
    cases = {case.student_id: case for case in notebook.cases.list()}
    # the first two have a fixed number of interviews, everybody else shares the rest
    whose = [0] * MANY + [1] * FEW
    whose += [corpus.chance.randrange(2, len(students)) for _ in range(count - len(whose))]
    corpus.chance.shuffle(whose)
    days = timedelta(days=365 * _YEARS)
    for start in range(0, count, _A_BLOCK):
        block = [
            (students[one], cases[students[one].id], _TODAY - days + days * (start + n) / count)
            for n, one in enumerate(whose[start : start + _A_BLOCK])
        ]
        with notebook.change():
            _interviews(notebook, corpus, library, form, block, history=count <= _WITH_HISTORY)
    key = bytes(notebook._key.content)
    notebook.close()
    return key, [student.id for student in students]


def _students(notebook: Notebook, corpus: Corpus, count: int) -> list[Student]:
    with notebook.change():
        notebook.schools.save(builders.school())
        students = [
            Student(
                family_name=corpus.chance.choice(LAST), given_name=corpus.chance.choice(FIRST),
                birth_date=date(2008 + n % 6, 1 + n % 12, 1 + n % 28), class_name=f"{3 + n % 5}G{n % 9}",
            )
            for n in range(count)
        ]  # fmt: skip
        notebook.students.save_many(students)
        notebook.cases.save_many(
            [
                Case(student_id=student.id, reference=f"2026-{n:05d}", opened=_TODAY)
                for n, student in enumerate(students)
            ]
        )
        notebook.search.put_people(
            [(student.id, student.listed_name, student.class_name) for student in students]
        )
    return students


def _interviews(
    notebook: Notebook,
    corpus: Corpus,
    library: Library,
    form: Form,
    block: list[tuple[Student, Case, date]],
    *,
    history: bool,
) -> None:
    """Records and index of one block, with `history` also answers and revisions, each in one statement."""
    engine, records, answers, entries = notebook.history._engine, [], [], []
    for student, case, day in block:
        record = Interview(
            form=form.key, form_version=form.version, author_id=notebook.author_id, student_id=student.id,
            case_id=case.id, date=day,
        )  # fmt: skip
        values = interview_values(corpus, day)
        record, said = write(form=form, record=record, values=values)
        records.append(record)
        answers += [(record.id, one) for one in said]
        entries.append((record, student.name, search_text(form=form, values=values)))
    if history:
        _insert_answers(notebook, answers)
        notebook.interviews.save_many(records)
    else:
        engine.run_many(notebook.interviews._upsert(), [notebook.interviews._row(one) for one in records])
    row = engine.row("SELECT coalesce(max(rowid), 0) FROM search_entry")
    first = (row[0] if row else 0) + 1
    engine.run_many(
        "INSERT INTO search_entry (rowid, kind, record_id, student_id, day) VALUES (?, 'interview', ?, ?, ?)",
        [
            (first + n, record.id, record.student_id, record.date.isoformat())
            for n, (record, _, _) in enumerate(entries)
        ],
    )
    engine.run_many(
        "INSERT INTO writings (rowid, title, body) VALUES (?, ?, ?)",
        [(first + n, title, body) for n, (_, title, body) in enumerate(entries)],
    )


def interview_values(corpus: Corpus, day: date) -> dict[str, Any]:
    """What is said on one sheet: some 1,500 characters."""
    chance = corpus.chance
    return {
        "date": day.isoformat(),
        "start": f"{chance.randint(8, 16):02d}:{chance.choice((0, 15, 30, 45)):02d}",
        "duration": chance.choice((10, 20, 30, 45)),
        "main_reason": f"LU-{chance.randint(1, 9):02d}",
        "demand": corpus.text(150),
        "facts": [{"mark": mark, "text": corpus.text(250)} for mark in ("seen", "said", "reported")],
        "analysis": corpus.text(500),
    }


def _insert_answers(notebook: Notebook, answers: list[tuple[str, Answer]]) -> None:
    notebook.history._engine.run_many(
        'INSERT INTO answer (record_id, question, "row", value) VALUES (?, ?, ?, ?)',
        [
            (record_id, one.question, one.row, msgspec.json.encode(one.value).decode())
            for record_id, one in answers
        ],
    )
