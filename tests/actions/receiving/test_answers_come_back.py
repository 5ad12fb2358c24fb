"""What a unit writes into what it was sent comes back as the next version of it, and touches nothing else."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.packages.shared_state import MOVED
from app.actions.receiving.receive_package import receive_package
from app.exchange.package.lines import RecordLine
from app.frameworks.library import Library
from app.models.draft import Draft
from app.models.record import now
from app.storage.notebook import Notebook
from tests import builders
from tests.actions.receiving.test_receive_package import conclusion, rewritten
from tests.actions.receiving.test_second_projection import back, demand
from tests.exchange.opened_form import with_travelling
from tests.exchange.pair import Pair


def taken(pair: Pair, path: Path, by: Notebook | None = None) -> dict[str, int]:
    """What `by` (ours when not said) makes of it."""
    by = by or pair.ours
    return receive_package(by, library=pair.library, opened=pair.look(path, by)).counts


@pytest.fixture
def shared(pair_with_case: Pair) -> Pair:
    """The unit has the case, and has written into its interview."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    rewritten(pair.unit, pair, conclusion="L’unité a conclu.")
    return pair


def test_an_answer_is_an_update(shared: Pair) -> None:
    """The words are there, by whoever wrote them; what never left is as it was; the case and student too."""
    (before,) = shared.ours.interviews.list()
    assert taken(shared, back(shared, shared.unit, shared.ours)) == {"identical": 2, "updated": 1}
    assert conclusion(shared.ours) == "L’unité a conclu."
    assert demand(shared.ours) == "« Je n’ose plus prendre le bus. »"
    (after,) = shared.ours.interviews.list()
    assert msgspec.structs.replace(after, revision=before.revision) == before
    assert shared.ours.history.of(after.id)[-1].author_id == shared.unit.author_id
    assert shared.ours.history.of(after.id)[-1].parents == [before.revision]
    assert shared.ours.damage() == []


def test_letters_go_to_and_fro(shared: Pair) -> None:
    """Each goes on from what the other wrote: never two versions."""
    pair = shared
    for n in range(3):
        taken(pair, back(pair, pair.unit, pair.ours))
        assert pair.ours.transfers.conflicts() == []
        rewritten(pair.ours, pair, conclusion=f"Claire {n}")
        assert pair.take(pair.hand_over().path).counts == {"identical": 2, "updated": 1}
        assert conclusion(pair.unit) == f"Claire {n}"
        rewritten(pair.unit, pair, conclusion=f"Unité {n}")
    assert pair.unit.transfers.conflicts() == []


def test_what_never_left_may_change_meanwhile(shared: Pair) -> None:
    """Another demand is nothing the unit could have seen: its answer is none the less an update."""
    rewritten(shared.ours, shared, demand="« Je le prends de nouveau. »")
    assert taken(shared, back(shared, shared.unit, shared.ours)) == {"identical": 2, "updated": 1}
    assert demand(shared.ours) == "« Je le prends de nouveau. »"
    assert conclusion(shared.ours) == "L’unité a conclu."


def test_what_did_not_travel_is_never_emptied(shared: Pair, library: Library) -> None:
    """The unit's form lets the demand leave, where it is empty: that empties nothing here."""
    own, shared.library = shared.library, with_travelling(library, "f1-interview", "demand")
    path = back(shared, shared.unit, shared.ours)
    (line,) = (one for one in shared.read(path, shared.ours).records if one.kind == "interview")
    assert any(one.question == "demand" and one.value is None for one in line.answers)
    shared.library = own
    assert taken(shared, path) == {"identical": 2, "updated": 1}
    assert demand(shared.ours) == "« Je n’ose plus prendre le bus. »"
    assert conclusion(shared.ours) == "L’unité a conclu."


def test_words_beside_words_that_never_left_are_two_versions(shared: Pair, library: Library) -> None:
    """The unit writes a demand of its own where ours stayed at home: nothing is replaced."""
    own, shared.library = shared.library, with_travelling(library, "f1-interview", "demand")
    rewritten(shared.unit, shared, demand="« Autre chose. »")
    path = back(shared, shared.unit, shared.ours)
    shared.library = own
    assert taken(shared, path) == {"identical": 2, "conflict": 1}
    assert demand(shared.ours) == "« Je n’ose plus prendre le bus. »"


def test_what_was_written_on_both_sides_is_two_versions(shared: Pair) -> None:
    """With what both come from: the words that were sent."""
    rewritten(shared.ours, shared, conclusion="Claire a conclu.")
    assert taken(shared, back(shared, shared.unit, shared.ours)) == {"identical": 2, "conflict": 1}
    (conflict,) = shared.ours.transfers.conflicts()
    said = {one["question"]: one["value"] for one in (conflict.ancestor or {})["answers"]}
    assert said["conclusion"] == "À revoir en janvier."


def test_who_is_typing_is_not_written_over(shared: Pair) -> None:
    """A draft on the sheet would bring the former words back unseen."""
    (interview,) = shared.ours.interviews.list()
    shared.ours.drafts.keep(
        Draft(
            record_id=interview.id, kind="interview", form=interview.form, form_version=1,
            base_revision=interview.revision, at=now(), content={},
        )
    )  # fmt: skip
    assert taken(shared, back(shared, shared.unit, shared.ours)) == {"identical": 2, "conflict": 1}


def _rewritten_line(pair: Pair, path: Path, **fields: Any) -> RecordLine:
    opened = pair.read(path, pair.ours)
    (line,) = (one for one in opened.records if one.kind == "interview")
    line = msgspec.structs.replace(line, fields=line.fields | fields)
    return msgspec.structs.replace(line, hash=line.digest())


def test_an_answer_moves_nothing(shared: Pair) -> None:
    """To another student of ours: refused. Another author: the one it had."""
    from app.actions.receiving.open_package import judged_lines

    other = builders.kept_student(shared.ours, given_name="Zoé")
    path = back(shared, shared.unit, shared.ours)
    to = shared.recipient(shared.ours).id
    (judged,) = judged_lines(
        shared.ours, shared.library, to, [_rewritten_line(shared, path, student_id=other.id)]
    )
    assert (judged.verdict, judged.reason) == ("refused", MOVED)
    (judged,) = judged_lines(
        shared.ours, shared.library, to, [_rewritten_line(shared, path, author_id="f" * 32)]
    )
    (interview,) = shared.ours.interviews.list()
    assert (judged.verdict, judged.line.fields["author_id"]) == ("updated", interview.author_id)


def test_a_revision_that_was_never_sent_is_no_ground(shared: Pair) -> None:
    """Somebody who names a revision of ours they were not sent has nothing to answer to."""
    from app.actions.receiving.open_package import judged_lines

    path = back(shared, shared.unit, shared.ours)
    rewritten(shared.ours, shared, conclusion="Claire a conclu.")
    (interview,) = shared.ours.interviews.list()
    line = msgspec.structs.replace(_rewritten_line(shared, path), ancestors=[interview.revision])
    (judged,) = judged_lines(shared.ours, shared.library, shared.recipient(shared.ours).id, [line])
    assert judged.verdict == "conflict"
