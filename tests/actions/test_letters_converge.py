"""Letters get lost, come late, come twice: what is at the unit in the end does not depend on it."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.finish_sheet import finish_sheet
from app.actions.open_sheet import open_sheet
from app.errors import NothingToHandOver
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.storage.notebook import Notebook
from tests import builders
from tests.exchange.opened_form import with_travelling
from tests.exchange.pair import Made, Pair, two_notebooks

WORDS = ("Premier", "Deuxième", "Troisième", "")
# a practitioner's rounds: perhaps a new case, one conclusion written anew or not, then that case or all
# handed over; from one of the rounds on the form file lets the demand travel too
rounds = st.tuples(
    st.lists(
        st.tuples(st.booleans(), st.integers(0, 1), st.sampled_from(WORDS) | st.none(), st.booleans()),
        min_size=2, max_size=4,
    ),
    st.integers(0, 4),
)  # fmt: skip
# which of the packages come, in which order, how often; now and then the unit writes in between
arrivals = st.lists(
    st.one_of(st.tuples(st.just("take"), st.integers(0, 3)), st.tuples(st.just("edit"), st.integers(0, 1))),
    min_size=2, max_size=8,
)  # fmt: skip
slow: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


def written(notebook: Notebook, library: Library, interview_id: str, text: str) -> None:
    """The conclusion of an interview is this now."""
    sheet = open_sheet(notebook, library=library, kind="interview", record_id=interview_id)
    values = sheet.values | {"conclusion": text, "main_reason": "LU-03"}
    finish_sheet(notebook, library=library, sheet=sheet, values=values, today=builders.TODAY)


def practised(pair: Pair, doing: tuple[list[tuple[bool, int, str | None, bool]], int]) -> list[Path]:
    """A practitioner's weeks; the packages that left, in order."""
    begun: list[tuple[str, str]] = []  # case, interview
    paths: list[Path] = []
    for week, (begins, which, word, everything) in enumerate(doing[0]):
        if week == doing[1]:
            pair.library = with_travelling(pair.library, "f1-interview", "demand")
        if begins or not begun:
            student = builders.kept_student(pair.ours, given_name=f"Élève {len(begun)}")
            sheet = builders.finished(
                pair.ours, pair.library, student_id=student.id,
                values={"conclusion": "Première rencontre", "demand": f"« Et moi ? » {len(begun)}"},
            )  # fmt: skip
            begun.append((str(sheet.record.case_id), sheet.record.id))
        case_id, interview_id = begun[which % len(begun)]
        if word is not None:
            written(pair.ours, pair.library, interview_id, word and f"{word} {len(paths)}")
        with suppress(NothingToHandOver):
            paths.append(pair.hand_over(*[] if everything else [case_id]).path)
    return paths


def state(notebook: Notebook) -> dict[str, tuple[Any, ...]]:
    """Every record that travels, without what is this notebook's own: revisions and case references."""
    found: dict[str, tuple[Any, ...]] = {}
    for kind in ("student", "case", "interview"):
        for record in notebook.shelf(kind).list():
            answers = notebook.interviews.answers(record.id) if kind == "interview" else []
            said = tuple(sorted((one.question, str(one.value)) for one in answers))
            found[record.id] = (kind, *(str(value) for value in _travelling(kind, record)), said)
    return found


def _travelling(kind: str, record: Any) -> tuple[object, ...]:
    if kind == "student":
        return record.family_name, record.given_name, record.class_name, record.birth_date
    if kind == "case":
        return record.student_id, record.opened, record.state
    return record.student_id, record.case_id, record.date, record.author_id


def said_in(line: RecordLine) -> dict[str, str]:
    """What a line of an interview says."""
    return {one.question: str(one.value) for one in line.answers if one.value is not None}


