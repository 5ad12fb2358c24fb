"""10,000 records out of a notebook and into another, and a school in, beside the bare cost of the same."""

import io
import os
import zlib
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.actions.rosters.import_roster import import_roster
from app.actions.rosters.open_list import open_list
from app.actions.rosters.open_roster import OpenedRoster
from app.actions.rosters.preview_roster import preview_roster
from app.actions.sending.choose_outgoing import Outgoing, choose_outgoing
from app.actions.sending.send_package import send_package
from app.frameworks.library import Library
from app.models.answer import Answer
from app.models.case import Case
from app.models.student import Student
from app.security import seal
from app.security.signature import sign
from app.storage.notebook import Notebook
from tests import builders
from tests.bench.ledger import Ledger, in_turn
from tests.exchange.letter import opened_bytes
from tests.exchange.pair import Made, Pair, reopened, two_notebooks

STUDENTS, INTERVIEWS, ROUNDS = 500, 9_000, 3
SAID = (
    "Vu avec l’élève et sa mère : reprise progressive des cours, point avec la régente dans quinze jours, "
    "orientation vers le centre de consultation proposée et acceptée. Prochain rendez-vous fixé. "
) * 3
LEFT = ("sent_revision", "disclosure", "package", "stream")
CAME = (
    "practitioner", "student", "case", "enrolment", "interview", "answer", "revision", "revision_content",
    "received_revision", "package", "stream", "search_entry", "people", "writings",
)  # fmt: skip
_INDEXES = {"people": "rowid, name, place", "writings": "rowid, title, body"}


class _Undone(Exception):
    """Takes back what was noted, so that every round begins alike."""


