"""A case the unit assigns: accepted on one computer it is on the other too, also when asked there again."""

from pathlib import Path

from app.actions.conflicts.open_conflicts import open_conflicts
from app.actions.receiving.receive_package import receive_package
from app.actions.sending.choose_proposals import choose_proposals
from app.actions.sending.send_package import send_package
from app.frameworks.library import Library
from tests import builders
from tests.actions.other_computer.colleague import three_notebooks
from tests.actions.other_computer.computers import state
from tests.exchange.pair import Made


def test_an_assignment_is_answered_once_and_known_on_both(
    made_desk: Made, made_pair: tuple[Made, Made], library: Library, tmp_path: Path
) -> None:
    """Accepted at the desk; the same file opened and accepted on the laptop changes nothing any more."""
    with three_notebooks(made_desk, made_pair[1], library, tmp_path) as three:
        unit = three.colleague
        student = builders.kept_student(unit)
        builders.finished(unit, library, student_id=student.id, values={"conclusion": "À suivre."})
        (case,) = unit.cases.list()
        to = three.whom(unit).id
        outgoing = choose_proposals(unit, library=library, correspondent_id=to, case_ids=[case.id])
        sent = send_package(unit, correspondent_id=to, outgoing=outgoing, folder=three.stick, ground="TEAM")
        for by in (three.desk, three.laptop):
            opened = three.look(sent.path, by)
            (offer,) = opened.offers
            receive_package(by, library=library, opened=opened, answers={offer.line.id: True})
            three.both_ways()
            assert by.interviews.list()[0].case_id == case.id
        assert state(three.desk) == state(three.laptop)
        for by in (three.desk, three.laptop):
            assert open_conflicts(by) == []
            assert by.damage() == []
