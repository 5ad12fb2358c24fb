"""What a package says waits encrypted beside the notebook, takes no memory there, and goes."""

import os
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.receiving.open_package import OpenedPackage, open_package
from app.actions.receiving.receive_package import receive_package
from app.errors import CarnetError, NoRoomToOpen, PackageNotSigned, SenderUnknown, Stopped
from app.exchange.checking import check_package
from app.exchange.package import limits, spooled_lines
from app.security.signature import new_signing_key
from app.storage import spools
from app.storage.spools import PREFIX, Spools
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair

CANARY = "Fuchsia"


def waiting(pair: Pair) -> list[Path]:
    """What lies beside the unit's notebook."""
    return sorted(pair.unit.folder.glob(f"{PREFIX}*"))


def opened(pair: Pair, path: Path) -> OpenedPackage:
    """As the window opens it, in a process of its own."""
    return open_package(pair.unit, library=pair.library, path=path)


def of_students(pair: Pair, count: int) -> Path:
    """A package of that many students."""
    letter = Letter(pair)
    letter.records = [letter.student(given_name=f"{CANARY} {n}") for n in range(count)]
    return letter.put(pair.stick)


def test_what_came_waits_unreadable(pair: Pair) -> None:
    """One file, 0600, without a word in clear, as long as somebody looks; taken in it is the same words."""
    with opened(pair, of_students(pair, 300)) as package:
        (path,) = waiting(pair)
        raw = path.read_bytes()
        assert len(raw) > 60_000
        for word in (CANARY, "given_name", "student"):
            assert word.encode() not in raw
        if os.name == "posix":
            assert path.stat().st_mode & 0o777 == 0o600
        assert receive_package(pair.unit, library=pair.library, opened=package).counts == {"new": 300}
    assert waiting(pair) == []
    assert {one.given_name for one in pair.unit.students.list()} == {f"{CANARY} {n}" for n in range(300)}


def test_what_is_refused_is_gone_at_once(pair: Pair) -> None:
    """By the process apart, and by what is known here."""
    forged = Letter(pair)
    forged.secret = new_signing_key()
    with pytest.raises(PackageNotSigned) as refused:
        opened(pair, forged.put(pair.stick))
    assert (len(refused.traceback) > 0, waiting(pair)) == (True, []), (
        "gone, though somebody holds what failed"
    )
    path = Letter(pair).put(pair.stick)
    with pair.unit.change():
        pair.unit.correspondents.remove(pair.recipient(pair.unit).id)
    with pytest.raises(SenderUnknown) as unknown:
        opened(pair, path)
    assert (len(unknown.traceback) > 0, waiting(pair)) == (True, [])