@pytest.fixture(scope="module")
def full(
    made_pair: tuple[Made, Made], library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """A practitioner's notebook with 10,000 records that may travel, and a unit's with none."""
    with two_notebooks(*made_pair, library, tmp_path_factory.mktemp("bench") / "pair") as pair:
        ours = pair.ours
        students = [
            Student(family_name=f"Colombe-{n}", given_name="Ysé", class_name=f"{n % 7}G{n % 4}")
            for n in range(STUDENTS)
        ]
        cases = [
            Case(student_id=one.id, reference=f"2026-{n + 1:04d}", opened=builders.TODAY)
            for n, one in enumerate(students)
        ]
        sheets = [
            (
                builders.interview(
                    cases[n % STUDENTS].student_id, case_id=cases[n % STUDENTS].id,
                    date=builders.TODAY - timedelta(days=n % 700), author_id=ours.author_id,
                ),
                [Answer(question="conclusion", value=f"{n} {SAID}"), Answer(question="demand", value=SAID)],
            )
            for n in range(INTERVIEWS)
        ]  # fmt: skip
        with ours.change():
            ours.students.save_many(students)
            ours.cases.save_many(cases)
            ours.interviews.save_sheets(sheets)
        yield pair


def outgoing(pair: Pair) -> Outgoing:
    """Everything that may leave."""
    return choose_outgoing(
        pair.ours, library=pair.library, correspondent_id=pair.recipient().id,
        case_ids=[case.id for case in pair.ours.cases.list()],
    )  # fmt: skip


def test_ten_thousand_records_leave(full: Pair, ledger: Ledger) -> None:
    """Chosen, projected, hashed, sealed, and each noted as sent.

    Bare: the rows read, the same bytes packed, sealed and signed, the same rows noted, set-based.
    """
    chosen, to = outgoing(full), full.recipient()
    content = msgspec.json.Encoder().encode_lines(chosen.lines)
    engine, numbers, noted = full.ours._engine, count(), {}

    def ours() -> None:
        with full.ours.change():
            send_package(
                full.ours,
                correspondent_id=to.id,
                outgoing=outgoing(full),
                path=full.stick / f"{next(numbers)}.age",
            )
            if not noted:
                noted.update({table: _rows(full.ours, table) for table in LEFT})
            raise _Undone

    def bare() -> None:
        for table in ("student", "case", "interview", "answer", "revision"):
            engine.rows(f'SELECT * FROM "{table}"')
        packed, sealed = zlib.compress(content, 1), io.BytesIO()
        seal.seal(content=io.BytesIO(packed), sealed=sealed, recipients=[to.seal_key])
        signature = sign(secret=full.ours.identity.sign_secret, tag="bench", content=packed[:64])
        with (full.stick / f"{next(numbers)}.bare").open("wb") as file:
            file.write(signature + sealed.getvalue())
            file.flush()
            os.fsync(file.fileno())
        with engine.transaction():
            for table in LEFT:
                _insert(full.ours, table, noted[table])
            raise _Undone

    _undone(ours)
    ledger.judge(
        "10,000 records out", against="the same rows read, bytes sealed, rows noted", bound=1.3,
        measure=lambda: in_turn(lambda: _undone(ours), lambda: _undone(bare), rounds=ROUNDS),
    )  # fmt: skip
    assert len(chosen.lines) == 2 * STUDENTS + INTERVIEWS


def test_ten_thousand_records_come_in(
    full: Pair, made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """Unsealed apart, checked, judged, written with their history, found by searching; then the same again.

    Bare: unsealed, decoded, and the same rows of the same tables, set-based.
    """
    path = full.stick / "in.age"
    send_package(full.ours, correspondent_id=full.recipient().id, outgoing=outgoing(full), path=path)
    unit = full.unit
    before = {table: set(_rows(unit, table)) for table in CAME}
    receive_package(unit, library=library, opened=open_package(unit, library=library, path=path))
    made = {table: [row for row in _rows(unit, table) if row not in before[table]] for table in CAME}
    numbers = count()

    def fresh() -> Notebook:
        """An empty unit that reads the same files."""
        copy = reopened(made_pair[1], tmp_path / str(next(numbers)))
        with copy.change():
            copy.correspondents.save(msgspec.structs.replace(full.recipient(unit), revision=""))
        own = copy.identity and unit.identity
        copy._engine.run(
            "UPDATE identity SET sign_secret = ?, seal_secret = ?", (own.sign_secret, own.seal_secret)
        )
        return copy

    firsts: list[float] = []

    def measure() -> list[tuple[float, float]]:
        waiting = [fresh() for _ in range(2 * ROUNDS + 2)]
        used = list(waiting)

        def ours() -> None:
            into = waiting.pop()
            opened = open_package(into, library=library, path=path)
            assert receive_package(into, library=library, opened=opened).counts == {"new": 10_000}

        def bare() -> None:
            into = waiting.pop()
            for line in opened_bytes(path, unit).splitlines():
                msgspec.json.decode(line)
            with into._engine.transaction():
                for table in CAME:
                    _insert(into, table, made[table])

        samples = in_turn(ours, bare, rounds=ROUNDS, warm=1)
        firsts.extend(sample[0] for sample in samples)
        for one in used:
            one.close()
        return samples

    ledger.judge(
        "10,000 records in",
        against="the same bytes unsealed, rows inserted set-based",
        bound=1.2,
        measure=measure,
    )
    ledger.judge(
        "the same 10,000 in again", against="the first time", bound=0.12,
        measure=lambda: [(_milliseconds(lambda: _again(unit, library, path)), first) for first in firsts],
    )  # fmt: skip


def test_a_school_comes_in(
    made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """2,000 students of a class list: read, matched, written with their history and year, found by searching.

    Bare: the lines split, and the same rows of the same tables, set-based.
    """
    lines = [f"Colombe-{n};Ysé-{n % 50};04/05/20{n % 6 + 8:02d};{n % 7 + 1}G{n % 4}" for n in range(2_000)]
    data = "\n".join(["Nom;Prénom;Date de naissance;Classe", *lines]).encode()
    numbers, made = count(), dict[str, Any]()

    def ours(into: Notebook) -> None:
        opened = open_list(into, data=data)
        assert isinstance(opened, OpenedRoster)
        plan = preview_roster(into, table=opened.table, today=builders.TODAY)
        assert import_roster(into, plan=plan, library=library, today=builders.TODAY).new == 2_000

    first = reopened(made_pair[0], tmp_path / str(next(numbers)))
    before = {table: set(_rows(first, table)) for table in CAME}
    ours(first)
    made.update({table: [row for row in _rows(first, table) if row not in before[table]] for table in CAME})
    first.close()

    def bare(into: Notebook) -> None:
        assert len([line.split(";") for line in data.decode().splitlines()]) == 2_001
        with into._engine.transaction():
            for table in CAME:
                _insert(into, table, made[table])

    def measure() -> list[tuple[float, float]]:
        waiting = [reopened(made_pair[0], tmp_path / str(next(numbers))) for _ in range(2 * ROUNDS + 2)]
        used = list(waiting)
        samples = in_turn(lambda: ours(waiting.pop()), lambda: bare(waiting.pop()), rounds=ROUNDS, warm=1)
        for one in used:
            one.close()
        return samples

    ledger.judge("2,000 students in", against="the same rows inserted set-based", bound=None, measure=measure)


def _again(unit: Notebook, library: Library, path: Path) -> None:
    opened = open_package(unit, library=library, path=path)
    assert receive_package(unit, library=library, opened=opened).counts == {"identical": 10_000}


def _milliseconds(do: Any) -> float:
    (sample,) = in_turn(do, lambda: None, rounds=1, warm=0)
    return sample[0]


def _undone(do: Any) -> None:
    try:
        do()
    except _Undone:
        return


def _insert(notebook: Notebook, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        notebook._engine.run_many(f'INSERT INTO "{table}" ({_names(notebook, table)}) VALUES ({marks})', rows)


def _rows(notebook: Notebook, table: str) -> list[tuple[Any, ...]]:
    return notebook._engine.rows(f'SELECT {_names(notebook, table)} FROM "{table}"')


def _names(notebook: Notebook, table: str) -> str:
    named = (f'"{row[1]}"' for row in notebook._engine.rows(f'PRAGMA table_info("{table}")'))
    return _INDEXES.get(table) or ", ".join(named)
