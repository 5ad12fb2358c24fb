"""A case that was handed over stands in its student's chronology, and whether it arrived."""

from app.actions.timeline.tell_timeline import tell_timeline
from app.i18n import Locale
from app.models.event import Event
from app.storage.notebook import Notebook
from tests import builders
from tests.exchange.pair import Pair


def told(notebook: Notebook, pair: Pair, student_id: str) -> list[Event]:
    """What the chronology says of packages, in English."""
    events = tell_timeline(notebook, library=pair.library, student_id=student_id, locale=Locale("en"))
    assert "package 1" not in " ".join(event.title for event in events)
    return [event for event in events if event.kind == "package"]


def test_handing_over_is_told_once_and_then_that_it_arrived(pair_with_case: Pair) -> None:
    """To whom and on which day; from the receipt on, when it was received."""
    pair = pair_with_case
    (student,) = pair.ours.students.list()
    other = builders.kept_student(pair.ours, given_name="Noé")
    package = pair.look(pair.hand_over().path).header
    (event,) = told(pair.ours, pair, student.id)
    assert (event.title, event.facts, event.record_id) == (
        "Handed over to Marc Feller", "", package.package_id,
    )  # fmt: skip
    pair.take(pair.stick / f"carnet-{package.package_id[:8]}.age")
    pair.acknowledge(package.package_id)
    (event,) = told(pair.ours, pair, student.id)
    received_at = pair.ours.transfers.package(package.package_id).acknowledged_at
    assert event.facts == f"received on {Locale('en').moment(received_at)[:10]}"
    assert told(pair.ours, pair, other.id) == []


def test_the_unit_sees_from_whom_a_case_came(pair_with_case: Pair) -> None:
    """On the other side the same day says who sent it."""
    pair = pair_with_case
    pair.take(pair.hand_over().path)
    (student,) = pair.unit.students.list()
    (event,) = told(pair.unit, pair, student.id)
    assert (event.title, event.facts) == ("Received from Claire Aubrin", "")
