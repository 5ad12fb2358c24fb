"""The cases one can hand over: a filter, and a box to tick before each."""

from collections.abc import Iterator

from app.models.folding import fold
from app.ui.transfer.entry_choice import EntryChoice
from app.ui.workspace import Workspace

_MOST = 8


class CaseChoice(EntryChoice):
    """Open cases first, by name."""

    def __init__(self, workspace: Workspace, *, sent_before: set[str]) -> None:
        text = workspace.text
        super().__init__(
            workspace, _entries(workspace, sent_before), words=text("Name or reference"),
            more=text("More cases: type a name."), most=_MOST,
        )  # fmt: skip


def _entries(workspace: Workspace, sent_before: set[str]) -> Iterator[tuple[str, str, str]]:
    text, given = workspace.text, workspace.notebook.transfers.handovers.given()
    for case_id, name, reference, is_open in _cases(workspace):
        said = [text("sent before")] if case_id in sent_before else []
        said += [] if is_open else [text("closed")]
        said += [text("given for good")] if case_id in given else []
        yield case_id, f"{name}   {reference}", " · ".join(said)


def _cases(workspace: Workspace) -> list[tuple[str, str, str, bool]]:
    notebook = workspace.notebook
    cases = notebook.cases.list()
    lines = notebook.students.lines([case.student_id for case in cases])
    names = {line.id: line.listed_name for line in lines}
    known = [
        (case.id, names[case.student_id], case.reference, case) for case in cases if case.student_id in names
    ]
    known.sort(key=lambda one: (one[3].state != "open", fold(one[1]), one[2]))
    return [(case_id, name, reference, case.state == "open") for case_id, name, reference, case in known]
