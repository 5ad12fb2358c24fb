"""Two versions become one by a decision that keeps both in the history and ends it on both sides."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.conflicts.decide_conflict import Chosen, Decided, decide_conflict
from app.actions.conflicts.look_at_conflict import look_at_conflict
from app.actions.conflicts.merged import both, proposed
from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.conflicts.undo_decision import undo_decision
from app.actions.conflicts.versions_of import Differing, Said
from app.actions.receiving.receive_package import receive_package
from app.errors import DecidedAlready, DecisionLeft, DraftWaits, Undecided
from app.i18n import Locale
from app.models.draft import Draft
from app.models.form import Question
from app.models.record import now
from app.storage.notebook import Notebook
from tests.actions.receiving.test_receive_package import conclusion, rewritten
from tests.actions.receiving.test_second_projection import back, demand
from tests.exchange.pair import Pair


def decided(pair: Pair, by: Notebook, choice: str, text: str = "") -> Decided:
    """The one open conflict, everything in it decided alike."""
    (conflict,) = open_conflicts(by)
    sides = look_at_conflict(by, library=pair.library, conflict=conflict, locale=Locale("en")).sides
    chosen = {one.key: Chosen(choice=choice, text=text) for one in sides}  # type: ignore[arg-type]
    return decide_conflict(by, library=pair.library, conflict=conflict, chosen=chosen)


def sent_back(pair: Pair, by: Notebook, to: Notebook) -> dict[str, int]:
    """Everything `by` has goes to the other one, who takes it."""
    path = back(pair, by, to)
    return receive_package(to, library=pair.library, opened=pair.look(path, to)).counts


@pytest.fixture
def apart(pair_with_case: Pair) -> Pair:
    """Both wrote; each has the other's words beside its own."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    rewritten(pair.unit, pair, conclusion="L’unité a conclu.")
    rewritten(pair.ours, pair, conclusion="Claire a conclu.")
    assert sent_back(pair, pair.ours, pair.unit) == {"identical": 2, "conflict": 1}
    assert sent_back(pair, pair.unit, pair.ours) == {"identical": 2, "conflict": 1}
    return pair


@pytest.mark.parametrize(
    ("choice", "text", "said"),
    [
        ("ours", "", "L’unité a conclu."),
        ("theirs", "", "Claire a conclu."),
        ("both", "", "L’unité a conclu.\n\nClaire a conclu."),
        ("written", "Ensemble.", "Ensemble."),
    ],
)
def test_a_decision_ends_it_on_both_sides(apart: Pair, choice: str, text: str, said: str) -> None:
    """The unit decides; its next package brings the decision, and nobody is asked a second time."""
    done = decided(apart, apart.unit, choice, text)
    assert conclusion(apart.unit) == said
    assert open_conflicts(apart.unit) == []
    revisions = {one.id: one for one in apart.unit.history.of(done.record_id)}
    assert revisions[done.revision].parents == [done.before, done.beside]
    theirs = apart.unit.history.content(done.beside) or {}
    assert "Claire a conclu." in {one["value"] for one in theirs["answers"]}
    assert revisions[done.beside].author_id == apart.ours.author.id
    counts = sent_back(apart, apart.unit, apart.ours)
    assert counts in ({"identical": 2, "updated": 1}, {"identical": 3})
    assert conclusion(apart.ours) == said
    assert demand(apart.ours) == "« Je n’ose plus prendre le bus. »"
    assert apart.ours.transfers.conflicts() == apart.unit.transfers.conflicts() == []
    rewritten(apart.ours, apart, conclusion="Et après.")
    assert sent_back(apart, apart.ours, apart.unit) == {"identical": 2, "updated": 1}
    assert apart.ours.damage() == apart.unit.damage() == []


def test_both_decide_alike(apart: Pair) -> None:
    """Two decisions that say the same are one."""
    decided(apart, apart.unit, "ours")
    decided(apart, apart.ours, "theirs")
    assert sent_back(apart, apart.unit, apart.ours) == {"identical": 3}
    assert sent_back(apart, apart.ours, apart.unit) == {"identical": 3}
    rewritten(apart.ours, apart, conclusion="Et après.")
    assert sent_back(apart, apart.ours, apart.unit) == {"identical": 2, "updated": 1}


def test_both_decide_otherwise(apart: Pair) -> None:
    """Then their decisions stand side by side, and one more decision ends it."""
    decided(apart, apart.unit, "ours")
    decided(apart, apart.ours, "ours")
    assert sent_back(apart, apart.unit, apart.ours) == {"identical": 2, "conflict": 1}
    assert len(open_conflicts(apart.ours)) == 1
    decided(apart, apart.ours, "both")
    assert sent_back(apart, apart.ours, apart.unit) == {"identical": 2, "updated": 1}
    assert conclusion(apart.unit) == conclusion(apart.ours)
    assert open_conflicts(apart.unit) == open_conflicts(apart.ours) == []


