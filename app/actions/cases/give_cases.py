"""Note that cases leave for good with a package."""

from collections.abc import Iterable

from app.errors import CaseGiven, CaseUnfinished
from app.exchange.package.lines import RecordLine
from app.models.handover import Handover
from app.storage.notebook import Notebook


def give_cases(
    notebook: Notebook, *, correspondent_id: str, package_id: str, lines: Iterable[RecordLine]
) -> None:
    """One line for each case marked as given; it stays as it is until the receiver has it. Inside a change.

    Given again to the same person, because the package was lost, the last package counts. CaseGiven where
    somebody else has it or is about to, CaseUnfinished where something typed would not leave with it.
    """
    given = {line.id: line.given for line in lines if line.kind == "case" and line.given}
    if not given:
        return
    handovers = notebook.transfers.handovers
    begun = {one.case_id for one in notebook.drafts.list()}
    before = handovers.under_way(given)
    for case_id, turn in given.items():
        if case_id in begun:
            raise CaseUnfinished(reference=notebook.cases.get(case_id).reference)
        last = before.get(case_id)
        if last is not None:
            if last.acknowledged_at or last.correspondent_id != correspondent_id:
                raise CaseGiven(name=notebook.correspondents.get(last.correspondent_id).name)
            handovers.end(last, "again")
        handovers.add(
            Handover(
                case_id=case_id, correspondent_id=correspondent_id, package_id=package_id, direction="out",
                turn=turn,
            )
        )  # fmt: skip
        notebook.audit.add("given", kind="case", record_id=case_id, detail=package_id)
