"""Taking over: all or nothing, once, with its author, and nothing of one's own overwritten."""

import random
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.receiving.receive_package import receive_package
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.errors import CarnetError, NotebookInUse
from app.storage.notebook import Notebook
from tests import builders
from tests.exchange.letter import Letter
from tests.exchange.pair import Pair, rows
from tests.storage.test_full_disk import small_drive


def rewritten(notebook: Notebook, pair: Pair, **values: Any) -> None:
    """The one interview of this notebook, saved again with other words."""
    (interview,) = notebook.interviews.list()
    sheet = open_sheet(notebook, library=pair.library, kind="interview", record_id=interview.id)
    finish_sheet(
        notebook, library=pair.library, sheet=sheet, values=sheet.values | values, today=builders.TODAY
    )


def conclusion(notebook: Notebook) -> str:
    """What the one interview concludes."""
    (interview,) = notebook.interviews.list()
    said = {answer.question: answer.value for answer in notebook.interviews.answers(interview.id)}
    return str(said.get("conclusion", ""))


def test_what_came_is_there(pair_with_case: Pair) -> None:
    """Student, case and conclusion, found by searching, and the notebook whole."""
    pair = pair_with_case
    received = pair.take(pair.hand_over().path)
    unit = pair.unit
    assert received.counts == {"new": 3}
    assert {kind for kind, _ in received.changes.items} >= {"student", "case", "interview", "package"}
    (student,) = unit.students.list()
    assert (student.name, student.class_name, student.phone, student.languages) == (
        "Inês Da Costa", "5G2", "", [],
    )  # fmt: skip
    assert conclusion(unit) == "À revoir en janvier."
    assert [hit.record_id for hit in unit.search.people("ines")] == [student.id]
    assert [hit.record_id for hit in unit.search.people(unit.cases.list()[0].reference)] == [student.id]
    assert [hit.title for hit in unit.search.writings("janvier")] == ["Inês Da Costa"]
    assert unit.search.writings("bus") == []
    assert unit.damage() == []


def test_the_author_is_kept(pair_with_case: Pair) -> None:
    """Who wrote it there wrote it here, by name; what the unit writes stays the unit's."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (interview,) = pair.unit.interviews.list()
    author = pair.ours.author
    assert interview.author_id == author.id
    assert [one.author_id for one in pair.unit.history.of(interview.id)] == [author.id]
    known = pair.unit.practitioners.get(author.id)
    assert (known.name, known.profession, known.phone) == ("Claire Aubrin", "PSY_LU", "")
    rewritten(pair.unit, pair, conclusion="Vu avec l’unité.")
    assert pair.unit.history.of(interview.id)[-1].author_id == pair.unit.author_id


def test_the_same_twice_changes_nothing(pair_with_case: Pair) -> None:
    """Every row of every table is what it was, but for the numbers of the row of packages."""
    pair = pair_with_case
    sent = pair.hand_over()
    pair.take(sent.path)
    before = rows(pair.unit, "stream", "package"), rows(pair.unit)
    again = pair.look(sent.path)
    assert again.is_repeated
    assert pair.take(sent.path).counts == {"identical": 3}
    assert (rows(pair.unit, "stream", "package"), rows(pair.unit)) == before


def test_two_previews_write_once(pair_with_case: Pair) -> None:
    """Opened in two windows, agreed to in both: what the second one shows is judged again."""
    pair = pair_with_case
    path = pair.hand_over().path
    first, second = pair.look(path), pair.look(path)
    assert receive_package(pair.unit, library=pair.library, opened=first).counts == {"new": 3}
    before = rows(pair.unit)
    assert receive_package(pair.unit, library=pair.library, opened=second).counts == {"identical": 3}
    assert rows(pair.unit) == before


def test_a_second_program_cannot_take_it_meanwhile(pair_with_case: Pair) -> None:
    """While one has the unit's notebook open, another is told so."""
    with pytest.raises(NotebookInUse):
        Notebook.open(pair_with_case.unit.folder, passphrase=builders.PHRASE)