def test_without_room_nothing_is_begun(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that has less than the file is large is said to be full, before a byte is written."""
    path = of_students(pair, 3)
    usage = spools.shutil.disk_usage(pair.unit.folder)
    monkeypatch.setattr(spools.shutil, "disk_usage", lambda _: usage._replace(free=path.stat().st_size - 1))
    with pytest.raises(NoRoomToOpen):
        opened(pair, path)
    assert waiting(pair) == []


def test_the_lock_takes_it_away(pair: Pair) -> None:
    """Key and file are gone; what was counted is known, what was said is not."""
    package = opened(pair, of_students(pair, 3))
    first = package.records[0]
    pair.unit.close()
    assert waiting(pair) == []
    assert package.count("new") == 3
    with pytest.raises(Stopped):
        first.line  # noqa: B018  # reading is what fails


def test_the_lock_does_not_wait_for_the_check(pair: Pair) -> None:
    """A file that never ends is let go of once the notebook closes, and its process ended."""
    endless, ended = pair.stick / "endless", list[CarnetError]()
    os.mkfifo(endless)
    spool = pair.unit.spools.new()

    def check() -> None:
        try:
            check_package(
                path=endless, seal_secret=pair.unit.identity.seal_secret, own_fingerprint="", spool=spool
            )
        except CarnetError as failure:
            ended.append(failure)

    looking = threading.Thread(target=check)
    looking.start()
    pair.unit.spools.close()
    looking.join(timeout=30)
    assert [type(one) for one in ended] == [Stopped]
    assert waiting(pair) == []


def peak(do: Callable[[], object]) -> int:
    """The most memory it took above what there was, in bytes."""
    tracemalloc.start()
    try:
        do()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def taken(pair: Pair, count: int, size: int) -> Path:
    """A package of so many cautions of one student, each so long."""
    letter = Letter(pair)
    (student,) = letter.records
    letter.records += [
        letter.record("caution", {"student_id": student["id"], "text": "x" * size}) for _ in range(count)
    ]
    return letter.put(pair.stick)


def test_ten_times_as_much_takes_no_more_memory(pair: Pair) -> None:
    """1 MB and 10 MB, looked into and taken: the memory of both is about that of a batch."""
    size, memory = 100_000, dict[int, int]()
    for count in (1, 10, 100):
        path = taken(pair, count, size)

        def take(path: Path = path, count: int = count) -> None:
            with opened(pair, path) as package:
                done = receive_package(pair.unit, library=pair.library, opened=package)
                assert done.counts == {"new": count + 1}

        memory[count] = peak(take)
    assert memory[100] - memory[10] < 2 << 20 < 90 * size // 4
    assert memory[100] < 10 << 20


def test_many_small_records_are_a_few_bytes_each(pair: Pair) -> None:
    """Looking at 5,000 keeps, for each above 1,000, no more than where it is and what becomes of it."""
    few, many = (of_students(pair, count) for count in (1_000, 5_000))
    opened(pair, few).close()
    memory = [peak(lambda path=path: opened(pair, path).close()) for path in (few, many)]  # type: ignore[misc]
    assert (memory[1] - memory[0]) / 4_000 < 250


def test_reading_holds_one_line(pair: Pair, tmp_path: Path) -> None:
    """The process apart: the lines pass through to the disk, and back one by one."""
    from app.exchange.package.reader import read_package

    memory = dict[int, int]()
    for count in (10, 100):
        path = taken(pair, count, 100_000)
        with path.open("rb") as untrusted:
            spool = Spools(tmp_path).new()
            memory[count] = peak(
                lambda untrusted=untrusted, spool=spool: read_package(  # type: ignore[misc]
                    untrusted=untrusted, seal_secret=pair.unit.identity.seal_secret,
                    own_fingerprint=pair.own(pair.unit).hex(), spool=spool,
                )
            )  # fmt: skip
            assert spool.path.stat().st_size > count * 100_000
            spool.close()
    assert memory[100] < memory[10] + (256 << 10) < 90 * 100_000 // 8
    assert memory[100] < 3 * limits.LARGEST_LINE


@pytest.mark.parametrize("at_once", [1, 500])
def test_how_it_is_cut_changes_nothing(pair: Pair, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    """A number that another case of the package gives up is not free yet, whatever batch that is in."""
    monkeypatch.setattr(spooled_lines, "_AT_ONCE", at_once)
    first = Letter(pair)
    (student,) = first.records
    one, other = (first.case(student, reference=f"2026-000{n}") for n in (1, 2))
    first.records += [one, other]
    second = Letter(pair)
    second.records = [student]
    for before, reference in ((other, "2026-0003"), (one, "2026-0002")):
        said = before["fields"] | {"reference": reference}
        line = first.record("case", said, id=before["id"], ancestors=[before["revision"]])
        second.records.append(line)
    assert pair.take(first.put(pair.stick)).counts == {"new": 3}
    assert pair.take(second.put(pair.stick)).counts == {"identical": 1, "updated": 2}
    assert pair.unit.cases.get(other["id"]).reference == "2026-0003"
    assert pair.unit.cases.get(one["id"]).reference == "2026-0002/2"
