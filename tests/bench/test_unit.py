"""Fifty practitioners hand 2,000 records each over to one unit: time, memory, and whether it slows down."""

import itertools
import resource
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.actions.open_package import open_package
from app.actions.receive_package import receive_package
from app.exchange.package.lines import AnswerLine, Author, Header, RecordLine, Sender
from app.exchange.package.writer import write_package
from app.frameworks.library import Library
from app.models.correspondent import Correspondent
from app.models.record import new_id, now
from app.security.seal import new_sealing_key, public_sealing_key
from app.security.signature import new_signing_key, public_signing_key
from tests.bench.ledger import Ledger
from tests.exchange.pair import Made, Pair, reopened

PRACTITIONERS, RECORDS = 50, 2_000
PEAK = 512  # MiB more than the notebook of the unit had when it was opened
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


def records(author: Author, library: Library) -> Iterator[RecordLine]:
    """A tenth students, a tenth cases, the rest interviews."""
    form = library.forms["f1-interview"]

    def line(kind: str, fields: dict[str, object], *answers: AnswerLine, form_key: str = "") -> RecordLine:
        one = RecordLine(
            kind=kind, id=new_id(), revision=new_id(), author=author, at=now(), fields=fields,
            answers=list(answers), form=form_key, form_version=form.version if form_key else 0,
        )  # fmt: skip
        return msgspec.structs.replace(one, hash=one.digest())

    for n in range(RECORDS // 10):
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


def package(who: Practitioner, unit: Pair, path: Path, library: Library) -> Path:
    """Everything of one practitioner for the unit."""
    lines = list(records(who.author, library))
    header = Header(
        kind="records", package_id=new_id(), stream_id=new_id(), sequence=1, stream_is_new=True,
        sender=who.sender, recipients=[unit.own(unit.unit).hex()], created_at=now(), app="bench",
        counts={"record": len(lines)},
    )  # fmt: skip
    with path.open("wb") as sealed:
        write_package(
            header=header, lines=lines, sign_secret=who.sign_secret,
            seal_keys=[public_sealing_key(unit.unit.identity.seal_secret)], sealed=sealed,
        )  # fmt: skip
    return path


def memory() -> float:
    """The most this process ever held, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_fifty_practitioners_into_one_unit(
    made_pair: tuple[Made, Made], library: Library, tmp_path: Path, ledger: Ledger
) -> None:
    """Each package opened apart, judged and written; the last ones take no longer than the first."""
    unit = reopened(made_pair[1], tmp_path / "unit")
    pair = object.__new__(Pair)
    pair.ours = pair.unit = unit
    seconds: list[float] = []
    path = tmp_path / "one.age"
    for n in range(PRACTITIONERS):
        who = Practitioner(
            Author(id=new_id(), name=f"Praticienne {n}"),
            new_signing_key(),
            public_sealing_key(new_sealing_key()),
        )
        sender = who.sender
        with unit.change():
            unit.correspondents.save(
                Correspondent(
                    card_id=sender.id, name=sender.name, unit="SePAS", sign_key=sender.sign_key,
                    seal_key=sender.seal_key, state="compared",
                )
            )  # fmt: skip
        package(who, pair, path, library)
        if n == 0:
            before = memory()
        started = time.perf_counter()
        opened = open_package(unit, library=library, path=path)
        received = receive_package(unit, library=library, opened=opened)
        seconds.append(time.perf_counter() - started)
        assert received.counts == {"new": RECORDS}
    peak = memory() - before
    few = max(1, PRACTITIONERS // 10)
    ledger.tell(
        f"{PRACTITIONERS} x {RECORDS} records into a unit, a package",
        value=statistics.median(seconds) * 1000,
        unit="ms",
    )
    ledger.tell("… memory above what it had", value=peak, unit="MiB")
    ledger.judge(
        "… the last packages", against="the first ones", bound=2.0,
        measure=lambda: [
            (late * 1000, early * 1000)
            for early, late in itertools.product(seconds[:few], seconds[-few:])
        ],
    )  # fmt: skip
    assert peak < PEAK
    assert unit.interviews.count() == PRACTITIONERS * RECORDS * 8 // 10
    unit.close()