def test_news_update_what_was_not_touched(pair_with_case: Pair) -> None:
    """The next package brings the new words; what never travels and the unit added itself stays."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (student,) = pair.ours.students.list()
    with pair.ours.change():
        pair.ours.students.save(msgspec.structs.replace(student, used_name="Costa"))
    rewritten(pair.ours, pair, conclusion="Tout va mieux.")
    received = pair.take(pair.hand_over().path)
    assert received.counts == {"updated": 2, "identical": 1}
    assert conclusion(pair.unit) == "Tout va mieux."
    assert pair.unit.students.list()[0].used_name == "Costa"
    assert [hit.title for hit in pair.unit.search.writings("mieux")] == ["Inês Costa"]
    assert pair.unit.search.writings("janvier") == []
    assert pair.unit.damage() == []


def test_a_late_package_takes_nothing_back(pair_with_case: Pair) -> None:
    """Number two came first; number one adds nothing to it."""
    pair = pair_with_case
    first = pair.hand_over().path
    rewritten(pair.ours, pair, conclusion="Tout va mieux.")
    second = pair.hand_over().path
    pair.take(second)
    assert pair.take(first).counts == {"identical": 3}
    assert conclusion(pair.unit) == "Tout va mieux."


def test_a_conflict_keeps_both_versions(pair_with_case: Pair) -> None:
    """Changed on both sides: ours stands, theirs is kept beside it, with what both come from."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    rewritten(pair.unit, pair, conclusion="L’unité a conclu.")
    rewritten(pair.ours, pair, conclusion="Claire a conclu.")
    path = pair.hand_over().path
    assert pair.take(path).counts == {"identical": 2, "conflict": 1}
    assert conclusion(pair.unit) == "L’unité a conclu."
    (conflict,) = pair.unit.transfers.conflicts()
    (interview,) = pair.unit.interviews.list()
    assert (conflict.kind, conflict.record_id) == ("interview", interview.id)
    assert _said(conflict.ancestor) == "À revoir en janvier."
    assert _said(conflict.ours) == "L’unité a conclu."
    assert _said(conflict.theirs) == "Claire a conclu."
    assert pair.take(path).counts == {"identical": 2, "conflict": 1}
    assert len(pair.unit.transfers.conflicts()) == 1
    assert pair.unit.damage() == []


def _said(version: dict[str, Any] | None) -> str:
    answers = {answer["question"]: answer["value"] for answer in (version or {}).get("answers", [])}
    return str(answers.get("conclusion", ""))


def test_what_is_ours_from_the_beginning_is_in_conflict(pair_with_case: Pair) -> None:
    """A record nobody sent us, under the same identifier: two versions without a common one."""
    pair = pair_with_case
    (student,) = pair.ours.students.list()
    with pair.unit.change():
        pair.unit.students.save(msgspec.structs.replace(student, given_name="Agnès", revision=""))
    pair.take(pair.hand_over().path)
    (conflict,) = pair.unit.transfers.conflicts()
    assert conflict.ancestor is None
    assert pair.unit.students.get(student.id).given_name == "Agnès"


def test_two_practitioners_may_number_alike(pair_with_case: Pair) -> None:
    """Both have a case 2026-0001; at the unit each keeps a reference of its own, also when it comes again."""
    pair = pair_with_case
    reference = pair.ours.cases.list()[0].reference
    builders.kept_student(pair.unit, given_name="Zoé")
    own = pair.unit.students.list()[0]
    with pair.unit.change():
        pair.unit.cases.save(builders.case(own.id, reference=reference))
    pair.take(pair.hand_over().path)
    assert sorted(case.reference for case in pair.unit.cases.list()) == [reference, f"{reference}/2"]
    rewritten(pair.ours, pair, conclusion="Encore.")
    assert pair.take(pair.hand_over().path).counts == {"identical": 2, "updated": 1}
    letter = Letter(pair)
    one, other = letter.student(), letter.student()
    letter.records = [one, other, *(letter.case(each, reference=reference) for each in (one, other))]
    pair.take(letter.put(pair.stick))
    assert sorted(case.reference for case in pair.unit.cases.list()) == [
        reference, f"{reference}/2", f"{reference}/3", f"{reference}/4",
    ]  # fmt: skip
    assert pair.unit.cases.next_reference(int(reference[:4])) == f"{reference[:4]}-0002"
    assert pair.unit.damage() == []


