"""Cases that come for good with a package."""

from collections.abc import Iterable

from app.actions.open_package import Judged, OpenedPackage
from app.models.handover import Handover
from app.storage.notebook import Notebook


def note_handovers(notebook: Notebook, *, opened: OpenedPackage, judged: Iterable[Judged]) -> None:
    """From now on the case is ours, whoever it was given to before. Inside a change.

    A mark that is older than what is known here says nothing: of letters that come late, twice or across
    each other the last turn counts, and of two in the same turn the same one on both sides. What was refused
    of a case holds its receipt back, until the package is opened again and nothing is.
    """
    handovers, package_id = notebook.transfers.handovers, opened.header.package_id
    judged = list(judged)
    refused = {_case_of(one) for one in judged if one.verdict == "refused"}
    before = {one.case_id: one for one in handovers.of_package(package_id, "in")}
    for one in judged:
        case_id = one.line.id
        if one.line.kind != "case" or not one.line.given or one.verdict == "refused":
            continue
        if case_id in before:
            handovers.hold_back(before[case_id], case_id in refused)
        elif (one.line.given, package_id) > handovers.last(case_id):
            for given in handovers.under_way([case_id]).values():
                handovers.end(given, "came_back")
            handovers.add(
                Handover(
                    case_id=case_id, correspondent_id=opened.correspondent.id, package_id=package_id,
                    direction="in", turn=one.line.given, held_back=case_id in refused,
                )
            )  # fmt: skip


def _case_of(judged: Judged) -> str:
    line = judged.line
    return line.id if line.kind == "case" else str(line.fields.get("case_id") or "")
