"""Files get lost, come late, come twice: in the end both computers say the same and nothing is gone."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.bin_record import bin_record, restore_record
from app.actions.conflicts.open_conflicts import open_conflicts
from app.exchange.package.lines import canonical
from app.frameworks.library import Library
from app.personal.notes import PersonalNotes
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.other_computer.computers import Computers, state, two_computers
from tests.exchange.pair import Made

MARKER = "Zitronenfalter"
doings = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["begin", "write", "write", "bin", "send", "send", "take", "take", "decide"]),
        st.integers(0, 5),
        st.sampled_from(["ours", "theirs", "both"]),
    ),
    min_size=6, max_size=16,
)  # fmt: skip
slow: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}


def _do(both: Computers, by: Notebook, what: str, which: int, word: str) -> None:
    """One thing somebody does at one of the computers."""
    interviews = sorted([*by.interviews.list(), *by.interviews.list(removed=True)], key=lambda one: one.id)
    if what == "begin" or not interviews:
        student = builders.kept_student(by, given_name=word)
        builders.finished(by, both.library, student_id=student.id, values={"demand": word})
        return
    one = interviews[which % len(interviews)]
    if what == "write" and not one.removed_at:
        both.write(by, one.id, demand=word)
    elif what == "bin":
        mark = restore_record if one.removed_at else bin_record
        mark(by, library=both.library, kind="interview", record_id=one.id)


def _said(by: Notebook) -> set[str]:
    """Every demand that was ever written, as the history has it."""
    found = set()
    for one in [*by.interviews.list(), *by.interviews.list(removed=True)]:
        revisions = [each.id for each in by.history.of(one.id)]
        for content in by.history.contents(revisions).values():
            found |= {each["value"] for each in content["answers"] if each["question"] == "demand"}
    return found


def _in_step(both: Computers) -> None:
    """What comes last: each once more, with a decision where there is one to take."""
    for by in (both.desk, both.laptop, both.desk, both.laptop):
        both.bring(by)
        other = both.laptop if by is both.desk else both.desk
        both.decide(other, "both")


@settings(max_examples=5, **slow)
@given(doing=doings)
def test_two_computers_end_the_same(
    made_desk: Made, library: Library, doing: list[tuple[bool, str, int, str]]
) -> None:
    """However both wrote, sent, lost, repeated and decided; every word stays in the history it began in."""
    with (
        tempfile.TemporaryDirectory() as folder,
        two_computers(made_desk, library, Path(folder) / "computers") as both,
    ):
        for by in (both.desk, both.laptop):
            notes = PersonalNotes.open(*by.personal_file(), by.vault_id)
            notes.save(subject_id="a" * 32, student_id=None, text=MARKER)
            notes.close()
        files: dict[bool, list[Path]] = {True: [], False: []}
        wrote: dict[bool, set[str]] = {True: set(), False: set()}
        for step, (at_desk, what, which, choice) in enumerate(doing):
            by = both.desk if at_desk else both.laptop
            word = f"{'Bureau' if at_desk else 'Train'} {step}"
            if what == "send":
                files[not at_desk].append(both.send(by))
            elif what == "take" and files[at_desk]:
                both.take(files[at_desk][which % len(files[at_desk])], by)
            elif what == "decide":
                both.decide(by, choice)
            elif what in ("begin", "write", "bin"):
                before = _said(by)
                _do(both, by, what, which, word)
                wrote[at_desk] |= _said(by) - before
        _in_step(both)
        assert state(both.desk) == state(both.laptop)
        assert open_conflicts(both.desk) == open_conflicts(both.laptop) == []
        assert wrote[True] <= _said(both.desk)
        assert wrote[False] <= _said(both.laptop)
        kept = state(both.desk)
        for at_desk, paths in files.items():
            for path in paths:  # whatever comes late, or again, changes nothing
                both.take(path, both.desk if at_desk else both.laptop)
        assert state(both.desk) == state(both.laptop) == kept
        assert both.desk.damage() == both.laptop.damage() == []
        assert both.desk.disclosures.list() == both.laptop.disclosures.list() == []
        for at_desk, paths in files.items():
            for path in paths:
                package = both.read(path, both.desk if at_desk else both.laptop)
                clear = canonical(package.header) + b"".join(map(canonical, package.records))
                assert MARKER.encode() not in clear