@settings(max_examples=30, **slow)
@given(doing=rounds, coming=st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_order_repetition_and_loss_change_nothing(
    made_pair: tuple[Made, Made], library: Library, doing: Any, coming: list[int]
) -> None:
    """Whatever arrives in whatever order and however often: the same as each once, in the order it left."""
    with (
        tempfile.TemporaryDirectory() as folder,
        two_notebooks(*made_pair, library, Path(folder) / "first") as pair,
        two_notebooks(*made_pair, library, Path(folder) / "second") as other,
    ):
        paths = practised(pair, doing)
        arriving = [paths[n % len(paths)] for n in coming]
        in_order = sorted(set(arriving), key=paths.index)
        for path in arriving:
            pair.take(path)
        _adopt(other.unit, pair)
        for path in in_order:
            other.take(path)
        assert state(pair.unit) == state(other.unit)
        newest = {line.id: line for path in in_order for line in pair.read(path).records}
        assert set(state(pair.unit)) == set(newest)
        for record_id, line in newest.items():
            if line.kind == "interview":
                assert dict(state(pair.unit)[record_id][-1]) == said_in(line)
        assert pair.unit.transfers.conflicts() == []
        assert pair.unit.damage() == []


def _adopt(unit: Notebook, pair: Pair) -> None:
    """Another unit gets the keys of the pair's, so that it can read the very same files."""
    identity, engine = pair.unit.identity, unit._engine
    engine.run(
        "UPDATE identity SET sign_secret = ?, seal_secret = ?", (identity.sign_secret, identity.seal_secret)
    )
    known, sender = unit.correspondents.list()[0], pair.recipient(pair.unit)
    engine.run(
        "UPDATE correspondent SET sign_key = ?, seal_key = ? WHERE id = ?",
        (sender.sign_key, sender.seal_key, known.id),
    )


@settings(max_examples=30, **slow)
@given(doing=rounds, happening=arrivals)
def test_what_either_side_wrote_is_never_lost(
    made_pair: tuple[Made, Made], library: Library, doing: Any, happening: list[tuple[str, int]]
) -> None:
    """The unit writes in between: its words stay, and every later word of the other side is kept beside them.

    Nothing is in conflict where only one side wrote.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        two_notebooks(*made_pair, library, Path(folder) / "pair") as pair,
    ):
        paths = practised(pair, doing)
        ours: dict[str, str] = {}  # interview: what the unit wrote last
        had: dict[str, set[str]] = {}  # interview: revisions and projections the unit had before it wrote
        offered: dict[str, dict[str, RecordLine]] = {}  # interview: what came after that
        for step, (what, which) in enumerate(happening):
            if what == "take":
                path = paths[which % len(paths)]
                pair.take(path)
                for line in pair.read(path).records:
                    if line.kind == "interview":
                        shape = f"{line.revision} {line.projection}"
                        if line.id not in ours:
                            before = [f"{line.revision} {n}" for n in range(line.projection)]
                            had.setdefault(line.id, set()).update([shape, *before, *line.ancestors])
                        elif not had[line.id] & {line.revision, shape}:
                            offered.setdefault(line.id, {})[shape] = line
                continue
            interviews = pair.unit.interviews.list()
            if interviews:
                chosen = sorted(one.id for one in interviews)[which % len(interviews)]
                ours[chosen] = f"L’unité {step}"
                written(pair.unit, library, chosen, ours[chosen])
        for interview_id, text in ours.items():
            said = {one.question: one.value for one in pair.unit.interviews.answers(interview_id)}
            assert said["conclusion"] == text
        kept = pair.unit.transfers.conflicts()
        assert len(kept) == sum(map(len, offered.values()))
        for record_id, came in offered.items():
            for line in came.values():
                (conflict,) = (
                    one for one in kept
                    if (one.record_id, one.their_revision) == (record_id, line.revision)
                    and one.theirs["answers"] == [msgspec.to_builtins(answer) for answer in line.answers]
                )  # fmt: skip
                assert conflict.ancestor is not None
                assert conflict.ours["record"]["id"] == record_id
        assert pair.unit.damage() == []
