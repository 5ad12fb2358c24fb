"""A saved selection keeps what cases have in common and finds them anew each time."""

import msgspec

from app.actions.sending.keep_selection import drop_selection, keep_selection, selections
from app.actions.sending.select_cases import select_cases
from app.models.handover import Handover
from app.models.record import now
from app.models.selection import Selection
from tests import builders
from tests.exchange.pair import Pair


def test_each_criterion_counts_and_is_looked_up_anew(pair_with_case: Pair) -> None:
    """Open or closed, handed over before or never, of a school, of a service; none given or in the bin."""
    pair, notebook = pair_with_case, pair_with_case.ours
    to = pair.recipient().id
    (sent,) = notebook.cases.list()
    pair.hand_over(sent.id)
    elsewhere = builders.kept_student(notebook, given_name="Noé", school_id=None)
    here = builders.kept_student(notebook, given_name="Léa")
    with notebook.change():
        closed = notebook.cases.save(
            builders.case(here.id, "2026-0002", state="closed", closed=builders.TODAY, framework="lu-alj")
        )
        fresh = notebook.cases.save(builders.case(elsewhere.id, "2026-0003"))
    plain = Selection(name="Tous", correspondent_id=to, state="any")

    def found(**criteria: str) -> set[str]:
        return set(select_cases(notebook, selection=msgspec.structs.replace(plain, **criteria)))

    assert found() == {sent.id, closed.id, fresh.id}
    assert found(state="open") == {sent.id, fresh.id}
    assert found(state="closed") == {closed.id}
    assert found(shared="before") == {sent.id}
    assert found(shared="never") == {closed.id, fresh.id}
    assert found(school_id=builders.SCHOOL_ID) == {sent.id, closed.id}
    assert found(framework="lu-alj") == {closed.id}
    assert found(framework=notebook.framework) == {sent.id, fresh.id}
    with notebook.change():
        notebook.transfers.handovers.add(
            Handover(
                case_id=sent.id, correspondent_id=to, package_id="b" * 32, direction="out", turn=1,
                acknowledged_at=now(),
            )
        )  # fmt: skip
        notebook.cases.save(msgspec.structs.replace(fresh, removed_at=now()))
    assert found() == {closed.id}


def test_selections_belong_to_somebody_and_can_be_taken_out(pair: Pair) -> None:
    """Kept by name, corrected in place, for one correspondent each."""
    one = Selection(name="Avec l’unité", correspondent_id="a" * 32)
    other = Selection(name="Avec Léa", correspondent_id="b" * 32)
    for each in (one, other):
        keep_selection(pair.ours, selection=each)
    renamed = msgspec.structs.replace(one, name="Ouverts, avec l’unité")
    assert keep_selection(pair.ours, selection=renamed).touches("selection")
    assert selections(pair.ours) == [renamed, other]
    assert selections(pair.ours, correspondent_id="b" * 32) == [other]
    drop_selection(pair.ours, selection_id=one.id)
    assert selections(pair.ours) == [other]
    assert "Léa" not in repr(other)