def test_whoever_lies_in_the_bin_stays_there(pair_with_case: Pair) -> None:
    """The unit put the student away: an update neither brings them back nor makes them found."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (student,) = pair.unit.students.list()
    with pair.unit.change():
        pair.unit.students.save(msgspec.structs.replace(student, removed_at="2026-11-20T10:00:00Z"))
        pair.unit.search.drop(student.id)
    rewritten(pair.ours, pair, conclusion="Encore.")
    pair.take(pair.hand_over().path)
    assert pair.unit.students.list() == []
    assert pair.unit.search.people("ines") == []


def test_lines_in_any_order_find_their_place(pair: Pair) -> None:
    """A package that names the interview before its student is taken all the same."""
    letter = Letter(pair)
    student = letter.student()
    case = letter.case(student)
    letter.records = [letter.interview(student, case), case, student]
    assert pair.take(letter.put(pair.stick)).counts == {"new": 3}
    assert pair.unit.damage() == []


def test_a_refused_line_leaves_the_rest(pair: Pair) -> None:
    """What is refused is not written and not remembered: once its cause is gone it can come in."""
    letter = Letter(pair)
    letter.records = [letter.student(), letter.record("professional", {"name": "x"})]
    path = letter.put(pair.stick)
    assert pair.take(path).counts == {"new": 1, "refused": 1}
    assert pair.unit.guardians.count() == 0
    assert pair.take(path).counts == {"identical": 1, "refused": 1}


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file may grow beyond this size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def many(pair: Pair) -> Path:
    """A package that makes the notebook grow by a megabyte."""
    letter, chance = Letter(pair), random.Random(1)
    letter.records = [letter.student(class_name=chance.randbytes(400).hex()) for _ in range(600)]
    return letter.put(pair.stick)


def test_a_disk_that_fails_half_way_leaves_the_notebook_as_it_was(pair: Pair) -> None:
    """Wherever writing stops, nothing of the package is in the notebook; with room it comes in whole."""
    opened = pair.look(many(pair))
    before = rows(pair.unit)
    size = (pair.unit.folder / "notebook.db").stat().st_size
    for room in (0, 100_000, 400_000):
        with files_end_at(size + room), pytest.raises(CarnetError):
            receive_package(pair.unit, library=pair.library, opened=opened)
        assert rows(pair.unit) == before
        assert pair.unit.transfers.packages() == []
    assert receive_package(pair.unit, library=pair.library, opened=opened).counts == {"new": 600}
    assert pair.unit.damage() == []


def test_a_full_stick_leaves_the_notebook_as_it_was(pair: Pair, tmp_path: Path, made_pair: Any) -> None:
    """The unit's notebook lies on a small drive that fills up while the package comes in.

    Who may not mount a small drive meets the same promise through the size a file may have.
    """
    opened = pair.look(many(pair))
    pair.unit.close()
    with small_drive(tmp_path / "drive", 1) as drive:
        home = (drive or tmp_path) / "unit"
        shutil.copytree(pair.unit.folder, home)
        pair.unit = Notebook.open(home, passphrase=builders.PHRASE)
        before = rows(pair.unit)
        limit = resource.RLIM_INFINITY if drive else (home / "notebook.db").stat().st_size + 100_000
        with files_end_at(limit), pytest.raises(CarnetError):
            receive_package(pair.unit, library=pair.library, opened=opened)
        assert rows(pair.unit) == before
        assert pair.unit.damage() == []
        pair.unit.close()
