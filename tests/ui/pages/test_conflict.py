"""What both sides wrote: two versions side by side."""

from pathlib import Path

import msgspec
from pytestqt.qtbot import QtBot

from app.models.case import Case
from app.ui.pages.conflict import ConflictPage
from app.ui.pages.receive import ReceivePage
from app.ui.pages.transfer import TransferPage
from app.ui.rail_counts import rail_counts
from app.ui.widgets.day_line import DayLine
from app.ui.workspace import Workspace
from tests.acquaintance import acquaint
from tests.ui.pages.transferring import WAIT, handed_over, shown, words


def test_both_sides_wrote_and_both_versions_are_there(
    qtbot: QtBot, workspace: Workspace, unit: Workspace, case: Case, tmp_path: Path
) -> None:
    """A class corrected on both sides stays as it is here, with the other one beside it."""
    acquaint(workspace.notebook, unit.notebook)
    page = ReceivePage(unit)
    shown(qtbot, page)
    for n, (here, there) in enumerate([("5G2", ""), ("4G1", "4G9")]):
        for notebook, name in ((workspace.notebook, here), (unit.notebook, there)):
            if name:
                student = notebook.students.get(case.student_id)
                with notebook.change():
                    notebook.students.save(msgspec.structs.replace(student, class_name=name))
        page.read(handed_over(qtbot, workspace, case, tmp_path / f"out{n}"))
        qtbot.waitUntil(lambda: page.opened is not None, timeout=WAIT)
        page.take()
        qtbot.waitUntil(lambda: "It is in the notebook" in words(page), timeout=WAIT)
    assert unit.notebook.students.get(case.student_id).class_name == "4G9"
    assert rail_counts(unit)["transfer"] == 3  # two receipts owed, two versions of one student
    listed = TransferPage(unit)
    shown(qtbot, listed)
    (line,) = listed.findChildren(DayLine)
    with qtbot.waitSignal(unit.wanted) as went:
        line.click()
    both = ConflictPage(unit)
    shown(qtbot, both, record_id=went.args[0].record_id)
    said = words(both)
    assert "4G9" in said
    assert "4G1" in said
    assert "5G2" in said
