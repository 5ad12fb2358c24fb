"""Fifty practitioners hand 2,000 records each over to one unit: time, memory, and whether it slows down.

CARNET_BENCH_UNIT="5x400" makes it smaller: so many practitioners, so many records each.
"""

import io
import itertools
import multiprocessing
import os
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.actions.cards.own_card import own_card
from app.actions.other_computer.other_computer import name_other_computer
from app.actions.receiving.open_package import open_package
from app.actions.receiving.receive_package import receive_package
from app.exchange.package.lines import AnswerLine, Author, Header, RecordLine, Sender
from app.exchange.package.writer import write_package
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.models.record import new_id, now
from app.security import seal
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key, public_signing_key
from app.storage.notebook import Notebook
from tests.bench.bare import connect
from tests.bench.ledger import Ledger
from tests.exchange.letter import opened_bytes
from tests.exchange.pair import Made, Pair, reopened

PRACTITIONERS, RECORDS = map(int, os.environ.get("CARNET_BENCH_UNIT", "50x2000").split("x"))
PEAK = 128  # MiB more than the notebook of the unit had when it was opened
SMALL, LARGE = 2 * RECORDS, 12 * RECORDS  # of the two packages whose memory is compared
SAID = "Vu avec l’élève et sa mère : reprise progressive des cours, point avec la régente. " * 4


class Practitioner(NamedTuple):
    """Who sends; nobody."""

    author: Author
    sign_secret: bytes
    seal_key: str

    @property
    def sender(self) -> Sender:
        """As the header names them."""
        return Sender(
            id=self.author.id, name=self.author.name, unit="SePAS", role="practitioner",
            sign_key=public_signing_key(self.sign_secret).hex(), seal_key=self.seal_key,
        )  # fmt: skip


def records(author: Author, library: Library, count: int) -> Iterator[RecordLine]:
    """A tenth students, a tenth cases, the rest interviews."""
    form = library.forms["f1-interview"]

    def line(kind: str, fields: dict[str, object], *answers: AnswerLine, form_key: str = "") -> RecordLine:
        one = RecordLine(
            kind=kind, id=new_id(), revision=new_id(), author=author, at=now(), fields=fields,
            answers=list(answers), form=form_key, form_version=form.version if form_key else 0,
        )  # fmt: skip
        return msgspec.structs.replace(one, hash=one.digest())

    for n in range(count // 10):
        student = line("student", {
            "family_name": f"Colombe-{n}-{author.id[:4]}", "given_name": "Ysé", "used_name": "",
            "birth_date": "2011-05-04", "class_name": f"{n % 7}G{n % 4}",
        })  # fmt: skip
        case = line("case", {
            "student_id": student.id, "reference": f"2026-{n + 1:04d}", "opened": "2026-09-15",
            "state": "open", "closed": None, "outcome": None,
        })  # fmt: skip
        yield from (student, case)
        for m in range(8):
            fields: dict[str, object] = {
                "form": form.key, "form_version": form.version, "student_id": student.id, "case_id": case.id,
                "date": (date(2026, 9, 15) + timedelta(days=m * 7)).isoformat(), "created_at": now(),
                "author_id": author.id,
            }  # fmt: skip
            yield line("interview", fields, AnswerLine(question="conclusion", value=SAID), form_key=form.key)


def package(who: Practitioner, unit: Pair, path: Path, library: Library, count: int = RECORDS) -> Path:
    """Everything of one practitioner for the unit."""
    header = Header(
        kind="records", package_id=new_id(), stream_id=new_id(), sequence=1, stream_is_new=True,
        sender=who.sender, recipients=[unit.own(unit.unit).hex()], created_at=now(), app="bench",
        counts={"record": count},
    )  # fmt: skip
    with path.open("wb") as sealed:
        write_package(
            header=header, lines=records(who.author, library, count), sign_secret=who.sign_secret,
            seal_keys=[public_sealing_key(unit.unit.identity.seal_secret)], sealed=sealed,
        )  # fmt: skip
    return path


def met(unit: Notebook, n: int) -> Practitioner:
    """One more whose words the unit has compared."""
    who = Practitioner(
        Author(id=new_id(), name=f"Praticienne {n}"), new_signing_key(), public_sealing_key(new_sealing_key())
    )
    sender = who.sender
    with unit.change():
        unit.correspondents.save(
            Correspondent(
                card_id=sender.id, name=sender.name, unit="SePAS", sign_key=sender.sign_key,
                seal_key=sender.seal_key, state="compared",
            )
        )  # fmt: skip
    return who


class Apart:
    """The most memory a process that checks has while this is open, MiB."""

    def __init__(self) -> None:
        self.most, self._ended = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "Apart":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.02):
            for child in multiprocessing.active_children():
                with suppress(OSError, KeyError):  # it has just ended
                    self.most = max(self.most, _status(f"/proc/{child.pid}")["VmHWM"])


def _status(process: str) -> dict[str, float]:
    lines = (line.split() for line in Path(process, "status").read_text().splitlines())
    return {words[0].rstrip(":"): int(words[1]) / 1024 for words in lines if words[-1] == "kB"}


