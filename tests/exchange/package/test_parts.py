"""What is too much for one package goes in numbered parts, each of which can be read alone."""

import random
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.sending.send_package import SentPackage
from app.actions.streams.tell_missing import tell_parts
from app.errors import FileThere, PackageDamaged
from app.exchange.package import limits
from app.exchange.package.lines import Author, RecordLine
from app.exchange.package.parts import in_parts
from app.exchange.travelling import LEANS_ON
from app.i18n import Locale
from tests import builders
from tests.actions.receiving.test_letters_converge import state
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair, rows

FEW = 20


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package holds twenty records."""
    monkeypatch.setattr(limits, "MOST_RECORDS", FEW)


def filled(pair: Pair, *, students: int = 3, sheets: int = 12) -> None:
    """So many students with so many sheets each, all referring to one partner or none."""
    for n in range(students):
        student = builders.kept_student(pair.ours, given_name=f"Élève {n}")
        for m in range(sheets):
            said = {"conclusion": f"Entretien {n}-{m}"}
            builders.finished(pair.ours, pair.library, student_id=student.id, values=said)


def handed(pair: Pair) -> SentPackage:
    """Everything, in parts."""
    filled(pair)
    sent = pair.hand_over()
    assert len(sent.paths) > 2
    return sent


@pytest.mark.usefixtures("few")
def test_each_part_is_a_package_of_its_own(pair: Pair) -> None:
    """Signed, numbered one after the other, says which it is; nothing in it leans on another part."""
    sent = handed(pair)
    packages = [pair.read(path) for path in sent.paths]
    count = len(packages)
    assert [(one.header.part, one.header.parts) for one in packages] == [(n + 1, count) for n in range(count)]
    assert [one.header.sequence for one in packages] == list(range(1, count + 1))
    for package in packages:
        assert len(package.records) <= FEW
        here = {line.id for line in package.records}
        for line in package.records:
            assert {line.fields[name] for name in LEANS_ON if line.fields.get(name)} <= here
    assert {line.id for one in packages for line in one.records} == {
        one.id for shelf in ("students", "cases", "interviews") for one in getattr(pair.ours, shelf).list()
    }
    assert len(pair.ours.disclosures.list()) == 3, "one line in the ledger of each case"


@pytest.mark.usefixtures("few")
def test_parts_come_in_any_order_and_more_than_once(
    pair: Pair,
) -> None:
    """Shuffled and doubled, they say in the end what one package would have said."""
    sent = handed(pair)
    arriving = [*sent.paths, *sent.paths[::2]]
    random.Random(4).shuffle(arriving)
    for path in arriving:
        found = pair.look(path)
        assert found.count("refused") == 0
        pair.take(path)
    assert pair.unit.transfers.conflicts() == []
    there, here = state(pair.unit), state(pair.ours)
    assert there.keys() == here.keys()
    assert len(there) == 3 + 3 + 36
    assert {key: one[:-1] for key, one in there.items()} == {key: one[:-1] for key, one in here.items()}
    assert {dict(one[-1]).get("conclusion") for one in there.values()} == {
        dict(one[-1]).get("conclusion") for one in here.values()
    }
    assert pair.unit.damage() == []


@pytest.mark.usefixtures("few")
def test_a_part_that_has_not_come_is_told_by_its_number(pair: Pair) -> None:
    """The second one comes first: the first and the third wait; they are not called missing letters too."""
    builders.kept_student(pair.ours, given_name="Avant")
    builders.finished(
        pair.ours, pair.library, student_id=pair.ours.students.list()[0].id, values={"conclusion": "x"}
    )
    pair.hand_over()  # number 1 never comes
    sent = handed(pair)
    count = len(sent.paths)
    found = pair.look(sent.paths[1])
    assert (found.missing, found.missing_parts) == ([1], [1, *range(3, count + 1)])
    pair.take(sent.paths[1])
    assert pair.look(sent.paths[0]).missing_parts == list(range(3, count + 1))
    for path in sent.paths:
        pair.take(path)
    assert pair.look(sent.paths[0]).missing_parts == []
    said = tell_parts(2, count, [1, 3], locale=Locale("en"))
    assert (
        said == f"This is part 2 of {count}. Parts 1, 3 have not come yet: open them too, in whatever order."
    )
    assert tell_parts(1, 1, [], locale=Locale("en")) == ""
    assert tell_parts(1, 2, [], locale=Locale("en")) == "This is part 1 of 2."


@pytest.mark.usefixtures("few")
def test_what_came_in_parts_is_not_sent_again(pair: Pair) -> None:
    """Each record counts as sent once; afterwards only what changed leaves, in one package."""
    sent = handed(pair)
    noted = rows(pair.ours, "sent_revision")["sent_revision"]
    assert len(noted) == len({row[3] for row in noted}) == sent.records
    (student, *_) = pair.ours.students.list()
    builders.finished(pair.ours, pair.library, student_id=student.id, values={"conclusion": "Encore"})
    again = pair.hand_over()
    assert (len(again.paths), again.sequence) == (1, len(sent.paths) + 1)
    assert again.records == 3


@pytest.mark.usefixtures("few")
def test_a_file_in_the_way_stops_all_of_them(pair: Pair) -> None:
    """The second part would replace somebody's file: nothing is written and nothing noted."""
    filled(pair)
    (pair.stick / "lettre-2.age").write_text("à moi")
    before = rows(pair.ours)
    with pytest.raises(FileThere):
        pair.hand_over(path=pair.stick / "lettre.age")
    assert [path.name for path in pair.stick.iterdir()] == ["lettre-2.age"]
    assert rows(pair.ours) == before
    (pair.stick / "lettre-2.age").unlink()
    sent = pair.hand_over(path=pair.stick / "lettre.age")
    assert [path.name for path in sent.paths[:2]] == ["lettre.age", "lettre-2.age"]


