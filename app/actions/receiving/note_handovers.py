"""Cases that come for good with a package."""

from collections.abc import Sequence

from app.actions.cases.settle_given import settle_given
from app.actions.receiving.judged_records import Judged
from app.actions.receiving.open_package import OpenedPackage
from app.models.handover import Handover
from app.storage.notebook import Notebook


def note_handovers(notebook: Notebook, *, opened: OpenedPackage, judged: Sequence[Judged]) -> None:
    """From now on the case is ours, whoever it was given to before. Inside a change.

    A mark that is older than what is known here says nothing: of letters that come late, twice or across
    each other the last turn counts, and of two in the same turn the same one on both sides. What was refused
    of a case holds its receipt back, until the package is opened again and nothing is.
    """
    handovers, package_id = notebook.transfers.handovers, opened.header.package_id
    refused = {_case_of(one) for one in judged if one.verdict == "refused"}
    before = {one.case_id: one for one in handovers.of_package(package_id, "in")}
    for one in judged:
        if one.kind != "case" or not one.is_given or one.verdict == "refused":
            continue
        case_id, turn = one.id, one.line.given
        if case_id in before:
            handovers.hold_back(before[case_id], case_id in refused)
        elif (turn, package_id) > handovers.last(case_id):
            handovers.add(
                Handover(
                    case_id=case_id, correspondent_id=opened.correspondent.id, package_id=package_id,
                    direction="in", turn=turn, held_back=case_id in refused,
                )
            )  # fmt: skip
            settle_given(notebook, case_ids=[case_id])


def _case_of(judged: Judged) -> str:
    return judged.id if judged.kind == "case" else str(judged.line.fields.get("case_id") or "")