def test_a_package_that_comes_again_opens_nothing(apart: Pair, tmp_path: Path) -> None:
    """What was decided upon stays decided, however often its package comes."""
    rewritten(apart.ours, apart, conclusion="Claire, encore.")
    path = back(apart, apart.ours, apart.unit)
    receive_package(apart.unit, library=apart.library, opened=apart.look(path))
    assert len(apart.unit.transfers.conflicts()) == 2
    assert len(open_conflicts(apart.unit)) == 1
    decided(apart, apart.unit, "ours")
    assert apart.unit.transfers.conflicts() == []
    assert apart.take(path).counts == {"identical": 3}
    assert apart.unit.transfers.conflicts() == []


def test_nothing_is_written_before_all_is_chosen(apart: Pair) -> None:
    """Narrative has no answer of its own; a draft or an earlier decision stops it too."""
    (conflict,) = open_conflicts(apart.unit)
    (side,) = look_at_conflict(
        apart.unit, library=apart.library, conflict=conflict, locale=Locale("fr")
    ).sides
    assert (side.proposed, side.common) == (None, "À revoir en janvier.")
    for chosen in ({}, {side.key: Chosen(choice="written", text=" ")}):
        with pytest.raises(Undecided):
            decide_conflict(apart.unit, library=apart.library, conflict=conflict, chosen=chosen)
    (interview,) = apart.unit.interviews.list()
    apart.unit.drafts.keep(
        Draft(
            record_id=interview.id, kind="interview", form=interview.form, form_version=1,
            base_revision=interview.revision, at=now(), content={},
        )
    )  # fmt: skip
    mine = {side.key: Chosen(choice="ours")}
    with pytest.raises(DraftWaits):
        decide_conflict(apart.unit, library=apart.library, conflict=conflict, chosen=mine)
    with apart.unit.change():
        apart.unit.drafts.drop(interview.id)
    decide_conflict(apart.unit, library=apart.library, conflict=conflict, chosen=mine)
    with pytest.raises(DecidedAlready):
        decide_conflict(apart.unit, library=apart.library, conflict=conflict, chosen=mine)


def test_a_decision_is_taken_back(apart: Pair) -> None:
    """Both versions wait again, and what leaves does not pretend to have decided."""
    done = decided(apart, apart.unit, "theirs")
    undo_decision(apart.unit, library=apart.library, decided=done)
    assert conclusion(apart.unit) == "L’unité a conclu."
    assert [one.id for one in open_conflicts(apart.unit)] == done.conflict_ids
    rewritten(apart.unit, apart, conclusion="L’unité, encore.")
    assert sent_back(apart, apart.unit, apart.ours) == {"identical": 2, "conflict": 1}
    assert conclusion(apart.ours) == "Claire a conclu."
    again = decided(apart, apart.unit, "both")
    sent_back(apart, apart.unit, apart.ours)
    with pytest.raises(DecisionLeft):
        undo_decision(apart.unit, library=apart.library, decided=again)
    assert apart.unit.damage() == []


def test_attributes_are_decided_too(pair_with_case: Pair) -> None:
    """The class changed there alone and the name on both sides: one is proposed, the other asked."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (student,) = pair.unit.students.list()
    for notebook, changes in ((pair.unit, {"used_name": "Costa"}),
                              (pair.ours, {"used_name": "da Costa", "class_name": "4G1"})):  # fmt: skip
        with notebook.change():
            notebook.students.save(msgspec.structs.replace(notebook.students.get(student.id), **changes))
    sent_back(pair, pair.ours, pair.unit)
    (conflict,) = open_conflicts(pair.unit)
    sides = look_at_conflict(pair.unit, library=pair.library, conflict=conflict, locale=Locale("en")).sides
    assert {one.key: one.proposed for one in sides} == {"used_name": None, "class_name": "theirs"}
    chosen = {"used_name": Chosen(choice="written", text="Inès"), "class_name": Chosen(choice="theirs")}
    decide_conflict(pair.unit, library=pair.library, conflict=conflict, chosen=chosen)
    now_there = pair.unit.students.get(student.id)
    assert (now_there.used_name, now_there.class_name) == ("Inès", "4G1")
    sent_back(pair, pair.unit, pair.ours)
    assert pair.ours.students.get(student.id).used_name == "Inès"


def _differing(kind: Any, ours: Any, theirs: Any, common: Any) -> Differing:
    return Differing(
        key="q", question=Question(key="q", kind=kind), bind="", ours=Said(value=ours),
        theirs=Said(value=theirs), common=Said(value=common), is_empty_there=not theirs,
        is_narrative=kind == "long_text", can_write=False,
    )  # fmt: skip


def test_lists_merge_as_sets() -> None:
    """What either added is there, what either took away is not; order says nothing, narrative is asked."""
    one = _differing("several_of", ["a", "b", "d"], ["b", "c", "e"], ["a", "b", "c"])
    assert (both(one).value, proposed(one)) == (["b", "d", "e"], "both")
    assert proposed(_differing("long_text", "a", "b", "a")) is None
    assert proposed(_differing("text", "a", "b", "a")) == "theirs"
    assert proposed(_differing("text", "a", "b", "c")) is None
    assert proposed(_differing("text", "a", "", "a")) is None