def test_bytes_count_too(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few records with many words are cut as well, and every part can be read."""
    monkeypatch.setattr(limits, "LARGEST_LINE", 4_000)
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 12_000)
    filled(pair, students=2, sheets=10)
    sent = pair.hand_over()
    assert len(sent.paths) > 1
    for path in sent.paths:
        assert pair.take(path).counts.get("refused", 0) == 0
    assert len(pair.unit.interviews.list()) == 20


@pytest.mark.parametrize("changes", [
    {"part": 0}, {"part": 3, "parts": 2, "sequence": 9}, {"part": 2, "parts": 2, "sequence": 1},
    {"parts": 10_001}, {"part": "2"},
], ids=str)  # fmt: skip
def test_a_part_that_cannot_be_is_no_package(pair: Pair, changes: dict[str, object]) -> None:
    """Beyond the last one, before the first number of the row, beyond all counting."""
    letter = Letter(pair)
    letter.header |= changes
    with pytest.raises(PackageDamaged):
        pair.look(letter.put(pair.stick))


lines = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3)), max_size=60)


@given(drawn=lines, most=st.integers(5, 12))
def test_however_they_lean_on_each_other(drawn: list[tuple[int, int, int]], most: int) -> None:
    """Every line is there, in a part that has what it leans on; no part is empty or too large."""
    made: dict[str, RecordLine] = {}

    def line(kind: str, n: int, **fields: str) -> RecordLine:
        identifier = f"{kind[:1].encode().hex()}{n:030x}"
        return made.setdefault(
            identifier,
            RecordLine(
                kind=kind, id=identifier, revision="e" * 32, author=Author(id="a" * 32, name="Claire"),
                at="2026-11-21T10:00:00Z", fields=fields,
            ),
        )  # fmt: skip

    for n, (student, case, partner) in enumerate(drawn):
        given = {"student_id": line("student", student).id}
        given["case_id"] = line("case", case, student_id=line("student", case).id).id
        given["partner_id"] = line("partner", partner).id if partner else ""
        line("interview", n, **given)
    with pytest.MonkeyPatch.context() as lowered:
        lowered.setattr(limits, "MOST_RECORDS", most)
        parts = in_parts(list(made.values()))
    assert {one.id for part in parts for one in part} == made.keys()
    for part in parts:
        here = {one.id for one in part}
        assert len(here) == len(part) <= most
        assert all({v for k, v in one.fields.items() if k in LEANS_ON and v} <= here for one in part)
    assert all(part for part in parts) or not made


def test_writing_holds_one_line_at_a_time(pair: Pair) -> None:
    """A package of 24 MB is written with a few of them in memory: neither the clear nor the sealed whole."""
    from app.actions.sending.choose_outgoing import Outgoing
    from app.actions.sending.send_package import send_package

    author = Author(id="a" * 32, name="Claire")
    text = "x" * 800_000  # one text, held once
    made = [
        RecordLine(
            kind="student", id=f"{n:032x}", revision="e" * 32, author=author, at="2026-11-21T10:00:00Z",
            fields={"family_name": text},
        )
        for n in range(30)
    ]  # fmt: skip
    outgoing = Outgoing(lines=made, case_ids=["0" * 32])
    tracemalloc.start()
    try:
        sent = send_package(
            pair.ours, correspondent_id=pair.recipient().id, outgoing=outgoing, folder=pair.stick
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sent.path.stat().st_size > 24_000_000
    assert peak < 8_000_000
