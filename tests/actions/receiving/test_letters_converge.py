"""Letters get lost, come late, come twice: what is at the unit in the end does not depend on it."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.conflicts.decide_conflict import Chosen, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_outgoing import choose_outgoing
from app.actions.sending.send_package import send_package
from app.actions.sheets.finish_sheet import finish_sheet
from app.actions.sheets.open_sheet import open_sheet
from app.errors import NothingToHandOver
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.i18n import Locale
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
        adopt(other.unit, pair)
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


def adopt(unit: Notebook, pair: Pair) -> None:
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


# both write, hand over, take what was handed over before (or it never comes), and decide as they please
doings = st.lists(
    st.tuples(
        st.booleans(), st.sampled_from(["write", "send", "take", "take", "decide"]), st.integers(0, 5),
        st.sampled_from(["ours", "theirs", "both"]),
    ),
    min_size=4, max_size=14,
)  # fmt: skip


def _handed(pair: Pair, by: Notebook) -> Path | None:
    """A package of everything new `by` has for the other one."""
    to = pair.recipient(by).id
    cases = [case.id for case in by.cases.list()]
    outgoing = choose_outgoing(by, library=pair.library, correspondent_id=to, case_ids=cases)
    with suppress(NothingToHandOver):
        return send_package(by, correspondent_id=to, outgoing=outgoing, folder=pair.stick, ground="TEAM").path
    return None


def _decided(pair: Pair, by: Notebook, choice: str) -> None:
    """Every conflict that waits, decided alike."""
    for conflict in open_conflicts(by):
        sides = look_at_conflict(by, library=pair.library, conflict=conflict, locale=Locale("en")).sides
        chosen = {
            one.key: Chosen(choice="ours" if choice == "both" and not one.both else choice) for one in sides
        }  # type: ignore[arg-type]
        decide_conflict(by, library=pair.library, conflict=conflict, chosen=chosen)


def _taken(pair: Pair, by: Notebook, path: Path) -> None:
    receive_package(by, library=pair.library, opened=pair.look(path, by))


def _conclusion(notebook: Notebook, interview_id: str) -> str:
    said = {one.question: one.value for one in notebook.interviews.answers(interview_id)}
    return str(said.get("conclusion", ""))


@settings(max_examples=12, **slow)
@given(doing=doings)
def test_decisions_converge(
    made_pair: tuple[Made, Made], library: Library, doing: list[tuple[bool, str, int, str]]
) -> None:
    """However both wrote and decided, whatever got lost: one more decision, carried over, is the end of it.

    Until then nobody's words are gone: each stands, waits beside, or is in the history.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        two_notebooks(*made_pair, library, Path(folder) / "pair") as pair,
    ):
        student = builders.kept_student(pair.ours)
        sheet = builders.finished(
            pair.ours, library, student_id=student.id,
            values={"conclusion": "Première rencontre", "demand": "« Et moi ? »"},
        ).record  # fmt: skip
        pair.take(pair.hand_over().path)
        on_the_way: dict[bool, list[Path]] = {True: [], False: []}
        wrote: dict[bool, set[str]] = {True: set(), False: set()}
        for step, (by_unit, what, which, choice) in enumerate(doing):
            by = pair.unit if by_unit else pair.ours
            if what == "write":
                text = f"{'Unité' if by_unit else 'Claire'} {step}"
                written(by, library, sheet.id, text)
                wrote[by_unit].add(text)
            elif what == "send" and (path := _handed(pair, by)):
                on_the_way[not by_unit].append(path)
            elif what == "take" and on_the_way[by_unit]:
                _taken(pair, by, on_the_way[by_unit][which % len(on_the_way[by_unit])])
            elif what == "decide":
                _decided(pair, by, choice)
        for by_unit, texts in wrote.items():
            by = pair.unit if by_unit else pair.ours
            revisions = by.history.contents([one.id for one in by.history.of(sheet.id)]).values()
            kept = {one["value"] for content in revisions for one in content["answers"]}
            assert texts <= kept
        written(pair.ours, library, sheet.id, "Claire, à la fin")
        last = _handed(pair, pair.ours)
        assert last is not None
        _taken(pair, pair.unit, last)
        _decided(pair, pair.unit, "both")
        if path := _handed(pair, pair.unit):
            _taken(pair, pair.ours, path)
        assert "Claire, à la fin" in _conclusion(pair.unit, sheet.id)
        assert _conclusion(pair.ours, sheet.id) == _conclusion(pair.unit, sheet.id)
        assert open_conflicts(pair.unit) == open_conflicts(pair.ours) == []
        said = {one.question: one.value for one in pair.ours.interviews.answers(sheet.id)}
        assert said["demand"] == "« Et moi ? »"
        for paths in on_the_way.values():
            for path in paths:  # whatever comes late, or again, opens nothing and changes nothing
                by = pair.unit if paths is on_the_way[True] else pair.ours
                _taken(pair, by, path)
        assert _conclusion(pair.ours, sheet.id) == _conclusion(pair.unit, sheet.id)
        assert pair.unit.damage() == pair.ours.damage() == []