def memory() -> tuple[float, float]:
    """MiB: what this process has, and the most it had since it was last asked."""
    said = _status("/proc/self")
    Path("/proc/self/clear_refs").write_text("5")  # the system forgets the most
    return said["VmRSS"], said["VmHWM"]


def taken(unit: Notebook, library: Library, path: Path, count: int) -> tuple[float, float]:
    """Seconds until it was in, and the most memory there was meanwhile."""
    memory()
    started = time.perf_counter()
    with open_package(unit, library=library, path=path) as opened:
        received = receive_package(unit, library=library, opened=opened)
    took = time.perf_counter() - started
    assert received.counts == {"new": count}
    return took, memory()[1]


def floor(content: bytes, seal_key: str, path: Path) -> float:
    """Seconds for the same bytes packed, sealed, and put line by line into an encrypted file, no more."""
    started = time.perf_counter()
    seal.seal(content=io.BytesIO(zlib.compress(content, 1)), sealed=io.BytesIO(), recipients=[seal_key])
    file = connect(path, bytes(32))
    file.execute("CREATE TABLE IF NOT EXISTS line (content BLOB)")
    file.execute("BEGIN")
    file.executemany("INSERT INTO line VALUES (?)", ((line,) for line in content.splitlines()))
    file.execute("COMMIT")
    file.close()
    return time.perf_counter() - started


def test_fifty_practitioners_into_one_unit(
    made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """Each package opened apart, judged and written; the last ones take no longer than the first.

    Bare: the same bytes compressed, encrypted and inserted raw.
    """
    unit = reopened(made_pair[1], tmp_path / "unit")
    pair = object.__new__(Pair)
    pair.ours = pair.unit = unit
    seconds: list[float] = []
    bare: list[float] = []
    peaks: list[float] = []
    checking: list[float] = []
    path = tmp_path / "one.age"
    for n in range(PRACTITIONERS):
        who = met(unit, n)
        package(who, pair, path, library)
        if n == 0:
            before, _ = memory()
        with Apart() as apart:
            took, most = taken(unit, library, path, RECORDS)
        seconds.append(took)
        peaks.append(most - before)
        checking.append(apart.most)
        bare.append(floor(opened_bytes(path, unit), who.seal_key, tmp_path / "bare.db"))
    few = max(1, PRACTITIONERS // 10)
    what = f"{PRACTITIONERS} x {RECORDS} records into a unit"
    ledger.judge(
        f"{what}, a package", against="the same bytes compressed, sealed, inserted raw", bound=None,
        measure=lambda: [(one * 1000, floor * 1000) for one, floor in zip(seconds, bare, strict=True)],
    )  # fmt: skip
    ledger.tell("… all of them", value=sum(seconds), unit="s")
    ledger.tell(
        "… the file of the unit", value=(unit.folder / "notebook.db").stat().st_size / 2**20, unit="MiB"
    )
    ledger.tell("… memory above what it had, at the most", value=max(peaks), unit="MiB")
    ledger.tell("… memory of the process that checks, at the most", value=max(checking), unit="MiB")
    ledger.judge(
        "… the last packages", against="the first ones", bound=2.0,
        measure=lambda: [
            (late * 1000, early * 1000)
            for early, late in itertools.product(seconds[:few], seconds[-few:])
        ],
    )  # fmt: skip
    assert max(peaks) < PEAK
    assert unit.interviews.count() == PRACTITIONERS * RECORDS * 8 // 10
    unit.close()


def test_a_large_package_takes_little_more_memory_than_a_small_one(
    made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """Six times as many records in one package, held against the bytes that came more."""
    unit = reopened(made_pair[1], tmp_path / "unit")
    pair = object.__new__(Pair)
    pair.ours = pair.unit = unit
    path, most, size = tmp_path / "one.age", dict[int, float](), dict[int, float]()
    for count in (SMALL, LARGE):
        package(met(unit, count), pair, path, library, count)
        size[count] = path.stat().st_size / 2**20
        _, most[count] = taken(unit, library, path, count)
    ledger.judge(
        f"{LARGE:,} records in one package, memory above {SMALL:,}", against="the bytes that came more",
        bound=1.0, unit="MiB", measure=lambda: [(most[LARGE] - most[SMALL], size[LARGE] - size[SMALL])],
    )  # fmt: skip
    unit.close()


def test_a_large_package_to_oneself_takes_little_more_memory_than_a_small_one(
    made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """The same from one's other computer: its records lean on each other in any order."""
    desk = reopened(made_pair[0], tmp_path / "desk")
    name_other_computer(desk, name="my other computer")
    pair, card = object.__new__(Pair), own_card(desk)
    pair.ours = pair.unit = desk
    who = Practitioner(Author(id=desk.author_id, name=card.name), desk.identity.sign_secret, card.seal_key)
    path, most, size = tmp_path / "own.age", dict[int, float](), dict[int, float]()
    for count in (SMALL, LARGE):
        package(who, pair, path, library, count)
        size[count] = path.stat().st_size / 2**20
        _, most[count] = taken(desk, library, path, count)
    ledger.judge(
        f"{LARGE:,} records to oneself, memory above {SMALL:,}", against="the bytes that came more",
        bound=1.5, unit="MiB", measure=lambda: [(most[LARGE] - most[SMALL], size[LARGE] - size[SMALL])],
    )  # fmt: skip
    desk.close()
