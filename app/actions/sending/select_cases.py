"""The cases a selection means today."""

from app.actions.cases.present_cases import present_cases
from app.actions.service_of import service_of
from app.models.selection import Selection
from app.storage.notebook import Notebook


def select_cases(notebook: Notebook, *, selection: Selection) -> list[str]:
    """Looked up anew each time, in the order of the shelf; none in the bin, none that was given for good."""
    sent = set(notebook.transfers.sent(selection.correspondent_id))
    given = notebook.transfers.handovers.given()
    cases = [
        case
        for case in notebook.cases.list()
        if case.id not in given
        and selection.state in ("any", case.state)
        and (selection.shared == "any" or (case.id in sent) == (selection.shared == "before"))
        and selection.framework in ("", service_of(notebook, case=case))
    ]
    if selection.school_id:
        students = notebook.students.many(case.student_id for case in cases)
        there = {one.id for one in students.values() if one.school_id == selection.school_id}
        cases = [case for case in cases if case.student_id in there]
    present = present_cases(notebook, case_ids=[case.id for case in cases])
    return [case.id for case in cases if case.id in present]
